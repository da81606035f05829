import type { Duty, DutyReason, SendRefusal, UnitId, UnitVersion } from '../model.ts'

/** The question the dispatcher asks. Paths run from the trunk to the leaf; areas are division codes, street then community. */
export type DutyQuestion = { readonly category: readonly string[]; readonly area: readonly string[] }

/** The unit, and the line of the duty list that named it; `because` says what the line matched on. */
export type Responsible = {
  readonly unit: UnitId
  readonly rule: Duty
  readonly because: DutyReason
}

const pathOf = (text: string | null): readonly string[] => (text === null || text === '' ? [] : text.split('/'))

const isWithin = (path: readonly string[], asked: readonly string[]): boolean =>
  path.length <= asked.length && path.every((name, at) => name === asked[at])

/** Whether the line speaks of this category in this area. */
export const dutyMatches = (duty: Duty, { category, area }: DutyQuestion): boolean =>
  isWithin(pathOf(duty.category), category) && isWithin(pathOf(duty.area), area)

const depths = (duty: Duty) => [pathOf(duty.category).length, pathOf(duty.area).length] as const

/** Deeper category first, then nearer area, then the younger line; the id decides between equals, so the answer is one. */
function moreSpecific(a: Duty, b: Duty): number {
  const [categoryA, areaA] = depths(a)
  const [categoryB, areaB] = depths(b)
  if (categoryA !== categoryB) return categoryB - categoryA
  if (areaA !== areaB) return areaB - areaA
  if (a.from !== b.from) return a.from < b.from ? 1 : -1
  return a.id < b.id ? -1 : 1
}

/** 先属地后属主: whoever answers for the ground before whoever answers for the thing; what fits all stands last. */
function nearerFirst(a: Duty, b: Duty): number {
  const [, areaA] = depths(a)
  const [, areaB] = depths(b)
  if (isFallback(a) !== isFallback(b)) return isFallback(a) ? 1 : -1
  return areaB - areaA || moreSpecific(a, b)
}

/** 先属主后属地: the line of the thing before the line of the ground. */
function ownerFirst(a: Duty, b: Duty): number {
  const [, areaA] = depths(a)
  const [, areaB] = depths(b)
  if (isFallback(a) !== isFallback(b)) return isFallback(a) ? 1 : -1
  return Number(areaA > 0) - Number(areaB > 0) || moreSpecific(a, b)
}

const isFallback = (duty: Duty): boolean => depths(duty).every((depth) => depth === 0)

/** How the list is read where both the owner of a thing and the territory could be meant (数字城管 practice, ○). */
export type DutyOrder = 'duty-list' | 'owner-first' | 'territory-first'
const orders = { 'duty-list': moreSpecific, 'owner-first': ownerFirst, 'territory-first': nearerFirst } as const

function reason(duty: Duty): DutyReason {
  const [category, area] = depths(duty)
  if (category > 0) return area > 0 ? 'category-and-area' : 'category'
  return area > 0 ? 'area' : 'fallback'
}

/**
 * Which unit leads: the most specific line of the list that matches, or null where nothing does.
 * With the lines of `dutiesOn` it is never null, as the fallback desk stands among them.
 */
export function whoIsResponsible(
  question: DutyQuestion,
  duties: readonly Duty[],
  order: DutyOrder = 'duty-list',
): Responsible | null {
  const [rule] = duties.filter((duty) => duty.part === 'lead' && dutyMatches(duty, question)).sort(orders[order])
  return rule ? { unit: rule.unit, rule, because: reason(rule) } : null
}

type Receiver = Pick<UnitVersion, 'id' | 'level'>

/**
 * Why a matter may not be sent to this unit, or null when it may.
 *
 * 北京市接诉即办工作条例 第十七条: a matter outside the community's duty list may not be given to the community, and a
 * matter it only assists in may not be given to it as the one responsible. The same is asked of streets
 * (domain dossier 0.2: a department cannot assign a street unless a duty list says so). Departments and their
 * sections may always receive; they answer a wrong order with a dispute (退单).
 */
export function whyNotReceive(
  unit: Receiver,
  category: readonly string[],
  duties: readonly Duty[],
  as: Duty['part'] = 'lead',
): SendRefusal | null {
  if (unit.level !== 'community' && unit.level !== 'street') return null
  const own = duties.filter((duty) => duty.unit === unit.id && isWithin(pathOf(duty.category), category))
  if (own.some((duty) => duty.part === 'lead' || as === 'assist')) return null
  if (own.length > 0) return 'assists-only'
  return unit.level === 'community' ? 'not-the-communitys-duty' : 'not-the-streets-duty'
}

/** Whether the matter may be sent to the unit at all; the reason of a no is `whyNotReceive`. */
export const mayReceive = (
  unit: Receiver,
  category: readonly string[],
  duties: readonly Duty[],
  as: Duty['part'] = 'lead',
): boolean => whyNotReceive(unit, category, duties, as) === null
