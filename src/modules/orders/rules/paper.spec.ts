/** An order on paper: the filing, the promises and the people that all tests of lives share. No database. */
import type { CaseId, CaseState, DecidedEvent, Filing } from '../../../kernel/cases/model/case.ts'
import type { Role } from '../../../kernel/cases/model/procedure.ts'
import type { Facts } from '../../../kernel/cases/rules/clocks.ts'
import { decideFiling } from '../../../kernel/cases/rules/decide.ts'
import { caseOf } from '../../../kernel/cases/rules/evolve.ts'
import type { AnyProcedure } from '../../../kernel/cases/rules/procedure.ts'
import type { ServicePromise } from '../../../kernel/matters/model.ts'
import { orderPromises } from '../../../kernel/matters/seed/promises.ts'
import { calendarOf, defaultHours } from '../../../kernel/worktime/rules.ts'
import { publishedYears } from '../../../kernel/worktime/seed.ts'
import type { Instant } from '../../../platform/time.ts'
import { orderProcedure } from './order.ts'

/** What the tables of joint tasks promise beside the orders' own. */
const plainPromise: ServicePromise = {
  key: '',
  term: { amount: 3, unit: 'workday' },
  source: 'test',
  mark: '△',
  from: '2011-01-01',
  until: null,
}

export const facts: Facts = {
  worktime: { calendar: calendarOf(publishedYears), hours: defaultHours },
  promise: (key) => orderPromises.find((promise) => promise.key === key) ?? { ...plainPromise, key },
  responsibleUnit: 'unit_fallback',
}

/** Every role that an officer may hold. */
export const staffRoles: readonly Role[] = [
  'intake',
  'intake-head',
  'dispatcher',
  'handler',
  'section-head',
  'leader-in-charge',
  'top-leader',
  'outside-leader',
  'ruling-office',
  'approver',
  'verifier',
  'visit-steward',
  'grid-worker',
  'supervisor',
  'administrator',
  'lead',
]

const lamp: Filing = {
  number: '20260302000001',
  matter: 'matter_lamp',
  matterVersion: 1,
  procedure: 'orders',
  procedureVersion: 1,
  applicant: 'person_lifang',
  channel: 'web',
  enteredBy: null,
  parent: null,
  leadUnit: null,
  category: '道路/路灯',
  kind: 'complaint',
  area: 'area_qiaotou',
  grid: null,
  unit: 'unit_hotline',
  evidence: [],
}

type OnPaper = {
  readonly at: Instant
  readonly refusalDemand: number
  readonly procedure?: AnyProcedure
  readonly about?: Partial<Filing>
}

/** The first fact of an order about a street lamp. */
export function filed({ at, refusalDemand, procedure = orderProcedure, about = {} }: OnPaper): DecidedEvent {
  const filing = { ...lamp, procedure: procedure.name, ...about }
  const told = { title: '路灯', text: '不亮' }
  // A procedure takes of this what it has registers for.
  const given = { refusalDemand, milestones: Math.min(3, refusalDemand), seen: refusalDemand % 2 }
  const command = { at, by: filing.applicant, filing, told, given }
  return decideFiling(procedure, command, facts) as unknown as DecidedEvent
}

/** The case that these facts tell. */
export function stateOf(id: CaseId, events: readonly DecidedEvent[]): CaseState {
  const state = caseOf(id, events)
  if (!state) throw new Error('an empty life')
  return state
}
