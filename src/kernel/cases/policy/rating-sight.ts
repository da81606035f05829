import type { Json } from '../../../platform/canonical.ts'
import type { Matter } from '../../matters/model.ts'
import type { Capacity, StaffWho } from '../../organisations/model.ts'
import { capacitiesOver, postsWith } from '../../organisations/policy.ts'
import type { CaseEvent, CaseState } from '../model/case.ts'
import { scopedOf } from '../policy.ts'
import { maskPersonal } from '../rules/personal/mask.ts'
import type { OpenedEvent } from '../rules/present-timeline.ts'
import type { AnyProcedure } from '../rules/procedure.ts'
import { ratingIsOut } from '../rules/rating-out.ts'
import { READ_RIGHT } from './sight.ts'

// 好差评: the rater's identity must not reach the rated (domain.md 1.4). Whoever deals with a case learns how it was
// rated only when it is over, so that the hour of a rating does not betray who gave it, or when he must put it right.

const overseers: readonly Capacity[] = ['visit-steward', 'supervisor', 'auditor', 'administrator']

/** Whether somebody sees ratings whole: those who watch over ratings, in cases they never had a hand in. */
export function seesRatingsWhole(who: StaffWho, state: CaseState): boolean {
  if (state.handlers.includes(who.id)) return false
  const capacities = capacitiesOver({ ...who, posts: postsWith(who, READ_RIGHT) }, scopedOf(state))
  return overseers.some((capacity) => capacities.has(capacity))
}

/** Whether the rated may know of the rating of this case yet. */
export const isRatingOut = ({ stage }: Pick<CaseState, 'stage'>, { stages }: AnyProcedure): boolean =>
  ratingIsOut({ stage, settled: stages[stage]?.settled === true })

/** Whether an event is a rating, by the nature of its move. */
export const isRating = ({ body }: CaseEvent, procedure: AnyProcedure): boolean =>
  'move' in body && (procedure.moves[body.move]?.nature?.includes('rates') ?? false)

export type RatedCase = {
  readonly state: CaseState
  readonly procedure: AnyProcedure
  /** The matter's rule: the words go back to the unit only where it has to put bad ratings right. */
  readonly rule: Matter['rating'] | null
}

/** The facts of a case as this person may see them: ratings left out, or without their words, hour and telephone numbers. */
export function ratingsSeenBy(who: StaffWho, rated: RatedCase, opened: readonly OpenedEvent[]): OpenedEvent[] {
  const { state, procedure, rule } = rated
  if (seesRatingsWhole(who, state)) return [...opened]
  const isOut = isRatingOut(state, procedure)
  return opened.flatMap((one) => {
    if (!isRating(one.event, procedure)) return [one]
    return isOut ? [covered(one, state, rule)] : []
  })
}

function covered({ event, secret }: OpenedEvent, { marks }: CaseState, rule: RatedCase['rule']): OpenedEvent {
  const over = typeof marks.closedAt === 'string' && marks.closedAt > event.at ? marks.closedAt : event.at
  const words = secret === null || secret === 'destroyed' || !rule?.rectify ? null : coverWords(secret)
  return { event: { ...event, at: over as CaseEvent['at'], by: 'person_' }, secret: words }
}

const coverWords = (secret: Readonly<Record<string, Json>>): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(secret).map(([name, value]) => [
      name,
      typeof value === 'string' ? maskPersonal(value) : (value ?? null),
    ]),
  )

/** The stars on a card, for somebody who may not know them yet: none. */
export const starsSeenBy = (who: StaffWho, { state, procedure }: RatedCase): number | null => {
  const { stars } = state.marks
  return typeof stars === 'number' && (isRatingOut(state, procedure) || seesRatingsWhole(who, state)) ? stars : null
}
