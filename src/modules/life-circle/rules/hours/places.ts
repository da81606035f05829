import type { Moment, OpenState } from '../../model/hours.ts'
import type { Kind } from '../../model/kinds.ts'
import type { PlaceTold } from '../../model/places.ts'
import { openState } from './open.ts'

/** Kinds that stand in the street and cannot be shut: always there where no hours are written (△ a setting of ours). */
const unshut: ReadonlySet<Kind> = new Set(['bus-stop', 'bicycle-parking', 'square', 'pocket-park'])

/** Whether a place is open at a moment. */
export const placeState = ({ kind, hours = '' }: Pick<PlaceTold, 'kind' | 'hours'>, moment: Moment): OpenState =>
  hours.trim() === '' && unshut.has(kind) ? 'open' : openState(hours, moment)

/** Places of a moment: those open for certain, and with them those that nobody knows of. */
export type PlacesAt = {
  readonly open: readonly PlaceTold[]
  readonly perhaps: readonly PlaceTold[]
  readonly closed: ReadonlyMap<Kind, number>
  readonly unknown: ReadonlyMap<Kind, number>
}

/** Facilities by whether they are open at a moment, each counted once; the order stays. */
export function placesAt(told: readonly PlaceTold[], moment: Moment): PlacesAt {
  const states = told.map((place) => placeState(place, moment))
  const counted = (state: OpenState) => {
    const counts = new Map<Kind, number>()
    for (const [at, { kind }] of told.entries()) if (states[at] === state) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return counts
  }
  return {
    open: told.filter((_, at) => states[at] === 'open'),
    perhaps: told.filter((_, at) => states[at] !== 'closed'),
    closed: counted('closed'),
    unknown: counted('unknown'),
  }
}
