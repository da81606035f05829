import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'

type Named = { readonly id: string; readonly name: string }

/** What units, people, roles, posts and lines of the duty list of these ids are called; what is none of them is left out. */
export async function namesOf(db: Db, district: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const asked = sql`any(${sql.val([...new Set(ids)])}::text[])`
  const { rows } = await sql<Named>`
    select id, name from people.staff where district = ${district} and id = ${asked}
    union all
    select distinct on (id) id, name from (
      select id, name, version from organisations.unit where district = ${district} and id = ${asked}
      order by id, version desc) u
    union all
    select id, name from organisations.role where district = ${district} and id = ${asked}
    union all
    select p.id, s.name || ' · ' || r.name from organisations.post p
      join people.staff s on s.district = p.district and s.id = p.staff
      join organisations.role r on r.district = p.district and r.id = p.role
      where p.district = ${district} and p.id = ${asked}
    union all
    select b.id, s.name from organisations.substitution b
      join people.staff s on s.district = b.district and s.id = b.substitute
      where b.district = ${district} and b.id = ${asked}
    union all
    select id, matter_category from organisations.duty where district = ${district} and id = ${asked}`.execute(
    db.kysely,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
