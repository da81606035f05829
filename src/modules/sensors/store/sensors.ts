import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Episode, Rule, RuleId, Sensor, SensorState } from '../model/sensor.ts'

type Stroke = { readonly at: Instant; readonly by: string }

export const sensorColumns: RawBuilder<unknown> = sql`s.district, s.id, s.name, s.kind, s.unit, s.place, s.area, s.lat, s.long, s.scale,
  s.shift, s.maintenance_until as "maintenanceUntil", s.keep_days as "keepDays", s.active, s.component`

/** `component`: the code of the component that an officer bound it to. */
export type SensorLine = Sensor & { readonly component: string | null } & Omit<SensorState, 'sensor'>

/** Every sensor and where it stands, by id. */
export async function sensorsOf(
  db: Db,
  district: string,
  after: string | null = null,
  limit = 100_000,
): Promise<readonly SensorLine[]> {
  const { rows } = await sql<SensorLine>`
    select ${sensorColumns}, t.last_at as "lastAt", t.last_value as "lastValue", t.rules
    from sensors.sensor as s join sensors.state as t on t.district = s.district and t.sensor = s.id
    where s.district = ${district} and s.id > ${after ?? ''} order by s.id limit ${limit}
  `.execute(db.kysely)
  return rows
}

export async function findSensor(db: Db, district: string, id: string): Promise<SensorLine | null> {
  const { rows } = await sql<SensorLine>`
    select ${sensorColumns}, t.last_at as "lastAt", t.last_value as "lastValue", t.rules
    from sensors.sensor as s join sensors.state as t on t.district = s.district and t.sensor = s.id
    where s.district = ${district} and s.id = ${id}
  `.execute(db.kysely)
  return rows[0] ?? null
}

/** Adds a sensor or changes it; where it stands is left as it is. */
export async function putSensor(db: Db, sensor: Sensor, { at, by }: Stroke): Promise<void> {
  const { district, id, name, kind, unit, place, area, lat, long, scale, shift } = sensor
  await sql`
    insert into sensors.sensor (district, id, name, kind, unit, place, area, lat, long, scale, shift,
      maintenance_until, keep_days, active, changed_at, changed_by)
    values (${district}, ${id}, ${name}, ${kind}, ${unit}, ${place}, ${area}, ${lat}, ${long}, ${scale}, ${shift},
      ${sensor.maintenanceUntil}, ${sensor.keepDays}, ${sensor.active}, ${at}, ${by})
    on conflict (district, id) do update set name = excluded.name, kind = excluded.kind, unit = excluded.unit,
      place = excluded.place, area = excluded.area, lat = excluded.lat, long = excluded.long, scale = excluded.scale,
      shift = excluded.shift, maintenance_until = excluded.maintenance_until, keep_days = excluded.keep_days,
      active = excluded.active, changed_at = excluded.changed_at, changed_by = excluded.changed_by
  `.execute(db.kysely)
  await sql`
    insert into sensors.state (district, sensor, rules) values (${district}, ${id}, '{}')
    on conflict (district, sensor) do nothing
  `.execute(db.kysely)
}

type RuleRow = {
  readonly id: RuleId
  readonly version: number
  readonly body: Omit<Rule, 'district' | 'id' | 'version'>
}
const ruleOf =
  (district: string) =>
  ({ id, version, body }: RuleRow): Rule => ({ ...body, district, id, version })

/** The last version of every rule, the oldest rule first. */
export async function rulesOf(db: Db, district: string): Promise<readonly Rule[]> {
  const { rows } = await sql<RuleRow>`
    select distinct on (id) id, version, body from sensors.rule where district = ${district} order by id, version desc
  `.execute(db.kysely)
  return rows.map(ruleOf(district))
}

export type RuleVersion = Rule & { readonly changedAt: Instant; readonly changedBy: string }

