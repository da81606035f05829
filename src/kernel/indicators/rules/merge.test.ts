import { expect, test } from 'vitest'
import type { Day } from '../../../platform/time.ts'
import { completeGroups, type Row } from './merge.ts'

const row = (day: number, id: number, n = 1): Row => ({ day: `2026-03-0${day}` as Day, id: `case_1_${id}`, n })
const brief = (rows: readonly { day: string; id: string; n: number }[]) =>
  rows.map(({ day, id, n }) => `${day.slice(-1)}/${id.slice(-1)}/${n}`).join(' ')

test('rows of several measures meet in one case, and what cancels out is not in the list', () => {
  const open = [row(3, 2), row(3, 1), row(3, 1, -1), row(1, 1)]
  const { groups, after } = completeGroups(
    [
      { rows: open, whole: true },
      { rows: [row(3, 2, 0.8)], whole: true },
    ],
    10,
  )
  expect(brief(groups)).toBe('3/2/1.8 1/1/1')
  expect(after).toBeNull()
})

test('a measure that was cut may go on with its last case, so that one and all older ones wait', () => {
  const cut = { rows: [row(5, 1), row(4, 1)], whole: false }
  const rest = { rows: [row(4, 1), row(3, 1)], whole: false }
  expect(brief(completeGroups([cut, rest], 2).groups)).toBe('5/1/1')
  expect(completeGroups([cut, rest], 2).after).toEqual({ day: '2026-03-05', id: 'case_1_1' })
})

test('a page on which everything cancels out goes on from its end; one filled by a single case is read again, larger', () => {
  const gone = { rows: [row(5, 1), row(5, 1, -1), row(4, 1)], whole: false }
  expect(completeGroups([gone], 3)).toEqual({ groups: [], after: { day: '2026-03-05', id: 'case_1_1' } })
  expect(completeGroups([{ rows: [row(5, 1), row(5, 1, -1)], whole: false }], 2).after).toBe('more')
})
