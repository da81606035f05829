import type { StaffWho } from '../../organisations/model.ts'
import { postsWith } from '../../organisations/policy.ts'
import type { CaseLine } from '../model/views.ts'
import { watchesAlarms } from '../policy/alarms.ts'
import { READ_RIGHT, sightOf } from '../policy/sight.ts'
import { lineOf } from '../rules/present.ts'
import { unheardAlarms } from '../store/alarms.ts'
import { reachedOf } from '../store/sight.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { namesFor } from './naming.ts'

/** More than this at once is a disaster, and told as such. */
const MOST = 50

/** Whether the light of the district burns for him. */
export const seesAlarms = (who: StaffWho): boolean =>
  postsWith(who, READ_RIGHT).some(({ capacities }) => watchesAlarms(capacities))

/** What burns now where he may look, as lines of a list. */
export async function alarmsFor(parts: CaseDoorParts, who: StaffWho): Promise<readonly CaseLine[]> {
  const burning = await unheardAlarms(parts.db, who.district, MOST)
  const seen = new Set<string>(
    await reachedOf(
      parts.db,
      sightOf(who),
      burning.map(({ id }) => id),
    ),
  )
  const rows = burning.filter(({ id }) => seen.has(id))
  const staff = rows.map(({ holder }) => holder)
  const names = await namesFor(parts, who.district, { matters: rows, staff })
  return rows.map((row) => lineOf(row, names, parts.clock.now()))
}
