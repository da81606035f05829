import { expect, test } from 'vitest'
import type { CaseState, DecidedEvent } from '../../../kernel/cases/model/case.ts'
import { evolve } from '../../../kernel/cases/rules/evolve.ts'
import { difference, type Figure } from '../../../kernel/cases/rules/figures.ts'
import { answered, LAMP, lifeOf, lived, type Step, signed, stateAfter } from './life.spec.ts'
import { orderMeasures } from './measures.ts'

const counted = (steps: readonly Step[], about = {}): Record<string, string> =>
  Object.fromEntries(orderMeasures(lived(steps, about)).map(({ measure, day, unit }) => [measure, `${day} ${unit}`]))

/** The rows that each commit of a life would write. */
function rowsOf(events: readonly DecidedEvent[]): Figure[][] {
  let state: CaseState | null = null
  return events.map((event) => {
    const before: CaseState | null = state
    state = evolve(before, event, LAMP)
    return difference(before ? orderMeasures(before) : [], orderMeasures(state))
  })
}

const whole: readonly Step[] = [...answered, ['2026-03-05 rate', { stars: 5 }], ['2026-03-06 close'], ['2026-04-30']]

test('a whole ordinary life writes no more than twelve rows', () => {
  expect(rowsOf(lifeOf(whole)).flat()).toHaveLength(12)
})

test('a life closed and archived is counted once in each fact, each on its own day, and is no longer open', () => {
  expect(counted(whole)).toEqual({
    filed: '2026-03-02 unit_hotline',
    accepted: '2026-03-02 unit_hotline',
    assigned: '2026-03-02 unit_chengguan',
    solved: '2026-03-05 unit_chengguan',
    'in-time': '2026-03-05 unit_chengguan',
    contacted: '2026-03-05 unit_chengguan',
    'stars-5': '2026-03-05 unit_chengguan',
    closed: '2026-03-06 unit_chengguan',
  })
})

test('an open case is counted at the unit that has it now, and overdue only while it is open', () => {
  expect(counted(signed)).toMatchObject({ open: '2026-03-02 unit_chengguan' })
  const late = counted([...signed, ['2026-04-10']])
  expect(late).toMatchObject({ open: '2026-03-02 unit_chengguan', overdue: '2026-03-02 unit_chengguan' })
  expect(late).not.toHaveProperty('solved')
})

test('a late answer is late for ever, and a missed first contact is no contact made', () => {
  const late: readonly Step[] = [
    ...signed,
    ['2026-04-10 contact', { how: 'phone', reached: 'yes', said: '已联系' }],
    ['2026-04-11 reply', { answer: '已处理', outcome: 'explained', evidence: [] }],
    ['2026-04-11 approveReply'],
    ['2026-04-12 verify', { how: 'phone', finding: '属实' }],
  ]
  const found = counted(late)
  expect(found).toMatchObject({ explained: '2026-04-12 unit_chengguan', late: expect.any(String) })
  expect(found).toHaveProperty('contact-missed')
  expect(found).not.toHaveProperty('contacted')
  expect(found).not.toHaveProperty('solved')
})

test('an answer given at once is solved but never verified, and promised nothing', () => {
  const found = counted([['2026-03-02 answerAtOnce', { answer: '咨询电话如下', outcome: 'explained' }]])
  expect(found).toMatchObject({ 'explained-at-once': '2026-03-02 unit_hotline', accepted: expect.any(String) })
  expect(found).not.toHaveProperty('explained')
  expect(found).not.toHaveProperty('in-time')
})

test('a case ordered to be done again is not solved until it is answered again, and is then counted on the new day', () => {
  const again: readonly Step[] = [...answered, ['2026-03-09 redo', { reason: '又不亮了' }]]
  expect(counted(again)).not.toHaveProperty('solved')
  const done = counted([
    ...again,
    ['2026-03-10 reply', { answer: '更换线路', outcome: 'solved', evidence: [] }],
    ['2026-03-10 approveReply'],
    ['2026-03-11 verify', { how: 'on-site', finding: '亮' }],
  ])
  expect(done).toMatchObject({ solved: '2026-03-11 unit_chengguan', reworked: '2026-03-11 unit_chengguan' })
  expect(done).not.toHaveProperty('check-failed')
})

test('a case on hold leaves the open ones and stays visible', () => {
  const held = counted([
    ...signed,
    ['2026-03-04 proposeHold', { reason: '待立项', plan: '六月施工', nextContact: '2026-04-01' }],
    ['2026-03-05 approveHold', { reason: '同意' }],
  ])
  expect(held).toHaveProperty('on-hold')
  expect(held).not.toHaveProperty('open')
})

