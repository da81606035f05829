import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { Day, Instant } from '../../platform/time.ts'
import type {
  HoursDraft,
  HoursFault,
  HoursSetting,
  ImportRefusal,
  PublishedDay,
  PublishedYear,
  RowFault,
  WorkCalendar,
  WorkHours,
  Worktime,
  YearDraft,
} from './model.ts'
import { versionOf } from './rules/calendar.ts'
import { checkYear } from './rules/year.ts'
import { calendarOf, defaultHours, faultOfHours } from './rules.ts'

/** When, and by whom, as the history of a calendar or of office hours keeps it. */
export type Hand = { readonly at: Instant; readonly by: string }

type YearRow = {
  year: number
  version: number
  source: string
  publishedOn: Day | null
  days: PublishedDay[] | null
}

const yearColumns = sql`y.year, y.version, y.source, y.published_on as "publishedOn",
  (select json_agg(json_build_object('day', d.day::text, 'kind', d.kind, 'name', d.name) order by d.day)
     from worktime.calendar_day d where d.year = y.year and d.version = y.version) as days`

const published = ({ publishedOn, days, ...year }: YearRow): PublishedYear => ({
  ...year,
  ...(publishedOn ? { publishedOn } : {}),
  days: days ?? [],
})

/** The edition in force of every published year, in order; what a browser needs for `calendarOf`. */
export async function publishedYears(db: Db): Promise<readonly PublishedYear[]> {
  const { rows } = await sql<YearRow>`
    select ${yearColumns} from worktime.calendar_year y
    where y.version = (select max(version) from worktime.calendar_year o where o.year = y.year)
    order by y.year`.execute(db.kysely)
  return rows.map(published)
}

/** Every edition of one year, the latest first. */
export async function editionsOf(db: Db, year: number): Promise<readonly (PublishedYear & { takenIn: Hand })[]> {
  const { rows } = await sql<YearRow & Hand>`
    select ${yearColumns}, y.taken_in_at as at, y.taken_in_by as by
    from worktime.calendar_year y where y.year = ${year} order by y.version desc`.execute(db.kysely)
  return rows.map(({ at, by, ...row }) => ({ ...published(row), takenIn: { at, by } }))
}

/** The working calendar of the city. Takes some milliseconds: load it once, then ask `freshCalendar`. */
export const loadCalendar = async (db: Db): Promise<WorkCalendar> => calendarOf(await publishedYears(db))

/** The calendar already known if nothing was published since, otherwise the new one. One small query. */
export async function freshCalendar(db: Db, known: WorkCalendar): Promise<WorkCalendar> {
  const { rows } = await sql<{ year: number; version: number }>`
    select year, max(version) as version from worktime.calendar_year group by year order by year`.execute(db.kysely)
  return versionOf(rows) === known.version ? known : loadCalendar(db)
}

/** The working calendar of the city, loaded with the first question and asked for news with every other. */
export function keptCalendar(db: Db): () => Promise<WorkCalendar> {
  let known: WorkCalendar | null = null
  return async () => {
    known = known ? await freshCalendar(db, known) : await loadCalendar(db)
    return known
  }
}

export type Imported =
  | { readonly ok: true; readonly year: number; readonly version: number }
  | { readonly ok: false; readonly refusal: ImportRefusal; readonly faults: readonly RowFault[] }

/** Takes a year in as its next edition, whole or not at all; earlier editions stay as they were. */
export async function importYear(db: Db, draft: YearDraft, hand: Hand): Promise<Imported> {
  const checked = checkYear(draft)
  if (!checked.ok) return { ok: false, refusal: 'rows-wrong', faults: checked.faults }
  return db.transaction(async (tx) => {
    const [latest] = await editionsOf(tx, draft.year)
    if (latest && sameDays(latest.days, checked.days)) return refused('already-known')
    const version = (latest?.version ?? 0) + 1
    const taken = await sql`
      insert into worktime.calendar_year (year, version, source, published_on, taken_in_at, taken_in_by)
      values (${draft.year}, ${version}, ${draft.source}, ${draft.publishedOn ?? null}, ${hand.at}, ${hand.by})
      on conflict do nothing`.execute(tx.kysely)
    if (taken.numAffectedRows !== 1n) return refused('taken-in-just-now')
    await sql`
      insert into worktime.calendar_day (year, version, day, kind, name)
      select ${draft.year}::integer, ${version}::integer, day, kind, name
      from jsonb_to_recordset(${JSON.stringify(checked.days)}::jsonb) as r(day date, kind text, name text)`.execute(
      tx.kysely,
    )
    return { ok: true, year: draft.year, version }
  })
}

const refused = (refusal: ImportRefusal): Imported => ({ ok: false, refusal, faults: [] })

const sameDays = (one: readonly PublishedDay[], other: readonly PublishedDay[]): boolean => {
  const text = (days: readonly PublishedDay[]) => days.map(({ day, kind, name }) => `${day} ${kind} ${name}`).join('\n')
  return text(one) === text(other)
}

/** The hours of a unit on a day: its own, else its district's, else the assumed ones. */
export async function hoursOn(db: Db, district: string, unit: string, day: Day): Promise<WorkHours> {
  const { rows } = await sql<{ windows: WorkHours }>`
    select windows from worktime.hours
    where district = ${district} and unit in (${unit}, '') and from_day <= ${day}
    order by (unit = ${unit}) desc, from_day desc, version desc limit 1`.execute(db.kysely)
  return rows[0]?.windows ?? defaultHours
}

/** Every setting of hours in the district, the latest day first. */
export async function hoursHistory(db: Db, district: string): Promise<readonly HoursSetting[]> {
  const { rows } = await sql<HoursSetting>`
    select h.unit, h.from_day as "from", h.version, h.windows, h.set_at as at, coalesce(s.name, h.set_by) as "byName"
    from worktime.hours h left join people.staff s on s.district = h.district and s.id = h.set_by
    where h.district = ${district} order by h.from_day desc, h.unit, h.version desc limit 500`.execute(db.kysely)
  return rows
}

/** Everything a due date of this unit is reckoned with on this day. */
export const worktimeOn = async (
  db: Db,
  calendar: WorkCalendar,
  { district, unit, day }: { readonly district: string; readonly unit: string; readonly day: Day },
): Promise<Worktime> => ({ calendar, hours: await hoursOn(db, district, unit, day) })

/** Sets hours from a day on. Setting the same day again makes a new version; what was set before stays readable. */
export async function setHours(
  db: Db,
  { district, unit, fromDay, windows }: HoursDraft,
  hand: Hand,
): Promise<{ readonly ok: true; readonly version: number } | { readonly ok: false; readonly refusal: HoursFault }> {
  const fault = faultOfHours(windows)
  if (fault) return { ok: false, refusal: fault }
  const { rows } = await sql<{ version: number }>`
    insert into worktime.hours (district, unit, from_day, version, windows, set_at, set_by)
    select ${district}, ${unit}, ${fromDay}::date, coalesce(max(version), 0) + 1,
           ${JSON.stringify(windows)}::jsonb, ${hand.at}::timestamptz, ${hand.by}
    from worktime.hours where district = ${district} and unit = ${unit} and from_day = ${fromDay}
    returning version`.execute(db.kysely)
  return { ok: true, version: rows[0]?.version ?? 1 }
}
