import type { Readable } from 'node:stream'
import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import { recordsOf, type Sheet } from '../../../platform/tables/cell.ts'
import { tableStream } from '../../../platform/tables/write.ts'
import type { Said } from '../../../platform/words.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { Duty, DutyId, OrganisationRefusal, StaffWho, UnitId } from '../model.ts'
import { type DutyChange, type DutyShift, dutiesAfter, dutyShifts, questionsOf } from '../rules/duty-changes.ts'
import { type DutyStep, readDuties } from '../rules/duty-rows.ts'
import { type DutyQuestion, dutiesOn, dutyPage, endDuty, findDuty, insertDuties, keyOfDuty } from '../store/duties.ts'
import { takeTurn } from '../store/units.ts'
import { dutyColumns, dutyParts, dutyRowWords, dutySheet } from '../words/duties.ts'
import { rowWords } from '../words/tables.ts'
import { organisationRefusals } from '../words.ts'
import { DUTY_LIST, reachesDuty, told, whyNotAdd, whyNotFallback } from './duties.ts'
import { type Options, outcome } from './imports.ts'
import type { OrganisationParts } from './parts.ts'
import type { Taken } from './tables.ts'

type NamedShift = Omit<DutyShift, 'before' | 'after'> & {
  readonly areaName: string | null
  readonly before: string | null
  readonly after: string | null
}
export type DutyPreview = {
  readonly ok: true
  readonly refusal: OrganisationRefusal | null
  /** Open cases not sent yet that would be proposed to another unit. */
  readonly cases: number
  readonly total: number
  readonly shifts: readonly NamedShift[]
}
const MOST_SHIFTS = 100

/** Who would be sent what instead of whom, were the list changed so; open cases that were sent stay where they are. */
export async function previewDuty(
  parts: OrganisationParts,
  who: StaffWho,
  change: DutyChange,
): Promise<DutyPreview | Refused> {
  const { db, directory, subjects } = parts
  const { district } = who
  const old = change.type === 'End' ? await findDuty(db, district, change.id) : null
  if (change.type === 'End' && old === null) return refused('no-such-duty', 404)
  const unit = change.type === 'Add' ? change.line.unit : change.type === 'Fallback' ? change.unit : old?.unit
  if (unit && !reachesDuty(who, unit)) return refused('outside-your-scope', 403)
  const day = change.type === 'Add' ? change.line.from : change.type === 'End' ? change.day : directory.today()
  const [before, categories, waiting, areas, tree, refusal] = await Promise.all([
    dutiesOn(db, district, day),
    subjects.categories(db, district),
    subjects.waiting(db, district),
    subjects.areas(db, district),
    directory.tree(district, day),
    whyNot(parts, db, district, { change, old }),
  ])
  const after = dutiesAfter(before, change)
  const shifts = dutyShifts(questionsOf(categories, [...before, ...after], waiting), before, after)
  const unitName = (id: UnitId | null) => (id === null ? null : (tree.get(id)?.name ?? id))
  const areaNames = new Map(areas.map(({ code, name }) => [code, name]))
  return {
    ok: true,
    refusal,
    cases: shifts.reduce((sum, { cases }) => sum + cases, 0),
    total: shifts.length,
    shifts: shifts.slice(0, MOST_SHIFTS).map((shift) => ({
      ...shift,
      areaName: shift.area === null ? null : (areaNames.get(shift.area) ?? shift.area),
      before: unitName(shift.before),
      after: unitName(shift.after),
    })),
  }
}

type Judged = { readonly change: DutyChange; readonly old: Duty | null }

async function whyNot(
  parts: OrganisationParts,
  db: Db,
  district: string,
  { change, old }: Judged,
): Promise<OrganisationRefusal | null> {
  if (change.type === 'Add') return whyNotAdd(parts, db, district, change)
  if (change.type === 'Fallback') return whyNotFallback(parts, db, district, change.unit)
  return old?.to != null && old.to <= change.day ? 'duty-over' : null
}

