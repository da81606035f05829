import { haversine } from '../../../platform/geo/measure.ts'
import type { LngLat } from '../../../platform/geo/shapes.ts'
import type { Facility } from '../model/facility.ts'
import type { PlaceTold } from '../model/places.ts'

/** A facility of the map this near to one of the ledger, of the same kind, is the same one. */
const SAME_WITHIN = 60

/**
 * What counts as reached: the map's facilities as the city's ledger has them. The ledger has the last word: what it
 * knows, by the number of the map or by kind and place, it replaces; what it says is planned, closed or not open to all
 * is gone. In the order of ids, so that the same ledger gives the same bytes.
 */
export function facilityPlaces(fromMap: readonly PlaceTold[], ledger: readonly Facility[]): PlaceTold[] {
  const named = new Set(ledger.map(({ code }) => code))
  const byKind = new Map<string, Facility[]>()
  for (const one of ledger) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one])
  const isReplaced = ({ id, kind, at }: PlaceTold): boolean =>
    named.has(id) || (byKind.get(kind) ?? []).some(({ lng, lat }) => isNear(at, [lng, lat]))
  const replaced = fromMap.filter(isReplaced)
  const own = ledger.filter(({ status, openToAll }) => status === 'open' && openToAll)
  return [
    ...fromMap.filter((place) => !isReplaced(place)),
    ...own.map((one) => asPlace(one, one.hours.trim() || hoursOf(one, replaced))),
  ].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const isNear = (one: LngLat, other: LngLat): boolean => haversine(one, other) <= SAME_WITHIN

/** Where the ledger says nothing of the hours, what the map says of the same place. */
const hoursOf = ({ code, kind, lng, lat }: Facility, replaced: readonly PlaceTold[]): string =>
  replaced.find((place) => place.id === code || (place.kind === kind && isNear(place.at, [lng, lat])))?.hours ?? ''

const asPlace = (
  { code, kind, name, lng, lat, capacity, floorArea, capacityUnit }: Facility,
  hours: string,
): PlaceTold => ({
  id: code,
  kind,
  name,
  at: [lng, lat],
  doors: [],
  capacity: capacityUnit === null ? floorArea : capacity,
  level: null,
  hours,
})
