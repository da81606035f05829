import { describe, expect, test } from 'vitest'
import { type Control, endClock, opening, step } from '../../../kernel/cases/rules/step.ts'
import { assistProcedure } from './assist.ts'
import { type OrderMove, orderProcedure } from './order.ts'

type Step = OrderMove | `${string} ends`

const filed = opening(orderProcedure, { refusalDemand: 2 }).control

/** The order after these moves, each by somebody who may and had no hand in it; `… ends` lets a clock run out. */
const lived = (...steps: Step[]): Control => from(filed, ...steps)

const from = (start: Control, ...steps: Step[]): Control =>
  steps.reduce((control, name) => {
    const done = name.endsWith(' ends') ? endClock(orderProcedure, control, name.slice(0, -5)) : made(control, name)
    if (!done.ok) throw new Error(`${name}: ${done.refusal}`)
    return done.control
  }, start)

const made = (control: Control, name: string, isHandler = false) =>
  step(orderProcedure, control, name, { roles: new Set(orderProcedure.moves[name]?.by), isHandler })

const refusal = (control: Control, name: OrderMove, isHandler = false): string => {
  const done = made(control, name, isHandler)
  return done.ok ? 'done' : done.refusal
}

const handling = lived('accept', 'dispatch', 'sign')
const answered = from(handling, 'reply', 'approveReply', 'verify')
const closed = from(answered, 'close')

describe('what may be done once', () => {
  test('the applicant is asked for more once, whoever asks', () => {
    const supplied = lived('askSupplement', 'supply')
    expect(refusal(supplied, 'askSupplement')).toBe('supplement-asked-before')
    expect(refusal(from(supplied, 'accept', 'dispatch', 'sign'), 'askSupplementInWork')).toBe('supplement-asked-before')
    expect(refusal(from(handling, 'askSupplementInWork', 'supply'), 'askSupplementInWork')).toBe(
      'supplement-asked-before',
    )
  })
  test('a ruling on a return is final, however it was made', () => {
    for (const ruling of ['keepWithUnit', 'reassign'] as const)
      expect(refusal(from(handling, 'proposeReturn', ruling), 'proposeReturn')).toBe('ruling-is-final')
    const unheard = from(handling, 'proposeReturn', 'stage ends', 'stage ends', 'stage ends')
    expect([unheard.stage, refusal(unheard, 'proposeReturn')]).toEqual(['assigned', 'ruling-is-final'])
  })
  test('more time is granted once, and only to whoever asks before it is up', () => {
    expect(refusal(from(handling, 'askExtension', 'approveExtension'), 'askExtension')).toBe('extended-enough')
    expect(refusal(from(handling, 'main ends'), 'askExtension')).toBe('already-overdue')
  })
  test('a refused request for more time may be made again; the clock has run on', () => {
    const refused = from(handling, 'askExtension', 'refuseExtension')
    expect([refused.clocks.main, refusal(refused, 'askExtension')]).toEqual(['running', 'done'])
  })
  test('an order is put on hold once', () => {
    expect(refusal(from(handling, 'proposeHold', 'approveHold', 'stage ends'), 'proposeHold')).toBe('held-enough')
  })
  test('an order is rated once, well or badly', () => {
    expect(refusal(from(answered, 'rate'), 'rateBadly')).toBe('rated-before')
    expect(refusal(from(answered, 'rateBadly', 'rectify', 'confirmRectified'), 'rate')).toBe('rated-before')
  })
  test('a bad rating is sent back for putting right once more, not for ever', () => {
    const again = from(answered, 'rateBadly', 'rectify', 'rectifyAgain', 'rectify')
    expect(refusal(again, 'rectifyAgain')).toBe('rectified-enough')
  })
  test('the call-back has an order done again twice', () => {
    const round = ['redo', 'reply', 'approveReply', 'verify'] as const
    expect(refusal(from(answered, ...round, ...round), 'redo')).toBe('reworked-enough')
  })
  test('reopening is asked for once; silence grants it', () => {
    const asked = from(closed, 'askReopen')
    expect(from(asked, 'stage ends').stage).toBe('handling')
    expect(refusal(from(asked, 'refuseReopen'), 'askReopen')).toBe('reopened-before')
  })
})

