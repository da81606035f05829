import type { Db } from '../../../platform/db/db.ts'
import { HOUR, type Instant, later, MINUTE } from '../../../platform/time.ts'
import { takeReadings } from '../handle/intake.ts'
import type { KnownOf } from '../handle/known.ts'
import type { Rule, Sensor } from '../model/sensor.ts'
import type { Read } from '../rules/payload.ts'
import { appendReadings, holdStates, putStates } from '../store/readings.ts'
import { addRule, putSensor, sensorsOf } from '../store/sensors.ts'

/** The sensors of the invented town, and a fortnight of what they said. */

type Shape = { readonly middle: number; readonly swing: number; readonly decimals: number }
type Planted = Pick<Sensor, 'id' | 'name' | 'kind' | 'unit' | 'place' | 'lat' | 'long'> & Shape

export const demoSensors: readonly Planted[] = [
  {
    id: 'wl-qiaotou-1',
    name: '石桥路下穿通道水位',
    kind: 'water-level',
    unit: 'cm',
    place: '石桥路铁路下穿通道最低点',
    lat: 31.1118,
    long: 117.6494,
    middle: 6,
    swing: 2,
    decimals: 1,
  },
  {
    id: 'wl-binjiang-2',
    name: '江滨公园码头水位',
    kind: 'water-level',
    unit: 'cm',
    place: '滨江大道江滨公园码头',
    lat: 31.1042,
    long: 117.6212,
    middle: 14,
    swing: 5,
    decimals: 1,
  },
  {
    id: 'smoke-dukou-1',
    name: '老轮渡站木构房烟感',
    kind: 'smoke',
    unit: '%obs/m',
    place: '渡口路老轮渡站二层走廊',
    lat: 31.1104,
    long: 117.6123,
    middle: 0.4,
    swing: 0.3,
    decimals: 2,
  },
  {
    id: 'smoke-dukou-2',
    name: '老轮渡站戏台烟感',
    kind: 'smoke',
    unit: '%obs/m',
    place: '渡口路老轮渡站戏台后台',
    lat: 31.1105,
    long: 117.6125,
    middle: 0.4,
    swing: 0.2,
    decimals: 2,
  },
  {
    id: 'manhole-qiaodong-1',
    name: '桥东街雨水井盖',
    kind: 'manhole',
    unit: '',
    place: '桥东街与石桥路交叉口',
    lat: 31.1119,
    long: 117.6493,
    middle: 0,
    swing: 0,
    decimals: 0,
  },
  {
    id: 'air-lianchi-1',
    name: '莲池公园 PM2.5',
    kind: 'air',
    unit: 'µg/m³',
    place: '莲池公园东门',
    lat: 31.1046,
    long: 117.6375,
    middle: 38,
    swing: 16,
    decimals: 0,
  },
]

const law = { version: 1, sensor: null, urgent: false, active: true } as const
const demoRules: readonly Omit<Rule, 'district'>[] = [
  {
    ...law,
    id: 'rule_demo-flood',
    kind: 'water-level',
    when: 'above',
    mark: 30,
    clear: 20,
    hold: 600,
    clearHold: 1_200,
    matter: 'matter_grid-flooding',
    title: '水位超过警戒',
  },
  {
    ...law,
    id: 'rule_demo-smoke',
    kind: 'smoke',
    when: 'above',
    mark: 5,
    clear: 2,
    hold: 0,
    clearHold: 300,
    matter: 'matter_fire-equipment',
    title: '烟感报警',
    urgent: true,
  },
  {
    ...law,
    id: 'rule_demo-cover',
    kind: 'manhole',
    when: 'equals',
    mark: 1,
    clear: 0,
    hold: 60,
    clearHold: 60,
    matter: 'matter_grid-manhole',
    title: '井盖被打开',
  },
  {
    ...law,
    id: 'rule_demo-air',
    kind: 'air',
    when: 'above',
    mark: 150,
    clear: 115,
    hold: 3_600,
    clearHold: 3_600,
    matter: 'matter_noise',
    title: '空气质量超标',
    active: false,
  },
  {
    ...law,
    id: 'rule_demo-silent',
    kind: 'smoke',
    when: 'silent',
    mark: 0,
    clear: 0,
    hold: 7_200,
    clearHold: 0,
    matter: 'matter_fire-equipment',
    title: '烟感失联',
  },
]

