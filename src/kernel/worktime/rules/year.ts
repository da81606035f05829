import type { Day } from '../../../platform/time.ts'
import type { DayKind, PublishedDay, RowFault, YearDraft } from '../model.ts'
import { isDay, isWeekend, serialOf } from './days.ts'

export type CheckedYear =
  | { readonly ok: true; readonly days: readonly PublishedDay[] }
  | { readonly ok: false; readonly faults: readonly RowFault[] }

/**
 * A year's rows, each looked at on its own: all of them are good, or every fault is named and none is taken.
 * A row is `{ day: '2026-10-01', kind: 'holiday' | 'makeup', name: '国庆节' }`.
 */
export function checkYear({ year, days: rows }: YearDraft): CheckedYear {
  const seen = new Set<string>()
  const faults = rows.flatMap((row, index) => faultsOf(year, row, seen).map((fault) => ({ row: index + 1, ...fault })))
  if (faults.length > 0) return { ok: false, faults }
  const days = rows.map(({ day, kind, name }) => ({
    day: String(day) as Day,
    kind: kind as DayKind,
    name: String(name).trim(),
  }))
  return { ok: true, days: days.sort((a, b) => serialOf(a.day) - serialOf(b.day)) }
}

type Fault = Omit<RowFault, 'row'>

function faultsOf(year: number, row: Readonly<Record<string, unknown>>, seen: Set<string>): Fault[] {
  return [dayFault(year, row, seen), kindFault(row), nameFault(row)].filter((fault) => fault !== null)
}

function dayFault(year: number, { day, kind }: Readonly<Record<string, unknown>>, seen: Set<string>): Fault | null {
  const at = (fault: RowFault['fault']): Fault => ({ field: 'day', fault })
  if (typeof day !== 'string' || !isDay(day)) return at('no-such-day')
  if (!day.startsWith(`${year}-`) && !(day >= `${year - 1}-12-25` && day < `${year}`)) return at('not-of-this-year')
  if (seen.has(day)) return at('day-twice')
  seen.add(day)
  return kind === 'makeup' && !isWeekend(serialOf(day)) ? at('weekday-cannot-make-up') : null
}

const kindFault = ({ kind }: Readonly<Record<string, unknown>>): Fault | null =>
  kind === 'holiday' || kind === 'makeup' ? null : { field: 'kind', fault: 'unknown-kind' }

function nameFault({ name }: Readonly<Record<string, unknown>>): Fault | null {
  if (typeof name !== 'string' || name.trim() === '') return { field: 'name', fault: 'no-name' }
  return name.length > 30 ? { field: 'name', fault: 'name-too-long' } : null
}
