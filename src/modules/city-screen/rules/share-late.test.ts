import { expect, test } from 'vitest'
import { dark } from '../rules.ts'
import { readMarks, shareLate, usualMarks, writeMarks } from './share-late.ts'

const light = (red: number, green: number, more = {}) => shareLate({ ...dark, red, green, ...more }, usualMarks)

test('an area is as late as the share of what is late in it, not as their number', () => {
  expect([light(5, 10), light(2, 16), light(1, 16), light(0, 9)]).toEqual(['many', 'some', 'few', 'few'])
  expect(light(25, 75)).toBe('many')
  expect(light(10, 90)).toBe('some')
})

test('what is on hold counts neither as late nor as open, and where nothing is open there is no light', () => {
  expect(light(1, 3, { held: 40 })).toBe('many')
  expect(light(0, 0, { held: 2 })).toBeNull()
})

test('marks are read from an address, and what makes no sense there is not believed', () => {
  expect(readMarks('5-20')).toEqual({ some: 5, many: 20 })
  expect(readMarks(writeMarks(usualMarks))).toEqual(usualMarks)
  for (const odd of [undefined, '', '20-5', '0-10', '10-10', '10-101', 'x']) expect(readMarks(odd)).toBeNull()
})
