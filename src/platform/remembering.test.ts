import { expect, test } from 'vitest'
import { remembering } from './remembering.ts'

test('what was made is made once, for so many keys only; nothing at all is remembered too', () => {
  const made: number[] = []
  const half = remembering(2, String, (given: number) => {
    made.push(given)
    return given % 2 === 0 ? given / 2 : undefined
  })
  expect([half(4), half(4), half(5), half(5)]).toEqual([2, 2, undefined, undefined])
  expect(made).toEqual([4, 5])
  expect([half(6), half(5), half(4)]).toEqual([3, undefined, 2])
  expect(made).toEqual([4, 5, 6, 4])
})
