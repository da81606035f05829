import { expect, test } from 'vitest'
import { stepOf, stepsFor } from './steps.ts'

test('whoever is asked one thing at a time is led back to the question that is not right yet', () => {
  const paths = ['/text', '/title', '/place', '/place/address', '/happenedAt', '/photos', '/phone', '/contactAt']
  expect(paths.map((path) => stepOf({ path }))).toEqual([
    'text',
    'text',
    'place',
    'place',
    'day',
    'photos',
    'contact',
    'contact',
  ])
  expect(stepOf({ path: '/noiseAt' })).toBe('more')
})

test('a matter that asks nothing more has no page for it', () => {
  expect(stepsFor(false)).not.toContain('more')
  expect(stepsFor(true)).toContain('more')
})
