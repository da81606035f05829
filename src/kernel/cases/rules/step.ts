import type {
  ClockStatus,
  Effect,
  Guard,
  Move,
  Procedure,
  Register,
  RegisterValue,
  Role,
  Stage,
} from '../model/procedure.ts'

/** The part of a case that decides what may happen next. Finite, so that it can be explored whole. */
export type Control = {
  readonly stage: string
  readonly registers: Readonly<Record<string, RegisterValue>>
  /** Every clock of the procedure and `stage`, the clock of the stage it stands in. */
  readonly clocks: Readonly<Record<string, ClockStatus>>
  readonly openChildren: number
}

export type ActorView = { readonly roles: ReadonlySet<Role>; readonly isHandler: boolean }

/** What happened to a clock; `promise` names the term a start is counted by. */
export type ClockChange = {
  readonly clock: string
  readonly did: 'start' | 'stop' | 'pause' | 'resume' | 'extend' | 'recount' | 'end'
  readonly promise?: string
}

export type StepRefusal = { readonly ok: false; readonly refusal: string }
export type Step = { readonly ok: true; readonly control: Control; readonly clocks: readonly ClockChange[] }

export const STAGE_CLOCK = 'stage'

const no = (refusal: string): StepRefusal => ({ ok: false, refusal })

/** The registers that are set from outside the table. */
export type Given = Readonly<Record<string, number>>

/** The control state of a case that has just been filed. */
export function opening(procedure: Procedure, given: Given): Step {
  const registers: Record<string, RegisterValue> = {}
  for (const [name, register] of Object.entries(procedure.registers))
    registers[name] = 'given' in register ? (given[name] ?? register.given[0] ?? 0) : initialOf(register)
  const clocks: Record<string, ClockStatus> = { [STAGE_CLOCK]: 'off' }
  for (const name of Object.keys(procedure.clocks)) clocks[name] = 'off'
  const start: Draft = { stage: procedure.initial, registers, clocks, openChildren: 0, changes: [], given }
  startStageClock(procedure, start)
  for (const clock of procedure.starts ?? []) startClock(start, clock, procedure.clocks[clock]?.promise)
  return finished(start)
}

/**
 * One move on the control state: the same function lives a case and proves its procedure.
 * `given` is what a new matter sets, and matters only to a move that may change the matter.
 */
export function step(
  procedure: Procedure,
  control: Control,
  name: string,
  actor: ActorView & { readonly given?: Given },
): Step | StepRefusal {
  const move = procedure.moves[name]
  if (!move) return no('no-such-move')
  if (!move.from.includes(control.stage)) return no('not-at-this-stage')
  if (!move.by.some((role) => actor.roles.has(role))) return no('not-your-move')
  if (!isOnLevel(procedure, control, move, actor)) return no('not-your-level')
  const failed = move.guards?.find((guard) => !holds(guard, control, actor))
  if (failed) return no(failed.refusal)
  return apply(procedure, control, move, actor.given ?? {})
}

/** Time passing: the clock has ended, and the first of its moves that may be made is made. */
export function endClock(
  procedure: Procedure,
  control: Control,
  clock: string,
): (Step & { move: string }) | StepRefusal {
  if (control.clocks[clock] !== 'running') return no('clock-not-running')
  const ended: Control = { ...control, clocks: { ...control.clocks, [clock]: 'ended' } }
  const moves = clock === STAGE_CLOCK ? procedure.stages[control.stage]?.clock?.onEnd : procedure.clocks[clock]?.onEnd
  for (const move of moves ?? []) {
    const done = step(procedure, ended, move, clockActor)
    if (done.ok) return { ...done, clocks: [{ clock, did: 'end' }, ...done.clocks], move }
  }
  return no('clock-leads-nowhere')
}

export const clockActor: ActorView = { roles: new Set<Role>(['clock']), isHandler: false }

/** The role that must act next at this stage and level; undefined at an end. */
export function ownerOf(stage: Stage | undefined, registers: Control['registers']): Role | undefined {
  const owner = stage?.owner
  if (owner === undefined || typeof owner === 'string') return owner
  return owner.roles[Number(registers[owner.byLevel] ?? 1) - 1]
}

function isOnLevel(procedure: Procedure, control: Control, move: Move, actor: ActorView): boolean {
  if (!move.level) return true
  const owner = procedure.stages[control.stage]?.owner
  if (owner === undefined || typeof owner === 'string') return true
  const role = ownerOf(procedure.stages[control.stage], control.registers)
  return role !== undefined && (actor.roles.has(role) || actor.roles.has('clock'))
}

function holds(guard: Guard, control: Control, actor: ActorView): boolean {
  if ('actor' in guard) return !actor.isHandler
  if ('children' in guard) return (control.openChildren === 0) === (guard.children === 'none-open')
  if ('clock' in guard) return guard.in.includes(control.clocks[guard.clock] ?? 'off')
  const value = control.registers[guard.register]
  if ('is' in guard) return value === guard.is
  if ('not' in guard) return value !== guard.not
  if ('below' in guard) return Number(value) < bound(guard.below, control)
  return Number(value) >= bound(guard.atLeast, control)
}

