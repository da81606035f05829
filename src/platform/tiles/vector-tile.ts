import type { LngLat, Ring } from '../geo/shapes.ts'
import { EXTENT, type TileFeature, type TileProperties } from './model.ts'
import { type Tile, tileUnits } from './tile-grid.ts'
import { writeTile } from './write-tile.ts'

export type TilePoint = { readonly at: LngLat; readonly tags: TileProperties }
export type TileArea = { readonly rings: readonly Ring[]; readonly tags: TileProperties }

/** Points of a layer in the steps of a tile. */
export const pointsIn = (tile: Tile, points: readonly TilePoint[]): TileFeature[] =>
  points.map(({ at, tags }) => ({ kind: 'point', parts: [stepsOf(tile, at)], properties: tags }))

/** Areas of a layer in the steps of a tile; what reaches over its edge is kept, and cut by whoever draws it. */
export const areasIn = (tile: Tile, areas: readonly TileArea[]): TileFeature[] =>
  areas.map(({ rings, tags }) => ({
    kind: 'surface',
    parts: rings.map((ring) => turned(ring, tile).flat()),
    properties: tags,
  }))

/** The bytes of a tile with these layers, uncompressed. */
export const tileOf = (layers: Readonly<Record<string, readonly TileFeature[]>>): Buffer =>
  Buffer.from(writeTile(Object.entries(layers).map(([name, features]) => ({ name, features }))))

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
