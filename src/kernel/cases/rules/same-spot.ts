import type { Json } from '../../../platform/canonical.ts'
import { haversine } from '../../../platform/geo/measure.ts'
import type { Spot, SpotVerdict } from '../model/case.ts'
import type { Comparing } from '../model/procedure.ts'

/** The facts that a comparing move states, under the names by which the timeline shows them. */
export type SpotCheck = { readonly sameSpot: SpotVerdict; readonly metres?: number; readonly degrees?: number }
export const comparedFields = ['sameSpot', 'metres', 'degrees'] as const

/** Two photographs of one place are taken no farther apart than this, in metres, beside what the devices may be wrong by. */
const SAME_METRES = 30
/** A camera that looks more than this past the first, in degrees, shows another scene. */
const SAME_DEGREES = 60
/** No device is believed to be wrong by more than this, in metres: who knows less does not know where he is. */
const WORST_ACCURACY = 100

/** Whether two pictures show the same place from the same side. 数字城管: before and after at the same spot (○). */
export function compareSpots(before: Spot | null, after: Spot | null): SpotCheck {
  if (!before || !after) return { sameSpot: 'unknown' }
  const metres = Math.round(metresBetween(before, after))
  const isFar = metres > SAME_METRES + slackOf(before) + slackOf(after)
  if (before.heading === undefined || after.heading === undefined) return { sameSpot: isFar ? 'far' : 'same', metres }
  const degrees = Math.round(degreesBetween(before.heading, after.heading))
  return { sameSpot: isFar ? 'far' : degrees > SAME_DEGREES ? 'turned' : 'same', metres, degrees }
}

/** Whether somebody stands too far from the case for what he is about to say of it. Where nothing is known, he does not. */
export function isTooFar(before: Spot | null, after: Spot | null, within: number): boolean {
  return before !== null && after !== null && metresBetween(before, after) - slackOf(after) > within
}

const slackOf = ({ accuracy = 0 }: Spot): number => Math.min(accuracy, WORST_ACCURACY)

/** Metres along the ground. */
export const metresBetween = (a: Spot, b: Spot): number => haversine([a.lng, a.lat], [b.lng, b.lat])

/** The smaller angle between two directions, 0 to 180. */
export function degreesBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % 360
  return turn > 180 ? 360 - turn : turn
}

/** A place as a field or a mark holds it; null for anything else. */
export function spotOf(value: Json | undefined): Spot | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { lng, lat } = value as { readonly [key: string]: Json }
  return typeof lng === 'number' && typeof lat === 'number' ? (value as unknown as Spot) : null
}

type Written = Readonly<Record<string, Json>>

/** What a move that compares places states beside what was asked, or why it may not be made there. */
export function comparedIn(
  { field, with: mark, within }: Comparing,
  marks: Written,
  fields: Written,
): { readonly ok: true; readonly check: SpotCheck } | { readonly ok: false } {
  const [before, after] = [spotOf(marks[mark]), spotOf(fields[field])]
  if (within !== undefined && isTooFar(before, after, within)) return { ok: false }
  return { ok: true, check: compareSpots(before, after) }
}
