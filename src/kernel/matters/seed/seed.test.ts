import { expect, test } from 'vitest'
import { checkForm } from '../../../platform/forms/check.ts'
import { categoryTree, treeProblems } from '../rules/categories.ts'
import { matterProblems } from '../rules/problems.ts'
import { promiseOn } from '../rules/promises.ts'
import { seedCategories } from './categories.ts'
import { seedMatters } from './matters.ts'

const matters = seedMatters('349901')
const find = (id: string) => matters.find((matter) => matter.id === `matter_${id}`)

/** The promises the clocks of the orders procedure ask for. */
const needs = `intake supplement dispatch sign contact handle ruling extension-decision extension hold-decision hold
  refusal-level reply-review verify visit objection reopen-decision supervise rectify-contact rectify
  decline-decision rework`.split(/\s+/)

test('the seeded tree is a tree of fifteen themes and sixty beneath them', () => {
  expect(treeProblems(seedCategories)).toEqual([])
  expect(seedCategories.filter(({ parent }) => parent === null)).toHaveLength(15)
  expect(seedCategories.filter(({ parent }) => parent !== null)).toHaveLength(60)
})

test('every seeded matter can be published, and names a category of the tree', () => {
  const tree = categoryTree(seedCategories)
  for (const matter of matters) {
    const problems = matterProblems(matter, [{ name: 'orders', needs }], (path) => tree.find(path) !== null)
    expect(
      problems.filter(({ weight }) => weight === 'error'),
      matter.id,
    ).toEqual([])
  }
  expect(matters.length).toBeGreaterThan(40)
})

test('a question is answered in a working day, a plain request in five, a hard one in fifteen', () => {
  const handling = (id: string) => promiseOn(find(id) ?? { promises: [] }, 'handle', '2026-11-23')?.term
  expect(handling('enrolment')).toEqual({ amount: 1, unit: 'workday' })
  expect(handling('street-lamp')).toEqual({ amount: 5, unit: 'workday' })
  expect(handling('illegal-building')).toEqual({ amount: 15, unit: 'workday' })
  expect(handling('water-supply')).toEqual({ amount: 24, unit: 'hour' })
  expect(handling('danger')).toEqual({ amount: 2, unit: 'hour' })
})

test('only what endangers life is urgent', () => {
  expect(matters.filter(({ urgent }) => urgent).map(({ id }) => id)).toEqual([
    'matter_lift-trapped',
    'matter_gas-leak',
    'matter_danger',
  ])
})

test('a plain letter passes the form of its matter, and one who asks to be called says when', () => {
  const form = find('street-lamp')?.form ?? {}
  const letter = {
    title: '桂花里路灯不亮',
    text: '桂花里 3 号门口的路灯三天没有亮了，老人晚上出门不方便。',
    place: { address: '云溪区桂花里 3 号' },
  }
  expect(checkForm(form, letter)).toEqual([])
  expect(checkForm(form, { ...letter, contactBy: 'phone' }).map(({ path }) => path)).toEqual(['/contactAt'])
})
