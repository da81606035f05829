import { later, SECOND } from '../../../platform/time.ts'
import type { Told } from '../rules/live.ts'
import { calm, isInMaintenance, rulesFor, silence } from '../rules/step.ts'
import { holdStates, putStates } from '../store/readings.ts'
import { rulesOf, sensorsOf } from '../store/sensors.ts'
import { newEpisodeId, tell } from './intake.ts'
import type { SensorParts } from './parts.ts'

/** Looks for sensors that have not spoken for as long as a rule allows. One that never spoke is not silent yet. */
export async function lookForSilence(
  { db, clock }: Pick<SensorParts, 'db' | 'clock'>,
  district: string,
): Promise<number> {
  const now = clock.now()
  const rules = (await rulesOf(db, district)).filter(({ when, active }) => when === 'silent' && active)
  if (rules.length === 0) return 0
  const shortest = Math.min(...rules.map(({ hold }) => hold))
  let found = 0
  for (const sensor of await sensorsOf(db, district)) {
    const { lastAt, active } = sensor
    const mine = rulesFor(rules, sensor)
    if (!active || lastAt === null || mine.length === 0 || isInMaintenance(sensor, now)) continue
    if (later(lastAt, shortest * SECOND) > now) continue
    found += await db.transaction(async (tx) => {
      const [state] = await holdStates(tx, district, [sensor.id])
      if (!state || state.lastAt === null) return 0
      const states = { ...state.rules }
      const told: Told[] = []
      for (const rule of mine) {
        const next = silence(rule, states[rule.id] ?? calm, state.lastAt, now, () => newEpisodeId(now))
        states[rule.id] = next.state
        if (next.happened !== null) told.push({ rule, sensor, happened: next.happened })
      }
      if (told.length === 0) return 0
      await putStates(tx, district, [{ ...state, rules: states }])
      for (const one of told) await tell(tx, district, one, now)
      return told.length
    })
  }
  return found
}
