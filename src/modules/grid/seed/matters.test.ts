import { expect, test } from 'vitest'
import { knownProcedure } from '../../../kernel/cases/rules/needs.ts'
import { categoryTree, treeProblems } from '../../../kernel/matters/rules/categories.ts'
import { matterProblems } from '../../../kernel/matters/rules/problems.ts'
import { promiseOn } from '../../../kernel/matters/rules/promises.ts'
import { gridProcedure } from '../rules/grid-event.ts'
import { gridCategories, seedGridMatters } from './matters.ts'

const matters = seedGridMatters('349901')
const find = (id: string) => matters.find((matter) => matter.id === `matter_grid-${id}`) ?? { promises: [] }

test('every seeded type can be published, stands in the tree and says when it is registered and closed', () => {
  const nodes = gridCategories(15)
  const tree = categoryTree(nodes)
  expect(treeProblems(nodes)).toEqual([])
  for (const matter of matters) {
    const problems = matterProblems(matter, [knownProcedure(gridProcedure)], (path) => tree.find(path) !== null)
    expect(
      problems.filter(({ weight }) => weight === 'error'),
      matter.id,
    ).toEqual([])
    expect([matter.conditions?.length, matter.closing?.length]).toEqual([1, 1])
  }
})

test('the terms are those of the city table: rubbish four working hours, a heap of spoil two working days', () => {
  const term = (id: string, key = 'handle') => promiseOn(find(id), key, '2026-11-27')?.term
  expect(term('litter')).toEqual({ amount: 4, unit: 'workhour' })
  expect(term('street-cleaning')).toEqual({ amount: 2, unit: 'workhour' })
  expect(term('spoil-heap')).toEqual({ amount: 2, unit: 'workday' })
  expect(term('green-care')).toEqual({ amount: 5, unit: 'workday' })
  expect(['handle', 'milestone-2', 'milestone-3'].map((key) => term('illegal-building', key))).toEqual([
    { amount: 4, unit: 'workhour' },
    { amount: 7, unit: 'workday' },
    { amount: 20, unit: 'workday' },
  ])
})

test('a matter with a milestone that it promises nothing for, or that the procedure does not know, is not published', () => {
  const [first] = matters
  if (!first) throw new Error('no types')
  const codes = (milestones: NonNullable<(typeof first)['milestones']>) =>
    matterProblems({ ...first, milestones }, [knownProcedure(gridProcedure)]).flatMap(({ code, weight }) =>
      weight === 'error' ? [code] : [],
    )
  const goal = (promise: string) => ({ promise, name: { zh: '停工', en: 'stop' } })
  expect(codes([goal('handle')])).toEqual([])
  expect(codes([goal('handle'), goal('milestone-2')])).toEqual(['promise-missing'])
  expect(codes([goal('rework')])).toEqual(['milestone-unknown'])
})
