import { expect, test } from 'vitest'
import { isPublic, isResidentPage } from './addresses.ts'

test('the worker opens the pages of residents and no other face', () => {
  expect(['/', '/write', '/mine/case_1', '/e/349901/abc', '/deskwork'].map(isResidentPage)).toEqual(Array(5).fill(true))
  expect(
    ['/desk', '/desk/cases', '/screen', '/gallery/index.html', '/api/city', '/assets/a.js'].map(isResidentPage),
  ).toEqual(Array(6).fill(false))
})

test('the worker keeps what everybody may read, and nothing that is somebody’s own', () => {
  expect(['/api/city', '/api/matters', '/api/matters/matter_1', '/api/results/rows'].every(isPublic)).toBe(true)
  expect(['/api/orders/mine', '/api/people/me', '/api/channels/inbox', '/api/cityhall'].some(isPublic)).toBe(false)
})
