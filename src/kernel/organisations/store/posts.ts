import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Day } from '../../../platform/time.ts'
import type { StaffId } from '../../people/model.ts'
import type { Post, PostId, Role, Substitution, UnitId } from '../model.ts'

const postColumns = sql`p.id, p.staff, p.unit, p.role, p.chosen_units as "chosenUnits", p.grids,
  p.part_time as "partTime", p.from_day as "from", p.to_day as "to"`
const holdsOn = (day: Day) => sql<SqlBool>`p.from_day <= ${day} and (p.to_day is null or p.to_day > ${day})`

export type Holding = Post & { readonly roleIs: Role; readonly actingFor: StaffId | null }

type HoldingRow = Post & Omit<Role, 'id'> & { actingFor: StaffId | null }

/** What somebody holds on that day: his own posts, and those of colleagues he stands in for. */
export async function holdingsOn(db: Db, district: string, staff: StaffId, day: Day): Promise<readonly Holding[]> {
  const { rows } = await sql<HoldingRow>`
    select ${postColumns}, r.name, r.rights, r.capacities, r.scope, null as "actingFor"
    from organisations.post p join organisations.role r on r.district = p.district and r.id = p.role
    where p.district = ${district} and p.staff = ${staff} and ${holdsOn(day)}
    union all
    select ${postColumns}, r.name, r.rights, r.capacities, r.scope, p.staff as "actingFor"
    from organisations.substitution s
    join organisations.post p on p.district = s.district and p.id = s.post
    join organisations.role r on r.district = p.district and r.id = p.role
    where s.district = ${district} and s.substitute = ${staff}
      and s.from_day <= ${day} and s.to_day > ${day} and ${holdsOn(day)}
    order by 1`.execute(db.kysely)
  return rows.map(({ name, rights, capacities, scope, actingFor, ...post }) => ({
    ...post,
    roleIs: { id: post.role, name, rights, capacities, scope },
    actingFor,
  }))
}

export async function findPost(db: Db, district: string, id: PostId): Promise<Post | null> {
  const { rows } = await sql<Post>`
    select ${postColumns} from organisations.post p where p.district = ${district} and p.id = ${id}`.execute(db.kysely)
  return rows[0] ?? null
}

/** The posts of one person that hold on `day` or later. */
export async function postsFrom(db: Db, district: string, staff: StaffId, day: Day): Promise<readonly Post[]> {
  const { rows } = await sql<Post>`
    select ${postColumns} from organisations.post p
    where p.district = ${district} and p.staff = ${staff}
      and (p.to_day is null or p.to_day > greatest(p.from_day, ${day}::date)) order by p.id`.execute(db.kysely)
  return rows
}

export async function insertPost(tx: Db, district: string, post: Post): Promise<void> {
  await sql`insert into organisations.post
    (district, id, staff, unit, role, chosen_units, grids, part_time, from_day, to_day) values
    (${district}, ${post.id}, ${post.staff}, ${post.unit}, ${post.role}, ${sql.val(post.chosenUnits)}::text[],
     ${sql.val(post.grids)}::text[], ${post.partTime}, ${post.from}, ${post.to})`.execute(tx.kysely)
}

/** Ends a post on that day; one that was still to begin never holds. Substitutions in it end with it. */
export async function endPost(tx: Db, district: string, id: PostId, day: Day): Promise<void> {
  await sql`update organisations.post set to_day = greatest(from_day, ${day}::date)
    where district = ${district} and id = ${id}`.execute(tx.kysely)
  await sql`update organisations.substitution set to_day = greatest(from_day, least(to_day, ${day}::date))
    where district = ${district} and post = ${id}`.execute(tx.kysely)
}

/** Posts of one unit go on in another from that day: each ends and a new one begins. */
export async function movePosts(tx: Db, district: string, from: UnitId, to: UnitId, day: Day): Promise<void> {
  await sql`with old as (
      select * from organisations.post
      where district = ${district} and unit = ${from} and (to_day is null or to_day > greatest(from_day, ${day}::date))),
    ended as (
      update organisations.post set to_day = greatest(from_day, ${day}::date)
      where district = ${district} and id in (select id from old))
    insert into organisations.post
      (district, id, staff, unit, role, chosen_units, grids, part_time, from_day, to_day)
    select district, id || '_' || ${day}::text, staff, ${to}, role, chosen_units, grids, part_time,
      greatest(from_day, ${day}::date), to_day from old`.execute(tx.kysely)
}

export async function insertSubstitution(
  tx: Db,
  district: string,
  sub: Substitution,
  leave: string | null = null,
): Promise<void> {
  await sql`insert into organisations.substitution (district, id, post, substitute, reason, from_day, to_day, leave) values
    (${district}, ${sub.id}, ${sub.post}, ${sub.substitute}, ${sub.reason}, ${sub.from}, ${sub.to}, ${leave})`.execute(
    tx.kysely,
  )
}

/** Substitutions that reach past the day: by the person, or in his posts. */
export async function substitutionsOf(
  db: Db,
  district: string,
  staff: StaffId,
  day: Day,
): Promise<readonly Substitution[]> {
  const { rows } = await sql<Substitution>`
    select s.id, s.post, s.substitute, s.reason, s.from_day as "from", s.to_day as "to"
    from organisations.substitution s join organisations.post p on p.district = s.district and p.id = s.post
    where s.district = ${district} and (s.substitute = ${staff} or p.staff = ${staff})
      and s.to_day > greatest(s.from_day, ${day}::date) order by s.id`.execute(db.kysely)
  return rows
}

export async function endSubstitution(tx: Db, district: string, id: string, day: Day): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update organisations.substitution set to_day = greatest(from_day, least(to_day, ${day}::date))
    where district = ${district} and id = ${id}`.execute(tx.kysely)
  return (numAffectedRows ?? 0n) > 0n
}
