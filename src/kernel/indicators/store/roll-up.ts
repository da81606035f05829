import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import { settledBefore } from '../../../platform/db/settled.ts'
import { localDayOf } from './sums.ts'

/** So many rows of the books are rolled up in one transaction. */
const AT_ONCE = 200_000

/** Districts that have ever counted anything, by one step of the key each. */
export async function districtsCounted(db: Db): Promise<string[]> {
  const found: string[] = []
  for (let last = ''; ; ) {
    const { rows } = await sql<{ district: string | null }>`
      select min(district) as district from cases.delta where district > ${last}`.execute(db.kysely)
    const next = rows[0]?.district ?? null
    if (next === null) return found
    found.push(next)
    last = next
  }
}

/**
 * Adds to the cube what was recorded since the last time and can no longer grow. Runs on one process at a time by the
 * lock on the district's row; a second one finds nothing to do. Returns how many steps were made.
 * Not to be called inside a transaction (see `settledBefore`).
 */
export async function rollUp(db: Db, district: string, standing: readonly string[]): Promise<number> {
  const settled = await settledBefore(db)
  let steps = 0
  while (await rollOn(db, { district, standing, settled })) steps++
  return steps
}

type Rolling = { readonly district: string; readonly standing: readonly string[]; readonly settled: string }

const rollOn = (db: Db, { district, standing, settled }: Rolling): Promise<boolean> =>
  db.transaction(async (tx) => {
    const from = await takeUp(tx, district, standing)
    const end = await sql<{ to: string | null }>`
      select recorded_at::text as to from cases.delta
      where district = ${district} and recorded_at > ${from}::timestamptz and recorded_at < ${settled}
      order by recorded_at offset ${AT_ONCE} limit 1`.execute(tx.kysely)
    const to = end.rows[0]?.to ?? settled
    if (!(await isLater(tx, to, from))) return false
    await addUp(tx, { district, standing, from, to })
    await sql`update indicators.rolled set until = ${to}::timestamptz where district = ${district}`.execute(tx.kysely)
    return to !== settled
  })

/** Locks the district's row and says how far its cube reaches. Other measures to keep standing: a new cube. */
async function takeUp(tx: Db, district: string, standing: readonly string[]): Promise<string> {
  const wanted = [...standing].sort()
  const held = async () => {
    const { rows } = await sql<{ until: string; same: boolean }>`
      select until::text as until, standing = ${wanted}::text[] as same from indicators.rolled
      where district = ${district} for update`.execute(tx.kysely)
    return rows[0]
  }
  const before = await held()
  if (before?.same) return before.until
  if (before) await dropCube(tx, district)
  await sql`insert into indicators.rolled (district, until, standing) values (${district}, '-infinity', ${wanted})
    on conflict (district) do nothing`.execute(tx.kysely)
  return (await held())?.until ?? '-infinity'
}

async function isLater(tx: Db, one: string, other: string): Promise<boolean> {
  const { rows } = await sql<{ later: boolean }>`
    select ${one}::timestamptz > ${other}::timestamptz as later`.execute(tx.kysely)
  return rows[0]?.later ?? false
}

type Span = {
  readonly district: string
  readonly standing: readonly string[]
  readonly from: string
  readonly to: string
}

async function addUp(tx: Db, { district, standing, from, to }: Span): Promise<void> {
  const fresh = sql`
    from cases.delta cross join lateral (values ('unit', unit), ('category', category), ('area', area)) as d(dim, key)
    where district = ${district} and recorded_at >= ${from}::timestamptz and recorded_at < ${to}::timestamptz`
  await sql`
    insert into indicators.cube as held (district, measure, dim, day, key, n)
    select district, measure, dim, day, key, sum(n)
    ${fresh} group by 1, 2, 3, 4, 5 having sum(n) <> 0
    on conflict (district, measure, dim, day, key) do update set n = held.n + excluded.n`.execute(tx.kysely)
  await sql`
    insert into indicators.trend as held (district, measure, dim, day, key, n)
    select district, measure, dim, ${localDayOf}, key, sum(n)
    ${fresh} and measure = any(${standing}) group by 1, 2, 3, 4, 5 having sum(n) <> 0
    on conflict (district, measure, dim, day, key) do update set n = held.n + excluded.n`.execute(tx.kysely)
  await sql`
    insert into indicators.standing as held (district, measure, day, case_id, unit, category, area, n)
    select district, measure, day, case_id, unit, category, area, sum(n) from cases.delta
    where district = ${district} and recorded_at >= ${from}::timestamptz and recorded_at < ${to}::timestamptz
      and measure = any(${standing})
    group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0
    on conflict (district, measure, day, case_id, unit, category, area)
      do update set n = held.n + excluded.n`.execute(tx.kysely)
  await sql`delete from indicators.standing where district = ${district} and n = 0`.execute(tx.kysely)
  await sql`
    insert into indicators.total as held (district, measure, dim, key, n)
    select district, measure, dim, key, sum(n)
    ${fresh} and measure = any(${standing}) group by 1, 2, 3, 4 having sum(n) <> 0
    on conflict (district, measure, dim, key) do update set n = held.n + excluded.n`.execute(tx.kysely)
}

/** Forgets the cube of a district; until it is rolled up again every figure comes straight from the books. */
export async function dropCube(db: Db, district: string): Promise<void> {
  await db.transaction(async (tx) => {
    await sql`select from indicators.rolled where district = ${district} for update`.execute(tx.kysely)
    for (const table of ['cube', 'trend', 'standing', 'total', 'rolled'])
      await sql`delete from ${sql.table(`indicators.${table}`)} where district = ${district}`.execute(tx.kysely)
  })
}
