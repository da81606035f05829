import type { Matter } from '../../matters/model.ts'

type Offered = Pick<Matter, 'id' | 'intakeWords'>

/**
 * The matter whose words a message speaks most of: long words count for more, what stands in the title counts twice,
 * and of two that are met as often the one spoken of first. Null where no word of any matter is met.
 */
export function matterByWords<M extends Offered>(
  matters: readonly M[],
  { title, text }: { readonly title: string; readonly text: string },
): M | null {
  const whole = `${title}\n${text}`
  const found = matters.flatMap((matter) => {
    const met = matter.intakeWords.filter((word) => whole.includes(word))
    const times = (word: string) => (title.includes(word) ? 2 : 0) + (text.includes(word) ? 1 : 0)
    const weight = met.reduce((sum, word) => sum + word.length ** 2 * times(word), 0)
    const first = Math.min(...met.map((word) => whole.indexOf(word)))
    return weight > 0 ? [{ matter, weight, first }] : []
  })
  found.sort((a, b) => b.weight - a.weight || a.first - b.first || (a.matter.id < b.matter.id ? -1 : 1))
  return found[0]?.matter ?? null
}
