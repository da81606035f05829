import { expect, test } from 'vitest'
import { MINUTE, turnableClock } from '../time.ts'
import { isOverloaded, rateLimiter } from './limits.ts'

test('no double burst at the edge of two windows', () => {
  const clock = turnableClock('2026-03-02T01:00:59.000Z')
  const limiter = rateLimiter(clock)
  const burst = () => Array.from({ length: 10 }, () => limiter.take('a', { most: 10, within: MINUTE }))
  expect(burst().every((wait) => wait === 0)).toBe(true)
  clock.turnTo('2026-03-02T01:01:01.000Z')
  expect(burst().filter((wait) => wait === 0)).toHaveLength(1)
  clock.turnTo('2026-03-02T01:03:00.000Z')
  expect(burst().every((wait) => wait === 0)).toBe(true)
})

test('too many open requests are overload, and fewer are when the event loop runs late', () => {
  const marks = { inFlight: 400, delay: 500, few: 32 }
  expect(isOverloaded({ inFlight: 400, delay: 500 }, marks)).toBe(false)
  expect(isOverloaded({ inFlight: 401, delay: 0 }, marks)).toBe(true)
  expect(isOverloaded({ inFlight: 33, delay: 501 }, marks)).toBe(true)
})

test('on a busy machine the few who come are served all the same', () => {
  expect(isOverloaded({ inFlight: 32, delay: 9_000 }, { inFlight: 400, delay: 500, few: 32 })).toBe(false)
})
