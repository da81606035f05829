import type { Db } from '../../../platform/db/db.ts'
import type { Rule, Sensor } from '../model/sensor.ts'
import { rulesOf, sensorsOf } from '../store/sensors.ts'

export type Known = { readonly sensors: ReadonlyMap<string, Sensor>; readonly rules: readonly Rule[] }

/** How long sensors and rules are believed without asking again, in milliseconds of the machine. */
const BELIEVED = 2_000

/** Sensors and rules of a district, remembered for a moment because every batch asks. */
export function createKnown(db: Db, ticks = () => performance.now()) {
  const kept = new Map<string, { readonly until: number; readonly known: Promise<Known> }>()
  const read = async (district: string): Promise<Known> => {
    const [sensors, rules] = await Promise.all([sensorsOf(db, district), rulesOf(db, district)])
    return { sensors: new Map(sensors.map((sensor) => [sensor.id, sensor])), rules }
  }
  const known = (district: string): Promise<Known> => {
    const last = kept.get(district)
    if (last && last.until > ticks()) return last.known
    const next = read(district)
    kept.set(district, { until: ticks() + BELIEVED, known: next })
    next.catch(() => kept.delete(district))
    return next
  }
  return Object.assign(known, { forget: () => kept.clear() })
}

export type KnownOf = ReturnType<typeof createKnown>
