import { planeAt } from '../../../../platform/geo/measure.ts'
import type { LngLat } from '../../../../platform/geo/shapes.ts'
import type { Reach } from '../../model/measures.ts'
import type { Time } from '../../model/walk.ts'

const SQUARE = 100
/** Rounding of times to hundredths of a second, and of metres, is within this. */
const SLACK = 1.02

/**
 * The most that a site can gain: all the weight in the square round the circle as the crow flies, since no path is
 * shorter. From sums over rectangles, so a question costs four look-ups.
 */
export function boundsOver({ walk, homes }: Reach, weights: Float64Array, limit: Time): (at: LngLat) => number {
  const plane = planeAt(walk.network.origin)
  const hasFerry = walk.network.classes.some(({ kind }) => kind === 'ferry')
  if (hasFerry) {
    const everything = weights.reduce((sum, weight) => sum + weight, 0)
    return () => everything
  }
  const metres = (limit / walk.perMetre) * SLACK + 1
  const points = Array.from({ length: homes.count }, (_, home) =>
    plane.toMetres([(homes.lng[home] ?? 0) / 1e7, (homes.lat[home] ?? 0) / 1e7]),
  )
  const west = points.reduce((least, [x]) => Math.min(least, x), 0)
  const south = points.reduce((least, [, y]) => Math.min(least, y), 0)
  const columns = Math.floor((points.reduce((most, [x]) => Math.max(most, x), 0) - west) / SQUARE) + 1
  const rows = Math.floor((points.reduce((most, [, y]) => Math.max(most, y), 0) - south) / SQUARE) + 1
  const sums = new Float64Array((columns + 1) * (rows + 1))
  const wide = columns + 1
  for (const [home, [x, y]] of points.entries()) {
    const cell = (Math.floor((y - south) / SQUARE) + 1) * wide + Math.floor((x - west) / SQUARE) + 1
    sums[cell] = (sums[cell] ?? 0) + (weights[home] ?? 0)
  }
  for (let row = 1; row <= rows; row += 1)
    for (let column = 1; column <= columns; column += 1) {
      const cell = row * wide + column
      sums[cell] = (sums[cell] ?? 0) + (sums[cell - 1] ?? 0) + (sums[cell - wide] ?? 0) - (sums[cell - wide - 1] ?? 0)
    }
  const within = (value: number, most: number): number => Math.max(0, Math.min(most, value))
  return (at) => {
    const [x, y] = plane.toMetres(at)
    const left = within(Math.floor((x - metres - west) / SQUARE), columns)
    const right = within(Math.floor((x + metres - west) / SQUARE) + 1, columns)
    const low = within(Math.floor((y - metres - south) / SQUARE), rows)
    const high = within(Math.floor((y + metres - south) / SQUARE) + 1, rows)
    const sum = (row: number, column: number) => sums[row * wide + column] ?? 0
    // Sums of floats may come out a breath too small.
    return Math.max(0, sum(high, right) - sum(high, left) - sum(low, right) + sum(low, left)) * (1 + 1e-9)
  }
}
