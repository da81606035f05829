import { haversine } from '../../../platform/geo/measure.ts'
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
    named.has(id) || (byKind.get(kind) ?? []).some(({ lng, lat }) => haversine(at, [lng, lat]) <= SAME_WITHIN)
  const own = ledger.filter(({ status, openToAll }) => status === 'open' && openToAll)
  return [...fromMap.filter((place) => !isReplaced(place)), ...own.map(asPlace)].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const asPlace = ({ code, kind, name, lng, lat, capacity, floorArea, capacityUnit }: Facility): PlaceTold => ({
  id: code,
  kind,
  name,
  at: [lng, lat],
  doors: [],
  capacity: capacityUnit === null ? floorArea : capacity,
  level: null,
})
