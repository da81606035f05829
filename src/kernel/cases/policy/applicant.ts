import type { ResidentWho } from '../../organisations/model.ts'
import type { Actor, CaseState } from '../model/case.ts'
import { districtOf } from '../model/case.ts'
import { controlOf } from '../rules/decide.ts'
import type { AnyProcedure } from '../rules/procedure.ts'
import { step } from '../rules/step.ts'

/** Whoever proved that he knows number and code; what he may do he may do in this one case. */
export const visitor: Actor = { id: 'visitor', unit: null, roles: new Set(['applicant']) }

/** Whether a case is this resident's own; joint tasks are the units' among themselves. */
export const isOwn = (who: ResidentWho, { id, filing }: CaseState): boolean =>
  filing.applicant === who.id && districtOf(id) === who.district && filing.parent === null

export const applicant = (who: ResidentWho): Actor => ({ id: who.id, unit: null, roles: new Set(['applicant']) })

/** The moves open to an applicant now, in the order of the table. */
export const movesOfApplicant = (procedure: AnyProcedure, state: CaseState): string[] =>
  Object.keys(procedure.moves).filter(
    (move) => step(procedure, controlOf(procedure, state), move, { roles: visitor.roles, isHandler: false }).ok,
  )
