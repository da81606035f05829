import { expect, test } from 'vitest'
import { deliveryOutcomes } from '../model/hooks.ts'
import { outcomes } from '../model/notices.ts'
import { deliveryWords } from './channels.ts'
import { outcomeWords } from './notices.ts'
import { rowTroubleSaid } from './rows.ts'

test('a faulty row is named with its place and what to mend, in both tongues', () => {
  expect(rowTroubleSaid({ row: 3, field: 'topic', fault: 'missing' })).toEqual({
    zh: '第 3 行「标题」没有填写',
    en: 'Row 3, "topic" is missing',
  })
  expect(rowTroubleSaid({ row: 4, field: 'topic', fault: 'too-long' }).zh).toBe('第 4 行「标题」太长，最多 200 字')
  expect(rowTroubleSaid({ row: 5, field: null, fault: 'not-json' }).zh).toBe('第 5 行：这一行不是有效的 JSON')
})

test('everything that may come of a notice or of a delivery can be said', () => {
  for (const outcome of outcomes) expect(outcomeWords[outcome].zh).not.toBe('')
  for (const outcome of deliveryOutcomes) expect(deliveryWords[outcome].zh).not.toBe('')
})
