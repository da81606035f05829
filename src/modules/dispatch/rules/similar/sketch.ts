/** So many of a text's most telling words lead to it, so many are compared, and so many stand for its title. */
export const LEADING = 24
export const COMPARED = 64
export const TITLE = 6

/** A word of the title says twice as much as the same word further down. */
const TITLE_WEIGHT = 2

/** A word and how much it tells. */
export type Weighed = { readonly word: number; readonly weight: number }

/** What is compared of a text: its most telling words, the most telling first, and those of its title, unweighted. */
export type Sketch = { readonly words: readonly Weighed[]; readonly title: readonly Weighed[]; readonly norm: number }

/** How much a word tells: the fewer texts hold it, the more. `all` texts are known, `holding` of them hold it. */
export const tellingOf = (all: number, holding: number): number => Math.log((all + 2) / (holding + 1))

const most = (words: Weighed[], count: number): Weighed[] =>
  words.sort((a, b) => b.weight - a.weight || a.word - b.word).slice(0, count)

/** Lays out a text for comparing. `weightOf` says how much a word tells. */
export function sketchOf(
  words: readonly number[],
  title: readonly number[],
  weightOf: (word: number) => number,
): Sketch {
  const inTitle = new Set(title)
  const all = words.map((word) => ({ word, weight: weightOf(word) * (inTitle.has(word) ? TITLE_WEIGHT : 1) }))
  const compared = most(all, COMPARED)
  return {
    words: compared,
    title: most(
      [...inTitle].map((word) => ({ word, weight: weightOf(word) })),
      TITLE,
    ),
    norm: Math.sqrt(compared.reduce((sum, { weight }) => sum + weight ** 2, 0)),
  }
}

/**
 * How alike two texts are, 0 to 1: a third for the words they share (cosine), two thirds for how much of each one's
 * title the other holds. A title names place and trouble; long letters share little but their titles.
 * The shares were fitted on the labelled pairs (README).
 */
export const likenessOf = (cosine: number, titlesHeld: number): number => 0.35 * cosine + 0.65 * titlesHeld

/** What counts beside the words. `days` between them; areas as paths, `''` where none is known. */
export type Beside = { readonly days: number; readonly area: string; readonly other: string }

/**
 * Place and time on top of the words: another street speaks against one matter, the same one for it; what lies long
 * back is rather a precedent than a repeat. Between 0 and 1 like the likeness itself.
 */
export function scoreOf(likeness: number, { days, area, other }: Beside): number {
  const place = area === '' || other === '' ? 1 : withinOneAnother(area, other) ? 1.1 : 0.75
  const time = days <= 60 ? 1 : Math.max(0.8, 1 - (days - 60) / 1_500)
  return Math.min(1, likeness * place * time)
}

const withinOneAnother = (area: string, other: string): boolean =>
  area === other || area.startsWith(`${other}/`) || other.startsWith(`${area}/`)
