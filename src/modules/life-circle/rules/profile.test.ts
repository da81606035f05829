import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { ProfileBody } from '../model/profile.ts'
import { shippedProfiles } from '../words/profiles/shipped.ts'
import { demandFor, limitMetres, profileTroubles } from './profile.ts'

test.each(shippedProfiles.map((profile) => [profile.id, profile] as const))(
  '%s can be edited as it comes: it breaks no rule of ours, and nothing unread is called certain',
  (_id, { id: _, ...body }) => {
    expect([...Compile(ProfileBody).Errors(body)]).toEqual([])
    expect(profileTroubles(body)).toEqual([])
    expect(body.demands.filter(({ mark }) => mark === '●')).toEqual([])
  },
)

test('a kind in two lines, no must and no weight are named where they stand', () => {
  const [gb] = shippedProfiles
  if (!gb) throw new Error('no profile')
  const light = { ...gb.demands[0], level: 'quality' as const, weight: 0 }
  const demands = [light, light] as typeof gb.demands
  expect(profileTroubles({ ...gb, demands })).toEqual([
    { pointer: '/demands/1/kind', fault: 'kind-twice' },
    { pointer: '/demands', fault: 'no-must' },
    { pointer: '/demands', fault: 'weights-zero' },
  ])
})

test('a slower walker is given the time an adult takes, and so reaches less', () => {
  const [gb] = shippedProfiles
  const market = gb && demandFor(gb, 'market')
  if (!gb || !market) throw new Error('no market')
  expect(limitMetres(gb, market, 'adult')).toBeCloseTo(500)
  expect(limitMetres(gb, market, 'elder')).toBeCloseTo(375)
})
