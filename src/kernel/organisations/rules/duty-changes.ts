import type { Day } from '../../../platform/time.ts'
import type { Duty, DutyId, UnitId } from '../model.ts'
import { whoIsResponsible } from './duties.ts'

/** What somebody might be sent: a category and an area as paths of names and of codes, and how many open cases ask it. */
export type Asked = { readonly category: string; readonly area: string | null; readonly cases: number }

export type DutyChange =
  | { readonly type: 'Add'; readonly line: Duty; readonly replaces: DutyId | null }
  | { readonly type: 'End'; readonly id: DutyId; readonly day: Day }
  | { readonly type: 'Fallback'; readonly unit: UnitId }

export const FALLBACK_ID: DutyId = 'duty_fallback'

/** The list of the day on which the change takes effect, as it would stand then. */
export function dutiesAfter(duties: readonly Duty[], change: DutyChange): readonly Duty[] {
  if (change.type === 'End') return duties.filter(({ id }) => id !== change.id)
  if (change.type === 'Fallback')
    return duties.map((duty) => (duty.id === FALLBACK_ID ? { ...duty, unit: change.unit } : duty))
  return [...duties.filter(({ id }) => id !== change.replaces), change.line]
}

/** Who would be sent what instead of whom. Units are ids; null where no line and no fallback desk speaks. */
export type DutyShift = Asked & { readonly before: UnitId | null; readonly after: UnitId | null }

/** Every question that would get another answer, those with open cases first. */
export function dutyShifts(
  asked: readonly Asked[],
  before: readonly Duty[],
  after: readonly Duty[],
): readonly DutyShift[] {
  const leads = (duties: readonly Duty[]) => duties.filter(({ part }) => part === 'lead')
  const [old, fresh] = [leads(before), leads(after)]
  const split = (path: string | null) => (path === null || path === '' ? [] : path.split('/'))
  return asked
    .flatMap((one): DutyShift[] => {
      const question = { category: split(one.category), area: split(one.area) }
      const was = whoIsResponsible(question, old)?.unit ?? null
      const is = whoIsResponsible(question, fresh)?.unit ?? null
      return was === is ? [] : [{ ...one, before: was, after: is }]
    })
    .toSorted((a, b) => b.cases - a.cases || (a.category < b.category ? -1 : 1))
}

type Waiting = { readonly category: string; readonly area: string | null; readonly cases: number }

/**
 * What to ask of a list before and after: every category of the catalogue, everywhere and in each area that a line
 * names, and whatever waits to be sent.
 */
export function questionsOf(
  categories: readonly string[],
  lines: readonly Duty[],
  waiting: readonly Waiting[],
): readonly Asked[] {
  const areas = [null, ...new Set(lines.flatMap(({ area }) => (area === null ? [] : [area])))]
  const asked = new Map<string, Asked>()
  for (const area of areas)
    for (const category of categories) asked.set(`${area ?? ''} ${category}`, { category, area, cases: 0 })
  for (const { category, area, cases } of waiting) {
    const key = `${area ?? ''} ${category}`
    asked.set(key, { category, area, cases: cases + (asked.get(key)?.cases ?? 0) })
  }
  return [...asked.values()]
}
