import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { isAlive } from './clients.ts'
import { linkLibraries } from './programs.ts'

// Real processes on a real server: they come, go, are killed and come again.

const asRoot = process.getuid?.() === 0
const NOBODY = 65534
const root = join(import.meta.dirname, '../../..')
let folder: string
let program: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-test-'))
  chmodSync(folder, 0o755)
  const outDir = join(root, `node_modules/.cache/embedded-test-${process.pid}`)
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: join(import.meta.dirname, 'embedded.fixture.ts'), outDir, emptyOutDir: true, target: 'node20' },
  })
  program = join(outDir, 'embedded.fixture.js')
})
afterEach(async () => {
  for (const one of clients.splice(0)) if (one.process.exitCode === null) await one.leave()
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(dirname(program), { recursive: true, force: true })
})

type Client = {
  readonly process: ChildProcess
  readonly first: Record<string, unknown>
  ask(sql: string): Promise<unknown>
  leave(word?: 'leave' | 'exit'): Promise<number | null>
  kill(): Promise<void>
}
const clients: Client[] = []

async function come(
  dataDir: string,
  { durable = false, ...account }: { uid?: number; gid?: number; durable?: boolean } = {},
): Promise<Client> {
  const child = spawn(process.execPath, [program, dataDir, durable ? '' : 'disposable'], {
    ...account,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => JSON.parse((await lines.next()).value ?? '{}') as unknown
  const client: Client = {
    process: child,
    first: (await next()) as Record<string, unknown>,
    ask(sql) {
      child.stdin.write(`${sql}\n`)
      return next()
    },
    leave(word = 'leave') {
      child.stdin.write(`${word}\n`)
      return ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
  clients.push(client)
  return client
}

async function gone(pid: unknown): Promise<void> {
  while (isAlive(Number(pid))) await pause(10)
}

/** A new data directory with a cluster in it; made once, copied after. */
async function madeBefore(name: string): Promise<string> {
  const pattern = join(folder, 'pattern')
  if (!existsSync(pattern)) await (await come(pattern)).leave()
  const dataDir = join(folder, name)
  if (asRoot) execFileSync('cp', ['-a', pattern, dataDir])
  else cpSync(pattern, dataDir, { recursive: true })
  return dataDir
}

/** The server of a data directory and all its processes, which name themselves as they like. */
function processesOf(dataDir: string): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n').slice(1)
  const all = lines.map((line) => ({
    line,
    pid: Number.parseInt(line, 10),
    parent: Number(line.trim().split(/ +/)[1]),
  }))
  const server = all.find(({ line }) => line.includes(`-D ${join(dataDir, 'postgres')} `))
  return server ? all.filter(({ pid, parent }) => [pid, parent].includes(server.pid)).map(({ pid }) => pid) : []
}

test('the second process uses the first one’s server, and the last to leave stops it', async () => {
  const dataDir = await madeBefore('shared')
  const one = await come(dataDir)
  const two = await come(dataDir)
  expect(one.first).toMatchObject({ adopted: false })
  expect(two.first).toEqual({ ...one.first, adopted: true })
  await one.ask('create table t as select 1 as n')
  expect(await two.ask('select n from t')).toEqual([{ n: 1 }])
  expect(await one.leave()).toBe(0)
  expect(isAlive(Number(one.first.pid))).toBe(true)
  expect(await two.leave()).toBe(0)
  expect(isAlive(Number(one.first.pid))).toBe(false)
  expect(existsSync(String(one.first.host))).toBe(false)
})

test('two processes that begin a new town at once end up on one server', async () => {
  const dataDir = join(folder, 'new')
  const both = await Promise.all([come(dataDir), come(dataDir)])
  expect(both.map(({ first }) => first.adopted).toSorted()).toEqual([false, true])
  expect(both[0]?.first.pid).toBe(both[1]?.first.pid)
})

test('a process that is killed does not count: its server is taken over, and stopped by who comes next', async () => {
  const dataDir = await madeBefore('orphan')
  const killed = await come(dataDir)
  await killed.kill()
  expect(isAlive(Number(killed.first.pid))).toBe(true)
  const next = await come(dataDir)
  expect(next.first).toEqual({ ...killed.first, adopted: true })
  await next.leave()
  expect(isAlive(Number(killed.first.pid))).toBe(false)
})

test('a process that ends without a word takes its server with it', async () => {
  const client = await come(await madeBefore('abrupt'))
  await client.leave('exit')
  await gone(client.first.pid)
  expect(processesOf(join(folder, 'abrupt'))).toEqual([])
})

test('everything is killed in the middle of the work; what was acknowledged is there when it starts again', async () => {
  const dataDir = await madeBefore('killed')
  for (let n = 1; n <= 3; n++) {
    const client = await come(dataDir, { durable: true })
    expect(client.first).toMatchObject({ adopted: false })
    await client.ask('create table if not exists kept (n int)')
    await client.ask(`insert into kept values (${n})`)
    client.process.stdin?.write('insert into kept select 100 from generate_series(1, 300000)\n')
    const processes = processesOf(dataDir)
    expect(processes.length).toBeGreaterThan(5)
    for (const pid of processes) process.kill(pid, 'SIGKILL')
    await client.kill()
  }
  const survivor = await come(dataDir, { durable: true })
  expect(await survivor.ask('select n from kept where n < 100 order by n')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
})

test.runIf(process.platform === 'linux')(
  'a lock left by a server whose number is somebody else’s now is cleared',
  async () => {
    const dataDir = await madeBefore('stale')
    const lock = [process.pid, join(dataDir, 'postgres'), 1, 5432, '/nowhere', '', '1 1', 'ready'].join('\n')
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${lock}\n`)
    const client = await come(dataDir)
    expect(client.first).toMatchObject({ adopted: false })
  },
)

test('data of another version of PostgreSQL is refused with a word about what to do', async () => {
  const dataDir = await madeBefore('old')
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '14\n')
  const client = await come(dataDir)
  expect(client.first).toMatchObject({ kind: 'wrong-data-version', message: expect.stringContaining('备份') })
  expect(await client.leave()).toBe(21)
})

test('a socket that something else has taken is named', async () => {
  const dataDir = await madeBefore('socket')
  const first = await come(dataDir)
  const host = String(first.first.host)
  await first.leave()
  writeFileSync(host, '')
  const client = await come(dataDir)
  rmSync(host)
  expect(client.first).toMatchObject({ kind: 'socket-taken', message: expect.stringContaining(host) })
})

test('the library links that npm 12 does not make are made at the start', () => {
  const packageDir = join(folder, 'package')
  mkdirSync(join(packageDir, 'native/lib'), { recursive: true })
  writeFileSync(join(packageDir, 'native/lib/libicu.so.60.2'), 'library')
  const links = [{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }]
  writeFileSync(join(packageDir, 'native/pg-symlinks.json'), JSON.stringify(links))
  linkLibraries(packageDir)
  linkLibraries(packageDir)
  expect(readFileSync(join(packageDir, 'native/lib/libicu.so.60'), 'utf8')).toBe('library')
})

test('a data directory reached by a link is the same directory', async () => {
  const dataDir = await madeBefore('real')
  symlinkSync(dataDir, join(folder, 'link'))
  const one = await come(dataDir)
  const two = await come(join(folder, 'link'))
  expect(two.first).toEqual({ ...one.first, adopted: true })
})

const rootOnly = test.runIf(asRoot)

rootOnly('root serves from a directory that nobody else may enter', async () => {
  const dataDir = join(folder, 'private', 'town')
  mkdirSync(dirname(dataDir), { mode: 0o700 })
  const one = await come(dataDir)
  expect(await one.ask('select 1 as n')).toEqual([{ n: 1 }])
  await one.leave()
  expect((await come(dataDir)).first).toMatchObject({ adopted: false })
})

rootOnly('an ordinary user serves from a directory of his own, root may join him, and he root', async () => {
  const dataDir = join(folder, 'user')
  mkdirSync(dataDir)
  chownSync(dataDir, NOBODY, NOBODY)
  const user = await come(dataDir, { uid: NOBODY, gid: NOBODY })
  expect(user.first).toMatchObject({ adopted: false })
  const joined = await come(dataDir)
  expect(joined.first).toEqual({ ...user.first, adopted: true })
  await user.leave()
  await joined.leave()
  expect((await come(dataDir)).first).toMatchObject({ adopted: false })
  expect((await come(dataDir, { uid: NOBODY, gid: NOBODY })).first).toMatchObject({ adopted: true })
})

rootOnly('a directory that may not be written is named', async () => {
  const dataDir = join(folder, 'readonly')
  mkdirSync(dataDir)
  const client = await come(dataDir, { uid: NOBODY, gid: NOBODY })
  expect(client.first).toMatchObject({ kind: 'no-permission', message: expect.stringContaining(dataDir) })
  expect(await client.leave()).toBe(24)
})

rootOnly('a full disk is said to be full, at the making of a town and at its start', async (context) => {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    context.skip('this machine does not let us mount')
  }
  try {
    const client = await come(join(disk, 'town'))
    expect(client.first).toMatchObject({ kind: 'no-space', message: expect.stringContaining('磁盘') })
    expect(await client.leave()).toBe(20)
  } finally {
    execFileSync('umount', [disk])
  }
})
