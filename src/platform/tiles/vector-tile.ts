import vtPbf from 'vt-pbf'
import type { LngLat, Ring } from '../geo/shapes.ts'
import { type Tile, tileUnits } from './tile-grid.ts'

/** Steps along the side of a tile (Mapbox Vector Tile specification 2.1, 4.3). */
const EXTENT = 4_096

export type TileTags = Readonly<Record<string, string | number | boolean>>
export type TilePoint = { readonly at: LngLat; readonly tags: TileTags }
export type TileArea = { readonly rings: readonly Ring[]; readonly tags: TileTags }

type Drawn = { readonly type: 1 | 2 | 3; readonly geometry: readonly unknown[]; readonly tags: TileTags }

/** Points of a layer in the steps of a tile. */
export const pointsIn = (tile: Tile, points: readonly TilePoint[]): Drawn[] =>
  points.map(({ at, tags }) => ({ type: 1, geometry: [stepsOf(tile, at)], tags }))

/** Areas of a layer in the steps of a tile; what reaches over its edge is kept, and cut by whoever draws it. */
export const areasIn = (tile: Tile, areas: readonly TileArea[]): Drawn[] =>
  areas.map(({ rings, tags }) => ({ type: 3, geometry: rings.map((ring) => turned(ring, tile)), tags }))

/** The bytes of a tile with these layers, uncompressed. */
export const tileOf = (layers: Readonly<Record<string, readonly Drawn[]>>): Buffer =>
  Buffer.from(
    vtPbf.fromGeojsonVt(
      Object.fromEntries(Object.entries(layers).map(([name, features]) => [name, { features: [...features] }])),
      { version: 2, extent: EXTENT },
    ),
  )

function stepsOf({ z, x, y }: Tile, point: LngLat): [number, number] {
  const [across, down] = tileUnits(point, z)
  return [Math.round((across - x) * EXTENT), Math.round((down - y) * EXTENT)]
}

/** Outer rings turn clockwise on the screen (specification, 4.3.4.4), where y grows downwards. */
function turned(ring: Ring, tile: Tile): [number, number][] {
  const steps = ring.map((point) => stepsOf(tile, point))
  const twice = steps.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = steps[(at + 1) % steps.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
  return twice < 0 ? steps.reverse() : steps
}
