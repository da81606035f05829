import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { measuring, procedures } from '../src/city/engine.ts'
import { plantDistrict } from '../src/city/plant.ts'
import { auditCases } from '../src/kernel/cases/handle/nothing-lost.ts'
import { auditLedger } from '../src/kernel/ledger/handle/audit.ts'
import { readConfig } from '../src/platform/config/config.ts'
import { connect, type OpenDb } from '../src/platform/db/connect.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { DAY, instant, later, systemClock } from '../src/platform/time.ts'
import { burst } from './burst.ts'
import { createClient } from './client.ts'
import { type Acknowledged, killAndRestart } from './faults.ts'
import { line } from './figures.ts'
import { measureFloor, recording, rowOf } from './floor.ts'
import { signInAll } from './lives.ts'
import { layOnMap, measureTiles } from './map.ts'
import { fillWithPast, liveMessages } from './past.ts'
import { spentBy } from './processor.ts'
import { measureLives, measureReads } from './rates.ts'
import { benchSensors } from './sensors.ts'
import { startServer, type Target, untilAtRest } from './server.ts'
import { benchSimilar } from './similar.ts'

export type BenchOptions = {
  readonly cases: number
  readonly seconds: number
  readonly kills: number
  readonly urls: readonly string[]
  /** Where the filled embedded city is kept; null: nowhere. */
  readonly data: string | null
  readonly parts: ReadonlySet<string>
}

const PORT = 3905

