import type { Json } from '../../../platform/canonical.ts'
import { type Decision, record, refuse } from '../../../platform/decision.ts'
import type { Instant } from '../../../platform/time.ts'
import type { UnitId } from '../../organisations/model.ts'
import type { StaffId } from '../../people/model.ts'
import type { Actor, CaseCommand, CaseId, CaseState, DecidedEvent, Filing, MovedBody, Told } from '../model/case.ts'
import type { ClockStatus, Move, Role } from '../model/procedure.ts'
import { clockFacts, endedClocks, type Facts } from './clocks.ts'
import { evolve } from './evolve.ts'
import type { AnyProcedure } from './procedure.ts'
import { comparedIn } from './same-spot.ts'
import { type Control, clockActor, endClock, opening, STAGE_CLOCK, type Step, step } from './step.ts'

export type CaseDecision = Decision<DecidedEvent, string>

type FileCommand = {
  readonly at: Instant
  readonly by: string | null
  readonly filing: Filing
  readonly told: Told
  readonly given: Readonly<Record<string, number>>
}

/** The first fact of a case. What was told is secret from the start. */
export function decideFiling(procedure: AnyProcedure, { at, by, filing, told, given }: FileCommand, facts: Facts) {
  const opened = opening(procedure, given)
  const { stage, registers } = opened.control
  const clocks = clockFacts({}, opened.clocks, at, facts)
  const body = { ...filing, stage, registers, clocks }
  return { type: 'Filed' as const, at, by, body, secret: told as unknown as Readonly<Record<string, Json>> }
}

/** One move of one person: the table says whether it may be, the facts say what it means in dates. */
export function decide(procedure: AnyProcedure, state: CaseState, command: CaseCommand, facts: Facts): CaseDecision {
  if (command.seen !== undefined && command.seen !== state.version) return refuse('somebody-was-first')
  const { move: name, by } = command
  const isHandler = by.id !== null && state.handlers.includes(by.id)
  const done = step(procedure, controlOf(procedure, state), name, {
    roles: by.roles,
    isHandler,
    ...(facts.anew && { given: facts.anew.given }),
  })
  if (!done.ok) return refuse(done.refusal)
  const move = procedure.moves[name]
  if (!move) return refuse('no-such-move')
  const child = childOf(state, move, command)
  if (child === 'missing') return refuse('child-unknown')
  const at = command.at > state.lastAt ? command.at : state.lastAt
  const given = command.fields ?? {}
  const compared = move.compares ? comparedIn(move.compares, state.marks, given) : null
  if (compared?.ok === false) return refuse('too-far-from-the-spot')
  const fields = compared ? { ...given, ...compared.check } : given
  return record(movedEvent({ state, name, move, done, at, by, facts, fields, child }))
}

/** Time passing: every clock that has run out does what its stage says, the earliest first, until none is left. */
export function decideTick(procedure: AnyProcedure, state: CaseState, now: Instant, facts: Facts): CaseDecision {
  const events: DecidedEvent[] = []
  let current = state
  const at = now > state.lastAt ? now : state.lastAt
  for (let [clock] = endedClocks(current, at); clock; [clock] = endedClocks(current, at)) {
    const done = endClock(procedure, controlOf(procedure, current), clock)
    if (!done.ok) throw new Error(`${state.id}: ${clock} at ${current.stage}: ${done.refusal}`)
    const move = procedure.moves[done.move]
    if (!move || events.length > 50) throw new Error(`${state.id}: time does not come to rest at ${current.stage}`)
    const by = timeItself
    const event = movedEvent({ state: current, name: done.move, move, done, at, by, facts, fields: {}, child: null })
    events.push(event)
    current = evolve(current, event, state.id)
  }
  return events.length > 0 ? record(...events) : refuse('nothing-is-due')
}

const timeItself: Actor = { id: null, unit: null, roles: clockActor.roles }

/** The control state that the table speaks of, seen in a living case. */
export function controlOf(procedure: AnyProcedure, state: CaseState): Control {
  const clocks: Record<string, ClockStatus> = { [STAGE_CLOCK]: state.clocks[STAGE_CLOCK]?.status ?? 'off' }
  for (const name of Object.keys(procedure.clocks)) clocks[name] = state.clocks[name]?.status ?? 'off'
  return { stage: state.stage, registers: state.registers, clocks, openChildren: openChildren(state).length }
}