/** Every version of one rule, the newest first. */
export async function historyOf(db: Db, district: string, id: string): Promise<readonly RuleVersion[]> {
  const { rows } = await sql<RuleRow & { changedAt: Instant; changedBy: string }>`
    select id, version, body, changed_at as "changedAt", changed_by as "changedBy" from sensors.rule
    where district = ${district} and id = ${id} order by version desc
  `.execute(db.kysely)
  return rows.map(({ changedAt, changedBy, ...row }) => ({ ...ruleOf(district)(row), changedAt, changedBy }))
}

/** The next version of a rule. Throws PostgreSQL's unique violation when somebody else wrote it first. */
export async function addRule(db: Db, { district, id, version, ...body }: Rule, { at, by }: Stroke): Promise<void> {
  await sql`
    insert into sensors.rule (district, id, version, body, changed_at, changed_by)
    values (${district}, ${id}, ${version}, ${JSON.stringify(body)}, ${at}, ${by})
  `.execute(db.kysely)
}

export const episodeColumns: RawBuilder<unknown> = sql`e.district, e.id, e.sensor, e.rule, e.rule_version as "ruleVersion",
  e.case_id as "caseId", e.began_at as "beganAt", e.raised_at as "raisedAt", e.recovered_at as "recoveredAt", e.value, e.peak`

export async function addEpisode(db: Db, episode: Episode): Promise<void> {
  const { district, id, sensor, rule, ruleVersion, caseId, beganAt, raisedAt, value, peak } = episode
  await sql`
    insert into sensors.episode (district, id, sensor, rule, rule_version, case_id, began_at, raised_at, value, peak)
    values (${district}, ${id}, ${sensor}, ${rule}, ${ruleVersion}, ${caseId}, ${beganAt}, ${raisedAt}, ${value}, ${peak})
  `.execute(db.kysely)
}

export async function endEpisode(
  db: Db,
  { district, id }: Pick<Episode, 'district' | 'id'>,
  { at, peak }: { readonly at: Instant; readonly peak: number | null },
): Promise<void> {
  await sql`
    update sensors.episode set recovered_at = ${at}, peak = coalesce(${peak}::float8, peak)
    where district = ${district} and id = ${id}
  `.execute(db.kysely)
}

export async function findEpisode(db: Db, district: string, id: string): Promise<Episode | null> {
  const { rows } = await sql<Episode>`
    select ${episodeColumns} from sensors.episode as e where e.district = ${district} and e.id = ${id}
  `.execute(db.kysely)
  return rows[0] ?? null
}

/** The case that the same sensor and rule opened before, if it is not settled yet: it is the same trouble. */
export async function openCaseOf(db: Db, { district, sensor, rule, id }: Episode): Promise<Episode['caseId'] | null> {
  const { rows } = await sql<{ caseId: Episode['caseId'] }>`
    select e.case_id as "caseId" from sensors.episode as e
    join cases.card as c on c.district = e.district and c.id = e.case_id
    where e.district = ${district} and e.sensor = ${sensor} and e.rule = ${rule} and e.id <> ${id} and not c.settled
    order by e.raised_at desc limit 1
  `.execute(db.kysely)
  return rows[0]?.caseId ?? null
}

/** What belongs to a case, the first first. */
export async function episodesOfCase(db: Db, district: string, caseId: string): Promise<readonly Episode[]> {
  const { rows } = await sql<Episode>`
    select ${episodeColumns} from sensors.episode as e
    where e.district = ${district} and e.case_id = ${caseId} order by e.raised_at`.execute(db.kysely)
  return rows
}

/** From now on this episode belongs to that case. */
export async function moveEpisode(
  db: Db,
  { district, id }: Pick<Episode, 'district' | 'id'>,
  caseId: string,
): Promise<void> {
  await sql`update sensors.episode set case_id = ${caseId} where district = ${district} and id = ${id}`.execute(
    db.kysely,
  )
}

export type EpisodeLine = Episode & { readonly number: string | null; readonly settled: boolean | null }
