import { expect, test } from 'vitest'
import { fileSize, percent } from './format.ts'

test('a rate over nothing is no rate, neither 0 % nor 100 %', () => {
  expect(percent(0, 0)).toBeNull()
})

test('a share short of the whole is never printed as the whole', () => {
  expect(percent(1999, 2000)).toBe('99.9%')
  expect(percent(2000, 2000)).toBe('100.0%')
  expect(percent(7, 8)).toBe('87.5%')
})

test('the size of a photo is said in the unit a person knows', () => {
  expect(fileSize(900)).toBe('900 B')
  expect(fileSize(340_000)).toBe('332 KB')
  expect(fileSize(3_500_000)).toBe('3.3 MB')
  expect(fileSize(10_485_760)).toBe('10 MB')
})
