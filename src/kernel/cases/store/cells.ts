import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import { settledBefore } from '../../../platform/db/settled.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Added, addedUp, type CellRow, type DaysOf, type Spanned } from '../rules/cells.ts'

/** So many lines of the books are added up in one transaction. */
const AT_ONCE = 50_000
/** So many cells are written in one statement. */
const WRITTEN_AT_ONCE = 100_000

/** Districts that have ever put a case on the map, by one step of the key each. */
export async function districtsSpotted(db: Db): Promise<string[]> {
  const found: string[] = []
  for (let last = ''; ; ) {
    const { rows } = await sql<{ district: string | null }>`
      select min(district) as district from cases.spot where district > ${last}`.execute(db.kysely)
    const next = rows[0]?.district ?? null
    if (next === null) return found
    found.push(next)
    last = next
  }
}

/**
 * Adds to the cells what the books recorded since the last time and can no longer grow; one process at a time, by the
 * lock on the district's row. Returns how many lines were added. Not to be called inside a transaction.
 */
export async function addUpCells(
  db: Db,
  district: string,
  measures: readonly string[],
  atOnce: number = AT_ONCE,
): Promise<number> {
  const settled = await settledBefore(db)
  let added = 0
  for (;;) {
    const step = await addStep(db, { district, measures, settled, atOnce })
    added += step.lines
    if (step.done) return added
  }
}

type Step = {
  readonly district: string
  readonly measures: readonly string[]
  readonly settled: Instant
  readonly atOnce: number
}

const addStep = (db: Db, { district, measures, settled, atOnce }: Step) =>
  db.transaction(async (tx) => {
    await sql`insert into cases.cell_until (district, until) values (${district}, '-infinity')
      on conflict (district) do nothing`.execute(tx.kysely)
    const held = await sql<{ until: string }>`
      select until::text as until from cases.cell_until where district = ${district} for update`.execute(tx.kysely)
    const from = held.rows[0]?.until ?? '-infinity'
    const end = await sql<{ to: string | null; later: boolean }>`
      select to_at as to, coalesce(to_at::timestamptz, ${settled}) > ${from}::timestamptz as later from (
        select (select recorded_at::text from cases.delta
          where district = ${district} and recorded_at > ${from}::timestamptz and recorded_at < ${settled}
          order by recorded_at offset ${atOnce} limit 1) as to_at
      ) as found`.execute(tx.kysely)
    if (!end.rows[0]?.later) return { lines: 0, done: true }
    const to = end.rows[0].to ?? settled
    const lines = await sql<Added>`
      select d.measure, d.day, s.lng, s.lat, sum(d.n)::int as n
      from cases.delta as d join cases.spot as s on s.district = d.district and s.case_id = d.case_id
      where d.district = ${district} and d.measure = any(${sql.val([...measures])}::text[])
        and d.recorded_at >= ${from}::timestamptz and d.recorded_at < ${to}::timestamptz
      group by 1, 2, 3, 4 having sum(d.n) <> 0`.execute(tx.kysely)
    await writeCells(tx, district, lines.rows)
    await sql`update cases.cell_until set until = ${to}::timestamptz where district = ${district}`.execute(tx.kysely)
    return { lines: lines.rows.length, done: end.rows[0].to === null }
  })

async function writeCells(tx: Db, district: string, lines: readonly Added[]): Promise<void> {
  const rows = addedUp(lines)
  for (let from = 0; from < rows.length; from += WRITTEN_AT_ONCE)
    await writeSome(tx, district, rows.slice(from, from + WRITTEN_AT_ONCE))
}

async function writeSome(tx: Db, district: string, rows: readonly CellRow[]): Promise<void> {
  await sql`
    insert into cases.cell as held (district, res, measure, grain, cell, day, n)
    select ${district}, c.res, c.measure, c.grain, c.cell, c.day, c.n
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as c(res smallint, measure text, grain text, cell text, day date, n int)
    on conflict (district, res, measure, grain, cell, day) do update set n = held.n + excluded.n`.execute(tx.kysely)
}

/** Forgets the cells of a district; the next round adds them up anew from the books. */
export async function dropCells(db: Db, district: string): Promise<void> {
  await db.transaction(async (tx) => {
    await sql`delete from cases.cell_until where district = ${district}`.execute(tx.kysely)
    await sql`delete from cases.cell where district = ${district}`.execute(tx.kysely)
  })
}

export type CellsAsked = {
  readonly district: string
  readonly res: number
  readonly measures: readonly string[]
  /** Null for every cell of the district. */
  readonly cells: readonly string[] | null
  /** Null for all days. */
  readonly span: Spanned | null
}

/** How many each cell holds; cells with none are left out. */
export async function cellsOf(db: Db, asked: CellsAsked): Promise<{ readonly cell: string; readonly n: number }[]> {
  const { district, res, measures, cells, span } = asked
  const between = ({ from, to }: DaysOf, grain: string) => sql`(grain = ${grain} and day between ${from} and ${to})`
  const dayByDay = (spans: readonly DaysOf[] = []) => spans.map((days) => between(days, 'day'))
  // Days that are taken away lie within the months, and no such day is added as well.
  const taken = dayByDay(span?.taken)
  const months = span?.months ? [between(span.months, 'month')] : []
  const grains = span === null ? [sql`grain = 'all'`] : [...months, ...dayByDay(span.added), ...taken]
  if (grains.length === 0) return []
  const counted = taken.length === 0 ? sql`n` : sql`case when ${sql.join(taken, sql` or `)} then -n else n end`
  const these = cells === null ? sql`true` : sql`cell = any(${sql.val([...cells])}::text[])`
  const { rows } = await sql<{ cell: string; n: number }>`
    select cell, sum(${counted})::int as n from cases.cell
    where district = ${district} and res = ${res} and measure = any(${sql.val([...measures])}::text[])
      and ${these} and (${sql.join(grains, sql` or `)})
    group by cell having sum(${counted}) > 0`.execute(db.kysely)
  return rows
}
