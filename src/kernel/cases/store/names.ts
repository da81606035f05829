import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'

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
