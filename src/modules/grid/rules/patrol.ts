import { haversine } from '../../../platform/geo/measure.ts'
import type { LngLat } from '../../../platform/geo/shapes.ts'
import { HOUR, type Instant, later } from '../../../platform/time.ts'
import { DUTY_HOURS, type TrackPoint, type TypeView } from '../model/patrol.ts'

/** One stretch of duty; `ended` null while it lasts. */
export type Duty = { readonly began: Instant; readonly ended: Instant | null }

/** When a stretch of duty is over: signed out, or forgotten for so long. */
export const endOf = ({ began, ended }: Duty): Instant => ended ?? later(began, DUTY_HOURS * HOUR)

/** Whether somebody is on duty at this instant. */
export const isOnDuty = (duty: Duty, at: Instant): boolean => duty.began <= at && at <= endOf(duty)

/** Of what a device sends, what was walked on duty and is not of the future; nothing else is kept. */
export const onDutyOnly = (points: readonly TrackPoint[], duties: readonly Duty[], now: Instant): TrackPoint[] =>
  points
    .map((point) => ({ ...point, at: later(point.at as Instant, 0) }))
    .filter(({ at }) => at <= now && duties.some((duty) => isOnDuty(duty, at)))

export type Stop = { readonly id: string; readonly at: LngLat }

/**
 * The order in which stops are best walked from a place: always to the nearest next, then every pair of ways that cross
 * untied (2-opt). Stops without a place are no part of it. At a hundred stops this is a few milliseconds.
 */
export function routeThrough(from: LngLat, stops: readonly Stop[]): readonly Stop[] {
  const left = [...stops]
  const route: Stop[] = []
  for (let here = from; left.length > 0; ) {
    const nearest = left.reduce((best, stop) => (haversine(here, stop.at) < haversine(here, best.at) ? stop : best))
    left.splice(left.indexOf(nearest), 1)
    route.push(nearest)
    here = nearest.at
  }
  return untied(from, route)
}

function untied(from: LngLat, walked: readonly Stop[]): readonly Stop[] {
  let route = [...walked]
  for (let better = true; better; ) {
    better = false
    for (let first = 0; first < route.length - 1; first++)
      for (let last = first + 1; last < route.length; last++) {
        const turned = [...route.slice(0, first), ...route.slice(first, last + 1).reverse(), ...route.slice(last + 1)]
        if (lengthOf(from, turned) < lengthOf(from, route) - 1) {
          route = turned
          better = true
        }
      }
  }
  return route
}

/** Metres from a place through all stops, as the crow flies. */
export const lengthOf = (from: LngLat, route: readonly Stop[]): number =>
  route.reduce((sum, stop, at) => sum + haversine(at === 0 ? from : (route[at - 1]?.at ?? from), stop.at), 0)

/** Types in the order in which they are offered: those that the words speak of, then those seen here most often. */
export function suggested<T extends Pick<TypeView, 'words' | 'often'>>(
  types: readonly T[],
  text: string,
): readonly T[] {
  const spoken = ({ words }: T) => words.reduce((sum, word) => sum + (text.includes(word) ? word.length : 0), 0)
  return types.toSorted((a, b) => spoken(b) - spoken(a) || b.often - a.often)
}
