import { expect, test } from 'vitest'
import type { HeldPost, Post, StaffWho, UnitId, UnitVersion } from '../model.ts'
import { whyNotAppoint } from '../policy.ts'
import { heldPost, reachOf, whyNotHandOver, whyNotSubstitute } from './posts.ts'
import { treeOn } from './tree.ts'

const unit = (id: UnitId, parent: UnitId | null): UnitVersion => ({
  id,
  version: 1,
  name: id,
  shortName: id,
  kind: 'line',
  level: 'department',
  parent,
  code: id,
  from: '2020-01-01',
  to: null,
  mergedInto: null,
})
const tree = treeOn(
  [
    unit('unit_gov', null),
    unit('unit_water', 'unit_gov'),
    unit('unit_drains', 'unit_water'),
    unit('unit_roads', 'unit_gov'),
  ],
  '2024-06-01',
)

const post: Post = {
  id: 'post_1',
  staff: 'staff_li',
  unit: 'unit_drains',
  role: 'role_h',
  chosenUnits: [],
  grids: [],
  partTime: false,
  from: '2024-01-01',
  to: '2025-01-01',
}
const role = { id: 'role_h', name: '承办人', rights: ['orders.*'], capacities: ['handler'], scope: 'unit' } as const
const admin = (more: Partial<HeldPost>): StaffWho => ({
  kind: 'staff',
  id: 'staff_admin',
  name: '于秀兰',
  district: '349901',
  unit: 'unit_water',
  posts: [
    {
      ...heldPost(
        { ...post, unit: 'unit_water' },
        { ...role, rights: ['people.manage', 'orders.*'], scope: 'unit-and-below' },
        tree,
      ),
      ...more,
    },
  ],
})

test('whoever stands over the whole tree sees the whole district, whatever his scope is called; below it he sees units', () => {
  expect(reachOf('unit-and-below', { unit: 'unit_gov', chosenUnits: [] }, tree)).toBe('all')
  expect(reachOf('unit-and-below', { unit: 'unit_water', chosenUnits: [] }, tree)).toEqual([
    'unit_water',
    'unit_drains',
  ])
  expect(reachOf('unit-and-below', { unit: 'unit_gone', chosenUnits: [] }, tree)).toEqual([])
})

test('an administrator gives posts within his units and nothing he lacks', () => {
  expect(whyNotAppoint(admin({}), 'people.manage', heldPost(post, role, tree))).toBeNull()
  expect(whyNotAppoint(admin({}), 'people.manage', heldPost({ ...post, unit: 'unit_roads' }, role, tree))).toBe(
    'outside-your-scope',
  )
  expect(whyNotAppoint(admin({}), 'people.manage', heldPost(post, { ...role, rights: ['cases.export'] }, tree))).toBe(
    'right-you-lack',
  )
})

test('a post in his unit that would reach beyond it is not his to give', () => {
  expect(whyNotAppoint(admin({}), 'people.manage', heldPost(post, { ...role, scope: 'all' }, tree))).toBe(
    'outside-your-scope',
  )
  const chosen = heldPost({ ...post, chosenUnits: ['unit_roads'] }, { ...role, scope: 'chosen-units' }, tree)
  expect(whyNotAppoint(admin({}), 'people.manage', chosen)).toBe('outside-your-scope')
  expect(whyNotAppoint(admin({ reach: 'all' }), 'people.manage', chosen)).toBeNull()
})

test('nobody stands in for himself, on days that run backwards, or in a post that is over', () => {
  const days = { post: post.id, substitute: 'staff_wu', from: '2024-06-01', to: '2024-06-10' } as const
  expect(whyNotSubstitute(post, days)).toBeNull()
  expect(whyNotSubstitute(post, { ...days, substitute: 'staff_li' })).toBe('same-person')
  expect(whyNotSubstitute(post, { ...days, to: '2024-06-01' })).toBe('days-upside-down')
  expect(whyNotSubstitute(post, { ...days, from: '2025-01-01', to: '2025-01-02' })).toBe('post-ended')
})

test('things are handed to somebody else who has a post on that day', () => {
  expect(whyNotHandOver('staff_a', 'staff_a', [post], '2024-06-01')).toBe('same-person')
  expect(whyNotHandOver('staff_a', 'staff_li', [post], '2025-06-01')).toBe('no-such-post')
  expect(whyNotHandOver('staff_a', 'staff_li', [post], '2024-06-01')).toBeNull()
})
