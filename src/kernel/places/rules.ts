import {
  type Area,
  type AreaCode,
  type AreaDraft,
  type AreaNode,
  type AreaRowFault,
  areaLevels,
  type Place,
} from './model.ts'

export type CheckedAreas =
  | { readonly ok: true; readonly areas: readonly Area[] }
  | { readonly ok: false; readonly faults: readonly AreaRowFault[] }

/**
 * A list of areas, to be added to those a district has already: all of them fit, or every fault is named.
 * A row with a known code takes the place of the known area.
 */
export function checkAreas(rows: readonly AreaDraft[], known: readonly Area[] = []): CheckedAreas {
  const levels = new Map<string, Area['level']>(known.map(({ code, level }) => [code, level]))
  for (const { code, level } of rows) levels.set(code, level)
  const seen = new Set<string>()
  const faults = rows.flatMap((row, index) => {
    const found = [codeFault(row, seen), nameFault(row), parentFault(row, levels)]
    return found.filter((fault) => fault !== null).map((fault) => ({ row: index + 1, ...fault }))
  })
  if (faults.length > 0) return { ok: false, faults }
  const areas = rows.map((row) => ({
    code: row.code as AreaCode,
    level: row.level,
    name: row.name.trim(),
    parent: row.parent as AreaCode | null,
    aliases: [...new Set(row.aliases.map((alias) => alias.trim()).filter((alias) => alias !== ''))],
  }))
  return { ok: true, areas }
}

type Fault = Omit<AreaRowFault, 'row'>

function codeFault({ code, level }: AreaDraft, seen: Set<string>): Fault | null {
  if (!code.startsWith(`${level}_`) || code.length === level.length + 1)
    return { field: 'code', fault: 'code-not-of-level' }
  if (seen.has(code)) return { field: 'code', fault: 'code-twice' }
  seen.add(code)
  return null
}

const nameFault = ({ name }: AreaDraft): Fault | null =>
  name.trim() === '' ? { field: 'name', fault: 'no-name' } : null

function parentFault({ level, parent }: AreaDraft, levels: ReadonlyMap<string, Area['level']>): Fault | null {
  const above = areaLevels[areaLevels.indexOf(level) - 1]
  if ((parent === null) !== (above === undefined)) return { field: 'parent', fault: 'parent-of-wrong-level' }
  if (parent === null) return null
  const found = levels.get(parent)
  if (found === undefined) return { field: 'parent', fault: 'parent-missing' }
  return found === above ? null : { field: 'parent', fault: 'parent-of-wrong-level' }
}

/** The areas as a tree, streets at the top, each level by code. An area whose parent is absent stands at the top. */
export function areaTree(areas: readonly Area[]): readonly AreaNode[] {
  const codes = new Set(areas.map(({ code }) => code))
  const inside = new Map<AreaCode | null, Area[]>()
  for (const area of [...areas].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const parent = area.parent !== null && codes.has(area.parent) ? area.parent : null
    const siblings = inside.get(parent)
    if (siblings) siblings.push(area)
    else inside.set(parent, [area])
  }
  const nodesIn = (parent: AreaCode | null): AreaNode[] =>
    (inside.get(parent) ?? []).map((area) => ({ ...area, inside: nodesIn(area.code) }))
  return nodesIn(null)
}

/** The area and all it lies in, the widest first. */
export function pathTo(areas: ReadonlyMap<AreaCode, Area>, code: AreaCode): readonly Area[] {
  const path: Area[] = []
  for (let at: AreaCode | null = code; at !== null && path.length < areaLevels.length; ) {
    const area: Area | undefined = areas.get(at)
    if (!area) break
    path.unshift(area)
    at = area.parent
  }
  return path
}

/** A place with the codes of the area and of all it lies in filled in. */
export function placeIn(areas: ReadonlyMap<AreaCode, Area>, place: Place, code: AreaCode): Place {
  const { text, district, lng, lat } = place
  const codes = Object.fromEntries(pathTo(areas, code).map((area) => [area.level, area.code]))
  return { text, district, ...codes, ...(lng === undefined ? {} : { lng }), ...(lat === undefined ? {} : { lat }) }
}
