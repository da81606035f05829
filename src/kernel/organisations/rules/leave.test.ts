import { expect, test } from 'vitest'
import type { Leave, Post, Substitution } from '../model.ts'
import { coverOf, type LeaveFacts, whyNotLeave } from './leave.ts'

const post = (id: string, from: string, to: string | null = null) =>
  ({
    id: `post_${id}`,
    staff: 'staff_li',
    unit: 'unit_a',
    role: 'role_handler',
    chosenUnits: [],
    grids: [],
    partTime: false,
    from,
    to,
  }) as Post
const wanted = { staff: 'staff_li', deputy: 'staff_wu', from: '2026-03-10', to: '2026-03-20' } as const
const facts: LeaveFacts = { today: '2026-03-02', posts: [post('one', '2026-01-01')], leaves: [], standsIn: [] }
const leave = (staff: string, from: string, to: string) =>
  ({ id: 'leave_x', staff, deputy: 'staff_zhao', reason: 'annual', from, to }) as Leave

test('somebody goes when a colleague who is there carries his posts', () => {
  expect(whyNotLeave(wanted, facts)).toBe(null)
})

test('nobody is his own deputy, comes back before he goes, or goes in the past', () => {
  expect(whyNotLeave({ ...wanted, deputy: 'staff_li' }, facts)).toBe('same-person')
  expect(whyNotLeave({ ...wanted, to: '2026-03-10' }, facts)).toBe('days-upside-down')
  expect(whyNotLeave({ ...wanted, from: '2026-03-01' }, facts)).toBe('days-behind')
})

test('two leaves of one person do not overlap, but one may follow the other', () => {
  const before = leave('staff_li', '2026-03-05', '2026-03-10')
  expect(whyNotLeave(wanted, { ...facts, leaves: [before] })).toBe(null)
  expect(whyNotLeave(wanted, { ...facts, leaves: [{ ...before, to: '2026-03-11' }] })).toBe('leave-overlaps')
})

test('a deputy who is away himself is no deputy', () => {
  const away = leave('staff_wu', '2026-03-19', '2026-03-25')
  expect(whyNotLeave(wanted, { ...facts, leaves: [away] })).toBe('deputy-away')
})

test('whoever carries the posts of others on these days does not go before that is arranged anew', () => {
  const sub = {
    id: 'sub_x',
    post: 'post_y',
    substitute: 'staff_li',
    reason: '',
    from: '2026-03-15',
    to: '2026-03-16',
  } as Substitution
  expect(whyNotLeave(wanted, { ...facts, standsIn: [sub] })).toBe('stands-in-for-others')
})

test('the deputy carries each post for the days on which it holds', () => {
  const posts = [
    post('old', '2026-01-01', '2026-03-12'),
    post('new', '2026-03-15'),
    post('gone', '2026-01-01', '2026-03-10'),
  ]
  expect(coverOf(wanted, posts)).toEqual([
    { post: 'post_old', substitute: 'staff_wu', from: '2026-03-10', to: '2026-03-12' },
    { post: 'post_new', substitute: 'staff_wu', from: '2026-03-15', to: '2026-03-20' },
  ])
  expect(whyNotLeave(wanted, { ...facts, posts: posts.slice(2) })).toBe('no-post-to-cover')
})
