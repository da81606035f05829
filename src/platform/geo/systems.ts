import module from 'gcoord'
import type { LngLat, MultiPolygon } from './shapes.ts'

/**
 * The systems a Chinese map may speak. Inside the house every point is WGS84; CGCS2000, the national one, differs from
 * it by centimetres and is taken as the same. The other two are met at the edge only: maps that must be shifted.
 */
export const coordinateSystems = ['WGS84', 'CGCS2000', 'GCJ-02', 'BD-09'] as const
export type CoordinateSystem = (typeof coordinateSystems)[number]

// What Node and Vite hand over is the library itself; its types think of it as wrapped once more.
const gcoord = module as unknown as typeof module.default

type Shift = (point: LngLat) => LngLat
const plain: Shift = (point) => point

function gcoordShift(to: 'GCJ02' | 'BD09'): Shift {
  const { WGS84 } = gcoord.CRSTypes
  const target = gcoord.CRSTypes[to]
  return ([lng, lat]) => {
    const [x, y] = gcoord.transform([lng, lat], WGS84, target)
    return [x, y]
  }
}

/** The way back: what the shift leads to the point, found in small steps to 10⁻¹⁰ degrees (a hundredth of a millimetre). */
const undone =
  (shift: Shift): Shift =>
  (point) => {
    let [lng, lat] = point
    for (let step = 0; step < 20; step++) {
      const [x, y] = shift([lng, lat])
      const [east, north] = [point[0] - x, point[1] - y]
      lng += east
      lat += north
      if (Math.abs(east) < 1e-10 && Math.abs(north) < 1e-10) break
    }
    return [lng, lat]
  }

const outward: Readonly<Record<CoordinateSystem, Shift>> = {
  WGS84: plain,
  CGCS2000: plain,
  'GCJ-02': gcoordShift('GCJ02'),
  'BD-09': gcoordShift('BD09'),
}
const inward: Readonly<Record<CoordinateSystem, Shift>> = {
  WGS84: plain,
  CGCS2000: plain,
  'GCJ-02': undone(outward['GCJ-02']),
  'BD-09': undone(outward['BD-09']),
}

/** A point of ours as another system writes it. Outside of China the shifted systems do not shift. */
export const toSystem = (system: CoordinateSystem, point: LngLat): LngLat => outward[system](point)

/** A point as another system writes it, in WGS84; there and back again differs by less than a tenth of a millimetre. */
export const fromSystem = (system: CoordinateSystem, point: LngLat): LngLat => inward[system](point)

/** Every point of a surface moved by the same rule. */
export const movedSurface = (polygons: MultiPolygon, move: (point: LngLat) => LngLat): MultiPolygon =>
  polygons.map((polygon) => polygon.map((ring) => ring.map(move)))
