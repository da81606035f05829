import { expect, test } from 'vitest'
import type { MoveView } from '../../../kernel/cases/model/views.ts'
import { said } from '../../../platform/words.ts'
import { commandsFor, moveAddress, stepped } from './commands.ts'

const move = (name: string, zh: string, en: string, tone: MoveView['tone'] = 'plain'): MoveView => ({
  move: name,
  label: said(zh, en),
  tone,
  fields: [],
})
const moves = [
  move('declare', '提出“不”', 'Say no', 'danger'),
  move('contact', '登记联系', 'Note a contact'),
  move('reply', '提交答复', 'Answer'),
]
const pages = [
  { to: '/', label: said('工单', 'Cases'), icon: 'list' },
  { to: '/inbox', label: said('通知', 'Notices'), icon: 'inbox' },
] as const
const cases = [{ id: 'case_1', number: '20260302000123', title: '路灯不亮', unitName: '市容科' }]
const ids = (typed: string) => commandsFor({ typed, moves, pages, cases }).map(({ id }) => id)

test('with nothing typed the moves of the case come first, as the page orders them, then the pages', () => {
  expect(ids('')).toEqual(['move-reply', 'move-contact', 'move-declare', 'page-/', 'page-/inbox'])
})

test('a move keeps its key while the list is narrowed, so that one key means one move', () => {
  const keyOf = (typed: string) =>
    commandsFor({ typed, moves, pages, cases }).find(({ id }) => id === 'move-declare')?.key
  expect(keyOf('')).toBe('3')
  expect(keyOf('say no')).toBe('3')
})

test('words of either tongue find a page or a move; a number finds its case', () => {
  expect(ids('通知')).toEqual(['case-case_1', 'page-/inbox'])
  expect(ids('NOTICE')).toContain('page-/inbox')
  expect(ids('contact note')).toContain('move-contact')
  expect(ids('20260302')).toEqual(['case-case_1'])
})

test('a tenth move has no key, and is found all the same', () => {
  const many = Array.from({ length: 10 }, (_, at) => move(`m${at}`, `办法${at}`, `Way ${at}`))
  const keys = commandsFor({ typed: '', moves: many, pages: [], cases: [] }).map(({ key }) => key)
  expect(keys).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', undefined])
})

test('beside the list a move opens where one is; from the board it opens the case on its own', () => {
  expect(moveAddress('/', 'case_1')).toBeNull()
  expect(moveAddress('/cases/case_1', 'case_1')).toBeNull()
  expect(moveAddress('/dispatch', 'case_1')).toBe('/cases/case_1')
})

test('the arrows go round the ends, and stand still where nothing is', () => {
  expect([stepped(0, -1, 3), stepped(2, 1, 3), stepped(0, 1, 0)]).toEqual([2, 0, 0])
})
