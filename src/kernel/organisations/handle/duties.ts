import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { Change } from '../../people/store/logs.ts'
import type { Duty, DutyId, OrganisationRefusal, SendRefusal, StaffWho, UnitId } from '../model.ts'
import { covers } from '../policy.ts'
import { type DutyQuestion, type Responsible, whoIsResponsible, whyNotReceive } from '../rules/duties.ts'
import { treeOn } from '../rules/tree.ts'
import { dutiesOn, endDuty, fallbackDesk, findDuty, insertDuties, setFallbackDesk } from '../store/duties.ts'
import { takeTurn, unitVersions } from '../store/units.ts'
import type { Directory } from './directory.ts'
import type { OrganisationParts } from './parts.ts'

type Done = { readonly ok: true; readonly id: string } | Refused
export const DUTIES_RIGHT = 'organisations.duties'
/** Under which the operation log keeps what was done to the list, whichever line it was. */
export const DUTY_LIST = 'duties'

export const reachesDuty = (who: StaffWho, unit: UnitId): boolean =>
  covers(who, DUTIES_RIGHT, { district: who.district, unit, holder: null, createdBy: null, grid: null })

/** The line as the log tells it: what it was about, and what became of its unit and its days. */
export const told = (before: Duty | null, after: Omit<Duty, 'id'> | null): readonly Change[] => {
  const line = after ?? before
  const about = line ? [line.category || '/', line.area].filter((one) => one !== null).join(' · ') : ''
  return [
    { field: 'duty', before: null, after: about },
    { field: 'unit', before: before?.unit ?? null, after: after?.unit ?? null },
    ...(line ? [{ field: 'part', before: null, after: line.part }] : []),
    { field: 'from', before: null, after: after?.from ?? null },
    { field: 'to', before: null, after: after?.to ?? null },
  ].filter(({ before: was, after: is }) => was !== null || is !== null)
}

export type DutyLineAsked = { readonly line: Omit<Duty, 'id'>; readonly replaces: DutyId | null }

/** Why a line cannot be added as it stands; null when it can. The scope is asked before. */
export async function whyNotAdd(
  { subjects }: Pick<OrganisationParts, 'subjects'>,
  tx: Db,
  district: string,
  { line, replaces }: DutyLineAsked,
): Promise<OrganisationRefusal | null> {
  if (line.to !== null && line.to <= line.from) return 'days-upside-down'
  if (!treeOn(await unitVersions(tx, district), line.from).has(line.unit)) return 'no-such-unit'
  const [categories, areas] = [await subjects.categories(tx, district), await subjects.areas(tx, district)]
  if (line.category !== '' && categories.length > 0 && !categories.includes(line.category)) return 'no-duty-category'
  if (line.area !== null && areas.length > 0 && !areas.some(({ code }) => code === line.area)) return 'no-duty-area'
  if (replaces !== null) {
    const old = await findDuty(tx, district, replaces)
    if (old === null) return 'no-such-duty'
    if (old.to !== null && old.to <= line.from) return 'duty-over'
  }
  const twin = (await dutiesOn(tx, district, line.from)).find(
    (one) =>
      one.id !== replaces &&
      one.category === line.category &&
      one.area === line.area &&
      one.unit === line.unit &&
      one.part === line.part &&
      one.id !== 'duty_fallback',
  )
  return twin ? 'duty-stands' : null
}

/** Adds a line to the duty list, in place of another where one is named. A line is never rewritten: it ends. */
export async function addDuty(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  { line, replaces }: DutyLineAsked,
): Promise<Done> {
  const duty: Duty = { ...line, id: `duty_${sortableId(by.at)}` }
  if (!reachesDuty(who, line.unit)) return refused('outside-your-scope', 403)
  const deed = { what: 'organisations.duty.add', target: DUTY_LIST }
  const done = await operate<Done>(parts.db, by, deed, async (tx, tell) => {
    await takeTurn(tx, who.district)
    const no = await whyNotAdd(parts, tx, who.district, { line, replaces })
    if (no) return refused(no, no === 'no-such-duty' ? 404 : 409)
    const old = replaces && (await findDuty(tx, who.district, replaces))
    if (old && !reachesDuty(who, old.unit)) return refused('outside-your-scope', 403)
    if (old) await endDuty(tx, who.district, old.id, line.from)
    await insertDuties(tx, who.district, [duty])
    tell(...told(old, duty))
    return { ok: true, id: duty.id }
  })
  parts.directory.forget()
  return done
}

export async function removeDuty(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  end: { id: DutyId; day: Day },
): Promise<Done> {
  const deed = { what: 'organisations.duty.end', target: DUTY_LIST }
  const done = await operate<Done>(parts.db, by, deed, async (tx, tell) => {
    await takeTurn(tx, who.district)
    const duty = await findDuty(tx, who.district, end.id)
    if (duty === null) return refused('no-such-duty', 404)
    if (!reachesDuty(who, duty.unit)) return refused('outside-your-scope', 403)
    if (duty.to !== null && duty.to <= end.day) return refused('duty-over')
    await endDuty(tx, who.district, end.id, end.day)
    tell(...told(duty, { ...duty, to: end.day }).filter(({ field }) => field !== 'from'))
    return { ok: true, id: end.id }
  })
  parts.directory.forget()
  return done
}

/** Why this unit cannot be the fallback desk; null when it can: it stands today and no end is set to it. */
export async function whyNotFallback(
  parts: Pick<OrganisationParts, 'directory'>,
  tx: Db,
  district: string,
  unit: UnitId,
): Promise<OrganisationRefusal | null> {
  const today = parts.directory.today()
  const versions = await unitVersions(tx, district)
  const stays = versions.some((one) => one.id === unit && one.to === null && one.from <= today)
  return stays ? null : 'no-such-unit'
}

/** The fallback desk moves to another unit; open cases stay where they are. */
export async function moveFallbackDesk(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  { unit, basis }: { readonly unit: UnitId; readonly basis: string },
): Promise<{ readonly ok: true } | Refused> {
  const { district } = who
  type Moved = { readonly ok: true } | Refused
  const deed = { what: 'organisations.fallback.move', target: DUTY_LIST }
  const done = await operate<Moved>(parts.db, by, deed, async (tx, tell) => {
    await takeTurn(tx, district)
    const no = await whyNotFallback(parts, tx, district, unit)
    if (no) return refused(no, 404)
    tell({ field: 'unit', before: await fallbackDesk(tx, district), after: unit })
    await setFallbackDesk(tx, district, unit, basis)
    return { ok: true }
  })
  parts.directory.forget()
  return done
}

/** Who leads for a category in an area today; never nobody, as the fallback desk always exists. */
export async function responsibleToday(
  directory: Directory,
  district: string,
  question: DutyQuestion,
): Promise<Responsible> {
  const found = whoIsResponsible(question, await directory.duties(district))
  if (found === null) throw new Error(`district ${district} has no fallback desk`)
  return found
}

/** Why a matter of this category may not be sent to the unit today; null when it may. */
export async function whyNotSendTo(
  directory: Directory,
  district: string,
  unit: UnitId,
  category: readonly string[],
  as: Duty['part'] = 'lead',
): Promise<SendRefusal | null> {
  const here = (await directory.tree(district)).get(unit)
  if (here === undefined) return 'no-such-unit'
  return whyNotReceive(here, category, await directory.duties(district), as)
}
