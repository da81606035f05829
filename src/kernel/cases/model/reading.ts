import { type Static, Type } from 'typebox'

/** Words of a message that spoke for a category: UTF-16 offsets into the title or the text as shown, `to` exclusive. */
export const MarkView = Type.Object(
  {
    field: Type.Enum(['title', 'text']),
    from: Type.Integer(),
    to: Type.Integer(),
    weight: Type.Number({ description: '0 to 1, its share of all that spoke for it' }),
  },
  { title: 'SpokenMark' },
)
export type MarkView = Static<typeof MarkView>

/**
 * A category that a message may belong to, and the class it was told by where a model told it. `confidence` is how often
 * such a class is right, 0 to 1; how often the category within it is right nobody has measured.
 */
export type Guess = { readonly category: string; readonly label: string | null; readonly confidence: number | null }

/** What can be told from the words of a message: the likeliest category first, the first one's words marked. */
export type Reading = {
  readonly best: readonly Guess[]
  /** Whether the first one is right often enough to go by itself. */
  readonly sure: boolean
  readonly marks: readonly MarkView[]
}

/** The words as the reader sees them, and the category the case stands under. */
export type AskedOfWords = { readonly title: string; readonly text: string; readonly category: string }

/** To whom the last dispute about such cases in such a place was ruled: the unit, and the number of that case. */
export type Precedent = { readonly unit: string; readonly number: string }

/** The precedent of each category that has one, in this place. */
export type PrecedentsOf = (
  district: string,
  asked: { readonly categories: readonly string[]; readonly area: string | null },
) => Promise<ReadonlyMap<string, Precedent>>

/** Reads the words of a message. The same words get the same answer, as long as catalogue and model are the same. */
export type ReadWords = (district: string, asked: AskedOfWords) => Promise<Reading>
