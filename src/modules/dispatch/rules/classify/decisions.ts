import { isUnder } from '../propose/propose.ts'

/** A new class needs so many decisions, or it would be learnt from chance. */
const FEWEST = 30

export type LabelsOf = {
  readonly labels: readonly string[]
  /** Parts of the catalogue that a class speaks of. */
  themesOf(label: string): readonly string[]
}

/**
 * The class of every decision, null where it teaches nothing: the class whose part of the catalogue was chosen, the
 * narrowest part first; a theme that no class speaks of becomes one itself where enough was decided about it.
 */
export function labelsOfDecisions(categories: readonly string[], { labels, themesOf }: LabelsOf): (string | null)[] {
  const parts = labels
    .flatMap((label) => [label, ...themesOf(label)].map((theme) => ({ label, theme })))
    .toSorted((a, b) => b.theme.length - a.theme.length)
  const named = categories.map(
    (category) => parts.find(({ theme }) => isUnder(category, theme))?.label ?? (category.split('/')[0] || null),
  )
  const counts = new Map<string, number>()
  for (const label of named) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1)
  return named.map((label) =>
    label !== null && (labels.includes(label) || (counts.get(label) ?? 0) >= FEWEST) ? label : null,
  )
}
