import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { Duty, DutyId, SendRefusal, StaffWho, UnitId } from '../model.ts'
import { covers } from '../policy.ts'
import { type DutyQuestion, type Responsible, whoIsResponsible, whyNotReceive } from '../rules/duties.ts'
import { treeOn } from '../rules/tree.ts'
import { endDuty, findDuty, insertDuties } from '../store/duties.ts'
import { takeTurn, unitVersions } from '../store/units.ts'
import type { Directory } from './directory.ts'
import type { OrganisationParts } from './parts.ts'

type Done = { readonly ok: true; readonly id: string } | Refused
export const DUTIES_RIGHT = 'organisations.duties'

const reaches = (who: StaffWho, unit: UnitId): boolean =>
  covers(who, DUTIES_RIGHT, { district: who.district, unit, holder: null, createdBy: null, grid: null })

/** Adds a line to the duty list. A line is never rewritten: end it and add another. */
export async function addDuty(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  line: Omit<Duty, 'id'>,
): Promise<Done> {
  if (line.to !== null && line.to <= line.from) return refused('days-upside-down')
  if (!reaches(who, line.unit)) return refused('outside-your-scope', 403)
  const duty: Duty = { ...line, id: `duty_${sortableId(by.at)}` }
  const done = await operate<Done>(parts.db, by, { what: 'organisations.duty.add', target: duty.id }, async (tx) => {
    await takeTurn(tx, who.district)
    if (!treeOn(await unitVersions(tx, who.district), duty.from).has(duty.unit)) return refused('no-such-unit')
    await insertDuties(tx, who.district, [duty])
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
  const done = await operate<Done>(parts.db, by, { what: 'organisations.duty.end', target: end.id }, async (tx) => {
    await takeTurn(tx, who.district)
    const duty = await findDuty(tx, who.district, end.id)
    if (duty === null) return refused('no-such-duty', 404)
    if (!reaches(who, duty.unit)) return refused('outside-your-scope', 403)
    await endDuty(tx, who.district, end.id, end.day)
    return { ok: true, id: end.id }
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
