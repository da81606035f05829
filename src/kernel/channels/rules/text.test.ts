import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanLine, cleanText } from './text.ts'

const clean = (text: string) => {
  const cleaned = cleanText(text)
  return cleaned.ok ? cleaned.text : cleaned.refusal
}

test.each([
  ['　　路灯　不亮  了\t！', '路灯 不亮 了 ！'],
  ['第一段\r\n\r\n\r\n\r\n　　第二段', '第一段\n\n第二段'],
  ['ＡＢＣ１２３ 号，请回电。', 'ABC123 号，请回电。'],
  ['面积１２㎡，①漏水②发霉', '面积12㎡，①漏水②发霉'],
  ['⼀⼆⼈', '一二人'],
  ['看不见\u200b的\u202e字\ufeff', '看不见的字'],
  ['铃\u0007响', '铃响'],
  ['一家 👨‍👩‍👧 三口', '一家 👨‍👩‍👧 三口'],
  ['半个字\ud800', '半个字\ufffd'],
  ['   \n\t ', ''],
])('%j is kept as %j', (typed, kept) => {
  expect(clean(typed)).toBe(kept)
})

test('Chinese punctuation and full-width marks stay as they were typed', () => {
  const text = '你好，世界！（真的）“是”《条例》；：？—…～％'
  expect(clean(text)).toBe(text)
})

test('a NUL is refused, because no database can hold it', () => {
  expect(clean('a\0b')).toBe('nul-in-text')
})

test('a topic stands on one line', () => {
  expect(cleanLine(' 路灯\r\n不亮 ')).toEqual({ ok: true, text: '路灯 不亮' })
})

test('cleaning twice changes nothing, whatever somebody pastes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (pasted) => {
      const once = clean(pasted.replaceAll('\0', ''))
      expect(clean(once)).toBe(once)
      expect(/^\s|\s$|[\t\r\0]| {2}/.test(once)).toBe(false)
    }),
    { numRuns: 300 },
  )
})
