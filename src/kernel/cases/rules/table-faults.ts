import type { Move, Procedure, Role } from '../model/procedure.ts'
import type { FaultKind } from './fault.ts'
import { targets } from './table-names.ts'

/** Who can be somebody's superior in a no; a matter demands a height, the ladder of the procedure gives the names. */
const superiors: readonly Role[] = [
  'intake-head',
  'section-head',
  'leader-in-charge',
  'top-leader',
  'outside-leader',
  'supervisor',
]

/** Notices that tell the applicant no. */
const noes: readonly string[] = ['declined', 'refused', 'reopen-refused']

/** What can be seen in one move itself, without exploring. */
export function moveFaults(procedure: Procedure, name: string, move: Move): FaultKind[] {
  const found: FaultKind[] = []
  if (move.from.some((stage) => procedure.stages[stage]?.end)) found.push('end-is-left')
  if (isOffLadder(procedure, move)) found.push('off-the-ladder')
  if (misusesLimit(procedure, move)) found.push('limit-misused')
  if (movesDue(move) && !raisedBy(move).some((register) => isLimit(procedure, register))) found.push('limit-misused')
  if (changesDue(move) && !move.by.every((role) => procedure.approvers.includes(role)))
    found.push('due-changed-without-approver')
  if (isRating(move) && move.by.some((role) => role !== 'applicant')) found.push('rated-by-others')
  if (isWork(move) && !joins(move)) found.push('work-leaves-no-name')
  if (saysNoAlone(procedure, move)) found.push('refusal-round-the-superior')
  if (childIs(move, 'recalled') && !natureOf(move, 'cascades')) found.push('children-left-open')
  const end = Object.values(procedure.moves).some((other) => childIs(other, 'ends'))
  if (childIs(move, 'opens') && !end) found.push('children-left-open')
  const isRung = move.to === 'stay' && natureOf(move, 'escalates') && move.by.every((role) => role === 'clock')
  if (procedure.lastRung === name && !isRung) found.push('clocks-run-in-circles')
  return found
}

export const natureOf = (move: Move | undefined, nature: NonNullable<Move['nature']>[number]): boolean =>
  move?.nature?.includes(nature) ?? false

export const joins = (move: Move | undefined): boolean => move?.effects?.some((effect) => 'handlers' in effect) ?? false

const childIs = (move: Move, what: 'opens' | 'ends' | 'recalled'): boolean =>
  move.effects?.some((effect) => 'child' in effect && effect.child === what) ?? false

/** A pause and an extension move a due date at somebody's discretion; a recount follows the published calendar. */
export const movesDue = (move: Move | undefined): boolean =>
  move?.effects?.some((effect) => 'extend' in effect || 'pause' in effect) ?? false

const isRating = (move: Move): boolean => natureOf(move, 'rates') || (move.keeps?.includes('stars') ?? false)

/** What only a handler can do is work, whatever the table calls it. */
const isWork = (move: Move): boolean =>
  natureOf(move, 'works') || natureOf(move, 'proposes-no') || move.by.every((role) => role === 'handler')

const changesDue = (move: Move): boolean =>
  movesDue(move) || (move.effects?.some((effect) => 'recount' in effect) ?? false)

/**
 * A no by whoever is nobody's superior, or by silence; and a no under another name: what turns somebody away,
 * what tells him no, and the outcome 无法解决 must be declared as what they are, so that the walk can judge them.
 */
function saysNoAlone(procedure: Procedure, move: Move): boolean {
  const decides = natureOf(move, 'decides-no')
  const says = natureOf(move, 'says-no')
  if (decides && !move.by.every((role) => superiors.includes(role))) return true
  if (says && move.by.some((role) => role === 'clock' || role === 'system')) return true
  const turnsAway = targets(procedure, move).some((stage) => procedure.stages[stage]?.end === 'diverted')
  const tells = move.notices?.some(({ to, template }) => to === 'applicant' && noes.includes(template)) ?? false
  return ((turnsAway || tells) && !says) || (move.states?.outcome === 'unsolved' && !decides)
}

/** A level needs a ladder, and on a ladder nobody moves the case on but the rung it stands at. */
function isOffLadder(procedure: Procedure, move: Move): boolean {
  return move.from.some((stage) => {
    const owner = procedure.stages[stage]?.owner
    if (typeof owner !== 'object') return move.level !== undefined
    if (move.level !== undefined) return move.level !== owner.byLevel
    return move.to !== 'stay' && move.by.some((role) => owner.roles.includes(role))
  })
}

export const isLimit = (procedure: Procedure, register: string): boolean =>
  'limit' in (procedure.registers[register] ?? {})

export const readsLimit = (procedure: Procedure, move: Move | undefined): boolean =>
  move?.guards?.some((guard) => 'register' in guard && isLimit(procedure, guard.register)) ?? false

const raisedBy = (move: Move): string[] =>
  move.effects?.flatMap((effect) => ('raise' in effect ? [effect.raise] : [])) ?? []

/** Limits that nothing uses up, or that close nothing. */
export function idleLimits(procedure: Procedure): string[] {
  const moves = Object.values(procedure.moves)
  const isRead = (limit: string) =>
    moves.some((move) => move.guards?.some((guard) => 'register' in guard && guard.register === limit))
  const isRaised = (limit: string) => moves.some((move) => raisedBy(move).includes(limit))
  return Object.keys(procedure.registers).filter(
    (name) => isLimit(procedure, name) && !(isRead(name) && isRaised(name)),
  )
}

/** A limit may be read in one way only: below a number it can reach, by a person. */
function misusesLimit(procedure: Procedure, move: Move): boolean {
  if (readsLimit(procedure, move) && move.by.includes('clock')) return true
  const others = [move.level, typeof move.to === 'string' ? undefined : move.to.register]
  for (const guard of move.guards ?? []) {
    if (!('register' in guard)) continue
    others.push(...('below' in guard ? [guard.below] : 'atLeast' in guard ? [guard.atLeast] : []).map(String))
    const register = procedure.registers[guard.register]
    if (!register || !('limit' in register)) continue
    if (!('below' in guard) || typeof guard.below !== 'number' || guard.below > register.limit) return true
  }
  return others.some((name) => name !== undefined && isLimit(procedure, name))
}
