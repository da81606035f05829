import type { Capacity, StaffWho, Who } from '../organisations/model.ts'
import { capacitiesOver, postsWith, type Scoped } from '../organisations/policy.ts'
import { type Actor, type CaseState, districtOf } from './model/case.ts'
import type { Role } from './model/procedure.ts'
import { controlOf } from './rules/decide.ts'
import type { AnyProcedure } from './rules/procedure.ts'
import { step } from './rules/step.ts'

/** What the scope rules see of a case. */
export const scopedOf = (state: CaseState): Scoped => ({
  district: districtOf(state.id),
  unit: state.unit,
  holder: state.holder,
  createdBy: state.filing.enteredBy,
  grid: state.filing.grid,
})

/** The button right behind a move: `orders.dispatch`. */
export const rightFor = (procedure: AnyProcedure, move: string): string => `${procedure.name}.${move}`

/**
 * As whom somebody may make this move: his capacities over this case in those posts alone that carry the button,
 * the applicant in his own case, the lead in what his unit asked another to do. Empty: he may not.
 */
export function actorFor(who: Who, procedure: AnyProcedure, state: CaseState, move: string): Actor {
  if (who.kind === 'resident') {
    const own = state.filing.applicant === who.id && districtOf(state.id) === who.district && !state.filing.parent
    return { id: who.id, unit: null, roles: new Set<Role>(own ? ['applicant'] : []) }
  }
  const posts = postsWith(who, rightFor(procedure, move))
  const able: StaffWho = { ...who, posts }
  const roles = new Set<Role>(capacitiesOver(able, scopedOf(state)))
  if (posts.some((post) => post.unit === state.filing.leadUnit && post.capacities.includes('handler')))
    roles.add('lead')
  return { id: who.id, unit: who.unit, roles }
}

/** Whether he may make this move now: the same answer the buttons and the command are given. */
export function may(who: Who, procedure: AnyProcedure, state: CaseState, move: string): boolean {
  const actor = actorFor(who, procedure, state, move)
  if (actor.roles.size === 0) return false
  const isHandler = actor.id !== null && state.handlers.includes(actor.id)
  return step(procedure, controlOf(procedure, state), move, { roles: actor.roles, isHandler }).ok
}

/** Every move open to him, in the order of the table. The desk draws exactly these buttons. */
export const movesOpenTo = (who: Who, procedure: AnyProcedure, state: CaseState): string[] =>
  Object.keys(procedure.moves).filter(
    (move) => procedure.moves[move]?.from.includes(state.stage) && may(who, procedure, state, move),
  )

/** Capacities that see a case whose owner they are not: they watch over it, or have had a hand in it. */
export const hasHandIn = (who: StaffWho, state: CaseState): boolean => state.handlers.includes(who.id)

export type { Capacity }