const EVERY = 10 * MINUTE
const PAST = 14 * 24 * HOUR
/** What is told as it happens, so that the first start has something going on. */
const LATELY = 90 * MINUTE
/** One of them has been silent for a while. */
const SILENT = 'smoke-dukou-2'

/** A day has its swing, and an hour a little of its own; the same moment always says the same. */
function valueAt({ middle, swing, decimals }: Shape, at: Instant): number {
  const hours = Date.parse(at) / HOUR
  const wave = Math.sin((hours / 24) * 2 * Math.PI) * swing + Math.sin(hours * 1.7) * swing * 0.2
  return Number(Math.max(0, middle + wave).toFixed(decimals))
}

/** Three nights ago it rained, and it rains now: the underpass fills. */
function withRain(id: string, at: Instant, now: Instant, value: number): number {
  if (id !== 'wl-qiaotou-1') return value
  const [before, lately] = [3 * 24 * HOUR, 40 * MINUTE].map((ago) => Date.parse(at) - (Date.parse(now) - ago))
  const wasNight = before !== undefined && before > 0 && before < 3 * HOUR
  const isNow = lately !== undefined && lately > 0
  return wasNight || isNow ? value + 38 : value
}

type Planting = { readonly db: Db; readonly district: string; readonly now: Instant; readonly known: KnownOf }

/** Registers sensors and rules with their past, once. What happened lately is judged by the rules and opens its case. */
export async function plantSensors({ db, district, now, known }: Planting): Promise<void> {
  if ((await sensorsOf(db, district, null, 1)).length > 0) return
  const stroke = { at: now, by: 'seed' }
  const rest = { district, area: null, scale: 1, shift: 0, maintenanceUntil: null, keepDays: 90, active: true } as const
  for (const { middle: _m, swing: _s, decimals: _d, ...sensor } of demoSensors)
    await putSensor(db, { ...rest, ...sensor }, stroke)
  const times = Array.from({ length: PAST / EVERY }, (_, back) => later(now, -(PAST - back * EVERY)))
  const told = times.filter((at) => at < later(now, -LATELY))
  for (const sensor of demoSensors) {
    const mine = sensor.id === SILENT ? told.filter((at) => at < later(now, -3 * HOUR)) : told
    const values = mine.map((at) => withRain(sensor.id, at, now, valueAt(sensor, at)))
    await appendReadings(db, district, { sensors: mine.map(() => sensor.id), ats: mine, values })
    await db.transaction(async (tx) => {
      const [state] = await holdStates(tx, district, [sensor.id])
      if (state)
        await putStates(tx, district, [{ ...state, lastAt: mine.at(-1) ?? null, lastValue: values.at(-1) ?? null }])
    })
  }
  for (const rule of demoRules) await addRule(db, { ...rule, district }, stroke)
  known.forget()
  const clock = { now: () => now }
  const lately = times.filter((at) => at >= later(now, -LATELY))
  const reads = demoSensors
    .filter(({ id }) => id !== SILENT)
    .flatMap((sensor) => lately.map((at) => readOf(sensor.id, at, withRain(sensor.id, at, now, valueAt(sensor, at)))))
  await takeReadings({ db, clock, known }, district, reads)
}

const readOf = (sensor: string, at: Instant, value: number): Read => ({ ok: true, raw: { sensor, at, value } })

/** The most that is told at once after the clock of the demo was turned. */
const MOST = 1_000

/** In the demo the town's sensors go on speaking, also over the hours by which its clock is turned. */
export async function speakOn({ db, district, now, known }: Planting): Promise<void> {
  const speaking = new Map(demoSensors.filter(({ id }) => id !== SILENT).map((sensor) => [sensor.id, sensor]))
  const reads = (await sensorsOf(db, district)).flatMap(({ id, lastAt }) => {
    const sensor = speaking.get(id)
    if (!sensor || lastAt === null) return []
    const count = Math.min(MOST, Math.floor((Date.parse(now) - Date.parse(lastAt)) / EVERY))
    const first = Date.parse(now) - (count - 1) * EVERY
    return Array.from({ length: count }, (_, step) => {
      const at = later(now, first - Date.parse(now) + step * EVERY)
      return readOf(id, at, valueAt(sensor, at))
    })
  })
  if (reads.length > 0) await takeReadings({ db, clock: { now: () => now }, known }, district, reads)
}
