import { expect, test } from 'vitest'
import type { Matter } from '../model.ts'
import { whatWouldChange } from './changes.ts'

const matter: Matter = {
  id: 'matter_street-lamp',
  version: 3,
  district: '349901',
  name: { zh: '路灯不亮', en: 'A street lamp is out' },
  category: ['市政设施', '路灯'],
  kind: 'help',
  procedure: 'orders',
  form: { type: 'object', properties: { title: { type: 'string', title: '标题' } } },
  papers: [],
  promises: [
    { key: 'sign', term: { amount: 1, unit: 'workday' }, source: '办法', mark: '○', from: '2024-01-01', until: null },
    { key: 'handle', term: { amount: 5, unit: 'workday' }, source: '办法', mark: '○', from: '2024-01-01', until: null },
  ],
  duty: { rule: 'duty-list' },
  refusalLadder: { confirmAt: 3 },
  rating: { asked: true, rectify: true },
  audience: ['person'],
  intakeWords: ['路灯'],
  effectiveFrom: '2024-01-01',
  effectiveTo: null,
  status: 'published',
  sourceDoc: '办法',
}

const changes = (next: Matter) =>
  whatWouldChange(matter, next).map(({ kind, at, before, after }) => ({ kind, at, before, after }))

test('the same matter again changes nothing, whatever its version and status', () => {
  expect(whatWouldChange(matter, { ...matter, version: 4, status: 'draft' })).toEqual([])
})

test('a promise made shorter is one change, though the lines were put in another order', () => {
  const [sign, handle] = matter.promises
  if (!sign || !handle) throw new Error('two promises stand above')
  expect(changes({ ...matter, promises: [{ ...handle, term: { amount: 3, unit: 'workday' } }, sign] })).toEqual([
    { kind: 'changed', at: '/promises/handle@2024-01-01/term/amount', before: 5, after: 3 },
  ])
})

test('a field added to the form is shown as added, with the part it belongs to', () => {
  const form = {
    ...matter.form,
    properties: { ...matter.form.properties, place: { type: 'string', title: '地点' } as const },
  }
  expect(whatWouldChange(matter, { ...matter, form })).toEqual([
    {
      kind: 'added',
      at: '/form/properties/place',
      part: { zh: '表单', en: 'form' },
      after: { type: 'string', title: '地点' },
    },
  ])
})

test('a new matter is all additions', () => {
  const added = whatWouldChange(null, matter)
  expect(added.every(({ kind }) => kind === 'added')).toBe(true)
  expect(added.map(({ at }) => at)).toContain('/name')
})
