import type { ProposalState, Repeating } from '../model/proactive.ts'

/** So often at one place, in so many different weeks, and it is no accident (△). */
const AT_A_PLACE = { cases: 4, weeks: 3 } as const
/** So often all over, at so many places (△). */
const ALL_OVER = { cases: 12, weeks: 4, places: 4 } as const

/** Whether it repeats so often that it is worth solving at its root. */
export const isWorthIt = ({ kind, cases, weeks, places }: Repeating): boolean =>
  kind === 'place'
    ? cases >= AT_A_PLACE.cases && weeks >= AT_A_PLACE.weeks
    : cases >= ALL_OVER.cases && weeks >= ALL_OVER.weeks && places >= ALL_OVER.places

export type Earlier = Pick<Repeating, 'kind' | 'place' | 'category' | 'cases'> & { readonly state: ProposalState }

const keyOf = ({ kind, place, category }: Pick<Repeating, 'kind' | 'place' | 'category'>): string =>
  `${kind} ${place} ${category}`

/** What was dismissed is proposed again only when it has grown by half. */
const GROWN = 1.5

/**
 * What to propose this month, the most frequent first: what repeats and is not proposed, accepted or dismissed already.
 * `earlier` are the proposals of the last half year.
 */
export function toPropose(found: readonly Repeating[], earlier: readonly Earlier[]): readonly Repeating[] {
  const known = new Map<string, Earlier[]>()
  for (const one of earlier) known.set(keyOf(one), [...(known.get(keyOf(one)) ?? []), one])
  const isNew = (one: Repeating) =>
    (known.get(keyOf(one)) ?? []).every(({ state, cases }) => state === 'dismissed' && one.cases >= cases * GROWN)
  return found.filter((one) => isWorthIt(one) && isNew(one)).toSorted((a, b) => b.cases - a.cases)
}
