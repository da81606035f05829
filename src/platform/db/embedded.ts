/** A real PostgreSQL from npm, started by us on a unix socket; several processes may use it at once. */
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { enter, isAlive, leave, left, someoneIsLeaving } from './clients.ts'
import { assertVersion, type EmbeddedOptions, makeCluster, type Place, placeOf, start } from './cluster.ts'
import { answers, clearStaleLocks, findPostmaster, type Postmaster, SOCKET_PORT } from './postmaster.ts'
import { type Account, findAccount, findPrograms, type Programs } from './programs.ts'
import { lockedOut, troubleOfFile, troubleOfLog } from './trouble.ts'

export type EmbeddedServer = AsyncDisposable & {
  readonly connection: {
    readonly host: string
    readonly port: number
    readonly user: string
    readonly database: string
  }
  /** Whether it was running already when we came. */
  readonly adopted: boolean
  readonly pid: number
}

/** How long the last server may take to be quite gone. */
const PATIENCE = 10_000
/** How long a server may repair itself after a crash before we give up. */
const RECOVERY = 300_000

type Shared = {
  users: number
  readonly server: Promise<Omit<EmbeddedServer, keyof AsyncDisposable> & { atExit(): void }>
}

/** Several parts of one process may use the server; it counts as one client. */
const opened = new Map<string, Shared>()
const closing = new Map<string, Promise<void>>()

/**
 * The server of `dataDir`: adopted if it runs, else started, made first if need be.
 * Dispose of it to leave; the last process to leave stops it. Throws DatabaseTrouble.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const place = placeOf(dataDir)
  await closing.get(place.home)
  const shared = opened.get(place.home) ?? { users: 0, server: open(place, options) }
  opened.set(place.home, shared)
  shared.users++
  try {
    const server = await shared.server
    const { connection, adopted, pid } = server
    return { connection, adopted, pid, [Symbol.asyncDispose]: once(() => close(place, shared)) }
  } catch (error) {
    opened.delete(place.home)
    throw error
  }
}

async function open(place: Place, options: EmbeddedOptions) {
  const programs = findPrograms()
  const account = findAccount(programs, place.home, place.data)
  const atExit = () => {
    if (!leave(place.clients)) return
    interrupt(place)
    rmSync(place.socketDir, { recursive: true, force: true })
    left(place.clients)
  }
  try {
    enter(place.clients)
    process.once('exit', atExit)
    const server = await adoptOrStart(place, programs, account, options)
    return { ...server, atExit }
  } catch (error) {
    process.removeListener('exit', atExit)
    if (existsSync(place.clients) && leave(place.clients)) left(place.clients)
    throw troubleOfFile(error, place.home)
  }
}

async function adoptOrStart(place: Place, programs: Programs, account: Account, options: EmbeddedOptions) {
  const begun = performance.now()
  const waited = () => performance.now() - begun
  // Who leaves takes the socket with him; it must not be ours.
  while (someoneIsLeaving(place.clients) && waited() < RECOVERY) await pause(50)
  // Patience counts from the first time that we were kept out: making the cluster may itself take long.
  let keptOutSince: number | null = null
  for (let turn = 0; ; turn++) {
    const running = findPostmaster(place.data)
    const answer = running ? await answers(running.socketDir) : 'no'
    if (running && answer === 'yes') return serverAt(running.socketDir, running.pid, true)
    if (answer === 'not-yet' && waited() < RECOVERY) {
      await pause(100)
      continue
    }
    if (!existsSync(place.data)) makeCluster(place, programs, account, options)
    assertVersion(place, programs)
    const { pid, complaint } = await start(place, programs, account, options)
    if (!complaint) return serverAt(place.socketDir, pid, false)
    keptOutSince ??= performance.now()
    if (!lockedOut.test(complaint) || performance.now() - keptOutSince > PATIENCE)
      throw troubleOfLog(complaint, place.home)
    clearStaleLocks(place.data, place.socketDir)
    await pause(Math.min(50 * 2 ** turn, 1_000))
  }
}

const serverAt = (host: string, pid: number, adopted: boolean) => ({
  connection: { host, port: SOCKET_PORT, user: 'postgres', database: 'postgres' },
  adopted,
  pid,
})

function interrupt(place: Place): Postmaster | null {
  const running = findPostmaster(place.data)
  if (running) process.kill(running.pid, 'SIGINT')
  return running
}

async function close(place: Place, shared: Shared): Promise<void> {
  const { atExit } = await shared.server
  if (--shared.users > 0) return
  opened.delete(place.home)
  process.removeListener('exit', atExit)
  const stopping = stopIfLast(place).finally(() => closing.delete(place.home))
  closing.set(place.home, stopping)
  await stopping
}

async function stopIfLast(place: Place): Promise<void> {
  if (!leave(place.clients)) return
  const running = interrupt(place)
  while (running && isAlive(running.pid)) await pause(10)
  // Its own socket is gone with it; a folder that holds anything else is not ours to remove.
  if (running && existsSync(running.socketDir) && readdirSync(running.socketDir).length === 0)
    rmdirSync(running.socketDir)
  left(place.clients)
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
