import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { spentBy } from './processor.ts'

export type Target = { readonly name: string; readonly env: Readonly<Record<string, string>> }
export type Server = { readonly url: string; readonly pid: number; stop(): Promise<void>; kill(): Promise<void> }

const root = join(import.meta.dirname, '..', '..', '..')

/** Starts the built server as `npm start` does and waits until it answers; without brakes per address. */
export async function startServer(target: Target, port: number): Promise<Server> {
  const child = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      RATE_PER_MINUTE: '0',
      LOG_LEVEL: 'warn',
      DEMO: 'true',
      ...target.env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 1_200; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const ready = await fetch(`${url}/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready)
      return { url, pid: child.pid ?? 0, stop: () => ended(child, 'SIGTERM'), kill: () => ended(child, 'SIGKILL') }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the server did not answer within a minute')
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await exit
}

/** Milliseconds of processor time in one second that still count as rest. */
const RESTING = 50

/**
 * Waits until a process that has just started, and its embedded database, are at rest: what they fill and add up behind
 * the first answers belongs to the start and not to what is measured. At most so many seconds; where there is no /proc,
 * not at all.
 */
export async function untilAtRest(pid: number, dataDir?: string, most = 900): Promise<number> {
  const spent = () => {
    const now = spentBy(pid, dataDir)
    return now && now.server + (now.database ?? 0)
  }
  let quiet = 0
  let last = spent()
  for (let second = 0; second < most; second++) {
    if (last === null) return second
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const now = spent()
    quiet = now !== null && now - last < RESTING ? quiet + 1 : 0
    last = now
    if (quiet === 3) return second
  }
  return most
}
