import { asked, evidenceField, longText, maybe } from '../../../kernel/cases/model/fields.ts'
import { entrusted } from '../../../kernel/cases/rules/fragments/entrusted.ts'
import { extension } from '../../../kernel/cases/rules/fragments/extension.ts'
import { supervision } from '../../../kernel/cases/rules/fragments/supervision.ts'
import { generic, procedure } from '../../../kernel/cases/rules/procedure.ts'

const working = 'handling'
const open = ['assigned', working, 'extension-review', 'lead-check'] as const
const taken = entrusted({ assigned: 'assigned', working, open })
const longer = extension({ working })
const watch = supervision({
  open,
  promised: ['assigned', working, 'extension-review'],
})

const assistMoves = {
  ...taken.moves,
  deliver: {
    from: [working],
    to: 'lead-check',
    by: ['handler'],
    event: 'Delivered',
    nature: ['works'],
    asks: asked({ done: longText(5), evidence: maybe(evidenceField()) }),
    sealed: ['done'],
    effects: [{ handlers: 'join' }, { stop: 'main' }],
  },
  take: {
    from: ['lead-check'],
    to: 'completed',
    by: ['lead'],
    event: 'Taken',
    nature: ['verifies'],
    guards: [{ actor: 'is-no-handler', refusal: 'your-own-work' }],
    states: { outcome: 'solved' },
  },
  sendBackToAssist: {
    from: ['lead-check'],
    to: working,
    by: ['lead'],
    event: 'SentBack',
    nature: ['verifies'],
    asks: asked({ reason: longText() }),
    sealed: ['reason'],
    guards: [
      { actor: 'is-no-handler', refusal: 'your-own-work' },
      { register: 'sentBack', below: 2, refusal: 'reworked-enough' },
    ],
    effects: [{ raise: 'sentBack' }, { start: 'main', promise: 'rework' }],
    states: { reworked: true, overdue: false },
    notices: [{ to: 'holder', template: 'rework' }],
  },
  takenBySilence: {
    from: ['lead-check'],
    to: 'completed',
    by: ['clock'],
    event: 'TakenBySilence',
    states: { outcome: 'solved' },
  },
  parentEnded: {
    from: [...open],
    to: 'cancelled',
    by: ['system'],
    event: 'ParentEnded',
    notices: [{ to: 'holder', template: 'withdrawn' }],
  },
} as const

/** 协办: what the lead unit asks another unit to do; the lead checks it, and silence of the lead accepts it. */
export const assist = procedure({
  name: 'assist',
  version: 1,
  initial: 'assigned',
  starts: ['main'],
  approvers: ['approver', 'administrator'],
  lastRung: 'superviseAtTheTop',
  registers: { ...longer.registers, ...watch.registers, sentBack: { limit: 2 } },
  clocks: { main: { promise: 'assist', onEnd: ['markOverdue'] }, ...watch.clocks },
  stages: {
    assigned: { phase: 'routed', owner: 'handler', clock: { promise: 'sign', onEnd: ['signBySilence'] } },
    handling: { phase: 'working', owner: 'handler' },
    ...longer.stages,
    'lead-check': { phase: 'checking', owner: 'lead', clock: { promise: 'lead-check', onEnd: ['takenBySilence'] } },
    completed: { phase: 'ended', end: 'completed', settled: true },
    cancelled: { phase: 'ended', end: 'cancelled', settled: true },
  },
  moves: {
    ...assistMoves,
    ...longer.moves,
    ...watch.moves,
  },
})

export type AssistStage = keyof typeof assist.stages
export type AssistMove = keyof typeof assist.moves

export const assistProcedure = generic(assist)
