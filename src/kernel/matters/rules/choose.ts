import type { Matter } from '../model.ts'

/** How much a word of the title weighs against one of the text. */
const TITLE = 3

/**
 * The matter whose intake words speak most in a message, words of the title counting threefold; null where none speaks.
 * Ties go to the more urgent, then to the first in the order given. A person may always choose another.
 */
export function chooseMatter<M extends Pick<Matter, 'id' | 'intakeWords' | 'urgent'>>(
  matters: readonly M[],
  { title, text }: { readonly title: string; readonly text: string },
): M | null {
  let best: { matter: M; score: number } | null = null
  for (const matter of matters) {
    const score = matter.intakeWords.reduce(
      (sum, word) => (word === '' ? sum : sum + (title.includes(word) ? TITLE : 0) + (text.includes(word) ? 1 : 0)),
      matter.urgent ? 0.5 : 0,
    )
    if (score >= 1 && (best === null || score > best.score)) best = { matter, score }
  }
  return best?.matter ?? null
}
