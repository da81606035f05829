import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Day } from '../../../platform/time.ts'
import type { StaffId } from '../../people/model.ts'
import type { UnitId } from '../model.ts'

export type Colleague = { readonly id: StaffId; readonly name: string; readonly roleName: string }

/** Who can be given work in a unit on a day: holders of posts there that handle cases, each once, by name. */
export async function handlersIn(db: Db, district: string, unit: UnitId, day: Day): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`
    select s.id, s.name, string_agg(distinct r.name, '、') as "roleName"
    from organisations.post p
    join people.staff s on s.district = p.district and s.id = p.staff and s.state = 'active'
    join organisations.role r on r.district = p.district and r.id = p.role
    where p.district = ${district} and p.unit = ${unit} and p.from_day <= ${day}
      and (p.to_day is null or p.to_day > ${day}) and 'handler' = any(r.capacities)
    group by s.id, s.name order by s.name, s.id limit 200`.execute(db.kysely)
  return rows
}
