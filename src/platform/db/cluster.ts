/** One data directory: how it is made, checked, and served by a PostgreSQL of our own. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { keepOwner } from './clients.ts'
import { findPostmaster } from './postmaster.ts'
import { type Account, commandLine, giveTo, type Programs } from './programs.ts'
import { DatabaseTrouble, troubleOfFile, troubleOfLog } from './trouble.ts'

export type EmbeddedOptions = {
  /** The data may be lost: no fsync. For tests only. */
  readonly disposable?: boolean
}

/** Two cores and 4 GB beside Node; every commit reaches the disk before it is answered. */
const settings = {
  listen_addresses: '',
  max_connections: '60',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',
  random_page_cost: '1.1',
  deadlock_timeout: '200ms',
  jit: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
} as const

const disposable = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' }

export type Place = {
  readonly home: string
  readonly data: string
  readonly clients: string
  readonly log: string
  readonly socketDir: string
}

export function placeOf(dataDir: string): Place {
  const wanted = resolve(dataDir)
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o755 })
  } catch (error) {
    throw troubleOfFile(error, wanted)
  }
  const home = realpathSync(wanted)
  const key = createHash('sha256').update(home).digest('hex').slice(0, 12)
  // A socket's path must stay under 107 bytes; some systems have a deep tmp.
  const tmp = tmpdir().length > 60 ? '/tmp' : tmpdir()
  return {
    home,
    data: join(home, 'postgres'),
    clients: join(home, 'clients'),
    log: join(home, 'postgres.log'),
    socketDir: join(tmp, `pg-${key}`),
  }
}

/** Made aside and moved into place, so that a half-made cluster is never taken for a whole one. */
export function makeCluster(place: Place, programs: Programs, account: Account, options: EmbeddedOptions): void {
  const aside = mkdtempSync(join(place.home, 'making-'))
  try {
    giveTo(account, aside)
    const args = [
      '-D',
      aside,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
    ]
    if (options.disposable) args.push('--no-sync')
    const [file, rest] = commandLine(account, programs.initdb, args)
    const made = spawnSync(file, rest, { ...account.as, cwd: '/', encoding: 'utf8' })
    if (made.status !== 0) throw troubleOfLog(made.stderr || String(made.error), place.home)
    if (!existsSync(place.data)) renameSync(aside, place.data)
  } catch (error) {
    // Somebody else made it in the same moment: theirs is as good.
    if (!existsSync(join(place.data, 'PG_VERSION'))) throw error
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

export function assertVersion(place: Place, programs: Programs): void {
  const file = join(place.data, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : '?'
  if (found !== programs.major)
    throw new DatabaseTrouble('wrong-data-version', `${place.data} (${found}; ${programs.major})`)
}

/** One attempt; what the server said when it would not stay is the complaint. */
export async function start(place: Place, programs: Programs, account: Account, options: EmbeddedOptions) {
  claimSocketDir(place, account)
  giveTo(account, place.data)
  const wanted = { ...settings, ...(options.disposable ? disposable : {}), unix_socket_directories: place.socketDir }
  const args = ['-D', place.data, ...Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const [file, rest] = commandLine(account, programs.postgres, args)
  const from = existsSync(place.log) ? statSync(place.log).size : 0
  const log = openSync(place.log, from > 10_000_000 ? 'w' : 'a')
  keepOwner(place.log)
  // In a session of its own, so that Ctrl-C in the terminal reaches us and not the server.
  const child = spawn(file, rest, { ...account.as, cwd: '/', detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  let ended = false
  let failure = ''
  child.once('exit', () => {
    ended = true
  })
  child.once('error', (error) => {
    failure = error.message
    ended = true
  })
  while (!ended) {
    const running = findPostmaster(place.data)
    if (running?.ready && running.pid === child.pid) {
      child.unref()
      return { pid: running.pid, complaint: '' }
    }
    await pause(10)
  }
  const said = readFileSync(place.log)
  return { pid: 0, complaint: failure || said.subarray(from > 10_000_000 ? 0 : from).toString() || 'no word' }
}

/** The socket's folder is ours alone: with trust inside, nobody else may reach it or have made it before us. */
function claimSocketDir(place: Place, account: Account): void {
  if (!existsSync(place.socketDir)) mkdirSync(place.socketDir, { recursive: true, mode: 0o700 })
  const found = lstatSync(place.socketDir)
  const ours = process.getuid?.() === 0 ? [0, account.as?.uid, statSync(place.data).uid] : [process.getuid?.()]
  if (!found.isDirectory() || !ours.includes(found.uid)) throw new DatabaseTrouble('socket-taken', place.socketDir)
  giveTo(account, place.socketDir)
}
