import type { UnitId } from '../../organisations/model.ts'

/** A unit as far as it matters for who bears what: its code is that of its territory (块), or its own. */
export type BearingUnit = {
  readonly id: UnitId
  readonly name: string
  readonly shortName: string
  readonly code: string
}

export type Bearer = { readonly kind: 'owner' | 'territory'; readonly name: string; readonly unit: UnitId | null }

/** The unit that somebody means: by id, name or short name, blanks left out. Null: nobody of ours. */
export function unitMeant(units: readonly BearingUnit[], written: string): UnitId | null {
  const sought = written.replace(/\s/g, '')
  if (sought === '') return null
  const found = units.find(({ id, name, shortName }) => sought === id || sought === name || sought === shortName)
  return found?.id ?? null
}

/**
 * Who bears what happens at a place or to a thing: its owner (先属主); where none is named, the territory, the narrowest
 * first (属地兜底). Null only where not even a unit of the territory is known.
 */
export function bearerOf(
  { owner, ownerUnit }: { readonly owner: string; readonly ownerUnit: UnitId | null },
  territory: readonly (string | null | undefined)[],
  units: readonly BearingUnit[],
): Bearer | null {
  if (ownerUnit !== null || owner !== '') {
    const unit = units.find(({ id }) => id === ownerUnit)
    return { kind: 'owner', name: unit?.shortName ?? owner, unit: unit?.id ?? null }
  }
  for (const code of territory) {
    const unit = code ? units.find((one) => one.code === code) : undefined
    if (unit) return { kind: 'territory', name: unit.shortName, unit: unit.id }
  }
  return null
}
