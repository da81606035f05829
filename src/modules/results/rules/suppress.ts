import { type Counts, counters, type PlaceLevel } from '../model.ts'

/** What was answered in one place (codes from the street down, empty where nobody knew) about one theme. */
export type Cell = { readonly area: string; readonly theme: string; readonly counts: Counts }
export type PublishedCell = Cell & { readonly level: PlaceLevel; readonly rest: boolean }

const none = Object.fromEntries(counters.map((counter) => [counter, 0])) as Record<keyof Counts, number>

export const plus = (a: Counts, b: Counts): Counts =>
  Object.fromEntries(counters.map((counter) => [counter, a[counter] + b[counter]])) as Record<keyof Counts, number>

export const answeredOf = ({ solved, explained, unsolved }: Counts): number => solved + explained + unsolved

const levels: readonly PlaceLevel[] = ['district', 'street', 'community', 'grid']
export const levelOf = (area: string): PlaceLevel =>
  area === '' ? 'district' : (levels[area.split('/').length] ?? 'grid')

export const above = (area: string): string => area.slice(0, Math.max(0, area.lastIndexOf('/')))

/**
 * The cells that may be published. Those of fewer answers than `least` join the rest of the wider place, and so on up to
 * the district; what is too small even there joins one row without a theme, or is left out. Published cells are disjoint.
 */
export function suppress(cells: readonly Cell[], least: number): readonly PublishedCell[] {
  const themes = [...new Set(cells.map(({ theme }) => theme))].toSorted()
  const published: PublishedCell[] = []
  let left: Counts = none
  for (const theme of themes) {
    const own = cells.filter((cell) => cell.theme === theme)
    const { rows, rest } = ofTheme(own, least)
    published.push(...rows.map((row) => ({ ...row, theme })))
    left = plus(left, rest)
  }
  if (answeredOf(left) >= least) published.push({ area: '', theme: '', counts: left, level: 'district', rest: true })
  return published
}

type Row = Omit<PublishedCell, 'theme'>

/** From the grids up: what is large enough stays where it is, the others are carried on. */
function ofTheme(cells: readonly Cell[], least: number): { rows: Row[]; rest: Counts } {
  const open = new Map<string, Counts>()
  for (const { area, counts } of cells) open.set(area, plus(open.get(area) ?? none, counts))
  const rows: Row[] = []
  const withParts = new Set<string>()
  for (const level of levels.toReversed()) {
    for (const [area, counts] of [...open].filter(([one]) => levelOf(one) === level)) {
      open.delete(area)
      if (answeredOf(counts) >= least) {
        rows.push({ area, counts, level, rest: withParts.has(area) })
        for (let up = area; up !== ''; up = above(up)) withParts.add(above(up))
      } else if (level === 'district') return { rows, rest: counts }
      else open.set(above(area), plus(open.get(above(area)) ?? none, counts))
    }
  }
  return { rows, rest: none }
}
