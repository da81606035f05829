import type { Actor, CaseId, CaseState, DecidedEvent } from '../../../kernel/cases/model/case.ts'
import type { Role } from '../../../kernel/cases/model/procedure.ts'
import type { Facts } from '../../../kernel/cases/rules/clocks.ts'
import { controlOf, decide, decideTick, openChildren } from '../../../kernel/cases/rules/decide.ts'
import { evolve } from '../../../kernel/cases/rules/evolve.ts'
import type { AnyProcedure } from '../../../kernel/cases/rules/procedure.ts'
import { step } from '../../../kernel/cases/rules/step.ts'
import type { Json } from '../../../platform/canonical.ts'
import { DAY, HOUR, type Instant, instant, later } from '../../../platform/time.ts'
import { orderProcedure } from './order.ts'
import { facts, filed, staffRoles, stateOf } from './paper.spec.ts'

/** A life in commands: who tries what, after how many hours. Most tries are illegal; the table says which. */
export type Try = { readonly move: string; readonly person: number; readonly hours: number }

export const id: CaseId = 'case_349901_00000000000000000000000000'
/** Three officers hold every role, the worst a small office can be; the fourth is the applicant, the fifth nobody. */
export const people: readonly Actor[] = [
  ...['staff_a', 'staff_b', 'staff_c'].map((name) => ({
    id: name,
    unit: 'unit_all' as const,
    roles: new Set(staffRoles),
  })),
  { id: 'person_applicant', unit: null, roles: new Set<Role>(['applicant']) },
  { id: 'staff_stranger', unit: null, roles: new Set<Role>() },
  { id: null, unit: null, roles: new Set<Role>(['system']) },
]
const fields = {
  unit: 'unit_b',
  person: 'staff_b',
  triage: 'can',
  answer: '已处理完毕，请查收。',
  outcome: 'solved',
  evidence: [],
  stars: 2,
  nextContact: '2026-06-01',
  spot: { lng: 118.31, lat: 32.29, accuracy: 8, heading: 90 },
  reason: '理由',
  ground: 'emergency',
}

const about = { applicant: 'person_applicant', area: null, unit: 'unit_front' } as const

/** The first fact of a life that is only tried. */
export const firstOf = (at: Instant, refusalDemand: number, procedure: AnyProcedure = orderProcedure): DecidedEvent =>
  filed({ at, refusalDemand, procedure, about })

/** Another matter for whoever reclassifies: each time one with another demand on a no. */
const anewIn = (state: CaseState): Required<Facts>['anew'] => ({
  under: { matter: `matter_${state.version}`, matterVersion: 1 },
  given: { refusalDemand: 1 + (state.version % 4) },
})

/** Something for each field that the move asks for. */
function fieldsFor(procedure: AnyProcedure, move: string, child: CaseId | undefined): Record<string, Json> {
  const asks = procedure.moves[move]?.asks as { properties?: Record<string, unknown> } | undefined
  const given: Readonly<Record<string, Json>> = { ...fields, ...(child ? { child } : {}) }
  return Object.fromEntries(Object.keys(asks?.properties ?? {}).map((name) => [name, given[name] ?? '文字']))
}

/** One try: time passes first, as the clock of the city would have it, then somebody tries to move. */
export function attempt(
  state: CaseState,
  at: Instant,
  { move, person }: Try,
  children: { count: number },
  procedure: AnyProcedure = orderProcedure,
): DecidedEvent[] {
  const ticked = decideTick(procedure, state, at, facts)
  const passed = ticked.ok ? [...ticked.events] : []
  const now = passed.reduce<CaseState>((before, event) => evolve(before, event, id), state)
  const by = people[person % people.length] as Actor
  const child = move === 'childEnded' ? openChildren(now)[0] : (`${id}${children.count++}` as CaseId)
  const asked = fieldsFor(procedure, move, child)
  const command = { move, at, by, fields: asked, ...(child ? { childId: child } : {}) }
  const decision = decide(procedure, now, command, move === 'reclassify' ? { ...facts, anew: anewIn(now) } : facts)
  return decision.ok ? [...passed, ...decision.events] : passed
}

export function live(
  tries: readonly Try[],
  refusalDemand: number,
  check: (state: CaseState, event: DecidedEvent, before: CaseState) => void,
) {
  let at = instant('2026-03-02T10:00:00+08:00')
  const events: DecidedEvent[] = [firstOf(at, refusalDemand)]
  let state = stateOf(id, events)
  const children = { count: 0 }
  for (const one of tries) {
    at = later(at, one.hours * HOUR)
    for (const event of attempt(state, at, one, children)) {
      const before = state
      state = evolve(state, event, id)
      events.push(event)
      check(state, event, before)
    }
  }
  return { state, events }
}

/** Half of the tries are steered to a legal move of whoever may, so that lives get far. */
export function steered(state: CaseState, procedure: AnyProcedure, pick: number): Try | null {
  const open = legalTries(state, procedure)
  return open[pick % Math.max(open.length, 1)] ?? null
}

const legalTries = (state: CaseState, procedure: AnyProcedure): Try[] =>
  Object.keys(procedure.moves).flatMap((move) =>
    people.flatMap(({ id: who, roles }, person) => {
      const isHandler = who !== null && state.handlers.includes(who)
      return step(procedure, controlOf(procedure, state), move, { roles, isHandler }).ok
        ? [{ move, person, hours: 1 }]
        : []
    }),
  )

export type Found = { readonly event: DecidedEvent; readonly seq: number; readonly id: CaseId }

/** One event of every type that a procedure can write, found by living towards what was not seen yet. */
export function everyEventOf(procedure: AnyProcedure): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>()
  const wanted = new Set(Object.values(procedure.moves).map(({ event }) => event))
  for (let round = 0; round < 600 && found.size <= wanted.size; round++) {
    let at = instant('2026-03-02T10:00:00+08:00')
    const first = firstOf(at, (round % 4) + 1, procedure)
    found.set('Filed', { event: first, seq: 1, id })
    let state = stateOf(id, [first])
    const children = { count: 0 }
    for (let turn = 0; turn < 60 && !procedure.stages[state.stage]?.end; turn++) {
      const legal = legalTries(state, procedure)
      const fresh = legal.filter(({ move }) => !found.has(procedure.moves[move]?.event ?? ''))
      const awaited = procedure.stages[state.stage]?.clock?.onEnd.some(
        (move) => !found.has(procedure.moves[move]?.event ?? ''),
      )
      const waits = (turn * 7 + round) % 5 === 0 || (awaited === true && fresh.length === 0)
      const next = waits ? undefined : (fresh[0] ?? legal[(turn * 31 + round * 17) % Math.max(legal.length, 1)])
      at = later(at, waits ? (awaited ? 31 : 3) * DAY : HOUR)
      for (const event of attempt(state, at, next ?? { move: 'none', person: 4, hours: 0 }, children, procedure)) {
        state = evolve(state, event, id)
        if (!found.has(event.type)) found.set(event.type, { event, seq: state.version, id })
      }
    }
  }
  return found
}
