import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Day } from '../../../platform/time.ts'
import type { Duty, DutyId, UnitId } from '../model.ts'

const columns = sql`id, matter_category as category, unit, area, part, basis, from_day as "from", to_day as "to"`

/**
 * The duty list as it holds on that day, with the fallback desk as its most general line.
 * Throws when the district has no fallback desk: it was never opened properly.
 */
export async function dutiesOn(db: Db, district: string, day: Day): Promise<readonly Duty[]> {
  const { rows } = await sql<Duty>`
    select ${columns} from organisations.duty
    where district = ${district} and from_day <= ${day} and (to_day is null or to_day > ${day})
    union all
    select 'duty_fallback', '', unit, null, 'lead', basis, '0001-01-01'::date, null
    from organisations.fallback_desk where district = ${district}`.execute(db.kysely)
  if (!rows.some((duty) => duty.id === 'duty_fallback')) throw new Error(`district ${district} has no fallback desk`)
  return rows
}

export async function findDuty(db: Db, district: string, id: DutyId): Promise<Duty | null> {
  const { rows } = await sql<Duty>`
    select ${columns} from organisations.duty where district = ${district} and id = ${id}`.execute(db.kysely)
  return rows[0] ?? null
}

export async function insertDuties(tx: Db, district: string, duties: readonly Duty[]): Promise<void> {
  const rows = duties.map((duty) => ({ ...duty, district }))
  await sql`insert into organisations.duty (district, id, matter_category, unit, area, part, basis, from_day, to_day)
    select district, id, category, unit, area, part, basis, "from", "to" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as r(district text, id text, category text, unit text, area text, part text, basis text, "from" date, "to" date)`.execute(
    tx.kysely,
  )
}

export async function endDuty(tx: Db, district: string, id: DutyId, day: Day): Promise<void> {
  await sql`update organisations.duty set to_day = greatest(from_day, ${day}::date)
    where district = ${district} and id = ${id}`.execute(tx.kysely)
}

/** Lines of one unit go over to another from that day: each ends and a new one begins on the same basis. */
export async function moveDuties(tx: Db, district: string, from: UnitId, to: UnitId, day: Day): Promise<void> {
  await sql`with old as (
      select * from organisations.duty
      where district = ${district} and unit = ${from} and (to_day is null or to_day > greatest(from_day, ${day}::date))),
    ended as (
      update organisations.duty set to_day = greatest(from_day, ${day}::date)
      where district = ${district} and id in (select id from old))
    insert into organisations.duty (district, id, matter_category, unit, area, part, basis, from_day, to_day)
    select district, id || '_' || ${day}::text, matter_category, ${to}, area, part, basis,
      greatest(from_day, ${day}::date), to_day from old`.execute(tx.kysely)
}

export const dutyWhens = ['now', 'ahead', 'over', 'standing'] as const
export const dutySorts = ['category', 'unit', 'newest'] as const

export type DutyQuestion = {
  readonly district: string
  readonly day: Day
  readonly category: string | null
  readonly unit: UnitId | null
  /** Path of codes; lines of the area itself and of what lies in it. */
  readonly area: string | null
  readonly part: Duty['part'] | null
  /** Part of the category or of the basis. */
  readonly text: string | null
  /** `standing`: what holds on the day or will. */
  readonly when: (typeof dutyWhens)[number]
  readonly sort: (typeof dutySorts)[number]
  readonly after: readonly [string, string] | null
  readonly limit: number
}

const whens = {
  now: (day: Day) => sql`from_day <= ${day} and (to_day is null or to_day > ${day})`,
  ahead: (day: Day) => sql`from_day > ${day} and (to_day is null or to_day > from_day)`,
  over: (day: Day) => sql`to_day <= ${day}`,
  standing: (day: Day) => sql`(to_day is null or to_day > greatest(from_day, ${day}::date))`,
} as const satisfies Record<DutyQuestion['when'], unknown>

const sortColumns = { category: 'matter_category', unit: 'unit', newest: 'from_day' } as const

/** The place of a line in the order asked for. */
export const keyOfDuty = (sort: DutyQuestion['sort'], duty: Duty): [string, string] => [
  sort === 'newest' ? duty.from : duty[sort],
  duty.id,
]

/** The list a page at a time and one line more; `after` is the sort value and id of the last line seen. */
export async function dutyPage(db: Db, asked: DutyQuestion): Promise<readonly Duty[]> {
  const by = sql.ref(sortColumns[asked.sort])
  const [value, id] = asked.after ?? [null, null]
  const [beyond, order] = asked.sort === 'newest' ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`]
  const place = asked.sort === 'newest' ? sql`(${value}::date, ${id})` : sql`(${value}::text, ${id})`
  const { rows } = await sql<Duty>`
    select ${columns} from organisations.duty
    where district = ${asked.district} and ${whens[asked.when](asked.day)}
      and (${asked.unit}::text is null or unit = ${asked.unit})
      and (${asked.part}::text is null or part = ${asked.part})
      and (${asked.area}::text is null or area = ${asked.area} or starts_with(area, ${asked.area} || '/'))
      and (${asked.text}::text is null or strpos(matter_category, ${asked.text}) > 0 or strpos(basis, ${asked.text}) > 0)
      and (${asked.category}::text is null or matter_category = ${asked.category}
           or starts_with(matter_category, ${asked.category} || '/'))
      and (${value}::text is null or (${by}, id) ${beyond} ${place})
    order by ${by} ${order}, id ${order} limit ${asked.limit + 1}`.execute(db.kysely)
  return rows
}

export async function fallbackDesk(db: Db, district: string): Promise<UnitId | null> {
  const { rows } = await sql<{ unit: UnitId }>`
    select unit from organisations.fallback_desk where district = ${district}`.execute(db.kysely)
  return rows[0]?.unit ?? null
}

/** Names or moves the fallback desk; a district that has one never loses it (the database refuses). */
export async function setFallbackDesk(tx: Db, district: string, unit: UnitId, basis: string): Promise<void> {
  await sql`insert into organisations.fallback_desk (district, unit, basis) values (${district}, ${unit}, ${basis})
    on conflict (district) do update set unit = excluded.unit, basis = excluded.basis`.execute(tx.kysely)
}
