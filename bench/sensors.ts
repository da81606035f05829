import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MqttClient, connect as reach } from 'mqtt'
import { plantDistrict } from '../src/city/plant.ts'
import { takeReadings } from '../src/modules/sensors/handle/intake.ts'
import { createKnown } from '../src/modules/sensors/handle/known.ts'
import type { Read } from '../src/modules/sensors/rules/payload.ts'
import { appendReadings } from '../src/modules/sensors/store/readings.ts'
import { addRule, putSensor } from '../src/modules/sensors/store/sensors.ts'
import { connect, type OpenDb } from '../src/platform/db/connect.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { type Instant, instant, later, SECOND, systemClock } from '../src/platform/time.ts'
import { line } from './figures.ts'
import { type Server, startServer } from './server.ts'

const DISTRICT = '349901'
const SENSORS = 500
const PORT = 3907
const BROKER_PORT = 3917
const PROGRAM = '/usr/sbin/mosquitto'
const WANTED = 5_000
const nameOf = (number: number): string => `bench-${String(number % SENSORS).padStart(4, '0')}`

/** Readings taken in: beside plain inserts of the same rows, through a real broker at 5,000 a second, and under kills. */
export async function benchSensors(seconds: number, kills: number): Promise<void> {
  console.log('\n== sensors')
  const folder = mkdtempSync(join(tmpdir(), 'yiwang-sensors-'))
  const dataDir = join(folder, 'data')
  const broker = existsSync(PROGRAM) ? await startBroker(folder) : null
  const db = await connect({ dataDir }, { poolSize: 4 })
  try {
    await migrate(db)
    await plant(db)
    await measureDirectly(db, seconds)
    if (broker === null) console.log(`no ${PROGRAM}: MQTT was not measured`)
    else await measureBroker(db, dataDir, { seconds, kills })
  } finally {
    await db[Symbol.asyncDispose]()
    broker?.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A broker of our own, whose queue has no end: what is measured is ours and not its default of 1,000 messages. */
async function startBroker(folder: string): Promise<ChildProcess> {
  const kept = join(folder, 'broker')
  mkdirSync(kept)
  const file = join(folder, 'mosquitto.conf')
  const lines = [
    `listener ${BROKER_PORT} 127.0.0.1`,
    'allow_anonymous true',
    'persistence true',
    `persistence_location ${kept}/`,
  ]
  writeFileSync(file, [...lines, 'max_queued_messages 0', 'max_inflight_messages 4000', 'user root', ''].join('\n'))
  const child = spawn(PROGRAM, ['-c', file], { stdio: 'ignore' })
  await new Promise((turn) => setTimeout(turn, 500))
  return child
}

async function plant(db: OpenDb): Promise<void> {
  const now = systemClock.now()
  await plantDistrict(db, DISTRICT, now)
  const stroke = { at: now, by: 'bench' }
  const shared = {
    district: DISTRICT,
    kind: 'water-level',
    unit: 'm',
    place: '桥头路',
    area: null,
    lat: null,
    long: null,
  } as const
  const rest = { scale: 1, shift: 0, maintenanceUntil: null, keepDays: 90, active: true } as const
  for (let number = 0; number < SENSORS; number++)
    await putSensor(db, { ...shared, ...rest, id: nameOf(number), name: nameOf(number) }, stroke)
  const law = { when: 'above', mark: 3, clear: 2.5, hold: 600, clearHold: 300 } as const
  const opens = { matter: 'matter_road-flooding', title: '水位超过警戒', urgent: false, active: true } as const
  await addRule(
    db,
    { district: DISTRICT, id: 'rule_bench', version: 1, kind: 'water-level', sensor: null, ...law, ...opens },
    stroke,
  )
}

const BATCH = 2_000

/** The same rows twice: as plain inserts, and through rules and states; both alone on the machine, one after the other. */
async function measureDirectly(db: OpenDb, seconds: number): Promise<void> {
  const clock = systemClock
  const known = createKnown(db)
  const from = later(clock.now(), -80_000 * SECOND)
  const batches = (year: number, batch: number) =>
    Array.from({ length: BATCH }, (_, at) => ({
      sensor: nameOf(at),
      at: later(from, year + (batch * BATCH + at) * 7),
      value: at % 5,
    }))
  const plain = await perSecond(seconds, async (batch) => {
    const rows = batches(1, batch)
    await appendReadings(db, DISTRICT, {
      sensors: rows.map(({ sensor }) => sensor),
      ats: rows.map(({ at }) => at),
      values: rows.map(({ value }) => value),
    })
  })
  const whole = await perSecond(seconds, async (batch) => {
    const reads: Read[] = batches(3, batch).map((raw) => ({ ok: true, raw }))
    await takeReadings({ db, clock, known }, DISTRICT, reads)
  })
  console.log(line('plain inserts of 2,000 rows (yardstick)', plain, null))
  console.log(
    line('the same with rules and states', whole, null, `${((100 * whole) / plain).toFixed(0)} % of the yardstick`),
  )
  await db.pool.query('truncate sensors.reading')
}

async function perSecond(seconds: number, work: (batch: number) => Promise<void>): Promise<number> {
  const began = performance.now()
  let batch = 0
  while (performance.now() - began < seconds * 1_000) await work(batch++)
  return (batch * BATCH * 1_000) / (performance.now() - began)
}

async function measureBroker(
  db: OpenDb,
  dataDir: string,
  { seconds, kills }: { seconds: number; kills: number },
): Promise<void> {
  const env = { DATA_DIR: dataDir, DEMO: 'false', DISTRICT, MQTT_URL: `mqtt://127.0.0.1:${BROKER_PORT}` }
  const start = () => startServer({ name: 'sensors', env }, PORT)
  const sender = reach(`mqtt://127.0.0.1:${BROKER_PORT}`, { clientId: 'bench-sender', protocolVersion: 5 })
  let server: Server = await start()
  try {
    await new Promise((turn) => setTimeout(turn, 2_000))
    const sending = sends(sender)
    const began = performance.now()
    const paced = await sending.paced(WANTED, seconds)
    const last = performance.now()
    const kept = await untilStored(db, sending.sent())
    const behind = Math.round(performance.now() - last)
    console.log(
      line(
        `MQTT, ${WANTED} messages a second asked for`,
        paced / ((last - began) / 1_000),
        null,
        `${kept} of ${sending.sent()} kept, the last ${behind} ms after it was sent`,
      ),
    )
    const before = sending.sent()
    const flat = performance.now()
    await sending.flatOut(100_000)
    await untilStored(db, sending.sent())
    console.log(
      line(
        'MQTT, as fast as it goes, one reading a message',
        ((sending.sent() - before) * 1_000) / (performance.now() - flat),
        null,
      ),
    )
    for (let round = 0; round < kills; round++) {
      const load = sending.paced(WANTED, 2)
      await new Promise((turn) => setTimeout(turn, 300 + ((round * 397) % 1_400)))
      await server.kill()
      server = await start()
      await load
    }
    const all = await untilStored(db, sending.sent(), 120)
    console.log(
      line(
        `after ${kills} kills (-9) of the server under ${WANTED} a second`,
        null,
        null,
        `${all} of ${sending.sent()} acknowledged by the broker are kept, lost ${sending.sent() - all}`,
      ),
    )
  } finally {
    await sender.endAsync(true)
    await server.stop()
  }
}

/** Every reading has a time of its own, so that it can be counted whether each one came. */
function sends(sender: MqttClient) {
  const from: Instant = later(systemClock.now(), -70_000 * SECOND)
  let sent = 0
  const one = async (number: number) => {
    const at = instant(Date.parse(from) + number)
    await sender.publishAsync(`sensors/${nameOf(number)}/readings`, JSON.stringify({ value: number % 5, at }), {
      qos: 1,
    })
  }
  const some = async (count: number) => {
    const first = sent
    sent += count
    await Promise.all(Array.from({ length: count }, (_, at) => one(first + at)))
  }
  return {
    sent: () => sent,
    async paced(rate: number, seconds: number): Promise<number> {
      const began = performance.now()
      const under: Promise<void>[] = []
      for (let slice = 0; slice < seconds * 20; slice++) {
        under.push(some(rate / 20))
        const wait = began + (slice + 1) * 50 - performance.now()
        if (wait > 0) await new Promise((turn) => setTimeout(turn, wait))
      }
      await Promise.all(under)
      return rate * seconds
    },
    async flatOut(count: number): Promise<void> {
      for (let done = 0; done < count; done += 2_000) await some(2_000)
    },
  }
}

/** How many are kept, once all are or nothing more comes for so many seconds. */
async function untilStored(db: OpenDb, wanted: number, most = 30): Promise<number> {
  let kept = 0
  for (let since = performance.now(); performance.now() - since < most * 1_000; ) {
    const { rows } = await db.pool.query<{ count: string }>('select count(*) from sensors.reading')
    const now = Number(rows[0]?.count ?? 0)
    if (now >= wanted) return now
    if (now > kept) since = performance.now()
    kept = now
    await new Promise((turn) => setTimeout(turn, 50))
  }
  return kept
}
