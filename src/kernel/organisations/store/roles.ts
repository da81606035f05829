import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Day } from '../../../platform/time.ts'
import type { Role, RoleId } from '../model.ts'

const columns = sql`id, name, rights, capacities, scope`

export async function rolesOf(db: Db, district: string): Promise<readonly Role[]> {
  const { rows } = await sql<Role>`
    select ${columns} from organisations.role where district = ${district} order by id`.execute(db.kysely)
  return rows
}

export async function findRole(db: Db, district: string, id: RoleId): Promise<Role | null> {
  const { rows } = await sql<Role>`
    select ${columns} from organisations.role where district = ${district} and id = ${id}`.execute(db.kysely)
  return rows[0] ?? null
}

export async function writeRole(tx: Db, district: string, role: Role): Promise<void> {
  await sql`insert into organisations.role (district, id, name, rights, capacities, scope) values
    (${district}, ${role.id}, ${role.name}, ${sql.val(role.rights)}::text[], ${sql.val(role.capacities)}::text[], ${role.scope})
    on conflict (district, id) do update set
      name = excluded.name, rights = excluded.rights, capacities = excluded.capacities, scope = excluded.scope`.execute(
    tx.kysely,
  )
}

/** Whether any post, past ones too, was ever given by this role: such a role stays, or old posts lose their meaning. */
export async function isRoleUsed(db: Db, district: string, id: RoleId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from organisations.post where district = ${district} and role = ${id} limit 1`.execute(db.kysely)
  return rows.length > 0
}

export async function deleteRole(tx: Db, district: string, id: RoleId): Promise<void> {
  await sql`delete from organisations.role where district = ${district} and id = ${id}`.execute(tx.kysely)
}

/** How many hold the role on that day. */
export async function holdersPerRole(db: Db, district: string, day: Day): Promise<ReadonlyMap<RoleId, number>> {
  const { rows } = await sql<{ role: RoleId; holders: number }>`
    select role, count(distinct staff)::int as holders from organisations.post
    where district = ${district} and from_day <= ${day} and (to_day is null or to_day > ${day}) group by role`.execute(
    db.kysely,
  )
  return new Map(rows.map(({ role, holders }) => [role, holders]))
}
