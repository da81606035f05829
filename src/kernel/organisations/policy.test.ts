import { expect, test } from 'vitest'
import type { HeldPost, StaffWho } from './model.ts'
import { capacitiesOver, covers, grants, hasRight, mayGrant, type Scoped } from './policy.ts'

const post = (more: Partial<HeldPost>): HeldPost => ({
  id: 'post_1',
  unit: 'unit_water',
  role: 'role_handler',
  capacities: [],
  rights: ['orders.*'],
  scope: 'unit',
  reach: ['unit_water'],
  below: ['unit_water', 'unit_drains'],
  grids: [],
  partTime: false,
  ...more,
})
const somebody = (...posts: HeldPost[]): StaffWho => ({
  kind: 'staff',
  id: 'staff_chen',
  name: '陈明远',
  district: '349901',
  unit: 'unit_water',
  posts,
})
const thing = (more: Partial<Scoped> = {}): Scoped => ({
  district: '349901',
  unit: 'unit_water',
  holder: null,
  createdBy: null,
  grid: null,
  ...more,
})

test('a right is held by its name, by its house, or by the star, and by nothing that only looks like it', () => {
  expect(grants(['orders.dispatch'], 'orders.dispatch')).toBe(true)
  expect(grants(['orders.*'], 'orders.dispatch')).toBe(true)
  expect(grants(['*'], 'people.manage')).toBe(true)
  expect(grants(['orders.*'], 'orders')).toBe(false)
  expect(grants(['orders.*'], 'orderships.read')).toBe(false)
  expect(grants(['orders.dis'], 'orders.dispatch')).toBe(false)
})

test('a right on one post does not ride on the scope of another', () => {
  const who = somebody(
    post({ rights: ['cases.export'], scope: 'own', reach: [] }),
    post({ rights: ['cases.read'], scope: 'all', reach: 'all' }),
  )
  expect(covers(who, 'cases.read', thing({ unit: 'unit_schools' }))).toBe(true)
  expect(covers(who, 'cases.export', thing({ unit: 'unit_schools' }))).toBe(false)
  expect(covers(who, 'cases.export', thing({ holder: 'staff_chen' }))).toBe(true)
})

test('no scope reaches into another district, not even the widest', () => {
  const who = somebody(
    post({ rights: ['*'], scope: 'all', reach: 'all', capacities: ['administrator', 'handler', 'top-leader'] }),
  )
  expect(covers(who, 'orders.read', thing({ district: '349902' }))).toBe(false)
  expect(capacitiesOver(who, thing({ district: '349902' })).size).toBe(0)
})

test('a case that no unit has yet is seen by who sees everything, and by no unit', () => {
  expect(covers(somebody(post({})), 'orders.read', thing({ unit: null }))).toBe(false)
  expect(covers(somebody(post({ scope: 'all', reach: 'all' })), 'orders.read', thing({ unit: null }))).toBe(true)
})

test('a grid worker reaches what lies in his grids and nothing else', () => {
  const who = somebody(post({ scope: 'grid', reach: [], grids: ['g-01'] }))
  expect(covers(who, 'orders.read', thing({ grid: 'g-01', unit: 'unit_else' }))).toBe(true)
  expect(covers(who, 'orders.read', thing({ grid: 'g-02' }))).toBe(false)
  expect(covers(who, 'orders.read', thing())).toBe(false)
})

test('one is a handler only in the unit that has the case; a leader over all beneath him', () => {
  const handler = somebody(
    post({ capacities: ['handler', 'section-head'], scope: 'unit-and-below', reach: ['unit_water', 'unit_drains'] }),
  )
  expect([...capacitiesOver(handler, thing())]).toEqual(['handler', 'section-head'])
  expect(capacitiesOver(handler, thing({ unit: 'unit_drains' })).size).toBe(0)
  const leader = somebody(post({ capacities: ['leader-in-charge', 'top-leader'] }))
  expect([...capacitiesOver(leader, thing({ unit: 'unit_drains' }))]).toEqual(['leader-in-charge', 'top-leader'])
  expect(capacitiesOver(leader, thing({ unit: 'unit_schools' })).size).toBe(0)
})

test('intake, verifying and supervising reach as far as the scope of their post', () => {
  const who = somebody(
    post({ capacities: ['intake'], scope: 'all', reach: 'all' }),
    post({ capacities: ['verifier'], scope: 'chosen-units', reach: ['unit_schools'] }),
  )
  expect([...capacitiesOver(who, thing())]).toEqual(['intake'])
  expect([...capacitiesOver(who, thing({ unit: 'unit_schools' }))]).toEqual(['intake', 'verifier'])
})

test('who stands in for a colleague reaches what that colleague holds, by that post only', () => {
  const who = somebody(
    post({ scope: 'own', reach: [], actingFor: 'staff_li', rights: ['orders.answer'] }),
    post({ scope: 'own', reach: [], rights: ['orders.close'] }),
  )
  expect(covers(who, 'orders.answer', thing({ holder: 'staff_li' }))).toBe(true)
  expect(covers(who, 'orders.close', thing({ holder: 'staff_li' }))).toBe(false)
  expect(covers(who, 'orders.close', thing({ createdBy: 'staff_chen' }))).toBe(true)
})

test('without a post there is no right, and nobody gives away what he lacks', () => {
  expect(hasRight(somebody(), 'orders.read')).toBe(false)
  expect(mayGrant(somebody(post({})), ['orders.read', 'orders.*'])).toBe(true)
  expect(mayGrant(somebody(post({})), ['*'])).toBe(false)
  expect(mayGrant(somebody(post({})), ['people.manage'])).toBe(false)
})
