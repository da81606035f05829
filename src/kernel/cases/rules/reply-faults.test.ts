import { expect, test } from 'vitest'
import { replyFaults } from './reply-faults.ts'

const asked = { title: '路灯不亮', text: '石桥路 9 号门前的路灯坏了三天，晚上走路看不清，希望尽快解决。' }
const good = '您反映的石桥路路灯，3 月 2 日我科按照《城市照明管理规定》第十七条更换了灯头，当晚已亮。'
const kinds = (reply: string) => replyFaults(asked, reply).map(({ kind }) => kind)

test('an answer that speaks of the matter, with basis, day and deed, has nothing to look at', () => {
  expect(replyFaults(asked, good)).toEqual([])
})

test('an answer about something else is told so; words that every message has do not count as the matter', () => {
  expect(kinds('根据规定，垃圾桶 3 月 2 日已清运。')).toEqual(['off-topic'])
  expect(kinds('您希望解决的问题，根据规定 3 月 2 日已办。')).toEqual(['off-topic'])
})

test('where nothing is known of what was asked, nothing is said about it', () => {
  expect(replyFaults({ title: '', text: '' }, '根据规定，3 月 2 日已清运。')).toEqual([])
})

test('basis, day and deed are missed one by one', () => {
  expect(kinds('石桥路路灯 3 月 2 日已更换灯头。')).toEqual(['no-basis'])
  expect(kinds('石桥路路灯按照规定已更换灯头。')).toEqual(['no-date'])
  expect(kinds('石桥路路灯，按照规定应在 3 月 9 日前亮。')).toEqual(['no-deed'])
})

test('empty phrases are quoted, and a deed that is only a phrase is none', () => {
  const faults = replyFaults(asked, '您好，石桥路路灯问题已收悉，我科高度重视，将尽快处理。')
  expect(faults.find(({ kind }) => kind === 'empty-phrases')?.words).toEqual(['高度重视', '已收悉', '尽快处理'])
  expect(faults.map(({ kind }) => kind)).toContain('no-deed')
})

test('a mobile number is warned of with its figures covered; the telephone of an office is not', () => {
  const [fault] = replyFaults(asked, `${good}可联系邻居 13800138000。`)
  expect(fault?.kind).toBe('personal')
  expect(fault?.words.join()).not.toContain('13800138000')
  expect(replyFaults(asked, `${good}咨询电话 0550-3021234。`)).toEqual([])
})

test('a blank of a template that nobody filled in is named', () => {
  expect(replyFaults(asked, `${good}【办理日期】`)).toEqual([{ kind: 'unfilled', words: ['【办理日期】'] }])
})
