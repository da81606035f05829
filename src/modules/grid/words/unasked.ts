import { unaskedFragments } from '../../../kernel/cases/words/unasked.ts'
import type { UnaskedWords } from '../../../kernel/cases/words.ts'
import { said } from '../../../platform/words.ts'

/** What a grid case that a sensor opened says where others speak of whoever reported it. */
export const unaskedGrid = {
  ...unaskedFragments,
  moves: {
    ...unaskedFragments.moves,
    register: { done: said('传感器已测得，准予立案', 'Measured by a sensor; registered') },
    objectToClosing: { done: said('认为没有解决，重新核查', 'It is not solved; verified anew') },
  },
} as const satisfies UnaskedWords
