/** What a running or fallen server leaves in its data directory, and what may be cleared away. */
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { isAlive } from './clients.ts'
import { codeOf } from './trouble.ts'

/** Port in the name of the socket file only; nothing listens on TCP. */
export const SOCKET_PORT = 5432

export type Postmaster = { readonly pid: number; readonly socketDir: string; readonly ready: boolean }

/** The server that wrote `postmaster.pid` in `data` (its real path), if it lives. */
export function findPostmaster(data: string): Postmaster | null {
  let lines: string[]
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number(lines[0])
  if (!pid || !isAlive(pid) || standsElsewhere(pid, data)) return null
  return { pid, socketDir: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
}

/** Its number may be somebody else's by now: every process of a server stands in its data directory. */
function standsElsewhere(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) !== data
  } catch {
    return false
  }
}

/** Whether a server answers on the socket: yes, not yet (it starts or stops), or no. */
export async function answers(socketDir: string): Promise<'yes' | 'not-yet' | 'no'> {
  const client = new pg.Client({
    host: socketDir,
    port: SOCKET_PORT,
    user: 'postgres',
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return 'yes'
  } catch (error) {
    return codeOf(error) === '57P03' || codeOf(error) === '53300' ? 'not-yet' : 'no'
  }
}

/**
 * Clears the locks of a server that is certainly gone, whose process number now belongs to another
 * or to a zombie that nobody buries. Where it cannot be seen who stands in the directory, nothing is cleared.
 */
export function clearStaleLocks(data: string, socketDir: string): void {
  if (process.platform !== 'linux' || someoneStandsIn(data)) return
  rmSync(join(data, 'postmaster.pid'), { force: true })
  rmSync(join(socketDir, `.s.PGSQL.${SOCKET_PORT}.lock`), { force: true })
}

function someoneStandsIn(dir: string): boolean {
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === dir
    } catch {
      return false
    }
  })
}
