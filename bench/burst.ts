import { createClient } from './client.ts'
import { line, spreadOf } from './figures.ts'
import { fileLamp, liveOne, signInAll, type Tokens } from './lives.ts'
import { startServer, type Target } from './server.ts'

/** More than a server lets in at once, so that it must refuse. */
const CONNECTIONS = 800
/** How often a request is let go, in milliseconds; every tick sends what the rate owes by then. */
const TICK = 10
/** Whoever waits longer than this gave up long ago. */
const CALM_WITHIN = 60_000

type Client = ReturnType<typeof createClient>

/** What came back: how often each status, the ids that were acknowledged, and refusals without a word on when to come again. */
type Outcome = {
  readonly statuses: Map<number, number>
  readonly filed: Set<string>
  readonly times: number[]
  mute: number
  broken: number
}

/**
 * Ten times the sustained rate for so many seconds, sent whether answers come or not; then the time until the server
 * answers as before. Returns the cases whose filing was acknowledged.
 */
export async function burst(target: Target, port: number, seconds: number): Promise<ReadonlySet<string>> {
  const server = await startServer(target, port)
  const client = createClient(server.url, CONNECTIONS)
  try {
    const tokens = await signInAll(client)
    const { rate, p95 } = await sustained(client, tokens, Math.min(seconds, 5))
    console.log(line('burst: filings the server sustains, 16 clients', rate, null, `p95 ${p95.toFixed(0)} ms`))
    const outcome = await flood(client, tokens, { rate: rate * 10, seconds })
    tell(outcome, rate * 10)
    const calm = await untilCalm(client, tokens, Math.max(50, p95 * 2))
    console.log(
      line('burst: normal again after', null, null, calm === null ? 'more than 60 s' : `${calm.toFixed(1)} s`),
    )
    return outcome.filed
  } finally {
    client.close()
    await server.stop()
  }
}

async function sustained(client: Client, tokens: Tokens, seconds: number) {
  await liveOne(client, tokens, `calm-${process.pid}`, () => {})
  const times: number[] = []
  const began = performance.now()
  const one = async (number: number) => {
    for (let round = 0; performance.now() - began < seconds * 1000; round++)
      times.push((await file(client, tokens, `sustained-${number}-${round}`)).ms)
  }
  await Promise.all(Array.from({ length: 16 }, (_none, number) => one(number)))
  return { rate: times.length / ((performance.now() - began) / 1000), p95: spreadOf(times).p95 }
}

async function flood(client: Client, tokens: Tokens, { rate, seconds }: { rate: number; seconds: number }) {
  const outcome: Outcome = { statuses: new Map(), filed: new Set(), times: [], mute: 0, broken: 0 }
  const open = new Set<Promise<void>>()
  const began = performance.now()
  for (let sent = 0; performance.now() - began < seconds * 1000; ) {
    const owed = Math.floor(((performance.now() - began) / 1000) * rate)
    for (; sent < owed; sent++) {
      const one = fileInto(outcome, client, tokens, `burst-${sent}`).finally(() => open.delete(one))
      open.add(one)
    }
    await new Promise((resolve) => setTimeout(resolve, TICK))
  }
  await Promise.all(open)
  return outcome
}

async function fileInto(outcome: Outcome, client: Client, tokens: Tokens, key: string): Promise<void> {
  try {
    const { status, body, ms, retryAfter } = await file(client, tokens, key)
    outcome.statuses.set(status, (outcome.statuses.get(status) ?? 0) + 1)
    if (status === 201) {
      outcome.filed.add((body as { id: string }).id)
      outcome.times.push(ms)
    } else if (retryAfter === null) outcome.mute += 1
  } catch {
    outcome.broken += 1
  }
}

const file = (client: Client, tokens: Tokens, key: string) => fileLamp(client, tokens, `${key}-${process.pid}`)

function tell({ statuses, filed, times, mute, broken }: Outcome, rate: number): void {
  const told = [...statuses].sort(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`)
  console.log(
    line('burst: ten times of it asked for', rate, spreadOf(times), `${filed.size} taken; ${told.join(', ')}`),
  )
  console.log(line('burst: refused without Retry-After, cut connections', null, null, `${mute}, ${broken}`))
}

/** Seconds until twenty filings one after the other are taken as fast as before; null where that never came. */
async function untilCalm(client: Client, tokens: Tokens, bound: number): Promise<number | null> {
  const began = performance.now()
  for (let round = 0; performance.now() - began < CALM_WITHIN; round++) {
    const times: number[] = []
    for (let one = 0; one < 20; one++) {
      const { status, ms } = await file(client, tokens, `after-${round}-${one}`)
      times.push(status === 201 ? ms : Number.POSITIVE_INFINITY)
    }
    if (spreadOf(times).p95 <= bound) return (performance.now() - began) / 1000
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return null
}
