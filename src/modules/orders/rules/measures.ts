import type { CaseState } from '../../../kernel/cases/model/case.ts'
import type { Figure, Measuring } from '../../../kernel/cases/rules/figures.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { OrderMeasure } from '../model/measures.ts'
import { assist } from './assist.ts'
import { order } from './order.ts'

type Fact = { readonly measure: OrderMeasure; readonly day: Day; readonly unit?: string | null }

/**
 * What one case adds to the city's figures as it stands. A figure that no longer holds (a reopened case is not
 * solved) is taken back on the day it was counted for, so that every rate is a share of cases as they now are.
 * Volume is counted by the day of filing, quality by the day of the last answer, closing by the day of closing
 * (domain.md 2.3). A repeat that was linked is counted as linked and nowhere else.
 */
export const orderMeasures: Measuring = (state) => {
  const facts = state.filing.procedure === 'orders' ? ofOrder(state) : ofJointTask(state)
  const category = String(state.marks.category ?? state.filing.category)
  const area = state.filing.area ?? ''
  return facts.map(
    ({ measure, day, unit = state.unit }): Figure => ({ measure, day, unit: unit ?? '', category, area, n: 1 }),
  )
}

function ofOrder(state: CaseState): Fact[] {
  const filed = localDay(state.filedAt)
  const found: Fact[] = [{ measure: 'filed', day: filed, unit: state.filing.unit }]
  const accepted = dayMarked(state, 'acceptedAt')
  if (accepted) found.push({ measure: 'accepted', day: accepted, unit: state.filing.unit })
  if (state.promised) found.push({ measure: 'assigned', day: filed })
  const measure = standing(state)
  if (measure) found.push({ measure, day: filed })
  if (measure === 'open' && state.marks.overdue === true) found.push({ measure: 'overdue', day: filed })
  const closed = dayMarked(state, 'closedAt')
  if (closed && isOneOf(closedStages, state.stage)) found.push({ measure: 'closed', day: closed })
  return [...found, ...ofReturn(state, filed), ...ofRefusal(state, filed), ...ofAnswer(state)]
}

const closedStages = ['closed', 'archived'] as const
const answeredStages = ['answered', 'reopen-review', 'rectifying', 'rectify-check', ...closedStages] as const

/** Where it stands: in hand, on hold, or gone another way; each case in exactly one place, or closed. */
function standing({ stage }: CaseState): OrderMeasure | null {
  if (stage === 'on-hold' || stage === 'diverted' || stage === 'linked' || stage === 'withdrawn') return stage
  return isSettled(order.stages, stage) ? null : 'open'
}

/** The unit that gave a case back answers for the return, whoever has the case now. */
function ofReturn({ marks, unit }: CaseState, day: Day): Fact[] {
  const returner = marks.returnedBy
  if (typeof returner !== 'string') return []
  const returned: Fact = { measure: 'returned', day, unit: returner }
  return returner === unit ? [returned] : [returned, { measure: 'returned-away', day, unit: returner }]
}

/** 说不提级: waiting on a level, turned into a yes there, or confirmed as a lawful no. */
function ofRefusal({ stage, registers }: CaseState, day: Day): Fact[] {
  const level = registers.refusalLevel
  if (level !== 1 && level !== 2 && level !== 3 && level !== 4) return []
  if (stage === 'refusal-ladder') return [{ measure: `no-at-${level}`, day }]
  if (registers.refusal === 'confirmed') return [{ measure: `no-confirmed-${level}`, day }]
  return registers.refusal === 'overruled' ? [{ measure: `no-overruled-${level}`, day }] : []
}

function ofAnswer(state: CaseState): Fact[] {
  const { marks, promised } = state
  const day = dayMarked(state, 'answeredAt')
  if (!day || !isOneOf(answeredStages, state.stage)) return []
  const measures: (OrderMeasure | null)[] = [
    outcomeOf(marks),
    promised?.stoppedAt ? (promised.stoppedAt <= promised.due ? 'in-time' : 'late') : null,
    marks.contactMissed === true ? 'contact-missed' : marks.contacted === true ? 'contacted' : null,
    marks.reworked === true ? 'reworked' : null,
    marks.checkFailed === true ? 'check-failed' : null,
    starsOf(marks.stars),
    visitOf(marks.satisfied),
    marks.rectified === true ? 'rectified' : null,
  ]
  return measures.flatMap((measure) => (measure ? [{ measure, day }] : []))
}

/** An answer at the counter is checked by nobody, so it never counts among the verified ones. */
function outcomeOf({ outcome, verified }: CaseState['marks']): OrderMeasure | null {
  if (outcome === 'unsolved') return 'unsolved'
  if (outcome !== 'solved' && outcome !== 'explained') return null
  return verified === true ? outcome : `${outcome}-at-once`
}

const starsOf = (stars: unknown): OrderMeasure | null =>
  stars === 1 || stars === 2 || stars === 3 || stars === 4 || stars === 5 ? `stars-${stars}` : null

const visits = ['satisfied', 'basically', 'fair', 'dissatisfied', 'unrated'] as const

const visitOf = (said: unknown): OrderMeasure | null => {
  const level = visits.find((visit) => visit === said)
  return level ? `visit-${level}` : null
}

/** 协办 is no request of a citizen: it is counted beside, never among the requests. */
function ofJointTask(state: CaseState): Fact[] {
  if (state.filing.procedure !== 'assist') return []
  const day = localDay(state.filedAt)
  const found: Fact[] = [{ measure: 'joint', day }]
  if (!isSettled(assist.stages, state.stage)) found.push({ measure: 'joint-open', day })
  if (state.stage === 'completed' && state.promised?.stoppedAt)
    found.push({ measure: state.promised.stoppedAt <= state.promised.due ? 'joint-in-time' : 'joint-late', day })
  return found
}

type Stages = Readonly<Record<string, { readonly settled?: true }>>

const isSettled = (stages: Stages, stage: string): boolean => stages[stage]?.settled === true

const isOneOf = <T extends string>(list: readonly T[], word: string): word is T => list.includes(word as T)

const dayMarked = ({ marks }: CaseState, name: string): Day | null => {
  const at = marks[name]
  return typeof at === 'string' ? localDay(at as Instant) : null
}
