import { newCaseId } from '../../../kernel/cases/handle/cases.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import type { Db } from '../../../platform/db/db.ts'
import { sortableId } from '../../../platform/ids.ts'
import { putMessage } from '../../../platform/jobs/store.ts'
import type { Clock, Instant } from '../../../platform/time.ts'
import type { EpisodeId, Raw, Reading, ReadingFault, Sensor } from '../model/sensor.ts'
import { live, type Told } from '../rules/live.ts'
import type { Read } from '../rules/payload.ts'
import { appendReadings, countFaults, holdStates, putStates } from '../store/readings.ts'
import { addEpisode, endEpisode } from '../store/sensors.ts'
import type { KnownOf } from './known.ts'

export const RAISED_TOPIC = 'sensor.raised'
export const RECOVERED_TOPIC = 'sensor.recovered'

export type IntakeParts = { readonly db: Db; readonly clock: Clock; readonly known: KnownOf }

export type Fault = { readonly place: number; readonly sensor: string; readonly fault: ReadingFault }
export type Taken = {
  readonly stored: number
  readonly repeated: number
  readonly faults: readonly Fault[]
  /** Whether something was raised or recovered, so that the runner should look. */
  readonly wakes: boolean
}

type Good = { readonly sensor: Sensor; readonly reading: Reading }

/**
 * Takes readings in, all that can be taken: kept, judged by the rules, and what follows put into the outbox, in one
 * transaction. When it has answered they are on the disk; told twice they count once. `atomic`: none if one is faulty.
 */
export async function takeReadings(
  { db, clock, known }: IntakeParts,
  district: string,
  read: readonly Read[],
  { atomic = false } = {},
): Promise<Taken> {
  const now = clock.now()
  const { sensors, rules } = await known(district)
  const faults: Fault[] = []
  const good: Good[] = []
  for (const [place, one] of read.entries()) {
    const sensor = one.ok ? sensors.get(one.raw.sensor) : undefined
    const fault = one.ok ? faultOf(sensor) : one.fault
    if (fault === null && sensor && one.ok) good.push({ sensor, reading: calibrated(sensor, one.raw, now) })
    else faults.push({ place, sensor: one.ok ? one.raw.sensor : one.sensor, fault: fault ?? 'no-such-sensor' })
  }
  if (atomic && faults.length > 0) return { stored: 0, repeated: 0, faults, wakes: false }
  const { stored, told } = await db.transaction(async (tx) => {
    await countFaults(tx, { district, day: localDay(now), at: now }, grouped(faults))
    return good.length === 0 ? { stored: 0, told: 0 } : keep(tx, district, good, { rules, now })
  })
  return { stored, repeated: good.length - stored, faults, wakes: told > 0 }
}

const faultOf = (sensor: Sensor | undefined): ReadingFault | null =>
  sensor === undefined ? 'no-such-sensor' : sensor.active ? null : 'sensor-inactive'

const calibrated = ({ scale, shift }: Sensor, { at, value }: Raw, now: Instant): Reading => ({
  at: at ?? now,
  value: value * scale + shift,
})

function grouped(faults: readonly Fault[]) {
  const counts = new Map<string, { sensor: string; fault: ReadingFault; count: number }>()
  for (const { sensor: given, fault } of faults) {
    const sensor = given.slice(0, 60).replace(/[^\w:.-]/g, '?')
    const line = counts.get(`${sensor} ${fault}`) ?? { sensor, fault, count: 0 }
    line.count++
    counts.set(`${sensor} ${fault}`, line)
  }
  return [...counts.values()]
}

type By = { readonly rules: Awaited<ReturnType<KnownOf>>['rules']; readonly now: Instant }

/** The states are held first, so that two batches with the same sensor come one after the other. */
async function keep(tx: Db, district: string, good: readonly Good[], { rules, now }: By) {
  const ids = [...new Set(good.map(({ sensor }) => sensor.id))].sort()
  const states = await holdStates(tx, district, ids)
  const fresh = await appendReadings(tx, district, {
    sensors: good.map(({ sensor }) => sensor.id),
    ats: good.map(({ reading }) => reading.at),
    values: good.map(({ reading }) => reading.value),
  })
  const bySensor = new Map<string, { sensor: Sensor; readings: Reading[] }>()
  for (const place of fresh) {
    const one = good[place]
    if (!one) continue
    const group = bySensor.get(one.sensor.id)
    if (group) group.readings.push(one.reading)
    else bySensor.set(one.sensor.id, { sensor: one.sensor, readings: [one.reading] })
  }
  const lives = states.flatMap((state) => {
    const group = bySensor.get(state.sensor)
    return group ? [live(group.sensor, rules, state, group.readings, () => newEpisodeId(now))] : []
  })
  await putStates(
    tx,
    district,
    lives.map(({ state }) => state),
  )
  const told = lives.flatMap((one) => one.told)
  for (const one of told) await tell(tx, district, one, now)
  return { stored: fresh.length, told: told.length }
}

export const newEpisodeId = (now: Instant): EpisodeId => `episode_${sortableId(now)}`

/** Writes down what happened and puts what follows into the outbox. */
export async function tell(tx: Db, district: string, { rule, sensor, happened }: Told, now: Instant): Promise<void> {
  const { episode: id, at } = happened
  const message = { district, payload: { episode: id }, at: now, due: now }
  if (happened.is === 'recovered') {
    await endEpisode(tx, { district, id }, { at, peak: happened.peak })
    return putMessage(tx, { ...message, id: `${id}/recovered`, topic: RECOVERED_TOPIC })
  }
  const { beganAt, value } = happened
  await addEpisode(tx, {
    district,
    id,
    sensor: sensor.id,
    rule: rule.id,
    ruleVersion: rule.version,
    caseId: newCaseId(district, now),
    beganAt,
    raisedAt: at,
    recoveredAt: null,
    value,
    peak: value,
  })
  await putMessage(tx, { ...message, id: `${id}/raised`, topic: RAISED_TOPIC })
}
