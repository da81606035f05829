import type { CategoryPath, Matter } from '../model.ts'

type Spoken = Pick<Matter, 'id' | 'intakeWords' | 'urgent'>
type Words = { readonly title: string; readonly text: string }

/** How much a word of the title weighs against one of the text. */
const TITLE = 1.5

/**
 * The matters whose words a message speaks, the one it speaks of most first; none where no word of any is met. A word
 * weighs by its length each time it is spoken, in the title half as much again; one that is part of a longer one met
 * does not count beside it. Of two that weigh the same the urgent one goes first, then the one spoken of first.
 * What a resident is shown before he sends is chosen by the same rule as what is filed.
 */
export function mattersByWords<M extends Spoken>(matters: readonly M[], { title, text }: Words): readonly M[] {
  const whole = `${title}\n${text}`
  const found = matters.flatMap((matter) => {
    const spoken = matter.intakeWords.filter((word) => word !== '' && whole.includes(word))
    const met = spoken.filter((word) => !spoken.some((other) => other !== word && other.includes(word)))
    const weightOf = (word: string) => word.length * (TITLE * timesIn(title, word) + timesIn(text, word))
    const weight = met.reduce((sum, word) => sum + weightOf(word), 0)
    const first = Math.min(...met.map((word) => whole.indexOf(word)))
    return weight > 0 ? [{ matter, weight, first, rank: matter.urgent ? 0 : 1 }] : []
  })
  found.sort(
    (a, b) => b.weight - a.weight || a.rank - b.rank || a.first - b.first || (a.matter.id < b.matter.id ? -1 : 1),
  )
  return found.map(({ matter }) => matter)
}

const timesIn = (text: string, word: string): number => text.split(word).length - 1

/** The matter a message is filed under where nobody has chosen one; null where no word of any matter is met. */
export const matterByWords = <M extends Spoken>(matters: readonly M[], words: Words): M | null =>
  mattersByWords(matters, words)[0] ?? null

type Classified = Pick<Matter, 'id' | 'category' | 'kind'>

/**
 * The matter to which a category belongs: the one whose own category lies nearest above it or is it. Of several the one
 * the case lives under already, then one of the same kind, then the first by id. Null where none covers the category.
 */
export function matterOfCategory<M extends Classified>(
  matters: readonly M[],
  category: CategoryPath,
  now: Pick<Matter, 'id' | 'kind'>,
): M | null {
  const covering = matters.filter((matter) => matter.category.every((step, at) => step === category[at]))
  const distance = ({ id, category: own, kind }: M) => -own.length * 4 + (id === now.id ? 0 : kind === now.kind ? 1 : 2)
  return covering.toSorted((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1))[0] ?? null
}
