import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import { recordsOf, type Sheet } from '../../../platform/tables/cell.ts'
import type { Said } from '../../../platform/words.ts'
import { handedPassword } from '../../people/handle/accounts.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import { hashPassword } from '../../people/handle/passwords.ts'
import type { StaffId } from '../../people/model.ts'
import { insertStaff, takenAccounts } from '../../people/store/staff.ts'
import type { OrganisationRefusal, Post, StaffWho, UnitId, UnitVersion } from '../model.ts'
import { covers, whyNotAppoint } from '../policy.ts'
import { accountIn, type PersonRow, type RowFault, readPeople, readUnits, type UnitRow } from '../rules/table-rows.ts'
import { applyUnitEvents, decideUnit, treeOn, type UnitCommand, type UnitEvent } from '../rules/tree.ts'
import { insertPost } from '../store/posts.ts'
import { takeTurn, unitVersions, writeUnitEvents } from '../store/units.ts'
import { rowWords, tableColumns } from '../words/tables.ts'
import { organisationRefusals } from '../words.ts'
import type { OrganisationParts } from './parts.ts'
import { imagined, PEOPLE_RIGHT } from './posts.ts'
import type { Taken } from './tables.ts'
import { outOfScope } from './units.ts'

export type Options = {
  /** One wrong row, and none is taken. */
  readonly atomic: boolean
  /** Says what would happen and writes nothing. */
  readonly dryRun: boolean
}
type Done = ({ readonly ok: true } & Taken) | Refused

const nothingHangs = { posts: 0, duties: 0, openCases: 0, isFallback: false }

type UnitStep = { readonly row: number; readonly events: readonly UnitEvent[]; readonly result: Said }

/** Judges the rows in order, each on the tree that those before it would leave. */
function unitSteps(
  who: StaffWho,
  known: readonly UnitVersion[],
  rows: readonly UnitRow[],
  idAt: (row: number) => UnitId,
) {
  let versions = known
  const faults: RowFault[] = []
  const fault = (row: number, column: 'code' | 'parent' | 'from', said: Said) =>
    void faults.push({ row, column: tableColumns[column].zh, said })
  const steps = rows.flatMap(({ row, from, traits, parentCode }): UnitStep[] => {
    const tree = treeOn(versions, from)
    const byCode = (code: string) => [...tree.values()].find((unit) => unit.code === code)
    const here = byCode(traits.code)
    const above = parentCode === '' ? null : byCode(parentCode)
    if (above === undefined) fault(row, 'parent', rowWords.noParent)
    if (above === undefined) return []
    const whole = { ...traits, parent: above?.id ?? null }
    const command: UnitCommand = here
      ? { type: 'Change', id: here.id, from, traits: whole }
      : { type: 'Open', id: idAt(row), from, traits: whole }
    const same = here && (Object.keys(whole) as (keyof typeof whole)[]).every((key) => here[key] === whole[key])
    if (same) return [{ row, events: [], result: rowWords.same }]
    if (outOfScope(who, command)) fault(row, 'code', organisationRefusals['outside-your-scope'])
    if (outOfScope(who, command)) return []
    const decided = decideUnit(versions, command, nothingHangs)
    if (!decided.ok) fault(row, 'from', organisationRefusals[decided.refusal])
    if (!decided.ok) return []
    versions = applyUnitEvents(versions, decided.events)
    return [{ row, events: decided.events, result: here ? rowWords.changed : rowWords.opened }]
  })
  return { steps, faults }
}

/** Takes a file of units in: a code that is new opens a unit, one that is known changes it from its day on. */
export async function importUnits(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  { sheet, ...options }: Options & { readonly sheet: Sheet },
): Promise<Done> {
  const { records } = recordsOf(sheet)
  if (records.length === 0) return refused('import-file-empty')
  const read = readUnits(records, parts.directory.today())
  const idAt = (row: number): UnitId => `unit_${sortableId(by.at)}${row}`
  const deed = { what: 'organisations.units.import', target: by.district }
  const done = await operate<Done>(parts.db, by, deed, async (tx, tell) => {
    await takeTurn(tx, who.district)
    const { steps, faults } = unitSteps(who, await unitVersions(tx, who.district), read.rows, idAt)
    const taken = outcome([...read.faults, ...faults], options, steps)
    if (taken.write) for (const { events } of steps) await writeUnitEvents(tx, who.district, events)
    tell({ field: 'rows', before: null, after: String(taken.write ? taken.taken : 0) })
    return { ok: true, ...taken, passwords: new Map() }
  })
  parts.directory.forget()
  return done
}

