import { expect, test } from 'vitest'
import type { UnitId } from '../../model.ts'
import { unitBranches } from './trees.ts'

test('a unit to choose is found by its full name, its short name and its code', () => {
  const bureau = {
    id: 'unit_chengguan' as UnitId,
    parent: null,
    name: '云溪区城市管理局',
    shortName: '城管局',
    code: 'CGJ',
  }
  const section = {
    ...bureau,
    id: 'unit_shirong' as UnitId,
    parent: bureau.id,
    name: '市容环卫科',
    shortName: '市容科',
  }
  const [top] = unitBranches([bureau, section])
  expect(top).toMatchObject({ value: 'unit_chengguan', title: '云溪区城市管理局' })
  for (const typed of ['城市管理局', '城管', 'CGJ']) expect(top?.sought).toContain(typed)
  expect(top?.children?.[0]?.sought).toContain('市容科')
})
