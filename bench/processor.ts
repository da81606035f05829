import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds of processor time since their start: the server's own process, and its embedded database. */
export type Spent = { readonly server: number; readonly database: number | null; readonly client: number }

/** The kernel counts processor time in hundredths of a second. */
const TICK = 10

/**
 * What a server, its embedded database and this client have used of the processor so far. Unlike the clock on the wall
 * it hardly changes when the machine has other work too. Null where there is no /proc.
 */
export function spentBy(pid: number, dataDir: string | undefined): Spent | null {
  const server = timesOf(pid)
  if (server === null) return null
  const { user, system } = process.cpuUsage()
  const postmaster = dataDir === undefined ? null : postmasterOf(dataDir)
  return {
    server: server.spent,
    database: postmaster === null ? null : spentByFamily(postmaster),
    client: (user + system) / 1_000,
  }
}

/** From one reading to the next, for each of so many lives, as one line. */
export function spentPerLife(before: Spent, after: Spent, lives: number): string {
  const each = (from: number, until: number) => ((until - from) / Math.max(1, lives)).toFixed(2)
  const database =
    before.database === null || after.database === null ? '' : `, database ${each(before.database, after.database)}`
  return `processor ms a life: server ${each(before.server, after.server)}${database}, client ${each(before.client, after.client)}`
}

type Times = { readonly parent: number; readonly spent: number }

function timesOf(pid: number): Times | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold anything; what follows it are numbers.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { parent: Number(fields[1]), spent: (Number(fields[11]) + Number(fields[12])) * TICK }
  } catch {
    return null
  }
}

function postmasterOf(dataDir: string): number | null {
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

function spentByFamily(postmaster: number): number {
  const family = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .map((pid) => ({ pid, times: timesOf(pid) }))
    .filter(({ pid, times }) => times !== null && (pid === postmaster || times.parent === postmaster))
  return family.reduce((sum, { times }) => sum + (times?.spent ?? 0), 0)
}
