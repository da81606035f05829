import { casesBetween } from '../../../kernel/cases/handle/past.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import type { PastCase } from '../../../kernel/cases/model/past.ts'
import { stoodAt } from '../../../kernel/cases/rules/past.ts'
import { firstDayOf, stepsOfDay } from '../../../kernel/indicators/handle.ts'
import { hoursTo, type Step, stageAt } from '../../../kernel/indicators/rules/steps.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { Board, ReplayDay } from '../model.ts'
import { boardView, definitionsOnBoard, type ScreenNames } from '../rules/board.ts'
import {
  beginOf,
  countLit,
  endOf,
  instantOf,
  isReplayable,
  type Lit,
  lightThen,
  STEP,
  STEPS,
  slotOf,
} from '../rules/replay.ts'
import { firstOf } from '../rules.ts'
import { namesIn } from './board.ts'
import type { ScreenParts } from './parts.ts'

export type ReplayQuestion = {
  readonly district: string
  readonly units: readonly string[] | null
  readonly days: number
  readonly day: Day
}

/** One day as the books and the ledger tell it, up to an instant. */
type Reel = {
  readonly until: Instant
  readonly from: Day
  readonly steps: readonly Step[]
  readonly cases: readonly PastCase[]
  readonly names: ScreenNames
}

export type CaseLit = Lit & { readonly id: CaseId; readonly grid: string | null }
export type Moment = ReplayQuestion & { readonly minute: number }

/** So many days are kept in hand; the past does not change, so they are never asked again. */
const KEPT = 6

/** The days that can be gone back to, each read once and then shown step by step. */
export function replays(parts: ScreenParts) {
  const reels = new Map<string, { readonly until: Instant; readonly reel: Promise<Reel> }>()
  const reelOf = (question: ReplayQuestion): Promise<Reel> => {
    const { district, units, days, day } = question
    const key = JSON.stringify([district, units, days, day])
    const now = parts.clock.now()
    const until = endOf(day) < now ? endOf(day) : instantOf(day, slotAt(day, now))
    const known = reels.get(key)
    reels.delete(key)
    const kept = known && known.until >= until ? known : { until, reel: read(parts, question, until) }
    reels.set(key, kept)
    kept.reel.catch(() => reels.delete(key))
    for (const old of [...reels.keys()].slice(0, -KEPT)) reels.delete(old)
    return kept.reel
  }
  return {
    /** What the day brought, and how far it can be shown. */
    async day(question: ReplayQuestion): Promise<ReplayDay | Refused> {
      const range = await rangeOf(parts, question)
      if ('ok' in range) return range
      const reel = await reelOf(question)
      const slot = slotAt(question.day, reel.until)
      const [filed] = definitionsOnBoard(parts.indicators).flow
      const hours = filed ? hoursTo(reel.steps, filed, { slot, minutes: STEP }) : []
      return { day: question.day, ...range, step: STEP, lastMinute: slot * STEP, filed: hours }
    },
    async board(moment: Moment): Promise<Board | Refused> {
      const range = await rangeOf(parts, moment)
      return 'ok' in range ? range : boardAt(parts, await reelOf(moment), moment)
    },
    /** The requests that were open at a moment, each in its light. */
    async lit(moment: Moment): Promise<readonly CaseLit[] | Refused> {
      const range = await rangeOf(parts, moment)
      if ('ok' in range) return range
      const reel = await reelOf(moment)
      return litAt(reel.cases, timeOf(reel, moment).at, moment.units)
    },
  }
}

export type Replays = ReturnType<typeof replays>

const slotAt = (day: Day, at: Instant): number =>
  Math.max(0, Math.min(STEPS, slotOf((Date.parse(at) - Date.parse(beginOf(day))) / 60_000)))

async function rangeOf({ db, clock, indicators }: ScreenParts, { district, day }: ReplayQuestion) {
  const today = localDay(clock.now())
  if (!isReplayable(day, today)) return refused('day-ahead')
  const [filed] = definitionsOnBoard(indicators).flow
  const first = (filed ? await firstDayOf(db, district, filed) : null) ?? today
  return { first, last: today }
}

async function read(parts: ScreenParts, question: ReplayQuestion, until: Instant): Promise<Reel> {
  const { district, units, days, day } = question
  const from = firstOf(day, days)
  const placed = definitionsOnBoard(parts.indicators)
  const definitions = [...new Set([...placed.all, ...placed.flow])]
  const scope = units === null ? {} : { units }
  const [steps, cases, names] = await Promise.all([
    stepsOfDay(parts.db, definitions, { district, day, from, minutes: STEP, ...scope }),
    casesBetween(parts, { district, from: beginOf(day), until }),
    namesIn(parts, district),
  ])
  return { until, from, steps, cases, names }
}

/** The moment asked for, no later than what has happened. */
function timeOf({ until }: Reel, { day, minute }: Moment): { readonly slot: number; readonly at: Instant } {
  const slot = Math.min(slotOf(minute), slotAt(day, until))
  return { slot, at: instantOf(day, slot) }
}

function boardAt({ indicators }: ScreenParts, reel: Reel, moment: Moment): Board {
  const { district, units, day } = moment
  const { steps, cases, names, from } = reel
  const { slot, at } = timeOf(reel, moment)
  const stage = stageAt(steps, slot)
  const view = boardView(
    { asOf: at, district, units, from, day },
    definitionsOnBoard(indicators),
    {
      ...stage,
      hours: (definition) => hoursTo(steps, definition, { slot, minutes: STEP }),
      lights: countLit(litAt(cases, at, units)),
    },
    names,
  )
  // Whether anything was in danger of being lost is looked at while it can still be helped; of the past nobody kept it.
  return { ...view, lost: [], lostAsOf: at }
}

function litAt(cases: readonly PastCase[], at: Instant, units: readonly string[] | null): CaseLit[] {
  return cases.flatMap((past) => {
    const stood = stoodAt(past, at)
    if (stood === null || stood.settled) return []
    const unit = stood.unit ?? ''
    if (units !== null && !units.includes(unit)) return []
    return [{ id: past.id, unit, area: past.area, grid: past.grid, light: lightThen(stood, at) }]
  })
}