test('a return is told of the unit that returned, whoever has the case now', () => {
  const found = counted([
    ...signed,
    ['2026-03-03 proposeReturn', { ground: '非本单位职责' }],
    ['2026-03-04 reassign', { unit: 'unit_zhujian', ground: '住建主责' }],
  ])
  expect(found).toMatchObject({
    returned: '2026-03-02 unit_chengguan',
    'returned-away': '2026-03-02 unit_chengguan',
    assigned: '2026-03-02 unit_zhujian',
  })
})

const proposed: Step = [
  '2026-03-04 proposeRefusal',
  { ground: '规划不允许', legalBasis: '条例', tried: '已协调', alternative: '替代方案' },
]

test('a proposed no stands at its level until it is overruled there or confirmed', () => {
  expect(counted([...signed, proposed])).toHaveProperty('no-at-1')
  const up: Step = ['2026-03-04 passUp', { reason: '请示' }]
  expect(counted([...signed, proposed, up])).toHaveProperty('no-at-2')
  const over = counted([...signed, proposed, up, ['2026-03-04 overrule', { instruction: '想办法办' }]])
  expect(over).toHaveProperty('no-overruled-2')
  const confirm: Step = ['2026-03-04 confirmRefusal', { answer: '依法不能', legalBasis: '条例', alternative: '另法' }]
  const no = counted([...signed, proposed, up, confirm, ['2026-03-05 verifyRefusal', { how: 'papers', finding: '是' }]])
  expect(no).toMatchObject({ 'no-confirmed-2': expect.any(String), unsolved: '2026-03-05 unit_chengguan' })
})

test('what went another way is counted there and is neither open nor closed', () => {
  const diverted = counted([
    ['2026-03-02 proposeDecline', { ground: 'litigation', explanation: '已在诉讼中' }],
    ['2026-03-02 confirmDecline', { explanation: '请等待判决' }],
  ])
  expect(Object.keys(diverted)).toEqual(['filed', 'diverted'])
  const linked = counted([['2026-03-02 linkRepeat', { original: LAMP }]])
  expect(Object.keys(linked)).toEqual(['filed', 'linked'])
})

test('two stars are counted as given, and their rectification only when the steward confirmed it', () => {
  const bad: readonly Step[] = [
    ...answered,
    ['2026-03-05 rateBadly', { stars: 2 }],
    ['2026-03-06 contact', { how: 'phone', reached: 'yes', said: '已联系' }],
    ['2026-03-09 rectify', { answer: '重新处理' }],
  ]
  expect(counted(bad)).toMatchObject({ 'stars-2': '2026-03-05 unit_chengguan' })
  expect(counted(bad)).not.toHaveProperty('rectified')
  const good = counted([...bad, ['2026-03-10 confirmRectified', { said: '满意了' }]])
  expect(good).toMatchObject({ rectified: '2026-03-05 unit_chengguan', closed: '2026-03-10 unit_chengguan' })
})

test('the call-back is weighed by its level; nobody reached is not satisfied', () => {
  const call = (satisfied: string): Step => ['2026-03-06 recordVisit', { reached: true, solved: 'yes', satisfied }]
  expect(counted([...answered, call('fair')])).toHaveProperty('visit-fair')
  expect(counted([...answered, call('unrated')])).toHaveProperty('visit-unrated')
})

test('a joint task is counted beside the requests, never among them', () => {
  const about = { procedure: 'assist', unit: 'unit_chengguan', leadUnit: 'unit_zhujian' } as const
  expect(counted([], about)).toEqual({
    joint: '2026-03-02 unit_chengguan',
    'joint-open': '2026-03-02 unit_chengguan',
  })
  const done = counted(
    [['2026-03-02 sign'], ['2026-03-03 deliver', { done: '已完成协办' }], ['2026-03-03 take']],
    about,
  )
  expect(Object.keys(done)).toEqual(['joint', 'joint-in-time'])
})

test('every case is at every moment in exactly one place: open, on hold, closed, diverted, linked or withdrawn', () => {
  const places = ['open', 'on-hold', 'closed', 'diverted', 'linked', 'withdrawn']
  for (const steps of [whole, [...answered, ['2026-03-05 rateBadly', { stars: 1 }]] as const]) {
    const events = lifeOf(steps)
    for (const last of events.keys()) {
      const found = orderMeasures(stateAfter(events.slice(0, last + 1)))
      expect(found.filter(({ measure }) => places.includes(measure))).toHaveLength(1)
    }
  }
})
