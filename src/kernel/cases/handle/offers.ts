import type { Db } from '../../../platform/db/db.ts'
import type { Day } from '../../../platform/time.ts'
import type { Matter } from '../../matters/model.ts'
import { mattersInForce } from '../../matters/store/versions.ts'

/** How long the catalogue is believed without asking again, in milliseconds of the machine. */
const BELIEVED = 5_000

type Kept = { readonly until: number; readonly day: Day; readonly matters: Promise<readonly Matter[]> }
const kept = new WeakMap<Db, Map<string, Kept>>()

/** Every matter in force, remembered for some seconds because every filing asks. */
export function mattersNow(
  db: Db,
  district: string,
  day: Day,
  ticks = () => performance.now(),
): Promise<readonly Matter[]> {
  const ofDb = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, ofDb)
  const known = ofDb.get(district)
  if (known && known.day === day && known.until > ticks()) return known.matters
  const matters = mattersInForce(db, district, day)
  ofDb.set(district, { until: ticks() + BELIEVED, day, matters })
  matters.catch(() => ofDb.delete(district))
  return matters
}
