import { asked, evidenceField, longText, maybe } from '../../../kernel/cases/model/fields.ts'
import { entrusted } from '../../../kernel/cases/rules/fragments/entrusted.ts'
import { extension } from '../../../kernel/cases/rules/fragments/extension.ts'
import { stageSupervision, supervision } from '../../../kernel/cases/rules/fragments/supervision.ts'
import { generic, procedure } from '../../../kernel/cases/rules/procedure.ts'

const working = 'handling'
const open = ['assigned', working, 'extension-review', 'verifying'] as const
const taken = entrusted({ assigned: 'assigned', working, open })
const longer = extension({ working })
const watch = supervision({ open, promised: ['assigned', working, 'extension-review'] })
const late = stageSupervision(['verifying'])

const taskMoves = {
  ...taken.moves,
  deliver: {
    from: [working],
    to: 'verifying',
    by: ['handler'],
    event: 'Delivered',
    nature: ['works'],
    asks: asked({ done: longText(5), evidence: maybe(evidenceField()) }),
    sealed: ['done'],
    effects: [{ handlers: 'join' }, { stop: 'main' }],
    notices: [{ to: 'owner', template: 'verify-at-your-desk' }],
  },
  confirm: {
    from: ['verifying'],
    to: 'completed',
    by: ['verifier'],
    event: 'Confirmed',
    nature: ['verifies'],
    asks: asked({ finding: longText(), evidence: maybe(evidenceField()) }),
    sealed: ['finding'],
    guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
    states: { outcome: 'solved', verified: true },
    stamps: { closedAt: 'at' },
  },
  sendBackTask: {
    from: ['verifying'],
    to: working,
    by: ['verifier'],
    event: 'SentBack',
    nature: ['verifies'],
    asks: asked({ reason: longText() }),
    sealed: ['reason'],
    guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
    effects: [{ start: 'main', promise: 'rework' }],
    states: { reworked: true, overdue: false },
    notices: [{ to: 'holder', template: 'rework' }],
  },
  callOff: {
    from: [...open],
    to: 'cancelled',
    by: ['supervisor'],
    event: 'CalledOff',
    asks: asked({ reason: longText() }),
    sealed: ['reason'],
    guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
    notices: [{ to: 'holder', template: 'withdrawn' }],
  },
} as const

/**
 * 督办任务: a gap that the city found itself, given to a unit as work; whoever had no hand in it goes and looks before
 * it counts as done. Nobody asked for it from outside, so there is no applicant to be told or to rate.
 */
export const task = procedure({
  name: 'task',
  version: 1,
  initial: 'assigned',
  starts: ['main'],
  approvers: ['approver', 'administrator'],
  lastRung: 'superviseAtTheTop',
  registers: { ...longer.registers, ...watch.registers },
  clocks: { main: { promise: 'task', onEnd: ['markOverdue'] }, ...watch.clocks },
  stages: {
    assigned: { phase: 'routed', owner: 'handler', clock: { promise: 'sign', onEnd: ['signBySilence'] } },
    handling: { phase: 'working', owner: 'handler' },
    ...longer.stages,
    verifying: { phase: 'checking', owner: 'verifier', clock: { promise: 'verify', onEnd: ['stageOverdue'] } },
    completed: { phase: 'ended', end: 'completed', settled: true },
    cancelled: { phase: 'ended', end: 'cancelled', settled: true },
  },
  moves: { ...taskMoves, ...longer.moves, ...watch.moves, ...late },
})

export type TaskStage = keyof typeof task.stages
export type TaskMove = keyof typeof task.moves

export const taskProcedure = generic(task)
