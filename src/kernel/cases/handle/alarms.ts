import type { Capacity, StaffWho } from '../../organisations/model.ts'
import { postsWith } from '../../organisations/policy.ts'
import type { CaseLine } from '../model/views.ts'
import { READ_RIGHT } from '../policy/sight.ts'
import { lineOf } from '../rules/present.ts'
import { unheardAlarms } from '../store/alarms.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { namesFor } from './naming.ts'

/** Who sits at the duty desk, and who watches the wall. */
const onWatch: readonly Capacity[] = [
  'intake',
  'intake-head',
  'dispatcher',
  'supervisor',
  'top-leader',
  'outside-leader',
]

/** More than this at once is a disaster, and told as such. */
const MOST = 50

/** Whether the light of the district burns for him. */
export const seesAlarms = (who: StaffWho): boolean =>
  postsWith(who, READ_RIGHT).some(
    ({ reach, capacities }) => reach === 'all' && capacities.some((one) => onWatch.includes(one)),
  )

/** What burns now, as lines of a list. */
export async function alarmsFor(parts: CaseDoorParts, who: StaffWho): Promise<readonly CaseLine[]> {
  const rows = await unheardAlarms(parts.db, who.district, MOST)
  const staff = rows.map(({ holder }) => holder)
  const names = await namesFor(parts, who.district, { matters: rows, staff })
  return rows.map((row) => lineOf(row, names, parts.clock.now()))
}
