import type { StaffWho, UnitId } from '../../organisations/model.ts'
import { capacitiesOver, covers } from '../../organisations/policy.ts'

const PEOPLE_RIGHT = 'people.manage'

/** Templates of a unit are kept by its head, by who manages its people and by the administrator; the district's by the last alone. */
export function mayKeepTemplates(who: StaffWho, unit: string | null): boolean {
  const thing = { district: who.district, unit: unit as UnitId | null, holder: null, createdBy: null, grid: null }
  const held = capacitiesOver(who, thing)
  return held.has('section-head') || held.has('administrator') || covers(who, PEOPLE_RIGHT, thing)
}

/** Those of the district, of the units in which he holds a post, and those he keeps. */
export const mayUseTemplate = (who: StaffWho, unit: string | null): boolean =>
  unit === null || who.posts.some((post) => post.unit === unit) || mayKeepTemplates(who, unit)
