import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { Reading, ReadingFault, SensorState } from '../model/sensor.ts'

/** The states of these sensors, held until the transaction ends; always in one order, so that nobody waits in a circle. */
export async function holdStates(
  db: Db,
  district: string,
  sensors: readonly string[],
): Promise<readonly SensorState[]> {
  return db.prepared<SensorState>(holding, [district, sensors])
}
const holding = {
  name: 'sensors-hold',
  text: `select sensor, last_at as "lastAt", last_value as "lastValue", rules from sensors.state
    where district = $1 and sensor = any($2::text[]) order by sensor for update`,
} as const

export type Columns = {
  readonly sensors: readonly string[]
  readonly ats: readonly Instant[]
  readonly values: readonly number[]
}

/** Appends readings; those that are there already are left as they are. Answers the places of those that are new. */
export async function appendReadings(
  db: Db,
  district: string,
  { sensors, ats, values }: Columns,
): Promise<readonly number[]> {
  const rows = await db.prepared<{ sensor: string; at: Instant }>(appending, [district, sensors, ats, values])
  if (rows.length === sensors.length) return sensors.map((_sensor, place) => place)
  const fresh = new Set(rows.map(({ sensor, at }) => `${at} ${sensor}`))
  return sensors.flatMap((sensor, place) => (fresh.delete(`${ats[place]} ${sensor}`) ? [place] : []))
}
const appending = {
  name: 'sensors-append',
  text: `insert into sensors.reading (district, sensor, at, value)
    select $1, r.sensor, r.at, r.value from unnest($2::text[], $3::timestamptz[], $4::float8[]) as r(sensor, at, value)
    on conflict do nothing returning sensor, at`,
} as const

export async function putStates(db: Db, district: string, states: readonly SensorState[]): Promise<void> {
  await db.prepared(putting, [
    district,
    states.map(({ sensor }) => sensor),
    states.map(({ lastAt }) => lastAt),
    states.map(({ lastValue }) => lastValue),
    states.map(({ rules }) => JSON.stringify(rules)),
  ])
}
const putting = {
  name: 'sensors-put',
  text: `update sensors.state as s set last_at = n.last_at, last_value = n.last_value, rules = n.rules
    from unnest($2::text[], $3::timestamptz[], $4::float8[], $5::jsonb[]) as n(sensor, last_at, last_value, rules)
    where s.district = $1 and s.sensor = n.sensor`,
} as const

/** The readings of a sensor in a span, oldest first; at most `most`, the latest of them. */
export async function readingsOf(
  db: Db,
  {
    district,
    sensor,
    from,
    to,
  }: { readonly district: string; readonly sensor: string; readonly from: Instant; readonly to: Instant },
  most: number,
): Promise<readonly Reading[]> {
  const { rows } = await sql<Reading>`
    select at, value from (
      select at, value from sensors.reading
      where district = ${district} and sensor = ${sensor} and at >= ${from} and at <= ${to} order by at desc limit ${most}
    ) as latest order by at
  `.execute(db.kysely)
  return rows
}

export type Bucket = { readonly at: Instant; readonly low: number; readonly high: number; readonly mean: number }

/** The same in so many equal parts, each with its lowest, highest and mean value; parts without readings are left out. */
export async function bucketsOf(
  db: Db,
  {
    district,
    sensor,
    from,
    to,
  }: { readonly district: string; readonly sensor: string; readonly from: Instant; readonly to: Instant },
  parts: number,
): Promise<readonly Bucket[]> {
  const seconds = Math.max(1, (Date.parse(to) - Date.parse(from)) / 1_000 / parts)
  const { rows } = await sql<Bucket>`
    select to_timestamp(floor(extract(epoch from at) / ${seconds}::float8) * ${seconds}::float8) as at,
      min(value) as low, max(value) as high, avg(value) as mean
    from sensors.reading
    where district = ${district} and sensor = ${sensor} and at >= ${from} and at <= ${to}
    group by 1 order by 1
  `.execute(db.kysely)
  return rows
}

export type FaultLine = {
  readonly sensor: string
  readonly fault: ReadingFault
  readonly count: number
  readonly lastAt: Instant
}

export async function countFaults(
  db: Db,
  { district, day, at }: { readonly district: string; readonly day: Day; readonly at: Instant },
  faults: readonly { readonly sensor: string; readonly fault: ReadingFault; readonly count: number }[],
): Promise<void> {
  if (faults.length === 0) return
  const sorted = faults.toSorted((a, b) => (`${a.sensor} ${a.fault}` < `${b.sensor} ${b.fault}` ? -1 : 1))
  await sql`
    insert into sensors.fault as f (district, day, sensor, fault, count, last_at)
    select ${district}, ${day}, n.sensor, n.fault, n.count, ${at}
    from jsonb_to_recordset(${JSON.stringify(sorted)}::jsonb) as n(sensor text, fault text, count int)
    on conflict (district, day, sensor, fault) do update set count = f.count + excluded.count, last_at = excluded.last_at
  `.execute(db.kysely)
}

/** What could not be taken since a day, the most frequent first. */
export async function faultsSince(db: Db, district: string, day: Day): Promise<readonly FaultLine[]> {
  const { rows } = await sql<FaultLine>`
    select sensor, fault, sum(count)::int as count, max(last_at) as "lastAt" from sensors.fault
    where district = ${district} and day >= ${day} group by sensor, fault order by count desc limit 100
  `.execute(db.kysely)
  return rows
}

/** Deletes readings older than each sensor's own term, at most so many; answers how many. */
export async function forgetReadings(db: Db, now: Instant, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from sensors.reading as r using (
      select o.district, o.sensor, o.at from sensors.sensor as s
      cross join lateral (
        select district, sensor, at from sensors.reading as i
        where i.district = s.district and i.sensor = s.id and i.at < ${now}::timestamptz - s.keep_days * interval '1 day'
        limit ${most}
      ) as o limit ${most}
    ) as old where r.district = old.district and r.sensor = old.sensor and r.at = old.at
  `.execute(db.kysely)
  return Number(numAffectedRows ?? 0)
}

/** The right to read the broker for so long, taken or kept; false while another process has it. */
export async function takeListening(db: Db, district: string, holder: string, ms: number): Promise<boolean> {
  const { rows } = await sql`
    insert into sensors.listener as l (district, holder, until)
    values (${district}, ${holder}, clock_timestamp() + ${ms}::float8 * interval '1 millisecond')
    on conflict (district) do update set holder = excluded.holder, until = excluded.until
      where l.holder = excluded.holder or l.until < clock_timestamp()
    returning 1
  `.execute(db.kysely)
  return rows.length === 1
}

export async function leaveListening(db: Db, district: string, holder: string): Promise<void> {
  await sql`delete from sensors.listener where district = ${district} and holder = ${holder}`.execute(db.kysely)
}