export const openChildren = (state: Pick<CaseState, 'children'>): CaseId[] =>
  (Object.keys(state.children) as CaseId[]).filter((id) => state.children[id] === 'open')

type Making = {
  state: CaseState
  name: string
  move: Move
  done: Step
  at: Instant
  by: Actor
  facts: Facts
  fields: Readonly<Record<string, Json>>
  child: CaseId | null
}

function movedEvent(making: Making): DecidedEvent {
  const { state, name, move, done, at, by, facts } = making
  const { open, secret } = split(making.fields, move.sealed ?? [])
  const clocks = clockFacts(state.clocks, done.clocks, at, facts)
  const set = changed(state.registers, done.control.registers)
  const keeps = [...(move.keeps ?? []), ...(move.compares ? ['sameSpot'] : [])]
  const marks = { ...move.states, ...stamped(making), ...kept(making.fields, keeps) }
  const joins = move.effects?.some((effect) => 'handlers' in effect) ?? false
  const under = move.effects?.some((effect) => 'matter' in effect) ? facts.anew?.under : undefined
  const body: MovedBody = {
    move: name,
    from: state.stage,
    to: done.control.stage,
    ...(size(set) ? { set } : {}),
    ...(size(clocks) ? { clocks } : {}),
    ...holding(making),
    ...(joins && by.id !== null ? { joined: by.id } : {}),
    ...childFacts(making),
    ...(size(marks) ? { marks } : {}),
    ...(under ? { under } : {}),
    ...(size(open) ? { fields: open } : {}),
    ...(by.id === null ? {} : { acted: { unit: by.unit, as: actedAs(move, by) } }),
  }
  return { type: move.event, at, by: by.id, body, ...(size(secret) ? { secret } : {}) }
}

const size = (object: object): number => Object.keys(object).length

const actedAs = (move: Move, by: Actor): Role => move.by.find((role) => by.roles.has(role)) ?? 'system'

function split(fields: Making['fields'], sealed: readonly string[]) {
  const open: Record<string, Json> = {}
  const secret: Record<string, Json> = {}
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) (sealed.includes(name) ? secret : open)[name] = value
  return { open, secret }
}

const stamped = ({ move, state, at }: Making): Record<string, Json> =>
  Object.fromEntries(Object.entries(move.stamps ?? {}).map(([name, what]) => [name, what === 'at' ? at : state.unit]))

const kept = (fields: Making['fields'], names: readonly string[]): Record<string, Json> =>
  Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])))

function changed(before: CaseState['registers'], after: Control['registers']): Record<string, string | number> {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value))
}

/** A new unit has nobody in person yet. */
function holding({ move, state, by, facts, fields }: Making): Pick<MovedBody, 'unit' | 'holder'> {
  switch (move.holds) {
    case 'field-unit':
      return { unit: fields.unit as UnitId, holder: null }
    case 'responsible-unit':
      return { unit: facts.responsibleUnit as UnitId, holder: null }
    case 'field-person':
      return { holder: fields.person as StaffId }
    case 'actor':
      return { holder: by.id as StaffId, ...(state.unit === null && by.unit !== null ? { unit: by.unit } : {}) }
    default:
      return {}
  }
}

function childFacts({ move, state, child }: Making): Pick<MovedBody, 'child' | 'recalled'> {
  const effect = move.effects?.find((one) => 'child' in one)
  const cascades = move.nature?.includes('cascades') && openChildren(state).length > 0
  if (effect && 'child' in effect && effect.child !== 'recalled' && child)
    return { child: { id: child, is: effect.child === 'opens' ? 'open' : 'ended' } }
  return cascades ? { recalled: openChildren(state) } : {}
}

/** A child ends once; hearing of it again changes nothing. */
function childOf(state: CaseState, move: Move, command: CaseCommand): CaseId | null | 'missing' {
  const effect = move.effects?.find((one) => 'child' in one)
  if (!effect || !('child' in effect) || effect.child === 'recalled') return null
  if (effect.child === 'opens') return command.childId ?? 'missing'
  const ended = command.fields?.child as CaseId | undefined
  return ended && state.children[ended] === 'open' ? ended : 'missing'
}
