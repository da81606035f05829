import { expect, test } from 'vitest'
import { VIEWS_AT_MOST } from '../model/saved-views.ts'
import { whyNotKeep, whyNotOrder, whyNotRename } from './saved-views.ts'

const kept = [
  { id: 'view_a', name: '红灯' },
  { id: 'view_b', name: '热线' },
]

test('two views of one person never bear the same name', () => {
  expect(whyNotKeep(kept, '红灯')).toBe('view-named-so')
  expect(whyNotKeep(kept, '黄灯')).toBeNull()
  expect(whyNotRename(kept, 'view_a', '热线')).toBe('view-named-so')
  expect(whyNotRename(kept, 'view_a', '红灯')).toBeNull()
  expect(whyNotRename(kept, 'view_c', '新名')).toBe('no-such-view')
})

test('whoever keeps thirty is asked to let one go first', () => {
  const many = Array.from({ length: VIEWS_AT_MOST }, (_, at) => ({ id: `view_${at}`, name: `${at}` }))
  expect(whyNotKeep(many.slice(1), '新')).toBeNull()
  expect(whyNotKeep(many, '新')).toBe('too-many-views')
})

test('an order names each view once', () => {
  expect(whyNotOrder(kept, ['view_b', 'view_a'])).toBeNull()
  expect(whyNotOrder(kept, ['view_b'])).toBe('no-such-view')
  expect(whyNotOrder(kept, ['view_b', 'view_b'])).toBe('no-such-view')
  expect(whyNotOrder(kept, ['view_b', 'view_x'])).toBe('no-such-view')
})
