/** A town of eleven by eleven crossings 99 metres apart, a home beside every one, for tests. */
import { planeAt } from '../../../platform/geo/measure.ts'
import type { LngLat } from '../../../platform/geo/shapes.ts'
import { readOsm } from '../../../platform/osm/read.ts'
import type { HomeTold, PlaceTold } from '../model/places.ts'
import { networkOf } from '../rules/network/network.ts'
import { groundOf } from '../rules/snap/grid.ts'
import { snapHomes, snapperOf } from '../rules/snap/snap.ts'
import type { Keeping } from '../store/networks.ts'

const side = 11
const plane = planeAt([117.6, 31.1])
/** The crossing so many blocks east and north of the corner. */
export const crossing = (east: number, north: number): LngLat => plane.toLngLat([east * 99, north * 99])

const each = Array.from({ length: side }, (_, at) => at)

/** Its map as a file of OpenStreetMap. */
export function osmText(): string {
  const nodes = each.flatMap((north) =>
    each.map((east) => {
      const [lng, lat] = crossing(east, north)
      return `<node id="${north * side + east + 1}" lat="${lat.toFixed(7)}" lon="${lng.toFixed(7)}"/>`
    }),
  )
  const way = (id: number, ids: readonly number[]) =>
    `<way id="${id}">${ids.map((ref) => `<nd ref="${ref}"/>`).join('')}<tag k="highway" v="residential"/></way>`
  const ways = each.flatMap((line) => [
    way(
      1_000 + line,
      each.map((east) => line * side + east + 1),
    ),
    way(
      2_000 + line,
      each.map((north) => north * side + line + 1),
    ),
  ])
  return `<?xml version="1.0"?><osm version="0.6">${nodes.join('')}${ways.join('')}</osm>`
}

/** The town as an import would hand it over: ten people at each crossing, and what the map tells of facilities. */
export async function gridTown(district: string, places: readonly PlaceTold[]): Promise<Keeping> {
  const read = await readOsm(Buffer.from(osmText()))
  if (!read.ok) throw new Error(read.refusal)
  const made = networkOf(read.osm)
  if (!made.ok) throw new Error(made.refusal)
  const told: HomeTold[] = each.flatMap((north) =>
    each.map((east) => ({ id: `home/${east}-${north}`, at: crossing(east, north), people: 10 })),
  )
  const { troubles: _, ...homes } = snapHomes(snapperOf(groundOf(made.network)), told)
  return {
    district,
    source: { name: 'grid-town.osm', sha256: 'x', population: null },
    data: { network: made.network, homes, places },
    report: made.report,
  }
}

export const placeAt = (id: string, kind: PlaceTold['kind'], east: number, north: number): PlaceTold => ({
  id,
  kind,
  name: id,
  at: crossing(east, north),
  doors: [],
  capacity: null,
  level: null,
})
