import { type Refused, refused } from '../../../platform/http/problem.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { Change } from '../../people/store/logs.ts'
import type { StaffWho, UnitVersion } from '../model.ts'
import { covers } from '../policy.ts'
import { decideUnit, type UnitCommand } from '../rules/tree.ts'
import { moveDuties } from '../store/duties.ts'
import { movePosts } from '../store/posts.ts'
import { takeTurn, unitVersions, usesOf, writeUnitEvents } from '../store/units.ts'
import type { OrganisationParts } from './parts.ts'

type Done = { readonly ok: true } | Refused
export const UNITS_RIGHT = 'organisations.units'

const deeds = {
  Open: 'organisations.unit.open',
  Change: 'organisations.unit.change',
  Close: 'organisations.unit.close',
  Merge: 'organisations.unit.merge',
} as const satisfies Record<UnitCommand['type'], string>

/**
 * Opens, changes, closes or merges a unit from a day on. One change of a district's tree at a time, each judged on
 * the tree the one before left. A merger takes posts, duties and open cases along.
 */
export async function handleUnit(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  command: UnitCommand,
): Promise<Done> {
  const { district } = who
  const outside = outOfScope(who, command)
  if (outside) return refused('outside-your-scope', 403)
  const done = await operate<Done>(
    parts.db,
    by,
    { what: deeds[command.type], target: command.id },
    async (tx, tell) => {
      await takeTurn(tx, district)
      const known = await usesOf(tx, district, command.id, command.from)
      const openCases = await parts.cases.openCasesAt(tx, district, command.id)
      const before = await unitVersions(tx, district)
      const decided = decideUnit(before, command, { ...known, openCases })
      if (!decided.ok) return refused(decided.refusal, decided.refusal === 'no-such-unit' ? 404 : 409)
      await writeUnitEvents(tx, district, decided.events)
      tell(...changesOf(await unitVersions(tx, district), command, before))
      if (command.type === 'Merge') {
        await movePosts(tx, district, command.id, command.into, command.from)
        await moveDuties(tx, district, command.id, command.into, command.from)
        await parts.cases.moveUnitCases(tx, district, command.id, command.into)
      }
      return { ok: true }
    },
  )
  parts.directory.forget()
  return done
}

/** What of the unit is another than it was, for the history; names of units are no personal facts. */
function changesOf(
  after: readonly UnitVersion[],
  { type, id, from }: UnitCommand,
  before: readonly UnitVersion[],
): readonly Change[] {
  const latest = (versions: readonly UnitVersion[]) =>
    versions
      .filter((one) => one.id === id)
      .reduce<UnitVersion | null>((a, b) => (a && a.version > b.version ? a : b), null)
  const [old, now] = [type === 'Open' ? null : latest(before), latest(after)]
  const day: Change = { field: 'from', before: null, after: from }
  if (now === null || type === 'Close') return [day]
  if (type === 'Merge') return [day, { field: 'merged-into', before: null, after: now.mergedInto }]
  const traits = ['name', 'shortName', 'kind', 'level', 'parent', 'code'] as const
  const moved = traits.filter((field) => old?.[field] !== now[field])
  return [day, ...moved.map((field): Change => ({ field, before: old?.[field] ?? null, after: now[field] }))]
}

/** Every unit the command touches must lie in the scope: the unit, the one above it, the one it goes to. */
export function outOfScope(who: StaffWho, command: UnitCommand): boolean {
  const touched = {
    Open: () => [command.type === 'Open' ? command.traits.parent : null],
    Change: () => [command.id, ...(command.type === 'Change' && command.traits.parent ? [command.traits.parent] : [])],
    Close: () => [command.id],
    Merge: () => [command.id, command.type === 'Merge' ? command.into : null],
  } satisfies Record<UnitCommand['type'], () => (string | null)[]>
  const nobodys = { district: who.district, holder: null, createdBy: null, grid: null }
  return touched[command.type]().some(
    (unit) => !covers(who, UNITS_RIGHT, { ...nobodys, unit: unit as UnitCommand['id'] | null }),
  )
}