describe('saying no', () => {
  test('a no that was overruled, or that nobody confirmed, is not proposed again', () => {
    expect(refusal(from(handling, 'proposeRefusal', 'overrule'), 'proposeRefusal')).toBe('refusal-overruled')
    const unheard = from(handling, 'proposeRefusal', 'stage ends', 'stage ends', 'stage ends', 'stage ends')
    expect([unheard.stage, refusal(unheard, 'proposeRefusal')]).toEqual(['handling', 'refusal-overruled'])
  })
  test('a no that was not as said may be proposed anew, and must be decided anew', () => {
    const failed = from(handling, 'proposeRefusal', 'passUp', 'confirmRefusal', 'verifyFails')
    expect([failed.registers.refusal, refusal(failed, 'proposeRefusal')]).toEqual(['none', 'done'])
  })
  test('a confirmed no is told as a no, and nothing else is', () => {
    const confirmed = from(handling, 'proposeRefusal', 'passUp', 'confirmRefusal')
    expect([refusal(confirmed, 'verify'), refusal(confirmed, 'verifyRefusal')]).toEqual(['verify-the-refusal', 'done'])
    expect(refusal(from(handling, 'reply', 'approveReply'), 'verifyRefusal')).toBe('no-refusal-confirmed')
  })
  test('the level that the matter demands decides', () => {
    const proposed = from(handling, 'proposeRefusal')
    expect(refusal(proposed, 'confirmRefusal')).toBe('higher-level-demanded')
    expect(from(proposed, 'passUp').registers.refusalLevel).toBe(2)
    expect(refusal(from(proposed, 'passUp'), 'confirmRefusal')).toBe('done')
  })
})

describe('first contact', () => {
  test('whoever signs must make contact, and so must a unit that let its time to sign go by', () => {
    expect(handling.clocks.contact).toBe('running')
    expect(lived('accept', 'dispatch', 'stage ends').clocks.contact).toBe('running')
  })
  test('contact made is contact kept; contact missed is remembered and the work goes on', () => {
    expect(from(handling, 'contact').clocks.contact).toBe('off')
    const missed = from(handling, 'contact ends')
    expect([missed.stage, missed.clocks.contact, missed.clocks.main]).toEqual(['handling', 'off', 'running'])
  })
  test('a bad rating starts contact and putting right anew', () => {
    const { contact, main } = from(answered, 'rateBadly').clocks
    expect([contact, main]).toEqual(['running', 'running'])
  })
  test('an answer given ends the duty to make contact', () => {
    expect(answered.clocks.contact).toBe('off')
    expect(from(handling, 'proposeRefusal', 'passUp', 'confirmRefusal').clocks.contact).toBe('off')
  })
})

describe('the main clock', () => {
  test('runs from dispatch, through returns and reviews, to the approved answer', () => {
    expect(lived('accept').clocks.main).toBe('off')
    expect(lived('accept', 'dispatch', 'proposeReturn').clocks.main).toBe('running')
    expect(from(handling, 'reply').clocks.main).toBe('running')
    expect(from(handling, 'reply', 'approveReply').clocks.main).toBe('off')
  })
  test('stands still only on hold', () => {
    expect(from(handling, 'proposeHold').clocks.main).toBe('running')
    expect(from(handling, 'proposeHold', 'approveHold').clocks.main).toBe('paused')
    expect(from(handling, 'proposeHold', 'approveHold', 'stage ends').clocks.main).toBe('running')
  })
  test('late is late: supervision rises to the top and stays there until the work is done', () => {
    const late = from(handling, 'main ends', 'supervision ends', 'supervision ends', 'supervision ends')
    expect([late.registers.supervision, late.clocks.supervision]).toEqual([3, 'running'])
    expect(from(late, 'reply', 'approveReply').clocks.supervision).toBe('off')
  })
})

test('an order with open joint tasks is answered only with them recalled', () => {
  const helped = from(handling, 'openChild', 'openChild', 'childEnded')
  expect([helped.openChildren, refusal(helped, 'reply')]).toEqual([1, 'children-open'])
  expect(from(helped, 'childEnded').openChildren).toBe(0)
  expect(from(helped, 'replyDespiteChildren').openChildren).toBe(0)
})

test('a joint task is sent back twice at most', () => {
  const limit = assistProcedure.moves.sendBackToAssist?.guards?.find((guard) => 'register' in guard)
  expect(limit).toEqual({ register: 'sentBack', below: 2, refusal: 'reworked-enough' })
})
