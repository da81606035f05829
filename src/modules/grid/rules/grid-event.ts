import { alarm } from '../../../kernel/cases/rules/fragments/alarm.ts'
import { extension } from '../../../kernel/cases/rules/fragments/extension.ts'
import { hold } from '../../../kernel/cases/rules/fragments/hold.ts'
import { joint } from '../../../kernel/cases/rules/fragments/joint.ts'
import { notes } from '../../../kernel/cases/rules/fragments/notes.ts'
import { returnCourt } from '../../../kernel/cases/rules/fragments/return-court.ts'
import { stageSupervision, supervision } from '../../../kernel/cases/rules/fragments/supervision.ts'
import { generic, procedure } from '../../../kernel/cases/rules/procedure.ts'
import { closingMoves, handlingMoves } from './closing-moves.ts'
import { beforeTheEnd, registerMoves, routeMoves } from './grid-moves.ts'

const working = 'handling'
const open = [
  'reported',
  'site-check',
  'rejection-review',
  'dispatching',
  'assigned',
  'return-court',
  working,
  'extension-review',
  'hold-review',
  'on-hold',
  'verifying',
  'closing',
] as const

const parts = {
  alarm: alarm({
    early: ['reported', 'site-check', 'rejection-review', 'dispatching', 'assigned', working],
    open,
    done: ['closed'],
  }),
  court: returnCourt({ assigned: 'assigned', working }),
  extension: extension({ working }),
  hold: hold({ working }),
  joint: joint({
    working: [working],
    open: [
      'assigned',
      'return-court',
      working,
      'extension-review',
      'hold-review',
      'on-hold',
      'verifying',
      'closing',
      'closed',
    ],
  }),
  supervision: supervision({
    open,
    promised: ['assigned', 'return-court', working, 'extension-review', 'hold-review'],
  }),
} as const

/**
 * 网格案卷: a thing or a state of the streets, from a report to a verified and evaluated end. Both wordings of the seven
 * steps in one: 信息收集 (核实) 立案 派遣 处置 反馈 核查 结案 评价, with 督办 beside. Source: domain.md 2.1 (GB/T 30428 family ○).
 */
export const gridEvent = procedure({
  name: 'grid',
  version: 1,
  initial: 'reported',
  approvers: ['approver', 'administrator'],
  lastRung: 'superviseAtTheTop',
  registers: {
    ...parts.alarm.registers,
    ...parts.court.registers,
    ...parts.extension.registers,
    ...parts.hold.registers,
    ...parts.supervision.registers,
    // Whether somebody of the city has seen it with his own eyes: a collector who reports has.
    seen: { given: [0, 1] },
    milestone: { from: 1, upTo: 3 },
    milestones: { given: [1, 2, 3] },
    rework: { from: 0, upTo: 2 },
    objections: { limit: 1 },
  },
  clocks: {
    main: { promise: 'handle', onEnd: ['markOverdue'] },
    ...parts.alarm.clocks,
    ...parts.supervision.clocks,
  },
  stages: {
    reported: {
      phase: 'filed',
      owner: 'intake',
      clock: { promise: 'register', onEnd: ['registerBySilence', 'checkBySilence'] },
    },
    'site-check': {
      phase: 'filed',
      owner: 'grid-worker',
      clock: { promise: 'site-check', onEnd: ['stageOverdue'] },
    },
    'rejection-review': {
      phase: 'filed',
      owner: 'intake-head',
      clock: { promise: 'rejection-decision', onEnd: ['rejectionLapses'] },
    },
    dispatching: { phase: 'routed', owner: 'dispatcher', clock: { promise: 'dispatch', onEnd: ['dispatchBySilence'] } },
    assigned: { phase: 'routed', owner: 'handler', clock: { promise: 'sign', onEnd: ['signBySilence'] } },
    ...parts.court.stages,
    handling: { phase: 'working', owner: 'handler' },
    ...parts.extension.stages,
    ...parts.hold.stages,
    verifying: {
      phase: 'checking',
      owner: 'grid-worker',
      clock: { promise: 'site-verify', onEnd: ['stageOverdue'] },
    },
    closing: { phase: 'checking', owner: 'verifier', clock: { promise: 'close-decision', onEnd: ['closeBySilence'] } },
    closed: {
      phase: 'answered',
      settled: true,
      owner: 'supervisor',
      clock: { promise: 'evaluation', onEnd: ['archiveUnrated'] },
    },
    archived: { phase: 'ended', end: 'completed', settled: true },
    rejected: { phase: 'ended', end: 'diverted', settled: true },
    linked: { phase: 'ended', end: 'linked', settled: true },
  },
  moves: {
    ...registerMoves,
    ...routeMoves,
    ...parts.court.moves,
    ...handlingMoves,
    ...parts.extension.moves,
    ...parts.hold.moves,
    ...parts.joint.moves,
    ...closingMoves,
    ...parts.alarm.moves,
    ...notes(beforeTheEnd).moves,
    ...parts.supervision.moves,
    ...stageSupervision(['site-check', 'verifying']),
  },
})

export type GridStage = keyof typeof gridEvent.stages
export type GridMove = keyof typeof gridEvent.moves

export const gridProcedure = generic(gridEvent)
