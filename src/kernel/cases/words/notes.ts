import { said } from '../../../platform/words.ts'
import { move, type Words } from './fragments.ts'

/** 其他系统的记录 */
export const noteWords = {
  stages: {},
  moves: {
    note: move(said('系统记录', 'Note'), said('其他系统有新情况', 'Another system has something to say')),
  },
} as const satisfies Words
