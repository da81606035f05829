import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor, pageOf } from './paging.ts'

const rows = [1, 2, 3].map((number) => ({ id: `case_${number}`, due: `2026-03-0${number}` }))

test('a page knows where the next one begins, and the last page says that it is the last', () => {
  const first = pageOf(rows, 2, (row) => [row.due, row.id])
  expect(first.rows).toHaveLength(2)
  expect(decodeCursor(first.next ?? '', 2)).toEqual({ ok: true, key: ['2026-03-02', 'case_2'] })
  expect(pageOf(rows, 3, (row) => [row.id]).next).toBeNull()
})

test.each([
  '',
  'abc',
  encodeCursor(['one part only']),
  Buffer.from('{"a":1}').toString('base64url'),
  encodeCursor(['a\0', 1]),
])('a cursor that we did not write is refused: %s', (text) => {
  expect(decodeCursor(text, 2)).toMatchObject({ ok: false, refusal: 'bad-cursor' })
})
