import type { Instant } from '../../../platform/time.ts'
import type { CaseClockState, CaseEvent, CaseId, CaseState, ClockFact, FiledBody, MovedBody } from '../model/case.ts'

/** Facts only: never refuses, reads no clock, consults no calendar and no procedure. */
export function evolve(state: CaseState | null, event: CaseEvent, id: CaseId): CaseState {
  if (isFiled(event)) return filed(id, event.at, event.body)
  if (!state) throw new Error(`${id} has no filing before ${event.type}`)
  return moved(state, event.at, event.body as MovedBody)
}

/** The case that a whole stream tells; null for an empty one. */
export const caseOf = (id: CaseId, events: Iterable<CaseEvent>): CaseState | null => {
  let state: CaseState | null = null
  for (const event of events) state = evolve(state, event, id)
  return state
}

export const isFiled = (event: CaseEvent): event is Extract<CaseEvent, { body: FiledBody }> => event.type === 'Filed'

function filed(id: CaseId, at: Instant, body: FiledBody): CaseState {
  const { stage, registers, clocks, sealed: _sealed, ...filing } = body
  const running = afterClocks({}, clocks, at)
  return {
    id,
    filing,
    filedAt: at,
    lastAt: at,
    version: 1,
    stage,
    stageSince: at,
    registers,
    clocks: running,
    unit: filing.unit,
    holder: null,
    handlers: [],
    children: {},
    marks: { category: filing.category, ...(filing.spot && { spot: filing.spot }) },
    promised: promisedAfter(null, running, clocks, at),
  }
}

function moved(state: CaseState, at: Instant, body: MovedBody): CaseState {
  const clocks = body.clocks ? afterClocks(state.clocks, body.clocks, at) : state.clocks
  const entered = body.to !== state.stage
  return {
    ...state,
    lastAt: at,
    version: state.version + 1,
    stage: body.to,
    stageSince: entered ? at : state.stageSince,
    registers: body.set ? { ...state.registers, ...body.set } : state.registers,
    clocks,
    unit: body.unit ?? state.unit,
    holder: body.holder === undefined ? state.holder : body.holder,
    handlers: body.joined && !state.handlers.includes(body.joined) ? [...state.handlers, body.joined] : state.handlers,
    children: childrenAfter(state.children, body),
    marks: body.marks ? { ...state.marks, ...body.marks } : state.marks,
    ...(body.under ? { under: { ...body.under, since: at } } : {}),
    promised: body.clocks ? promisedAfter(state.promised, clocks, body.clocks, at) : state.promised,
  }
}

function afterClocks(
  clocks: CaseState['clocks'],
  facts: Readonly<Record<string, ClockFact>>,
  at: Instant,
): CaseState['clocks'] {
  const after: Record<string, CaseClockState> = { ...clocks }
  for (const [name, fact] of Object.entries(facts)) {
    const before = clocks[name]
    if (fact.is === 'off') delete after[name]
    else if (fact.is === 'running')
      after[name] = { status: 'running', promise: fact.promise, account: fact.account, warnAt: fact.warnAt }
    else if (before && fact.is === 'paused') after[name] = { ...before, status: 'paused', pausedAt: fact.at ?? at }
    else if (before) after[name] = { ...before, status: 'ended' }
  }
  return after
}

function childrenAfter(children: CaseState['children'], { child, recalled }: MovedBody): CaseState['children'] {
  if (!child && !recalled) return children
  const after = { ...children }
  if (child) after[child.id] = child.is
  for (const id of recalled ?? []) after[id] = 'recalled'
  return after
}

/** The main promise is measured once: from its first start to its first stop; an extension moves its due. */
function promisedAfter(
  promised: CaseState['promised'],
  clocks: CaseState['clocks'],
  facts: Readonly<Record<string, ClockFact>>,
  at: Instant,
): CaseState['promised'] {
  if (promised?.stoppedAt) return promised
  const main = facts.main
  if (main?.is === 'off' && promised) return { ...promised, stoppedAt: at }
  if (main?.is === 'running' && clocks.main) return { due: clocks.main.account.due, stoppedAt: null }
  return promised
}