const bound = (limit: number | string, control: Control): number =>
  typeof limit === 'number' ? limit : Number(control.registers[limit])

type Draft = {
  stage: string
  registers: Record<string, RegisterValue>
  clocks: Record<string, ClockStatus>
  openChildren: number
  changes: ClockChange[]
  readonly given: Given
}

const finished = ({ changes, given: _given, ...control }: Draft): Step => ({ ok: true, control, clocks: changes })

function apply(procedure: Procedure, control: Control, move: Move, given: Given): Step {
  const draft: Draft = {
    stage: control.stage,
    registers: { ...control.registers },
    clocks: { ...control.clocks },
    openChildren: control.openChildren,
    changes: [],
    given,
  }
  const to =
    move.to === 'stay' ? null : typeof move.to === 'string' ? move.to : String(draft.registers[move.to.register])
  if (to !== null) {
    setClock(draft, STAGE_CLOCK, 'stop')
    draft.stage = to
  }
  for (const effect of move.effects ?? []) take(procedure, draft, effect)
  if (to !== null) enter(procedure, draft)
  return finished(draft)
}

function enter(procedure: Procedure, draft: Draft): void {
  for (const [name, clock] of Object.entries(procedure.clocks)) {
    const lasting = clock.lastsWhile
    if (!lasting || lasting.in.includes(draft.clocks[lasting.clock] ?? 'off')) continue
    setClock(draft, name, 'stop')
    for (const register of lasting.resets) draft.registers[register] = initialOf(procedure.registers[register])
  }
  if (procedure.stages[draft.stage]?.end) for (const clock of Object.keys(draft.clocks)) setClock(draft, clock, 'stop')
  else startStageClock(procedure, draft)
}

const initialOf = (register: Register | undefined): RegisterValue =>
  register && 'from' in register ? register.from : 0

function take(procedure: Procedure, draft: Draft, effect: Effect): void {
  if ('set' in effect) draft.registers[effect.set] = effect.to
  else if ('raise' in effect) draft.registers[effect.raise] = raised(procedure, draft, effect.raise)
  else if ('start' in effect) startClock(draft, effect.start, promiseOf(procedure, draft, effect))
  else if ('stop' in effect) setClock(draft, effect.stop, 'stop')
  else if ('pause' in effect) setClock(draft, effect.pause, 'pause')
  else if ('resume' in effect) setClock(draft, effect.resume, 'resume')
  else if ('extend' in effect) setClock(draft, effect.extend, 'extend')
  else if ('recount' in effect) for (const clock of Object.keys(draft.clocks)) setClock(draft, clock, 'recount')
  else if ('matter' in effect) giveAnew(procedure, draft)
  else if ('child' in effect) draft.openChildren = childrenAfter(draft.openChildren, effect.child)
}

/** The term a clock is started for: the one the effect names, or the clock's own. */
function promiseOf(
  { clocks }: Procedure,
  { registers }: Draft,
  { start, promise }: Extract<Effect, { start: string }>,
): string | undefined {
  if (typeof promise === 'object') return promise.promises[Number(registers[promise.byLevel] ?? 1) - 1]
  return promise ?? clocks[start]?.promise
}

function giveAnew(procedure: Procedure, draft: Draft): void {
  for (const [name, value] of Object.entries(draft.given))
    if ('given' in (procedure.registers[name] ?? {})) draft.registers[name] = value
}

function childrenAfter(open: number, child: 'opens' | 'ends' | 'recalled'): number {
  if (child === 'recalled') return 0
  return child === 'opens' ? open + 1 : Math.max(open - 1, 0)
}

function raised(procedure: Procedure, draft: Draft, name: string): number {
  const register = procedure.registers[name]
  const value = Number(draft.registers[name]) + 1
  const cap = register && ('upTo' in register ? register.upTo : 'limit' in register ? register.limit : value)
  return Math.min(value, cap ?? value)
}

function startStageClock(procedure: Procedure, draft: Draft): void {
  const clock = procedure.stages[draft.stage]?.clock
  if (clock) startClock(draft, STAGE_CLOCK, clock.promise)
}

function startClock(draft: Draft, clock: string, promise: string | undefined): void {
  draft.clocks[clock] = 'running'
  draft.changes.push({ clock, did: 'start', ...(promise === undefined ? {} : { promise }) })
}

type Change = 'stop' | 'pause' | 'resume' | 'extend' | 'recount'
const legal: Record<Change, readonly ClockStatus[]> = {
  stop: ['running', 'paused', 'ended'],
  pause: ['running'],
  resume: ['paused'],
  extend: ['running', 'paused'],
  recount: ['running'],
}
const becomes: Partial<Record<Change, ClockStatus>> = { stop: 'off', pause: 'paused', resume: 'running' }

/** A change that a clock cannot take (a pause of what does not run) is no change. */
function setClock(draft: Draft, clock: string, did: Change): void {
  if (!legal[did].includes(draft.clocks[clock] ?? 'off')) return
  draft.clocks[clock] = becomes[did] ?? draft.clocks[clock] ?? 'off'
  draft.changes.push({ clock, did })
}
