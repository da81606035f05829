import type { Phase, Procedure, Role, Stage } from '../model/procedure.ts'
import type { FaultKind } from './fault.ts'
import { type Control, ownerOf } from './step.ts'
import { movesDue, natureOf } from './table-faults.ts'

/** The control state with what only the proof needs to know: whether somebody has worked on the case, and whether a no is decided and not yet told. */
export type ProofState = { readonly control: Control; readonly handled: boolean; readonly decided: boolean }

/** A move as the walk has made it; `isHandler` says whether by somebody who had worked on the case. */
export type Made = {
  readonly name: string
  readonly before: ProofState
  readonly after: Control
  readonly isHandler: boolean
}

const path: readonly Phase[] = ['filed', 'routed', 'working', 'checking', 'answered', 'ended']
const rank = (stage: Stage | undefined): number => path.indexOf(stage?.phase ?? 'filed')
const isPhase = (stage: Stage | undefined, ...phases: Phase[]): boolean => phases.includes(stage?.phase ?? 'filed')

/** What one move breaks in the state it is made in. */
export function madeFaults(procedure: Procedure, made: Made, dueClocks: ReadonlySet<string>): FaultKind[] {
  const found: FaultKind[] = []
  const move = procedure.moves[made.name]
  const { before, after } = made
  if (made.isHandler && isJudgement(procedure, made)) found.push('verifies-own-work')
  if (made.isHandler && movesDue(move)) found.push('due-changed-without-approver')
  if (restarts(procedure, made, dueClocks)) found.push('due-changed-without-approver')
  if (natureOf(move, 'decides-no') && !isHighEnough(procedure, made)) found.push('refusal-round-the-superior')
  if (natureOf(move, 'says-no') && !before.decided && !natureOf(move, 'decides-no'))
    found.push('refusal-round-the-superior')
  const ends = procedure.stages[after.stage]?.end !== undefined
  if (ends && before.control.openChildren > 0 && !natureOf(move, 'cascades')) found.push('children-left-open')
  return found
}

/** To verify and to decide a no are judgements by their nature; so is whatever a person of the city does to let a case pass a check. */
function isJudgement(procedure: Procedure, { name, before, after }: Made): boolean {
  const move = procedure.moves[name]
  if (natureOf(move, 'verifies') || natureOf(move, 'decides-no')) return true
  const from = procedure.stages[before.control.stage]
  const to = procedure.stages[after.stage]
  const passes = before.control.stage !== after.stage && rank(to) >= rank(from)
  return passes && isPhase(from, 'checking', 'answered') && (move?.by.some(isOfTheCity) ?? false)
}

const isOfTheCity = (role: Role): boolean => role !== 'applicant' && role !== 'clock' && role !== 'system'

/** The clocks whose due date an approver may move. */
export const dueClocksOf = (procedure: Procedure): ReadonlySet<string> =>
  new Set(
    Object.values(procedure.moves).flatMap(
      (move) =>
        move.effects?.flatMap((effect) =>
          'extend' in effect ? [effect.extend] : 'pause' in effect ? [effect.pause] : [],
        ) ?? [],
    ),
  )

/** Such a clock is not started anew while it runs, stands still or has run out, but by an approver. */
function restarts(procedure: Procedure, { name, before }: Made, dueClocks: ReadonlySet<string>): boolean {
  const move = procedure.moves[name]
  const restarted = move?.effects?.some(
    (effect) => 'start' in effect && dueClocks.has(effect.start) && before.control.clocks[effect.start] !== 'off',
  )
  return (restarted ?? false) && !move?.by.every((role) => procedure.approvers.includes(role))
}

/** Once a case has been taken on, its no is decided on the ladder alone, at the level that its matter demands or above. */
function isHighEnough(procedure: Procedure, { before: { control } }: Made): boolean {
  const ladder = procedure.refusal
  const stage = procedure.stages[control.stage]
  if (!ladder || !isPhase(stage, 'routed', 'working', 'checking')) return true
  const owner = stage?.owner
  if (typeof owner !== 'object' || owner.byLevel !== ladder.level || !ownerOf(stage, control.registers)) return false
  return Number(control.registers[ladder.level]) >= Number(control.registers[ladder.demand])
}

/**
 * The state after a move. A decided no is used up when it has been told, and forgotten when the work goes on:
 * whoever wants to say no then must have it decided again.
 */
export function stateAfter(procedure: Procedure, { name, before, after }: Made, handled: boolean): ProofState {
  const move = procedure.moves[name]
  const works = isPhase(procedure.stages[after.stage], 'filed', 'routed', 'working')
  const decided = natureOf(move, 'decides-no') || before.decided
  return { control: after, handled, decided: decided && !works && !natureOf(move, 'says-no') }
}
