import { expect, test } from 'vitest'
import { nextPart } from './leafing.ts'

test('a board that does not fit is leafed through to its end, what stood last stands first, and then from the beginning', () => {
  const at = (scrollTop: number) => nextPart({ scrollTop, clientHeight: 600, scrollHeight: 1_400 })
  expect([at(0), at(552), at(800)]).toEqual([552, 800, 0])
  expect(nextPart({ scrollTop: 0, clientHeight: 20, scrollHeight: 100 })).toBe(1)
})
