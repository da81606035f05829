import type { MoveView } from '../../../model/views.ts'

/** Moves that carry a case towards its end. Of those that are open the first is drawn as the thing to do. */
const usual = [
  'answerAlarm',
  'accept',
  'register',
  'orderCheck',
  'confirmOnSite',
  'dispatch',
  'sign',
  'reply',
  'feedBack',
  'passOnSite',
  'passMilestone',
  'closeCase',
  'evaluate',
  'approveReply',
  'verify',
  'verifyRefusal',
  'recordVisit',
  'close',
  'rectify',
  'confirmRectified',
  'deliver',
  'take',
  'reopen',
  'archive',
]

/** Pure: the thing to do first, grave things last, the rest as the server gave it. */
export function inOrder(moves: readonly MoveView[]): { first: string | undefined; moves: readonly MoveView[] } {
  const first = usual.find((name) => moves.some(({ move }) => move === name))
  const rank = ({ move, tone }: MoveView) => (move === first ? 0 : tone === 'danger' ? 2 : 1)
  return { first, moves: moves.toSorted((one, other) => rank(one) - rank(other)) }
}
