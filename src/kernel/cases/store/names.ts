import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'

/** The numbers of these cases of a district, by id. */
export async function caseNumbers(
  db: Db,
  district: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; number: string }>`select id, number from cases.card
    where district = ${district} and id = any(${sql.val([...new Set(ids)])}::text[])`.execute(db.kysely)
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** The names of these members of staff, those who have left among them. */
export async function staffNames(
  db: Db,
  district: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`select id, name from people.staff
    where district = ${district} and id = any(${sql.val(wanted)}::text[])`.execute(db.kysely)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
