import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { CaseId } from '../model/case.ts'

/** A case that was linked to an earlier one, and whose it is. */
export type Repeat = { readonly id: CaseId; readonly number: string; readonly applicant: string | null }

const original = sql`(c.state #>> '{marks,original}')`

/** Everything linked to a case, the first first. */
export async function repeatsOf(db: Db, district: string, id: CaseId): Promise<Repeat[]> {
  const { rows } = await sql<Repeat>`select c.id, c.number, c.applicant from cases.card as c
    where c.district = ${district} and ${original} = ${id} order by c.id`.execute(db.kysely)
  return rows
}

/** How many cases are linked to each of these; who tells the same twice counts twice. Those without are left out. */
export async function repeatCounts(db: Db, district: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; count: number }>`
    select ${original} as id, count(*)::int as count from cases.card as c
    where c.district = ${district} and ${original} = any(${sql.val([...ids])}::text[]) group by 1`.execute(db.kysely)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** The case that each of these was linked to; those that stand by themselves are left out. */
export async function originalsOf(db: Db, district: string, ids: readonly string[]): Promise<Map<string, CaseId>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; original: CaseId }>`
    select c.id, ${original} as original from cases.card as c
    where c.district = ${district} and c.id = any(${sql.val([...ids])}::text[]) and ${original} is not null`.execute(
    db.kysely,
  )
  return new Map(rows.map((row) => [row.id, row.original]))
}
