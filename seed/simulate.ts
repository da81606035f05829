import type { Engine } from '../src/city/engine.ts'
import type { Cases } from '../src/kernel/cases/handle/cases.ts'
import type { News } from '../src/kernel/cases/handle/parts.ts'
import type { Actor, CaseId, CaseState } from '../src/kernel/cases/model/case.ts'
import type { Role } from '../src/kernel/cases/model/procedure.ts'
import { actorFor, may } from '../src/kernel/cases/policy.ts'
import type { AnyProcedure } from '../src/kernel/cases/rules/procedure.ts'
import type { StaffWho } from '../src/kernel/organisations/model.ts'
import type { Json } from '../src/platform/canonical.ts'
import type { Runner } from '../src/platform/jobs/runner.ts'
import type { Clock, Instant } from '../src/platform/time.ts'
import type { Act } from './acts.ts'
import { createAgenda, type Waiting } from './agenda.ts'
import { chance } from './chance.ts'
import type { Plan } from './plot.ts'
import type { Queued } from './queue.ts'
import { sideBySide } from './side-by-side.ts'

export type SimulationParts = {
  readonly engine: Pick<Engine, 'responsibleFor' | 'forget'> & {
    readonly cases: Pick<Cases, 'move' | 'tick' | 'procedureOf'>
  }
  readonly runner: Pick<Runner, 'runDueJobs'>
  readonly clock: Clock & { turnTo(when: Instant): void }
  /** Everybody who works in the city; who acts is chosen among those the policy lets. */
  readonly staff: readonly StaffWho[]
  /** How a case will be lived; null for one this simulation leaves alone. */
  planFor(state: CaseState): Plan | null
  readonly until: Instant
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

export type Progress = {
  readonly at: Instant
  readonly acts: number
  readonly refused: number
  /** How often each move was refused, and why: `move: code`. */
  readonly refusals: Readonly<Record<string, number>>
  readonly waiting: number
}

export type Simulation = {
  /** Hears of every change of every case; hand it to the engine as `afterCommit`. */
  hear(news: Omit<News, 'before'>): void
  /** Lives until the given instant: acts in the order of time, timers fire between them. */
  run(): Promise<Progress>
}

/** How many cases are at work at once: enough that database and rules need not wait for each other. */
const AT_ONCE = 6

/** Lives the town through its public commands alone, in simulated time. */
export function createSimulation(parts: SimulationParts): Simulation {
  const { clock, engine, runner, until, signal } = parts
  const agenda = createAgenda(parts.planFor)
  const works = sideBySide(AT_ONCE)
  const crew: Crew = { ...parts, ableTo: byMove(parts.staff) }
  const refusals: Record<string, number> = {}
  let acts = 0
  let refused = 0
  const progress = (): Progress => ({ at: clock.now(), acts, refused, refusals, waiting: agenda.waiting() })

  const act = async (at: Instant, { id, act }: Extract<Waiting, { kind: 'act' }>) => {
    const refusal = await perform(crew, agenda.stateOf(id), { ...act, at })
    if (refusal === null) acts += 1
    else {
      refused += 1
      refusals[`${act.move}: ${refusal}`] = (refusals[`${act.move}: ${refusal}`] ?? 0) + 1
    }
    if ((acts + refused) % 200 === 0) parts.onProgress?.(progress())
  }

  /** What one case tells another is told at its own time, while nothing else happens. */
  const tell = async (at: Instant) => {
    await works.end()
    clock.turnTo(at)
    await runner.runDueJobs()
  }

  /** Cases that do not know each other are lived side by side; each at its own times, in their order. */
  const next = async ({ at, what }: Queued<Waiting>) => {
    if (what.kind === 'messages') return tell(at)
    const family = agenda.stateOf(what.id)?.filing.parent ?? what.id
    await works.end(family)
    if (agenda.isStale(at, what)) return
    if (at > clock.now()) clock.turnTo(at)
    // A clock's command is the same as its timer's, without asking the table of all timers for this one.
    await works.begin(family, () => (what.kind === 'act' ? act(at, what) : engine.cases.tick(what.id, at)))
  }

  const liveOn = async () => {
    for (let first = agenda.pop(); !signal?.aborted; first = agenda.pop()) {
      if (first && first.at <= until) await next(first)
      // Those still at work may find something for themselves to do before the end.
      else if (works.isIdle()) return
      else await works.end()
    }
    await works.end()
  }

  const run = async () => {
    // What lay in the outbox when an earlier run was broken off may set people to work again.
    for (let ran = 1; ran > 0; ) {
      await liveOn()
      if (signal?.aborted) return progress()
      if (until > clock.now()) clock.turnTo(until)
      ran = (await runner.runDueJobs()).ran
    }
    engine.forget()
    return progress()
  }
  return { hear: agenda.note, run }
}

type Crew = SimulationParts & { ableTo(procedure: AnyProcedure, move: string): readonly StaffWho[] }

/** Those who hold a capacity that the move asks for, whatever the case; remembered, as there are few moves. */
function byMove(staff: readonly StaffWho[]): Crew['ableTo'] {
  const known = new Map<string, readonly StaffWho[]>()
  return (procedure, move) => {
    const name = `${procedure.name}/${move}`
    const found = known.get(name)
    if (found) return found
    const by = procedure.moves[move]?.by ?? []
    const asked = new Set<Role>(by.map((role) => (role === 'lead' ? 'handler' : role)))
    const able = staff.filter(({ posts }) => posts.some((post) => post.capacities.some((one) => asked.has(one))))
    known.set(name, able)
    return able
  }
}

/** Somebody who may, does it; null when it is done. A refusal is an answer: the case goes on by its clocks. */
async function perform(parts: Crew, state: CaseState | undefined, act: Act): Promise<string | null> {
  if (!state) return 'no-such-case'
  const by = await actorOf(parts, state, act.move)
  if (!by) return 'nobody-may'
  const fields = await fieldsFor(parts, state, act)
  const childId = act.move === 'openChild' ? childOf(state) : undefined
  const command = {
    move: act.move,
    at: act.at,
    by,
    fields,
    seen: state.version,
    ...(childId ? { childId } : {}),
  }
  const done = await parts.engine.cases.move(state.id, command)
  return done.ok ? null : done.refusal
}

/** No id that chance has drawn holds a `u`, so the child's is nobody else's. */
const childOf = (state: CaseState): CaseId => `${state.id.slice(0, -2)}u${Object.keys(state.children).length}` as CaseId

/** Who has it in hand; otherwise one of those who are there for nothing else, so that a head is left to decide. */
async function actorOf({ engine, ableTo, planFor }: Crew, state: CaseState, move: string): Promise<Actor | null> {
  const procedure = engine.cases.procedureOf(state)
  if (procedure.moves[move]?.by.includes('applicant') && move !== 'urge')
    return { id: state.filing.applicant, unit: null, roles: new Set(['applicant']) }
  const able = ableTo(procedure, move).filter((who) => may(who, procedure, state, move))
  const least = Math.min(...able.map(capacitiesHeld))
  const near = able.filter((who) => capacitiesHeld(who) === least)
  const seed = planFor(state)?.seed ?? state.id
  const who =
    able.find(({ id }) => id === state.holder) ?? near[Math.floor(chance(seed, move, state.version) * near.length)]
  return who ? actorFor(who, procedure, state, move) : null
}

const capacitiesHeld = ({ posts }: StaffWho): number => posts.reduce((sum, post) => sum + post.capacities.length, 0)

/** Whoever sends an order from the board names what it is about, so that it can be learnt from. */
const whereTo = ({ filing, marks }: CaseState): Record<string, Json> =>
  filing.procedure === 'orders' ? { category: String(marks.category ?? filing.category) } : {}

/** What can only be known when it is done: the unit that duty list and place name. */
async function fieldsFor(
  { engine, staff }: SimulationParts,
  state: CaseState,
  { move, fields }: Act,
): Promise<Record<string, Json>> {
  if (move === 'dispatch') return { ...fields, ...whereTo(state), unit: await engine.responsibleFor(state) }
  if (fields.unit !== undefined || (move !== 'reassign' && move !== 'openChild')) return { ...fields }
  const others = [
    ...new Set(
      staff.flatMap((who) => who.posts.filter((post) => post.capacities.includes('handler')).map((post) => post.unit)),
    ),
  ]
    .filter((unit) => unit !== state.unit)
    .sort()
  return { ...fields, unit: others[Math.floor(chance(state.filing.number, move) * others.length)] ?? state.unit ?? '' }
}
