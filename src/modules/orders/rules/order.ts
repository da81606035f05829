import { alarm } from '../../../kernel/cases/rules/fragments/alarm.ts'
import { extension } from '../../../kernel/cases/rules/fragments/extension.ts'
import { hold } from '../../../kernel/cases/rules/fragments/hold.ts'
import { joint } from '../../../kernel/cases/rules/fragments/joint.ts'
import { notes } from '../../../kernel/cases/rules/fragments/notes.ts'
import { rating } from '../../../kernel/cases/rules/fragments/rating.ts'
import { refusalLadder } from '../../../kernel/cases/rules/fragments/refusal-ladder.ts'
import { replyAndReview } from '../../../kernel/cases/rules/fragments/reply.ts'
import { returnCourt } from '../../../kernel/cases/rules/fragments/return-court.ts'
import { stageSupervision, supervision } from '../../../kernel/cases/rules/fragments/supervision.ts'
import { supplement } from '../../../kernel/cases/rules/fragments/supplement.ts'
import { verification } from '../../../kernel/cases/rules/fragments/verification.ts'
import { generic, procedure } from '../../../kernel/cases/rules/procedure.ts'
import { contactMoves } from './contact-moves.ts'
import { beforeTheEnd, intakeMoves, routeMoves } from './order-moves.ts'

const working = 'handling'
const parts = {
  alarm: alarm({
    early: ['received', 'decline-review', 'dispatching', 'assigned', working],
    open: [
      'received',
      'decline-review',
      'dispatching',
      'assigned',
      'return-court',
      'supplement',
      working,
      'extension-review',
      'hold-review',
      'on-hold',
      'refusal-ladder',
      'reply-review',
      'verifying',
      'reopen-review',
      'rectifying',
      'rectify-check',
    ],
    done: ['answered', 'closed'],
  }),
  supplement: supplement({ intake: 'received', working }),
  court: returnCourt({ assigned: 'assigned', working }),
  extension: extension({ working }),
  hold: hold({ working }),
  ladder: refusalLadder({ working, confirmed: 'verifying' }),
  reply: replyAndReview({ working, checked: 'verifying' }),
  verification: verification({ working, passed: 'answered' }),
  rating: rating({ answered: 'answered', working }),
  joint: joint({
    working: [working],
    open: [
      'supplement',
      'dispatching',
      'assigned',
      'return-court',
      working,
      'extension-review',
      'hold-review',
      'on-hold',
      'refusal-ladder',
      'reply-review',
      'verifying',
      'answered',
      'closed',
      'reopen-review',
      'rectifying',
      'rectify-check',
    ],
  }),
  supervision: supervision({
    open: [
      'received',
      'decline-review',
      'dispatching',
      'assigned',
      'return-court',
      'supplement',
      working,
      'extension-review',
      'hold-review',
      'on-hold',
      'refusal-ladder',
      'reply-review',
      'verifying',
      'reopen-review',
      'rectifying',
      'rectify-check',
    ],
    promised: [
      'assigned',
      'return-court',
      'supplement',
      working,
      'extension-review',
      'hold-review',
      'refusal-ladder',
      'reply-review',
      'rectifying',
    ],
  }),
} as const

/**
 * 诉求工单: a resident's or enterprise's request, from the one front door to a verified and rated end.
 * Source: domain.md 2.3 and 5.1; 北京市接诉即办工作条例 第十一、十四条; 上海市优化营商环境条例 第三十、四十九条.
 */
export const order = procedure({
  name: 'orders',
  version: 1,
  initial: 'received',
  approvers: ['approver', 'administrator'],
  refusal: parts.ladder.refusal,
  lastRung: 'superviseAtTheTop',
  registers: {
    ...parts.alarm.registers,
    ...parts.supplement.registers,
    ...parts.court.registers,
    ...parts.extension.registers,
    ...parts.hold.registers,
    ...parts.ladder.registers,
    ...parts.verification.registers,
    ...parts.rating.registers,
    ...parts.supervision.registers,
  },
  clocks: {
    main: { promise: 'handle', onEnd: ['markOverdue'] },
    contact: { promise: 'contact', onEnd: ['contactMissed'] },
    ...parts.alarm.clocks,
    ...parts.supervision.clocks,
  },
  stages: {
    received: { phase: 'filed', owner: 'intake', clock: { promise: 'intake', onEnd: ['acceptBySilence'] } },
    'decline-review': {
      phase: 'filed',
      owner: 'intake-head',
      clock: { promise: 'decline-decision', onEnd: ['declineLapses'] },
    },
    dispatching: { phase: 'routed', owner: 'dispatcher', clock: { promise: 'dispatch', onEnd: ['dispatchBySilence'] } },
    assigned: { phase: 'routed', owner: 'handler', clock: { promise: 'sign', onEnd: ['signBySilence'] } },
    handling: { phase: 'working', owner: 'handler' },
    ...parts.supplement.stages,
    ...parts.court.stages,
    ...parts.extension.stages,
    ...parts.hold.stages,
    ...parts.ladder.stages,
    ...parts.reply.stages,
    ...parts.verification.stages,
    answered: { phase: 'answered', owner: 'visit-steward', clock: { promise: 'visit', onEnd: ['closeUnvisited'] } },
    ...parts.rating.stages,
    diverted: { phase: 'ended', end: 'diverted', settled: true },
    linked: { phase: 'ended', end: 'linked', settled: true },
    withdrawn: { phase: 'ended', end: 'withdrawn', settled: true },
  },
  moves: {
    ...intakeMoves,
    ...routeMoves,
    ...contactMoves,
    ...parts.supplement.moves,
    ...parts.court.moves,
    ...parts.extension.moves,
    ...parts.hold.moves,
    ...parts.ladder.moves,
    ...parts.reply.moves,
    ...parts.verification.moves,
    ...parts.rating.moves,
    ...parts.joint.moves,
    ...parts.alarm.moves,
    ...notes(beforeTheEnd).moves,
    ...parts.supervision.moves,
    ...stageSupervision(['reply-review', 'verifying', 'rectify-check']),
  },
})

export type OrderStage = keyof typeof order.stages
export type OrderMove = keyof typeof order.moves

export const orderProcedure = generic(order)
