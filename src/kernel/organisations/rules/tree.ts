import type { Decision } from '../../../platform/decision.ts'
import { record, refuse } from '../../../platform/decision.ts'
import type { Day } from '../../../platform/time.ts'
import type { OrganisationRefusal, UnitId, UnitVersion } from '../model.ts'
import { holdsOn } from './days.ts'

export type Tree = ReadonlyMap<UnitId, UnitVersion>

/** The units as they stood on that day; a day before the first version shows nothing, as there was nothing. */
export const treeOn = (versions: readonly UnitVersion[], day: Day): Tree =>
  new Map(versions.filter((version) => holdsOn(version, day)).map((version) => [version.id, version]))

/** The unit and all beneath it, top first. A unit that is not in the tree has nothing beneath it. */
export function beneath(tree: Tree, unit: UnitId): readonly UnitId[] {
  if (!tree.has(unit)) return []
  const children = new Map<UnitId, UnitId[]>()
  for (const { id, parent } of tree.values()) {
    if (parent === null) continue
    children.set(parent, [...(children.get(parent) ?? []), id])
  }
  const found: UnitId[] = [unit]
  for (const one of found) found.push(...(children.get(one) ?? []))
  return found
}

/** The unit's superiors, nearest first. */
export function above(tree: Tree, unit: UnitId): readonly UnitId[] {
  const found: UnitId[] = []
  for (let next = tree.get(unit)?.parent ?? null; next !== null; next = tree.get(next)?.parent ?? null) {
    if (found.includes(next)) return found
    found.push(next)
  }
  return found
}

/** What is wrong with the tree on `from` or on any later day on which it is known to change; null when nothing is. */
export function treeFault(versions: readonly UnitVersion[], from: Day): OrganisationRefusal | null {
  const turns = versions.flatMap(({ from: first, to }) => (to === null ? [first] : [first, to]))
  for (const day of new Set([from, ...turns.filter((turn) => turn > from)])) {
    const tree = treeOn(versions, day)
    const codes = new Set<string>()
    for (const unit of tree.values()) {
      if (unit.parent !== null && !tree.has(unit.parent)) return 'parent-missing'
      if (climbsForever(tree, unit.id)) return 'tree-would-loop'
      if (codes.has(unit.code)) return 'code-taken'
      codes.add(unit.code)
    }
  }
  return null
}

function climbsForever(tree: Tree, unit: UnitId): boolean {
  let steps = 0
  for (let next: UnitId | null = unit; next !== null; next = tree.get(next)?.parent ?? null)
    if (++steps > tree.size) return true
  return false
}

export type UnitTraits = Pick<UnitVersion, 'name' | 'shortName' | 'kind' | 'level' | 'parent' | 'code'>

export type UnitCommand =
  | { readonly type: 'Open'; readonly id: UnitId; readonly from: Day; readonly traits: UnitTraits }
  | { readonly type: 'Change'; readonly id: UnitId; readonly from: Day; readonly traits: Partial<UnitTraits> }
  | { readonly type: 'Close'; readonly id: UnitId; readonly from: Day }
  | { readonly type: 'Merge'; readonly id: UnitId; readonly into: UnitId; readonly from: Day }

/** A version that begins, or the version of a unit that ends. */
export type UnitEvent =
  | {
      readonly type: 'VersionEnded'
      readonly id: UnitId
      readonly version: number
      readonly to: Day
      readonly mergedInto: UnitId | null
    }
  | { readonly type: 'VersionBegan'; readonly version: UnitVersion }

/** What else hangs on a unit on the day it is to close. */
export type UnitUses = {
  readonly posts: number
  readonly duties: number
  readonly openCases: number
  readonly isFallback: boolean
}

type UnitDecision = Decision<UnitEvent, OrganisationRefusal>

/**
 * Opens, changes, closes or merges a unit. The past is never rewritten: a change makes a new version from its day on,
 * and no day before the unit's last change can be named. `uses` matters for closing and merging only.
 */
export function decideUnit(versions: readonly UnitVersion[], command: UnitCommand, uses: UnitUses): UnitDecision {
  const decided = step(versions, command, uses)
  if (!decided.ok) return decided
  const fault = treeFault(applyUnitEvents(versions, decided.events), command.from)
  if (fault === null) return decided
  return refuse(command.type === 'Close' && fault === 'parent-missing' ? 'unit-still-used' : fault)
}

function step(versions: readonly UnitVersion[], command: UnitCommand, uses: UnitUses): UnitDecision {
  const last = lastVersion(versions, command.id)
  if (command.type === 'Open') {
    const first = { id: command.id, version: (last?.version ?? 0) + 1, ...command.traits, from: command.from, to: null }
    if (last !== undefined && (last.to === null || last.to > command.from)) return refuse('day-before-last-change')
    return record<UnitEvent>({ type: 'VersionBegan', version: { ...first, mergedInto: null } })
  }
  if (last === undefined) return refuse('no-such-unit')
  if (command.from < last.from) return refuse('day-before-last-change')
  if (last.to !== null && last.to <= command.from) return refuse('unit-closed')
  if (command.type === 'Change') return record<UnitEvent>(...changed(last, command.from, command.traits))
  if (uses.isFallback) return refuse('fallback-desk-needed')
  if (command.type === 'Merge') return merge(versions, last, command)
  if (uses.openCases > 0) return refuse('unit-holds-cases')
  if (uses.posts > 0 || uses.duties > 0) return refuse('unit-still-used')
  return record<UnitEvent>(ended(last, command.from, null))
}

function merge(
  versions: readonly UnitVersion[],
  last: UnitVersion,
  command: UnitCommand & { type: 'Merge' },
): UnitDecision {
  if (command.into === command.id) return refuse('merge-into-itself')
  const tree = treeOn(versions, command.from)
  if (!tree.has(command.into)) return refuse('no-such-unit')
  const children = [...tree.values()].filter((unit) => unit.parent === command.id)
  if (children.some((child) => child.from > command.from)) return refuse('day-before-last-change')
  return record<UnitEvent>(
    ended(last, command.from, command.into),
    ...children.flatMap((child) => changed(child, command.from, { parent: command.into })),
  )
}

const lastVersion = (versions: readonly UnitVersion[], id: UnitId): UnitVersion | undefined =>
  versions
    .filter((one) => one.id === id)
    .reduce<UnitVersion | undefined>((a, b) => (a && a.version > b.version ? a : b), undefined)

const ended = (last: UnitVersion, to: Day, mergedInto: UnitId | null): UnitEvent => ({
  type: 'VersionEnded',
  id: last.id,
  version: last.version,
  to,
  mergedInto,
})

const changed = (last: UnitVersion, from: Day, traits: Partial<UnitTraits>): readonly UnitEvent[] => [
  ended(last, from, null),
  { type: 'VersionBegan', version: { ...last, ...traits, from, to: last.to, version: last.version + 1 } },
]

/** The versions after the events; what the store does in SQL, for the rules that must look ahead. */
export function applyUnitEvents(
  versions: readonly UnitVersion[],
  events: readonly UnitEvent[],
): readonly UnitVersion[] {
  const known = new Map(versions.map((one) => [`${one.id} ${one.version}`, one]))
  for (const event of events) {
    if (event.type === 'VersionBegan') known.set(`${event.version.id} ${event.version.version}`, event.version)
    else {
      const key = `${event.id} ${event.version}`
      const old = known.get(key)
      if (old) known.set(key, { ...old, to: event.to, mergedInto: event.mergedInto })
    }
  }
  return [...known.values()]
}
