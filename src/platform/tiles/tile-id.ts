import type { Tile } from './tile-grid.ts'

/**
 * The number of a tile in an archive (PMTiles 3, section 4.1): all smaller zooms first, then along the Hilbert curve, so
 * that neighbours on the ground are neighbours in the file. Exact up to zoom 26.
 */
export function tileId({ z, x, y }: Tile): number {
  let id = (4 ** z - 1) / 3
  let [column, row] = [x, y]
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const right = (column & side) > 0 ? 1 : 0
    const low = (row & side) > 0 ? 1 : 0
    id += side * side * ((3 * right) ^ low)
    if (low === 0) {
      if (right === 1) {
        column = side - 1 - (column & (side - 1))
        row = side - 1 - (row & (side - 1))
      }
      ;[column, row] = [row, column]
    }
  }
  return id
}
