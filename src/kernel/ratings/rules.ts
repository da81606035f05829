import { type Instant, MINUTE } from '../../platform/time.ts'
import type { CaseEvent, CaseId, CaseState, MovedBody } from '../cases/model/case.ts'
import { isRating } from '../cases/policy/rating-sight.ts'
import type { AnyProcedure } from '../cases/rules/procedure.ts'
import type { Matter } from '../matters/model.ts'
import { type Level, levels, type Rating, type RatingFact, type Rectification, type Signal } from './model.ts'

type Numbered = CaseEvent & { readonly seq: number }
type Rateable = {
  readonly state: CaseState
  readonly procedure: AnyProcedure
  readonly rule: Matter['rating']
}

const isLevel = (value: unknown): value is Level => levels.some((level) => level === value)

/**
 * How a case was rated. Only what the applicant himself gave counts: nobody else's stars are a rating, and no system
 * gives any by default (domain.md 1.4).
 */
export function ratingOf({ state, procedure, rule }: Rateable, events: readonly Numbered[]): Rating {
  for (const event of events) {
    const { marks } = event.body as MovedBody
    if (!isRating(event, procedure) || event.by === null || event.by !== state.filing.applicant) continue
    if (isLevel(marks?.stars)) return { kind: 'rated', level: marks.stars, at: event.at, seq: event.seq }
  }
  const stage = procedure.stages[state.stage]
  if (!rule.asked || state.filing.applicant === null) return { kind: 'not-asked' }
  if (stage?.end && stage.end !== 'completed') return { kind: 'not-asked' }
  return { kind: stage?.end ? 'unrated' : 'open' }
}

/** What became of a bad rating, with its own terms; null where there was none. */
export const rectificationOf = (events: readonly CaseEvent[]): Rectification | null =>
  events.reduce<Rectification | null>(rectifiedAfter, null)

function rectifiedAfter(before: Rectification | null, { at, body }: CaseEvent): Rectification | null {
  const { move, clocks } = body as MovedBody
  const due = (clock: string): Instant | null => {
    const fact = clocks?.[clock]
    return fact?.is === 'running' ? fact.account.due : null
  }
  if (move === 'rateBadly') {
    const nothingYet = { contactedAt: null, doneAt: null, again: false, confirmedAt: null }
    return { ratedAt: at, contactDue: due('contact'), due: due('main'), ...nothingYet }
  }
  if (!before) return null
  if (move === 'contact') return { ...before, contactedAt: before.contactedAt ?? at }
  if (move === 'rectify') return { ...before, doneAt: at }
  if (move === 'rectifyAgain') return { ...before, again: true, doneAt: null, due: due('main') }
  if (move === 'confirmRectified') return { ...before, confirmedAt: at }
  return before
}

/** Whether something was done by its due; null while it is neither done nor late. */
export const keptBy = (due: Instant | null, doneAt: Instant | null, now: Instant): boolean | null =>
  due === null ? null : doneAt === null ? (now > due ? false : null) : doneAt <= due

/** A number between 0 and 1 that anybody with the seed finds again (FNV-1a, 32 bit, finished as in MurmurHash3). */
export function drawOf(seed: string, id: CaseId): number {
  let hash = 0x811c9dc5
  for (const letter of `${seed}|${id}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

type Drawn = Pick<CaseState, 'id'> & { readonly stars: number | null }

/**
 * Whether a case is called back. Every bad rating is; of the others a share, by a seed of the day that nobody knows
 * beforehand, so that no handler can tell which of his cases will be asked about.
 */
export const isCalledBack = ({ id, stars }: Drawn, seed: string, share: number): boolean =>
  (stars !== null && stars <= 2) || drawOf(seed, id) < share

/** Nobody calls about a case he had a hand in or typed in. */
export const mayCallBack = (staff: string, { handlers, filing, holder }: CaseState): boolean =>
  !handlers.includes(staff) && filing.enteredBy !== staff && holder !== staff

const BURST = 5
const BURST_SPAN = 10 * MINUTE
const HASTE = 3 * MINUTE

/** Reasons to look for faked praise, in the order of time. Never a proof, and never shown to the rated. */
export function signalsIn(facts: readonly RatingFact[]): Signal[] {
  const top = facts.filter(({ level }) => level === 5).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const single = top.flatMap((fact) => [
    ...(isHasty(fact) ? [about('within-minutes', [fact])] : []),
    ...(fact.enteredBy !== null && fact.handlers.includes(fact.enteredBy) ? [about('entered-by-handler', [fact])] : []),
  ])
  const bursts = burstsBy(top, ({ rater }) => rater).map((burst) => about('burst', burst))
  const counters = burstsBy(top, ({ enteredBy }) => enteredBy).map((burst) => about('counter-praise', burst))
  return [...single, ...bursts, ...counters].sort((a, b) => (a.from < b.from ? -1 : 1))
}

const isHasty = ({ at, answeredAt }: RatingFact): boolean =>
  answeredAt !== null && at >= answeredAt && Date.parse(at) - Date.parse(answeredAt) < HASTE

function about(kind: Signal['kind'], facts: readonly RatingFact[]): Signal {
  const units = new Set(facts.map(({ unit }) => unit))
  const [unit = null] = units.size === 1 ? units : []
  const times = facts.map(({ at }) => at)
  const [from = '' as Instant] = times
  return { kind, unit, cases: facts.map(({ id }) => id), from, to: times.at(-1) ?? from }
}

/** Runs of five or more from one source, each within ten minutes of its first. */
function burstsBy(facts: readonly RatingFact[], source: (fact: RatingFact) => string | null): RatingFact[][] {
  const bySource = new Map<string, RatingFact[]>()
  for (const fact of facts) {
    const key = source(fact)
    if (key !== null) bySource.set(key, [...(bySource.get(key) ?? []), fact])
  }
  return [...bySource.values()].flatMap(runsIn)
}

function runsIn(facts: readonly RatingFact[]): RatingFact[][] {
  const runs: RatingFact[][] = []
  let run: RatingFact[] = []
  for (const fact of facts) {
    const first = run[0]
    if (first && Date.parse(fact.at) - Date.parse(first.at) > BURST_SPAN) {
      if (run.length >= BURST) runs.push(run)
      run = []
    }
    run.push(fact)
  }
  return run.length >= BURST ? [...runs, run] : runs
}

/** Of fewer ratings than this a single one could be guessed. */
export const FEWEST = 5
