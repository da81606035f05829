import type { Readable } from 'node:stream'
import type { Ground } from '../../kernel/module.ts'
import type { Area, AreaCode } from '../../kernel/places/model.ts'
import { pathTo } from '../../kernel/places/rules.ts'
import { areasOf } from '../../kernel/places/store.ts'
import { localDay } from '../../kernel/worktime/rules.ts'
import { decodeCursor, type Page, pageOf } from '../../platform/http/paging.ts'
import type { Refused } from '../../platform/http/problem.ts'
import { type Column, tableStream } from '../../platform/tables/write.ts'
import {
  type Counter,
  type Counts,
  counters,
  type Period,
  type PublishedMeasures,
  type ResultFilter,
  type ResultQuery,
  type ResultRow,
  type ResultSummary,
} from './model.ts'
import { solvedNear } from './rules/near.ts'
import { periodBefore } from './rules/period.ts'
import { answeredOf, type Cell, type PublishedCell, plus, suppress } from './rules/suppress.ts'
import { answersIn, type CellSum, editionsOf, linesOf, nearOf, putEdition, summaryOf } from './store.ts'
import { columnWords, wholeDistrict } from './words.ts'

export type ResultParts = Ground & {
  readonly district: string
  readonly published: PublishedMeasures
  /** The smallest row that is published. */
  readonly resultsAtLeast: number
}

/** How many editions one may go back to. */
const EDITIONS = 52

/** Publishes the weeks that are over, once; false where they are out already, or nothing was answered in them. */
export async function publish({
  db,
  clock,
  district,
  published,
  resultsAtLeast: least,
}: ResultParts): Promise<boolean> {
  const at = clock.now()
  const period = periodBefore(localDay(at))
  const [last] = await editionsOf(db, district, 1)
  if (last && last.until >= period.until) return false
  const cells = cellsOf(
    await answersIn(db, { district, measures: Object.values(published).flat(), ...period }),
    published,
  )
  if (cells.length === 0) return false
  const areas = await areasOf(db, district)
  const rows = suppress(cells, least).map((cell) => rowOf(cell, { areas, least }))
  const near = solvedNear(cells, least).map(({ area, level, solved: { from, to } }) => ({
    area,
    level,
    place: nameOf(areas, area),
    solvedFrom: from,
    solvedTo: to,
  }))
  return putEdition(db, district, { ...period, least, publishedAt: at }, rows, near)
}

/** The books by place and theme; a measure may be counted as several things. */
export function cellsOf(sums: readonly CellSum[], published: PublishedMeasures): readonly Cell[] {
  const found = new Map<string, Cell>()
  for (const { area, category, measure, n } of sums) {
    const theme = category.split('/')[0] ?? ''
    const key = `${area} ${theme}`
    const more = Object.fromEntries(
      counters.map((counter) => [counter, published[counter].includes(measure) ? n : 0]),
    ) as Record<Counter, number>
    const before = found.get(key)
    found.set(key, { area, theme, counts: before ? plus(before.counts, more) : more })
  }
  return [...found.values()].filter(({ counts }) => answeredOf(counts) > 0)
}

type Naming = { readonly areas: readonly Area[]; readonly least: number }

function rowOf({ area, theme, counts, level, rest }: PublishedCell, { areas, least }: Naming): ResultRow {
  const { solved, explained, unsolved, inTime, late } = counts
  return {
    id: `${area}:${theme}`,
    level,
    area,
    place: nameOf(areas, area),
    theme,
    rest,
    answered: answeredOf(counts),
    solved,
    explained,
    unsolved,
    inTime,
    late,
    ...toldRating(counts, least),
  }
}

const toldRating = ({ rated, satisfied }: Counts, least: number) =>
  rated >= least ? { rated, satisfied } : { rated: null, satisfied: null }

/** The names of an area from the street down; its codes where the district does not know it. */
function nameOf(areas: readonly Area[], area: string): string {
  const last = area.split('/').at(-1) ?? ''
  const known = new Map(areas.map((one) => [one.code, one]))
  const found = areas.find(({ code }) => code.slice(code.indexOf('_') + 1) === last)
  return found
    ? pathTo(known, found.code as AreaCode)
        .map(({ name }) => name)
        .join(' · ')
    : area
}

type Reads = Pick<ResultParts, 'db' | 'district'>

export async function resultSummary({ db, district }: Reads, filter: ResultFilter): Promise<ResultSummary> {
  const editions = await editionsOf(db, district, EDITIONS)
  const edition = editions.find(({ until }) => until === filter.until) ?? editions[0] ?? null
  const where = { ...filter, district, until: edition?.until ?? '1970-01-01' }
  const [found, classes] = await Promise.all([summaryOf(db, where), filter.area ? nearOf(db, where) : []])
  const near = filter.theme === undefined ? classes.find(({ area }) => area === filter.area) : undefined
  return {
    edition,
    editions: editions.map(({ until }) => until),
    ...found,
    near: near ? { solvedFrom: near.solvedFrom, solvedTo: near.solvedTo } : null,
  }
}

export async function resultRows(
  { db, district }: Reads,
  { after, limit = 50, sort = 'answered', ...filter }: ResultQuery,
): Promise<Page<ResultRow> | Refused> {
  const from = after === undefined ? null : decodeCursor(after, 2)
  if (from && !from.ok) return from
  const until = await editionAsked({ db, district }, filter)
  const place = from ? ([from.key[0] ?? '', String(from.key[1])] as const) : null
  const found = await linesOf(db, { ...filter, district, until, sort, after: place, limit: limit + 1 })
  return pageOf(found, limit, (row) => [row[sort], row.id])
}

const editionAsked = async ({ db, district }: Reads, { until }: ResultFilter): Promise<Period['until'] | string> =>
  until ?? (await editionsOf(db, district, 1))[0]?.until ?? '1970-01-01'

const MOST_ROWS = 100_000

/** The same list as a file, for whoever wants to count for himself. */
export async function resultFile(parts: Reads, filter: ResultFilter): Promise<Readable> {
  const until = await editionAsked(parts, filter)
  const { db, district } = parts
  const rows = await linesOf(db, { ...filter, district, until, sort: 'place', after: null, limit: MOST_ROWS })
  const columns: readonly Column[] = Object.entries(columnWords).map(([key, title]) => ({ key, title: title.zh }))
  return tableStream('csv', [
    { name: until, columns, rows: rows.map(({ id: _, ...row }) => ({ ...row, place: row.place || wholeDistrict.zh })) },
  ])
}
