/** Lives of orders told in moves, for the tests of what they are counted as. */
import type { Actor, CaseId, CaseState, DecidedEvent, Filing } from '../../../kernel/cases/model/case.ts'
import type { Role } from '../../../kernel/cases/model/procedure.ts'
import { decide, decideTick } from '../../../kernel/cases/rules/decide.ts'
import { evolve } from '../../../kernel/cases/rules/evolve.ts'
import type { AnyProcedure } from '../../../kernel/cases/rules/procedure.ts'
import type { Json } from '../../../platform/canonical.ts'
import { HOUR, type Instant, instant, later } from '../../../platform/time.ts'
import { assistProcedure } from './assist.ts'
import { orderProcedure } from './order.ts'
import { facts, filed, staffRoles, stateOf } from './paper.spec.ts'

export const LAMP: CaseId = 'case_349901_00000000000000000000000001'

/** Whoever moves here may do everything; that nobody judges his own work is tried elsewhere. */
const everyRole: readonly Role[] = [...staffRoles, 'applicant', 'system']

/** `2026-03-03 reply`, or `2026-03-20` alone for time that passes; fields beside it. Times are ten o'clock local. */
export type Step = readonly [what: string, fields?: Readonly<Record<string, Json>>]

const ten = (day: string): Instant => instant(`${day}T10:00:00+08:00`)

/** A life in facts. Every move is made by somebody who never had a hand in the case; a refused one fails the test. */
export function lifeOf(steps: readonly Step[], about: Partial<Filing> = {}): DecidedEvent[] {
  const procedure: AnyProcedure = about.procedure === 'assist' ? assistProcedure : orderProcedure
  const events = [filed({ at: ten('2026-03-02'), refusalDemand: 2, procedure, about })]
  for (const [index, [what, fields]] of steps.entries()) {
    const [day = '', move] = what.split(' ')
    const state = stateAfter(events)
    const tick = decideTick(procedure, state, ten(day), facts)
    if (tick.ok) events.push(...tick.events)
    if (move === undefined) continue
    const by: Actor = { id: `staff_${index}`, unit: 'unit_chengguan', roles: new Set(everyRole) }
    const command = { move, at: ten(day), by, ...(fields ? { fields } : {}) }
    const decision = decide(procedure, stateAfter(events), command, facts)
    if (!decision.ok) throw new Error(`${what}: ${decision.refusal}`)
    events.push(...decision.events)
  }
  return events
}

/** One choice of a life that is made up: which of the moves that are open, and how many hours later. */
export type Choice = { readonly pick: number; readonly hours: number; readonly value: number }

const outcomes = ['solved', 'explained'] as const
const levels = ['satisfied', 'basically', 'fair', 'dissatisfied', 'unrated'] as const

/** A life of whatever is allowed: each choice picks among the moves of the table that stand open at that stage. */
export function madeUpLife(id: CaseId, start: Instant, choices: readonly Choice[], about: Partial<Filing> = {}) {
  const events = [filed({ at: start, refusalDemand: 1 + (choices.length % 4), about })]
  let at = start
  let state = stateOf(id, events)
  const live = (event: DecidedEvent) => {
    events.push(event)
    state = evolve(state, event, id)
  }
  for (const [index, { pick, hours, value }] of choices.entries()) {
    at = later(at, hours * HOUR)
    const tick = decideTick(orderProcedure, state, at, facts)
    if (tick.ok) tick.events.forEach(live)
    const open = Object.entries(orderProcedure.moves).filter(
      ([name, move]) => move.from.includes(state.stage) && !move.by.includes('clock') && name !== 'openChild',
    )
    const move = open[pick % Math.max(open.length, 1)]?.[0]
    if (move === undefined) break
    const by: Actor = { id: `staff_${index}`, unit: 'unit_a', roles: new Set(everyRole) }
    const fields = {
      unit: `unit_${value % 3}`,
      category: value % 4 === 0 ? '环境/噪声' : '道路/路灯',
      outcome: outcomes[value % 2] ?? 'solved',
      stars: move === 'rateBadly' ? 1 + (value % 2) : 3 + (value % 3),
      satisfied: levels[value % 5] ?? 'fair',
    }
    const decision = decide(orderProcedure, state, { move, at, by, fields }, facts)
    if (decision.ok) decision.events.forEach(live)
  }
  return events
}

export const stateAfter = (events: readonly DecidedEvent[]): CaseState => stateOf(LAMP, events)

export const lived = (steps: readonly Step[], about: Partial<Filing> = {}): CaseState =>
  stateAfter(lifeOf(steps, about))

/** From filing to the desk of 城管, signed. */
export const signed: readonly Step[] = [
  ['2026-03-02 accept', {}],
  ['2026-03-02 dispatch', { unit: 'unit_chengguan' }],
  ['2026-03-03 sign', { triage: 'can' }],
]
/** Contacted, mended, approved and verified. */
export const answered: readonly Step[] = [
  ...signed,
  ['2026-03-03 contact', { how: 'phone', reached: 'yes', said: '已联系' }],
  ['2026-03-04 reply', { answer: '已更换灯头', outcome: 'solved', evidence: [] }],
  ['2026-03-04 approveReply'],
  ['2026-03-05 verify', { how: 'on-site', finding: '亮了' }],
]
