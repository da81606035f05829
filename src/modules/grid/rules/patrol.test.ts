import { expect, test } from 'vitest'
import { DAY, HOUR, instant, later } from '../../../platform/time.ts'
import { isOnDuty, lengthOf, onDutyOnly, routeThrough, type Stop, suggested } from './patrol.ts'

const began = instant('2026-03-02T08:30:00+08:00')
const at = (hours: number) => later(began, hours * HOUR)
const point = (hours: number) => ({ at: at(hours), lng: 118.31, lat: 32.29 })

test('nothing is kept of where somebody went before he signed in, after he signed out, or will go', () => {
  const duties = [
    { began, ended: at(3) },
    { began: at(5), ended: null },
  ]
  const kept = onDutyOnly([-1, 0, 2, 4, 6, 30].map(point), duties, at(20))
  expect(kept.map((one) => one.at)).toEqual([0, 2, 6].map(at))
})

test('whoever forgets to sign out is off duty after twelve hours', () => {
  const forgotten = { began, ended: null }
  expect([1, 12, 13, 24].map((hours) => isOnDuty(forgotten, at(hours)))).toEqual([true, true, false, false])
  expect(onDutyOnly([point(20)], [forgotten], later(began, DAY))).toEqual([])
})

const stop = (id: string, east: number, north: number): Stop => ({ id, at: [118.3 + east / 1000, 32.3 + north / 1000] })

test('the way of the day goes to the nearest next and does not cross itself', () => {
  const from = [118.3, 32.3] as const
  const square = [stop('far', 3, 0), stop('near', 1, 0), stop('end', 0, 3), stop('corner', 3, 3)]
  expect(routeThrough(from, square).map(({ id }) => id)).toEqual(['near', 'far', 'corner', 'end'])
  expect(routeThrough(from, [])).toEqual([])
  const many = Array.from({ length: 40 }, (_, n) => stop(`${n}`, (n * 37) % 11, (n * 53) % 13))
  const walked = routeThrough(from, many)
  expect(new Set(walked).size).toBe(many.length)
  expect(lengthOf(from, walked)).toBeLessThan(lengthOf(from, many) / 2)
})

test('what the words speak of is offered first, then what is seen here most often', () => {
  const types = [
    { id: 'lamp', words: ['路灯'], often: 2 },
    { id: 'litter', words: ['垃圾', '暴露垃圾'], often: 9 },
    { id: 'manhole', words: ['井盖'], often: 0 },
  ]
  const order = (text: string) => suggested(types, text).map(({ id }) => id)
  expect(order('')).toEqual(['litter', 'lamp', 'manhole'])
  expect(order('路口井盖没了')).toEqual(['manhole', 'litter', 'lamp'])
})
