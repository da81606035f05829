import { expect, test } from 'vitest'
import { order, orderProcedure } from '../../../modules/orders/rules/order.ts'
import { orderWords } from '../../../modules/orders/words.ts'
import { maskName, maskNumber } from './masking.ts'
import { maskPersonal } from './personal/mask.ts'
import { lightOf, pathOf } from './present.ts'
import { accountExtras } from './present-accounts.ts'
import { movesView } from './present-moves.ts'
import type { OpenedEvent } from './present-timeline.ts'

const now = '2026-03-10T02:00:00.000Z'
const open = { settled: false, overdue: false, due: null, warnAt: null }

test.each([
  ['nothing runs', open, 'none'],
  ['long before', { ...open, due: '2026-03-12T00:00:00.000Z', warnAt: '2026-03-11T00:00:00.000Z' }, 'green'],
  ['soon', { ...open, due: '2026-03-12T00:00:00.000Z', warnAt: '2026-03-10T00:00:00.000Z' }, 'yellow'],
  ['past', { ...open, due: '2026-03-09T00:00:00.000Z', warnAt: '2026-03-08T00:00:00.000Z' }, 'red'],
  ['broken promise, next clock still running', { ...open, overdue: true, due: '2026-03-12T00:00:00.000Z' }, 'red'],
  ['on hold, whatever was', { ...open, stage: 'on-hold', overdue: true, due: '2026-03-09T00:00:00.000Z' }, 'none'],
  ['settled, whatever was', { ...open, settled: true, overdue: true, due: '2026-03-09T00:00:00.000Z' }, 'none'],
] as const)('%s: the light is as it should be', (_name, card, light) => {
  expect(lightOf(card, now)).toBe(light)
})

const walked = (...stages: string[]) => pathOf(orderProcedure, stages).map(({ phase, state }) => `${phase} ${state}`)

test('the way shows where a case stands, and an early end leaves out what never came', () => {
  expect(walked('received', 'dispatching', 'assigned', 'handling')).toEqual([
    'filed done',
    'routed done',
    'working here',
    'checking ahead',
    'answered ahead',
    'ended ahead',
  ])
  expect(walked('received', 'withdrawn')).toEqual(['filed done', 'ended here'])
  expect(walked('received', 'handling', 'verifying', 'handling').at(3)).toBe('checking ahead')
})

test('names, numbers and what was written into a text are covered, and nothing else', () => {
  expect(['李芳', '欧阳建国', '李', ''].map(maskName)).toEqual(['李*', '欧***', '*', '*'])
  expect(['13900000001', '+86 139 0000 0001', '0574-6211'].map(maskNumber)).toEqual([
    '139****0001',
    '139****0001',
    '*******11',
  ])
  expect(maskPersonal('电话13900000001，身份证349901199001011234，单号20260302000501')).toBe(
    '电话139****0001，身份证349**************4，单号20260302000501',
  )
})

test('every move of the table can be drawn: its words, and for each field what it takes', () => {
  const moves = movesView(orderProcedure, orderWords, Object.keys(order.moves))
  expect(moves).toHaveLength(Object.keys(order.moves).length)
  for (const { move, label, fields } of moves) {
    expect(label.zh, move).not.toBe('')
    for (const field of fields) {
      expect(field.label.zh, `${move}.${field.name}`).not.toBe('')
      if (field.control === 'choice' || field.control === 'stars') expect(field.choices?.length).toBeGreaterThan(1)
    }
  }
  expect(moves.find(({ move }) => move === 'confirmDecline')?.tone).toBe('danger')
  expect(moves.find(({ move }) => move === 'sign')?.tone).toBe('primary')
  expect(moves.find(({ move }) => move === 'report')?.tone).toBe('plain')
})

test('a pause and an extension are told with when, by whom and why; a fresh start forgets them', () => {
  const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T02:00:00.000Z`
  const running = (moves: readonly { type: string }[]) => ({
    is: 'running',
    promise: 'handle',
    warnAt: at(20),
    account: { due: at(21), moves },
  })
  const event = (day: number, fact: object) =>
    ({
      event: { seq: day, type: 'X', at: at(day), by: 'staff_1', body: { clocks: { main: fact } } },
      secret: null,
    }) as never
  const told = { by: () => '审批人', reason: () => '等配件' }
  const opened: OpenedEvent[] = [
    event(2, running([])),
    event(4, { is: 'paused', at: at(4) }),
    event(6, running([{ type: 'pause' }])),
    event(8, running([{ type: 'pause' }, { type: 'extend' }])),
  ]
  expect(accountExtras('main', opened, told)).toEqual({
    pauses: [{ from: at(4), to: at(6), reason: '等配件' }],
    extensions: [{ by: '审批人', reason: '等配件', at: at(8), due: at(21) }],
  })
  expect(accountExtras('main', [...opened, event(12, running([]))], told)).toEqual({ pauses: [], extensions: [] })
  expect(accountExtras('contact', opened, told)).toEqual({ pauses: [], extensions: [] })
})
