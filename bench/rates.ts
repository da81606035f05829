import type { Client } from './client.ts'
import { line, spreadOf } from './figures.ts'
import { liveOne, MOVES_PER_LIFE, type Tokens } from './lives.ts'
import { type Spent, spentPerLife } from './processor.ts'

export type Measured = {
  readonly client: Client
  readonly tokens: Tokens
  readonly clients: number
  readonly seconds: number
  readonly what: string
  /** What server, database and client have used of the processor so far. */
  readonly spent: () => Spent | null
}

/** Whole lives over HTTP by so many clients at once for so many seconds. Returns lives a second. */
export async function measureLives({ client, tokens, clients, seconds, what, spent }: Measured): Promise<number> {
  const times: number[] = []
  const before = spent()
  let lives = 0
  const began = performance.now()
  const run = `run-${process.pid}-${clients}-${Math.round(began)}`
  const one = async (number: number) => {
    for (let round = 0; performance.now() - began < seconds * 1000; round++) {
      await liveOne(client, tokens, `${run}-${number}-${round}`, (ms) => times.push(ms))
      lives += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, (_none, number) => one(number)))
  const took = (performance.now() - began) / 1000
  const after = spent()
  console.log(
    line(
      `${what}: whole lives, ${clients} client(s)`,
      lives / took,
      null,
      `${((lives * MOVES_PER_LIFE) / took).toFixed(0)} requests/s${before && after ? `; ${spentPerLife(before, after, lives)}` : ''}`,
    ),
  )
  console.log(line(`${what}: one request of these`, null, spreadOf(times)))
  return lives / took
}

const lists: readonly (readonly [string, string])[] = [
  ['work of a unit by due', '/api/cases?view=unit&sort=due&limit=50'],
  ['all, newest first', '/api/cases?view=all&sort=filed&limit=50'],
  ['overdue by due', '/api/cases?view=overdue&sort=due&limit=50'],
  [
    'one category, by due',
    '/api/cases?view=all&sort=due&limit=50&category=%E9%81%93%E8%B7%AF%E4%B8%8E%E8%AE%BE%E6%96%BD',
  ],
  ['search 路灯', '/api/cases?view=all&sort=filed&limit=50&words=%E8%B7%AF%E7%81%AF'],
]

/** Lists of 50 and the screen's whole first load, one after the other, so that the times are the server's. */
export async function measureReads(client: Client, tokens: Tokens, what: string, rounds = 60): Promise<void> {
  for (const [name, path] of lists)
    console.log(line(`${what}: list of 50, ${name}`, null, await times(client, tokens.screen, path, rounds)))
  console.log(
    line(`${what}: counts of the desk`, null, await times(client, tokens.handler, '/api/cases/counts', rounds)),
  )
  console.log(
    line(
      `${what}: screen, whole first load`,
      null,
      await times(client, tokens.screen, '/api/city-screen/board', rounds),
    ),
  )
}

async function times(client: Client, token: string, path: string, rounds: number) {
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) {
    const answer = await client.call('GET', path, { token })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    if (round >= 5) taken.push(answer.ms)
  }
  return spreadOf(taken)
}
