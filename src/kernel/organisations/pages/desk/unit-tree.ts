import type { UnitVersion } from '../../model.ts'

export type Rung = { readonly unit: UnitVersion; readonly depth: number }
type Asked = { readonly text: string; readonly kind: string | null }

/**
 * Pure: the units from the top down, each below the one above it. What does not fit goes, unless something beneath it
 * fits: without it one would not see where that stands.
 */
export function inTree(units: readonly UnitVersion[], { text, kind }: Asked): readonly Rung[] {
  const known = new Set<string>(units.map(({ id }) => id))
  const sought = text.trim().toLowerCase()
  const fits = (unit: UnitVersion) =>
    (kind === null || unit.kind === kind) &&
    [unit.name, unit.shortName, unit.code].some((one) => one.toLowerCase().includes(sought))
  const beneath = (parent: string | null) =>
    units
      .filter((unit) => (unit.parent !== null && known.has(unit.parent) ? unit.parent : null) === parent)
      .sort((a, b) => (a.code < b.code ? -1 : 1))
  const walk = (parent: string | null, depth: number): Rung[] =>
    beneath(parent).flatMap((unit) => {
      const inside = walk(unit.id, depth + 1)
      return fits(unit) || inside.length > 0 ? [{ unit, depth }, ...inside] : []
    })
  return walk(null, 0)
}
