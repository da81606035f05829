import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from './client.ts'
import { liveOne, signInAll } from './lives.ts'
import { startServer, type Target } from './server.ts'

/** Every act that was acknowledged before a kill: the case and the move. */
export type Acknowledged = Map<string, Set<string>>

/**
 * Kills server and database under load, again and again, and remembers every act that was acknowledged.
 * The database is killed too where it is ours (the embedded one); a foreign one only loses its client.
 */
export async function killAndRestart(target: Target, port: number, times: number): Promise<Acknowledged> {
  const acknowledged: Acknowledged = new Map()
  for (let round = 1; round <= times; round++) {
    const server = await startServer(target, port)
    const client = createClient(server.url, 8)
    const tokens = await signInAll(client, `139000${String(10_000 + round)}`)
    const load = Promise.allSettled(
      Array.from({ length: 8 }, (_none, number) => keepLiving(client, tokens, `kill-${round}-${number}`, acknowledged)),
    )
    await new Promise((resolve) => setTimeout(resolve, 700 + 61 * round))
    const database = postmasterOf(target)
    await server.kill()
    if (database) for (const pid of familyOf(database)) killNow(Number(pid))
    await load
    client.close()
    process.stdout.write(`\r${round} / ${times} killed, ${acknowledged.size} cases`)
  }
  process.stdout.write('\n')
  return acknowledged
}

async function keepLiving(
  client: ReturnType<typeof createClient>,
  tokens: Awaited<ReturnType<typeof signInAll>>,
  key: string,
  acknowledged: Acknowledged,
): Promise<void> {
  for (let round = 0; round < 10_000; round++)
    await liveOne(client, tokens, `${key}-${round}`, (_ms, id, move) => {
      const known = acknowledged.get(id) ?? new Set<string>()
      acknowledged.set(id, known.add(move))
    })
}

function postmasterOf({ env }: Target): string | null {
  const dir = env.DATA_DIR
  if (!dir || env.DATABASE_URL) return null
  return readFileSync(join(dir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0] ?? null
}

/** A backend that lost its client may be gone already. */
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** The postmaster and every backend of it. */
function familyOf(postmaster: string): string[] {
  try {
    return [postmaster, ...execFileSync('pgrep', ['-P', postmaster], { encoding: 'utf8' }).split('\n').filter(Boolean)]
  } catch {
    return [postmaster]
  }
}
