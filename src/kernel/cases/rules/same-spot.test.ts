import { expect, test } from 'vitest'
import { compareSpots, degreesBetween, isTooFar, metresBetween, spotOf } from './same-spot.ts'

const lamp = { lng: 118.31, lat: 32.29 }
/** So many metres north of the lamp. */
const north = (metres: number, more: object = {}) => ({ lng: lamp.lng, lat: lamp.lat + metres / 111_195, ...more })

test('metres are metres: a degree of latitude is some 111 km, and west is as far as east', () => {
  expect(metresBetween(lamp, { lng: 118.31, lat: 33.29 })).toBeCloseTo(111_195, -1)
  expect(metresBetween(lamp, north(40))).toBeCloseTo(40, 0)
  const [west, east] = [118.3, 118.32].map((lng) => metresBetween(lamp, { lng, lat: lamp.lat }))
  expect(west).toBeCloseTo(east ?? 0, 3)
})

test('directions are compared the short way round', () => {
  expect([degreesBetween(350, 10), degreesBetween(10, 350), degreesBetween(0, 180), degreesBetween(90, 90)]).toEqual([
    20, 20, 180, 0,
  ])
})

test.each([
  [20, {}, {}, { sameSpot: 'same', metres: 20 }],
  [80, {}, {}, { sameSpot: 'far', metres: 80 }],
  [80, { accuracy: 30 }, { accuracy: 25 }, { sameSpot: 'same', metres: 80 }],
  [400, { accuracy: 5000 }, { accuracy: 5000 }, { sameSpot: 'far', metres: 400 }],
  [5, { heading: 350 }, { heading: 15 }, { sameSpot: 'same', metres: 5, degrees: 25 }],
  [5, { heading: 0 }, { heading: 170 }, { sameSpot: 'turned', metres: 5, degrees: 170 }],
  [90, { heading: 0 }, { heading: 170 }, { sameSpot: 'far', metres: 90, degrees: 170 }],
])('%i metres apart, %j before and %j after: %j', (metres, before, after, found) => {
  expect(compareSpots({ ...lamp, ...before }, north(metres, after))).toEqual(found)
})

test('without a place nothing is said, and nobody is turned away', () => {
  expect(compareSpots(null, lamp)).toEqual({ sameSpot: 'unknown' })
  expect([isTooFar(null, lamp, 200), isTooFar(lamp, null, 200)]).toEqual([false, false])
})

test('whoever verifies stands near, and a device that admits it is wrong is believed so far and no farther', () => {
  expect(isTooFar(lamp, north(150), 200)).toBe(false)
  expect(isTooFar(lamp, north(260), 200)).toBe(true)
  expect(isTooFar(lamp, north(260, { accuracy: 80 }), 200)).toBe(false)
  expect(isTooFar(lamp, north(2_000, { accuracy: 90_000 }), 200)).toBe(true)
})

test('only what has a longitude and a latitude is a place', () => {
  expect([spotOf(undefined), spotOf('118,32'), spotOf({ lng: 118 }), spotOf([118, 32])]).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(spotOf({ lng: 118.31, lat: 32.29 })).toEqual(lamp)
})