/** Everything that design.md section 5 promises, measured on this machine and printed side by side with the floor. */
export async function runBench(options: BenchOptions): Promise<void> {
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}, Node ${process.versions.node}`)
  if (options.parts.has('similar')) benchSimilar(options.cases, Math.min(options.seconds, 10))
  if (options.parts.has('sensors')) await benchSensors(options.seconds, options.kills)
  const folder = mkdtempSync(join(tmpdir(), 'yiwang-bench-'))
  const targets: Target[] = [
    { name: 'embedded', env: { DATA_DIR: options.data ?? join(folder, 'embedded') } },
    ...options.urls.map((url, index) => ({
      name: `server ${index + 1}`,
      env: { DATA_DIR: join(folder, `server${index}`), DATABASE_URL: url, DEMO: 'true' },
    })),
  ]
  try {
    for (const target of targets) await benchTarget(target, options)
    if (options.parts.has('burst'))
      await benchBurst({ name: 'embedded', env: { DATA_DIR: join(folder, 'burst') } }, options.seconds * 6)
    if (options.parts.has('faults'))
      await benchFaults({ name: 'embedded', env: { DATA_DIR: join(folder, 'faults') } }, options.kills)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchTarget(target: Target, { cases, seconds, parts }: BenchOptions): Promise<void> {
  console.log(`\n== ${target.name}`)
  if (parts.has('empty')) await benchServed(target, 'empty', seconds)
  if (parts.has('floor')) await withDatabase(target, (db) => benchFloor(db, target, seconds))
  if (!parts.has('full') || cases === 0) return
  await withDatabase(target, async (db) => {
    if ((await casesIn(db)) >= cases) return await layAll(db, target)
    const lives = Math.max(50, Math.min(1_000, Math.round(cases / 1_000)))
    const began = performance.now()
    const count = await fillWithPast(db, readConfig(target.env), {
      lives,
      cases,
      now: systemClock.now(),
    })
    console.log(line('cases loaded', count / ((performance.now() - began) / 1000), null, `${count} cases`))
    await printSizes(db, count)
    await layAll(db, target)
  })
  await benchServed(target, `${cases.toLocaleString('en')} cases`, seconds)
}

async function layAll(db: OpenDb, { env }: Target): Promise<void> {
  console.log(line('map: cases laid on it', null, null, String(await layOnMap(db, readConfig(env).district))))
}

async function benchServed(target: Target, what: string, seconds: number): Promise<void> {
  const server = await startServer(target, PORT)
  const client = createClient(server.url, 16)
  try {
    const tokens = await signInAll(client)
    const ownData = target.env.DATABASE_URL ? undefined : target.env.DATA_DIR
    console.log(line(`${what}: at rest after`, null, null, `${await untilAtRest(server.pid, ownData)} s`))
    const spent = () => spentBy(server.pid, ownData)
    const each = { client, tokens, spent }
    await measureLives({ ...each, clients: 1, seconds: Math.min(seconds, 5), what: `${what}, warming up` })
    for (const clients of [1, 16]) await measureLives({ ...each, clients, seconds, what })
    await measureReads(client, tokens, what)
    if (what !== 'empty') await measureTiles(client, tokens, what)
  } finally {
    client.close()
    await server.stop()
  }
}

async function withDatabase<T>({ env }: Target, work: (db: OpenDb) => Promise<T>): Promise<T> {
  const db = await connect(env.DATABASE_URL ? { url: env.DATABASE_URL } : { dataDir: env.DATA_DIR ?? '' }, {
    poolSize: 20,
  })
  try {
    await migrate(db)
    return await work(db)
  } finally {
    await db[Symbol.asyncDispose]()
  }
}

/** Lives one case with a recorder behind the engine, then writes its rows again without the engine. */
async function benchFloor(db: OpenDb, { env }: Target, seconds: number): Promise<void> {
  const config = readConfig(env)
  const recorder = recording(db)
  const now = instant('2026-03-02T10:00:00+08:00')
  await plantDistrict(db, config.district, now)
  const message = {
    id: `floor-${process.pid}`,
    author: 'floor',
    topic: '路灯不亮',
    at: now,
    detail: '桥头社区东门外的路灯不亮。',
  }
  await liveMessages(recorder.db, config, [message], later(now, 60 * DAY), () => ({
    seed: 'floor',
    plot: 'plain',
    pace: 0.2,
  }))
  const [first] = recorder.written
  const life = recorder.written.filter((one) => first && rowOf(one).id === rowOf(first).id)
  console.log(line('floor: statements in one life', null, null, String(life.length)))
  for (const clients of [1, 16]) await measureFloor(db.pool, life, clients, Math.min(seconds, 5))
}

async function casesIn(db: OpenDb): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>('select count(*)::int as n from cases.card')
  return rows[0]?.n ?? 0
}

async function printSizes(db: OpenDb, cases: number): Promise<void> {
  const { rows } = await db.pool.query<{ name: string; bytes: number }>(`
    select n.nspname || '.' || c.relname as name, pg_total_relation_size(c.oid)::float8 as bytes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('ledger', 'cases', 'channels', 'jobs', 'indicators') order by 2 desc limit 8`)
  const all = rows.reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(
    line(
      'bytes per case',
      null,
      null,
      `${Math.round(all / cases)} in all: ${rows.map(({ name, bytes }) => `${name} ${Math.round(bytes / cases)}`).join(', ')}`,
    ),
  )
}

async function benchBurst(target: Target, seconds: number): Promise<void> {
  console.log(`\n== ten times the sustained rate for ${seconds} s`)
  const filed = await burst(target, PORT + 2, seconds)
  await withDatabase(target, async (db) => {
    const { missing, twice } = await findLost(db, new Map([...filed].map((id) => [id, new Set(['file'])])))
    console.log(line('burst: acknowledged cases', null, null, `${filed.size}; lost ${missing}, there twice ${twice}`))
  })
}

async function benchFaults(target: Target, kills: number): Promise<void> {
  console.log(`\n== kill -9 of server and database under load, ${kills} times`)
  const acknowledged = await killAndRestart(target, PORT + 1, kills)
  await withDatabase(target, async (db) => {
    const lost = await findLost(db, acknowledged)
    const { broken, events } = await auditLedger(db)
    const acts = [...acknowledged.values()].reduce((sum, moves) => sum + moves.size, 0)
    console.log(
      line(
        'acknowledged acts',
        null,
        null,
        `${acts} in ${acknowledged.size} cases; lost ${lost.missing}, there twice ${lost.twice}`,
      ),
    )
    console.log(
      line(
        'ledger after the kills',
        null,
        null,
        `${events} events, ${broken ? `BROKEN at ${broken.stream} ${broken.seq}` : 'every chain verifies'}`,
      ),
    )
    const { district } = readConfig(target.env)
    const at = systemClock.now()
    const { cases, lost: ways, ...wrong } = await auditCases({ db, procedures }, { district, at, measuring })
    const found = ways.reduce((sum, { count }) => sum + count, 0)
    const untrue = wrong.untrue.length + wrong.behind.length + wrong.figures.length
    console.log(
      line('cases lived again from the ledger', null, null, `${cases}; lost ${found}, other than it tells ${untrue}`),
    )
  })
}

async function findLost(db: OpenDb, acknowledged: Acknowledged): Promise<{ missing: number; twice: number }> {
  const { rows } = await db.pool.query<{ stream: string; move: string; n: number }>(`
    select stream, coalesce(body->>'move', 'file') as move, count(*) as n from ledger.event where stream like 'case%' group by 1, 2`)
  const there = new Map(rows.map(({ stream, move, n }) => [`${stream} ${move}`, n]))
  let missing = 0
  for (const [id, moves] of acknowledged) for (const move of moves) if (!there.has(`${id} ${move}`)) missing += 1
  const twice = [...there.entries()].filter(([key, n]) => n > 1 && acknowledged.has(key.split(' ')[0] ?? '')).length
  return { missing, twice }
}