/** The list as it is asked for; an import reads the same columns. */
export async function dutyTable(parts: OrganisationParts, asked: Omit<DutyQuestion, 'after' | 'limit'>) {
  const { db, directory, subjects } = parts
  const [tree, areas] = await Promise.all([
    directory.tree(asked.district, asked.day),
    subjects.areas(db, asked.district),
  ])
  const names = new Map(areas.map(({ code, name }) => [code, name]))
  const AT_ONCE = 500
  async function* rows() {
    let after: DutyQuestion['after'] = null
    do {
      const found: readonly Duty[] = await dutyPage(db, { ...asked, after, limit: AT_ONCE })
      for (const { id, category, area, unit, part, basis, from, to } of found.slice(0, AT_ONCE))
        yield {
          id,
          category,
          area: area === null ? '' : (names.get(area) ?? area),
          unit: tree.get(unit)?.code ?? '',
          unitName: tree.get(unit)?.name ?? unit,
          part: dutyParts[part].zh,
          basis,
          from,
          to,
        }
      const last: Duty | undefined = found[AT_ONCE - 1]
      after = found.length > AT_ONCE && last ? keyOfDuty(asked.sort, last) : null
    } while (after !== null)
  }
  const keys = Object.keys(dutyColumns) as (keyof typeof dutyColumns)[]
  const wide = new Set(['category', 'area', 'unitName', 'basis'])
  const columns = keys.map((key) => ({ key, title: dutyColumns[key].zh, width: wide.has(key) ? 32 : 14 }))
  const file: Readable = tableStream('xlsx', [{ name: dutySheet.zh, columns, rows: rows() }])
  return file
}

type Done = ({ readonly ok: true } & Taken) | Refused

const results = {
  nothing: rowWords.same,
  add: rowWords.opened,
  replace: dutyRowWords.replaced,
  end: dutyRowWords.ended,
} as const satisfies Record<DutyStep['does'], Said>

/** Takes a file of duties in: new rows add lines, known ones end or go to another unit from their day on. */
export async function importDuties(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  { sheet, ...options }: Options & { readonly sheet: Sheet },
): Promise<Done> {
  const { records } = recordsOf(sheet)
  if (records.length === 0) return refused('import-file-empty')
  const deed = { what: 'organisations.duties.import', target: DUTY_LIST }
  const done = await operate<Done>(parts.db, by, deed, async (tx, tell) => {
    await takeTurn(tx, who.district)
    const { steps, faults } = await judged(parts, tx, who, records)
    const taken = outcome(
      faults,
      options,
      steps.map((step) => ({ row: step.row, result: results[step.does] })),
    )
    if (taken.write) await write(tx, who.district, by, steps)
    tell({ field: 'rows', before: null, after: String(taken.write ? taken.taken : 0) })
    if (taken.write)
      tell(
        ...steps
          .filter(({ does }) => does !== 'nothing')
          .slice(0, 20)
          .flatMap(changesOf),
      )
    return { ok: true, ...taken, passwords: new Map() }
  })
  parts.directory.forget()
  return done
}

const changesOf = ({ standing, line }: DutyStep) => told(standing, line).filter(({ field }) => field !== 'part')

async function judged(
  { directory, subjects }: OrganisationParts,
  tx: Db,
  who: StaffWho,
  records: Parameters<typeof readDuties>[0],
) {
  const { district } = who
  const day = directory.today()
  const every = { district, day, category: null, unit: null, area: null, part: null, text: null, after: null } as const
  const found = await dutyPage(tx, { ...every, when: 'standing', sort: 'category', limit: 20_000 })
  const areas = await subjects.areas(tx, district)
  const read = readDuties(records, {
    today: day,
    categories: new Set([
      ...(await subjects.categories(tx, district)),
      // What stands on the list already may stay there, though the catalogue has dropped it.
      ...found.map(({ category }) => category),
    ]),
    areas: new Map([
      ...found.flatMap(({ area }) => (area === null ? [] : [[area, area] as const])),
      ...areas.map(({ code, name }) => [name, code] as const),
    ]),
    units: [...(await directory.tree(district)).values()],
    standing: found,
  })
  const outside = read.steps.filter(
    ({ line, standing }) => !reachesDuty(who, line.unit) || (standing !== null && !reachesDuty(who, standing.unit)),
  )
  const said = organisationRefusals['outside-your-scope']
  const faults = [...read.faults, ...outside.map(({ row }) => ({ row, column: dutyColumns.unit.zh, said }))]
  return { steps: read.steps.filter((step) => !outside.includes(step)), faults }
}

async function write(tx: Db, district: string, by: Operator, steps: readonly DutyStep[]): Promise<void> {
  const fresh: Duty[] = []
  for (const { does, row, line, standing } of steps) {
    if (does === 'end' && standing && line.to) await endDuty(tx, district, standing.id, line.to)
    if (does === 'replace' && standing) await endDuty(tx, district, standing.id, line.from)
    const id: DutyId = `duty_${sortableId(by.at).slice(0, -4)}${String(row).padStart(4, '0')}`
    if (does === 'add' || does === 'replace') fresh.push({ ...line, id })
  }
  await insertDuties(tx, district, fresh)
}
