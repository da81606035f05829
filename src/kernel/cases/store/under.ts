import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'

/** How many open cases live under each version of a matter, the newest version first. */
export async function openUnder(
  db: Db,
  district: string,
  matter: string,
): Promise<{ readonly version: number; readonly cases: number }[]> {
  const { rows } = await sql<{ version: number; cases: number }>`
    select coalesce(c.state #>> '{under,matterVersion}', c.state #>> '{filing,matterVersion}')::int as version,
      count(*)::int as cases
    from cases.alive as a join cases.card as c on c.district = a.district and c.id = a.case_id
    where a.district = ${district} and c.matter = ${matter}
    group by 1 order by 1 desc`.execute(db.kysely)
  return rows
}
