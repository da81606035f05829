/**
 * How fast the ledger hashes, writes, anchors and verifies. Prints figures, judges nothing.
 * npx vite build --ssr bench/ledger.ts --outDir dist/bench && node dist/bench/ledger.js <data directory | url> [events]
 */
import { mkdirSync } from 'node:fs'
import { sql } from 'kysely'
import { closeInterval } from '../src/kernel/ledger/handle/anchors.ts'
import { auditLedger } from '../src/kernel/ledger/handle/audit.ts'
import { createVault } from '../src/kernel/ledger/handle/vault.ts'
import type { NewEvent } from '../src/kernel/ledger/model.ts'
import { chain } from '../src/kernel/ledger/rules/chain.ts'
import { append, insertRows } from '../src/kernel/ledger/store/streams.ts'
import { createCrypto } from '../src/platform/crypto/crypto.ts'
import { connect, type OpenDb } from '../src/platform/db/connect.ts'
import { migrate } from '../src/platform/db/migrate.ts'

const PER_STREAM = 10
const district = '349901'

/** About 600 bytes of body, as a dispatched order has. */
const event = (n: number): NewEvent => ({
  type: 'CaseDispatched',
  at: '2025-03-03T02:00:00.000Z',
  by: 'staff_0123456789abcdefghjkmnpqrs',
  body: {
    procedure: 'order',
    matter: 'matter_street_lamp',
    version: 3,
    unit: 'unit_0123456789abcdef',
    due: '2025-03-10T09:00:00.000Z',
    warnAt: '2025-03-07T09:00:00.000Z',
    reason: '路灯不亮，已派市政养护所现场查看，要求两个工作日内先行联系诉求人并反馈处置方案',
    evidence: [`file_${n}`],
    phone: { under: 'person_0123456789abcdefghjkmnpqrs', box: 'A'.repeat(120) },
    place: { lng: 121.4321, lat: 31.2345, grid: 'grid_0102' },
  },
})

/** The processor time of this process stands beside the rate, because it does not depend on the neighbours. */
async function timed(what: string, count: number, work: () => unknown): Promise<void> {
  const from = performance.now()
  const cpu = process.cpuUsage()
  await work()
  const seconds = (performance.now() - from) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  const rate = Math.round(count / seconds).toLocaleString('en')
  const each = ((user + system) / count).toFixed(1)
  console.log(
    `${what.padEnd(46)} ${rate.padStart(9)} /s ${each.padStart(8)} µs CPU each, ${seconds.toFixed(2)} s in all`,
  )
}

const lives = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `case_${String(from + i).padStart(10, '0')}`)

async function pure(): Promise<void> {
  const batch = Array.from({ length: PER_STREAM }, (_, i) => event(i))
  for (const name of ['sha256', 'sm3'] as const) {
    const crypto = createCrypto(name)
    const work = (count: number) => {
      for (const stream of lives(0, count / PER_STREAM)) chain(null, { district, stream, crypto }, batch)
    }
    work(20_000)
    await timed(`chain, pure, ${name}`, 200_000, () => work(200_000))
    const key = crypto.newKey()
    const fact = Buffer.from('{"name":"李芳","phone":"13800000001"}')
    await timed(`seal and open one fact, ${name}`, 50_000, () => {
      for (let i = 0; i < 50_000; i++) crypto.open(key, crypto.seal(key, fact, 'person'), 'person')
    })
  }
}

async function stored(db: OpenDb, events: number): Promise<void> {
  const crypto = createCrypto()
  const singles = 4_000
  await timed('append, one event per transaction, 1 client', singles, async () => {
    for (const stream of lives(0, singles)) await append(db, { district, stream, after: 0, crypto }, [event(1)])
  })
  await timed('append, one event per transaction, 16 clients', singles, async () => {
    const waiting = lives(singles, 2 * singles)
    const client = async () => {
      for (let stream = waiting.pop(); stream; stream = waiting.pop())
        await append(db, { district, stream, after: 0, crypto }, [event(1)])
    }
    await Promise.all(Array.from({ length: 16 }, client))
  })
  const batch = Array.from({ length: PER_STREAM }, (_, i) => event(i))
  await timed('insertRows, chained, 5,000 to a statement', events, async () => {
    for (let i = 0; i < events; i += 5_000) {
      const streams = lives(1_000_000 + i / PER_STREAM, 1_000_000 + (i + 5_000) / PER_STREAM)
      await insertRows(
        db,
        streams.flatMap((stream) => chain(null, { district, stream, crypto }, batch)),
      )
    }
  })
  await sql`vacuum analyze ledger.event`.execute(db.kysely)
  const vault = createVault({ db, crypto, master: Buffer.alloc(32, 1) })
  await timed('a new key for a new person, 1 client', 2_000, async () => {
    for (let i = 0; i < 2_000; i++) await vault.keyFor(district, `person_${i}`)
  })
  const until = '2099-01-01T00:00:00.000Z'
  const all = events + 2 * singles
  await timed('closeInterval over everything', all, () =>
    closeInterval(db, { district, crypto, until, settled: until }),
  )
  await timed('auditLedger', all, async () => console.log(await auditLedger(db, { district })))
  const { rows } = await sql<{ size: number }>`select pg_total_relation_size('ledger.event') as size`.execute(db.kysely)
  console.log(`ledger.event: ${Math.round((rows[0]?.size ?? 0) / all)} bytes per event, index included`)
  console.log(`peak memory of this process: ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB`)
}

const [place = 'data/bench-ledger', events = '200000'] = process.argv.slice(2)
await pure()
if (!/^postgres/.test(place)) mkdirSync(place, { recursive: true })
await using db = await connect(/^postgres/.test(place) ? { url: place } : { dataDir: place }, { poolSize: 16 })
await migrate(db)
await stored(db, Number(events))
