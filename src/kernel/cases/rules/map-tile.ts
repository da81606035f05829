import { type Tile, tileBox } from '../../../platform/tiles/tile-grid.ts'
import type { TileArea, TilePoint } from '../../../platform/tiles/vector-tile.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Filters } from '../model/lists.ts'
import type { Counted, HeapRow, SpotRow } from '../model/map.ts'
import type { CaseLight } from '../model/views.ts'
import { borderOf, middleOf } from './cells.ts'
import { lightOf } from './present.ts'

/** The colours of the kit that tell a light on a map. */
const tones = { red: 'bad', yellow: 'warn', green: 'good', none: 'off' } as const satisfies Record<CaseLight, string>

export const spotPoint = (row: SpotRow, now: Instant): TilePoint => ({
  at: [row.lng, row.lat],
  tags: { id: row.id, name: row.title ?? row.number, note: row.number, tone: tones[lightOf(row, now)] },
})

/** `per` says how many cases each one that was looked at stands for; more than one, the count is an estimate. */
export const heapPoint = ({ lng, lat, count, overdue }: HeapRow, per: number): TilePoint => ({
  at: [lng, lat],
  tags: {
    id: `${lng.toFixed(5)},${lat.toFixed(5)}`,
    name: `${per > 1 ? '≈' : ''}${count}`,
    count,
    tone: overdue > 0 ? 'bad' : 'plain',
    ...(per > 1 ? { about: 'yes' } : {}),
  },
})

/** Says of a tile that it was made from a sample. */
export const samplePoint = (tile: Tile, per: number): TilePoint => {
  const [west, south, east, north] = tileBox(tile)
  return { at: [(west + east) / 2, (south + north) / 2], tags: { per } }
}

export type CellCount = { readonly cell: string; readonly n: number }

export const cellPoint = ({ cell, n }: CellCount, what: Counted): TilePoint => ({
  at: middleOf(cell),
  tags: { id: cell, name: String(n), count: n, tone: what === 'overdue' ? 'bad' : 'plain' },
})

export const cellArea = ({ cell, n }: CellCount): TileArea => ({
  rings: [borderOf(cell)],
  tags: { id: cell, name: String(n), value: n, figure: String(n) },
})

/** Which count of the cells tells these filters; null where the cells cannot, as they know only days. */
export function countedBy({
  view = 'all',
  open,
  from: _from,
  to: _to,
  sort: _sort,
  ...others
}: Filters): Counted | null {
  if (Object.values(others).some((value) => value !== undefined)) return null
  if (view === 'overdue') return 'overdue'
  if (view !== 'all' || open === false) return null
  return open ? 'open' : 'filed'
}