/** What a try or a taking of these rows comes to. */
export function outcome(
  faults: readonly RowFault[],
  { atomic, dryRun }: Options,
  steps: readonly { readonly row: number; readonly result: Said }[],
) {
  const stopped = atomic && faults.length > 0
  const kept = stopped ? [] : steps
  const unchanged = kept.filter(({ result }) => result === rowWords.same).length
  return {
    write: !stopped && !dryRun,
    taken: kept.length - unchanged,
    unchanged,
    faults,
    results: new Map(kept.map(({ row, result }) => [row, result])),
  }
}

/** Takes a file of people in: an account for each row and, where a role is named, the first post. */
export async function importPeople(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  { sheet, ...options }: Options & { readonly sheet: Sheet },
): Promise<Done> {
  const { db, directory } = parts
  const { records } = recordsOf(sheet)
  if (records.length === 0) return refused('import-file-empty')
  const today = directory.today()
  const units = [...(await directory.tree(who.district)).values()]
  const roles = await directory.roles(who.district)
  const accounts = records.map(({ cells }) => accountIn(cells))
  const read = readPeople(records, { today, units, roles, taken: await takenAccounts(db, who.district, accounts) })
  const secrets = new Map<number, Secret>()
  if (!options.dryRun) for (const { row } of read.rows) secrets.set(row, await newSecret())
  const deed = { what: 'people.staff.import', target: by.district }
  const done = await operate<Done>(db, by, deed, async (tx, tell) => {
    await takeTurn(tx, who.district)
    const faults = [...read.faults]
    const steps: (PersonRow & { readonly id: StaffId; readonly result: Said })[] = []
    for (const row of read.rows) {
      const id: StaffId = `staff_${sortableId(by.at)}${row.row}`
      const no = await whyNotTake(tx, who, row, id)
      if (no) faults.push({ row: row.row, column: tableColumns.unit.zh, said: organisationRefusals[no] })
      else steps.push({ ...row, id, result: rowWords.opened })
    }
    const taken = outcome(faults, options, steps)
    if (taken.write && !(await writePeople(tx, who, by, steps, secrets))) return refused('account-taken')
    tell({ field: 'rows', before: null, after: String(taken.write ? taken.taken : 0) })
    const handed = taken.write ? steps.map(({ row }) => [row, secrets.get(row)?.password ?? ''] as const) : []
    return { ok: true, ...taken, passwords: new Map(handed) }
  })
  directory.forget()
  return done
}

type Secret = { readonly password: string; readonly hash: string }

async function newSecret(): Promise<Secret> {
  const password = handedPassword()
  return { password, hash: await hashPassword(password) }
}

const postOf = ({ row, unit, role, partTime, from }: PersonRow, id: StaffId): Post | null =>
  role === null
    ? null
    : {
        id: `post_${id.slice('staff_'.length)}-${row}`,
        staff: id,
        unit,
        role,
        chosenUnits: [],
        grids: [],
        partTime,
        from,
        to: null,
      }

/** The home unit must lie in the scope, and the post must be one that he may give. */
async function whyNotTake(tx: Db, who: StaffWho, row: PersonRow, id: StaffId): Promise<OrganisationRefusal | null> {
  const thing = { district: who.district, unit: row.unit, holder: null, createdBy: null, grid: null }
  if (!covers(who, PEOPLE_RIGHT, thing)) return 'outside-your-scope'
  const post = postOf(row, id)
  if (post === null) return null
  // Nobody is there yet: the account of the one who asks stands in, as only role and unit are looked at.
  const found = await imagined(tx, who.district, { ...post, staff: who.id }, row.from)
  if (!found.ok) return found.refusal as OrganisationRefusal
  return whyNotAppoint(who, PEOPLE_RIGHT, found.held)
}

async function writePeople(
  tx: Db,
  who: StaffWho,
  by: Operator,
  steps: readonly (PersonRow & { readonly id: StaffId })[],
  secrets: ReadonlyMap<number, Secret>,
): Promise<boolean> {
  if (steps.length === 0) return true
  const staff = steps.map(({ row, id, account, name, unit }) => ({
    district: who.district,
    id,
    account,
    name,
    unit,
    createdAt: by.at,
    passwordHash: secrets.get(row)?.hash ?? null,
    mustChangePassword: true,
  }))
  if (!(await insertStaff(tx, staff))) return false
  for (const step of steps) {
    const post = postOf(step, step.id)
    if (post) await insertPost(tx, who.district, post)
  }
  return true
}
