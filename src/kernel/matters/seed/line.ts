import type { Audience, MatterKind } from '../model.ts'
import type { Theme } from './forms.ts'
import type { Pace } from './promises.ts'

/** One seeded matter. `at` is the id of a category without its prefix; the intake words part at blanks. */
export type Line = {
  readonly kind: MatterKind
  readonly at: string
  readonly zh: string
  readonly en: string
  readonly words: string
  readonly pace?: Pace
  readonly theme?: Theme
  readonly confirmAt?: 1 | 2 | 3 | 4
  readonly audience?: readonly Audience[]
}

export type Lines = Readonly<Record<string, Line>>
