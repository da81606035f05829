import type { Guess } from '../../../../kernel/cases/model/reading.ts'

/** How many are shown to whoever dispatches. */
const MOST = 3
/** A class less likely than this is no proposal; the words of the matters say more. */
const LEAST = 0.01

export type Asked = {
  /** The classes the model finds likeliest, with their confidence; empty where it is silent or there is none. */
  readonly guesses: readonly { readonly label: string; readonly confidence: number }[]
  /** Categories of the matters whose words are met, the loudest first. */
  readonly spoken: readonly string[]
  /** The category the case stands under; null where it was filed under what no other matter speaks of. */
  readonly filed: string | null
  /** Themes of this city's catalogue that a class speaks of. */
  themesOf(label: string): readonly string[]
  /** Every class of the model. */
  readonly labels: readonly string[]
}

export const isUnder = (category: string, theme: string): boolean =>
  category === theme || category.startsWith(`${theme}/`)

/**
 * The likeliest categories. A class of the model is coarse, so within it the words of the matters name the finer one,
 * then what was filed; else its widest theme stands. A model knows only its own classes: what was filed outside of all
 * of them goes first, without a confidence, as nobody has measured that.
 */
export function likeliest({ guesses, spoken, filed, themesOf, labels }: Asked): Guess[] {
  const known = labels.flatMap(themesOf)
  const isForeign = (category: string) => !known.some((theme) => isUnder(category, theme))
  const guessed = guesses.flatMap(({ label, confidence }): Guess[] => {
    if (confidence < LEAST) return []
    const themes = themesOf(label)
    const within = (category: string) => themes.some((theme) => isUnder(category, theme))
    const finer = filed !== null && within(filed) && !spoken.some(within) ? filed : spoken.find(within)
    const category = finer ?? themes[0]
    return category === undefined ? [] : [{ category, label, confidence }]
  })
  const told = [...(filed === null ? [] : [filed]), ...spoken].map((category) => ({
    category,
    label: null,
    confidence: null,
  }))
  const first = told.filter(({ category }, at) => at === 0 && isForeign(category))
  return distinct([...first, ...guessed, ...told]).slice(0, MOST)
}

const distinct = (guesses: readonly Guess[]): Guess[] => {
  const seen = new Set<string>()
  return guesses.filter(({ category }) => !seen.has(category) && seen.add(category))
}
