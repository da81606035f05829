import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCreditCode, isDay, isIdNumber, isMobile, isPhone } from './formats.ts'

test('an identity number is taken with its right check digit only, X included in either case', () => {
  expect(isIdNumber('11010519491231002X')).toBe(true) // the example of GB 11643-1999
  expect(isIdNumber('11010519491231002x')).toBe(true)
  expect(isIdNumber('440524188001010014')).toBe(true) // the standard's other example
  expect(isIdNumber('110105194912310021')).toBe(false)
})

test('an identity number born on a day that never was is refused, whatever its check digit', () => {
  expect(isIdNumber('110105194902300028')).toBe(false)
})

test('any one wrong digit of an identity number is noticed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const good = '440524188001010014'
      const wrong = good.slice(0, at) + ((Number(good[at]) + by) % 10) + good.slice(at + 1)
      expect(isIdNumber(wrong)).toBe(false)
    }),
  )
})

test('a credit code is taken with its right check letter only', () => {
  expect(isCreditCode('91350100M000100Y43')).toBe(true) // the example of GB 32100-2015
  expect(isCreditCode('91350100M000100Y44')).toBe(false)
  expect(isCreditCode('91350100M000100I43')).toBe(false)
})

test('a phone number is a mobile one, a fixed one with its area code, or 400', () => {
  expect(['13800000001', '+8613800000001', '0550-3021234', '021-62345678', '400-820-8820'].every(isPhone)).toBe(true)
  expect(['1380000000', '3021234', '12800000001', 'call me'].some(isPhone)).toBe(false)
  expect(isMobile('0550-3021234')).toBe(false)
})

test('29 February is a day in leap years only', () => {
  expect(isDay('2024-02-29')).toBe(true)
  expect(isDay('2023-02-29')).toBe(false)
})
