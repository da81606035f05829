import { bboxOf, type LngLat } from '../../../platform/geo/shapes.ts'
import { quadOf } from '../../../platform/tiles/tile-grid.ts'

/** An area drawn on the map: its corners as PostgreSQL writes a polygon, and the span of quads that its box lies in. */
export type RingAsked = { readonly ring: string; readonly quads: { readonly from: number; readonly to: number } }

/** Reads `lng,lat;lng,lat;…`, whose form the door has checked. */
export function ringAsked(text: string): RingAsked {
  const corners = cornersOf(text)
  const box = bboxOf(corners) ?? [0, 0, 0, 0]
  // Quads grow to the east and to the south, so the first corner of a box on that line is its north-west.
  const [west, south, east, north] = box
  return {
    ring: `(${corners.map(([lng, lat]) => `(${lng},${lat})`).join(',')})`,
    quads: { from: quadOf([west, north]), to: quadOf([east, south]) },
  }
}

export const cornersOf = (text: string): LngLat[] =>
  text.split(';').map((corner) => {
    const [lng = 0, lat = 0] = corner.split(',').map(Number)
    return [lng, lat]
  })

/** The text of a ring, some ten centimetres fine; a closing corner is left out. */
export function ringText(ring: readonly LngLat[]): string {
  const [first, last] = [ring[0], ring.at(-1)]
  const isClosed = first && last && ring.length > 1 && first[0] === last[0] && first[1] === last[1]
  const corners = isClosed ? ring.slice(0, -1) : ring
  return corners.map((corner) => corner.map((part) => Number(part.toFixed(6))).join(',')).join(';')
}
