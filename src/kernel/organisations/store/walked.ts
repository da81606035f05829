import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Day } from '../../../platform/time.ts'

/**
 * Codes of the grids and divisions for which somebody holds a post of a grid worker on a day; null where such a post
 * reaches further than its grids.
 */
export async function walkedCodes(db: Db, district: string, day: Day): Promise<readonly string[] | null> {
  const { rows } = await sql<{ everywhere: boolean; codes: string[] }>`
    select coalesce(bool_or(r.scope <> 'grid'), false) as everywhere,
      coalesce(array_agg(distinct code) filter (where code is not null), '{}') as codes
    from organisations.post p
    join people.staff s on s.district = p.district and s.id = p.staff and s.state = 'active'
    join organisations.role r on r.district = p.district and r.id = p.role and 'grid-worker' = any(r.capacities)
    left join lateral unnest(p.grids) as code on r.scope = 'grid'
    where p.district = ${district} and p.from_day <= ${day} and (p.to_day is null or p.to_day > ${day})`.execute(
    db.kysely,
  )
  const [found] = rows
  return found?.everywhere ? null : (found?.codes ?? [])
}
