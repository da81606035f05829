import { expect, test } from 'vitest'
import type { CaseState } from '../../../../kernel/cases/model/case.ts'
import type { AnyProcedure } from '../../../../kernel/cases/rules/procedure.ts'
import { kindOf, sortingOf } from './sorting.ts'

const procedure = {
  moves: {
    send: { by: ['dispatcher'], holds: 'field-unit', effects: [{ matter: 'anew' }] },
    sort: { by: ['intake'], effects: [{ matter: 'anew' }] },
    rule: { by: ['supervisor'], holds: 'field-unit' },
    succeed: { by: ['administrator'], holds: 'field-unit' },
    report: { by: ['handler'] },
  },
} as unknown as AnyProcedure

const before = { id: 'case_349901_1', marks: {}, filing: { category: 'streets' } } as unknown as CaseState
const proposal = { category: 'streets', unit: 'unit_works', confidence: 0.9, sure: true }

const sorted = (move: string, fields: Record<string, string>, by: string | null = 'staff_1') =>
  sortingOf(
    procedure,
    {
      before,
      event: { type: 'X', at: '2026-03-02T02:00:00.000Z', by, seq: 4, body: { move, from: 'a', to: 'b', fields } },
    },
    proposal,
  )

test('sending, sorting and ruling say where a case belongs; a successor of a unit and a report do not', () => {
  expect(['send', 'sort', 'rule', 'succeed', 'report', 'unheard'].map((move) => kindOf(procedure, move))).toEqual([
    'dispatched',
    'reclassified',
    'ruled',
    null,
    null,
    null,
  ])
})

test('the proposed category or a finer one is no correction, another one is', () => {
  for (const category of ['streets', 'streets/lamps'])
    expect(sorted('send', { unit: 'unit_works', category })).toMatchObject({ categoryCorrected: false })
  expect(sorted('send', { unit: 'unit_works', category: 'schools' })).toMatchObject({
    categoryCorrected: true,
    unitCorrected: false,
    chosenCategory: 'schools',
  })
})

test('a category nobody named corrects nothing; another unit does', () => {
  expect(sorted('send', { unit: 'unit_other' })).toMatchObject({
    chosenCategory: 'streets',
    categoryCorrected: false,
    unitCorrected: true,
  })
})

test('only a category is said when a case is reclassified', () => {
  expect(sorted('sort', { category: 'schools' })).toMatchObject({ chosenUnit: null, unitCorrected: false })
})

test('what time does, and what says nothing about it, is not kept', () => {
  expect(sorted('send', { unit: 'unit_works' }, null)).toBeNull()
  expect(sorted('report', {})).toBeNull()
})
