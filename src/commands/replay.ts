import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Script } from '../../seed/file-messages.ts'
import { prepareLife } from '../../seed/live-on.ts'
import { type Plan, plotOf } from '../../seed/plot.ts'
import { runCommand } from '../city/command.ts'
import { openKeys } from '../city/ground.ts'
import { replayWords } from '../city/words.ts'
import type { CaseState } from '../kernel/cases/model/case.ts'
import { casesUnderWay } from '../kernel/cases/store/under-way.ts'
import { DAY, type Instant, later } from '../platform/time.ts'

/** How long after the last message the town goes on living, unless today comes first. */
const AFTERMATH = 400 * DAY

/**
 * `npm run replay`: lives what `npm run import` filed, in simulated time and through the public commands only: units
 * sign, ask, propose and answer at the time they really answered; timers fire; verifiers verify; residents rate.
 */
await runCommand(async (command) => {
  const { db, config, clock, say, progress } = command
  const scripts = readScripts(join(config.dataDir, 'replay'))
  const span = await spanOf(casesUnderWay(db, config.district))
  if (!span) {
    say(replayWords.nothing)
    return 0
  }
  const { crypto, master } = openKeys(config)
  const now = clock.now()
  const end = later(span.last, AFTERMATH)
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const { live } = await prepareLife({
    db,
    crypto,
    master,
    district: config.district,
    from: span.first,
    until: end < now ? end : now,
    planFor: (state) => planFrom(scripts, state),
    onProgress: ({ at, acts, waiting }) => progress(`${at.slice(0, 10)}  ${acts}  ${waiting}`),
    signal: stop.signal,
  })
  const { acts, refused, refusals, at, waiting } = await live()
  say(replayWords.lived({ acts, refused, until: at.slice(0, 10), open: waiting }))
  for (const [what, count] of Object.entries(refusals)) say(replayWords.refused(what, count))
  return 0
})

function planFrom(scripts: ReadonlyMap<string, Script>, { id, filing }: CaseState): Plan {
  const script = scripts.get(filing.parent ?? id)
  const seed = filing.number
  return {
    seed,
    plot: plotOf(seed),
    pace: 1,
    ...(script?.reply ? { reply: script.reply.slice(0, 4000).padEnd(10, '。') } : {}),
    ...(script?.repliedAt ? { replyAt: script.repliedAt } : {}),
  }
}

function readScripts(folder: string): ReadonlyMap<string, Script> {
  if (!existsSync(folder)) return new Map()
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.scripts.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
  return new Map(
    lines
      .filter((line) => line !== '')
      .map((line) => {
        const script = JSON.parse(line) as Script
        return [script.case, script]
      }),
  )
}

type Span = { readonly first: Instant; readonly last: Instant }

async function spanOf(cases: AsyncIterable<CaseState>): Promise<Span | null> {
  const moments: Instant[] = []
  for await (const { lastAt, filedAt } of cases) moments.push(lastAt, filedAt)
  moments.sort()
  const [first, last] = [moments[0], moments.at(-1)]
  return first && last ? { first, last } : null
}
