import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { HOUR, type Instant, later } from '../../../platform/time.ts'
import type { MeasuredView } from '../model/views.ts'
import { bucketsOf } from '../store/readings.ts'
import { episodesOfCase, findSensor, historyOf } from '../store/sensors.ts'
import type { SensorParts } from './parts.ts'

/** So much is shown before the trouble began, and after it was over. */
const BEFORE = 2 * HOUR
const AFTER = HOUR
const PARTS = 160

/** The curve behind a case: from before the first time its rule was raised until after the last one was over, or now. */
export async function measuredFor(
  { db, clock }: Pick<SensorParts, 'db' | 'clock'>,
  district: string,
  id: CaseId,
): Promise<MeasuredView | null> {
  const episodes = await episodesOfCase(db, district, id)
  const [first, last] = [episodes[0], episodes.at(-1)]
  if (!first || !last) return null
  const [sensor, versions] = await Promise.all([
    findSensor(db, district, last.sensor),
    historyOf(db, district, last.rule),
  ])
  const rule = versions.find(({ version }) => version === last.ruleVersion)
  if (!sensor || !rule) return null
  const from = later(first.beganAt, -BEFORE)
  const to = last.recoveredAt === null ? clock.now() : earlier(later(last.recoveredAt, AFTER), clock.now())
  const rows = await bucketsOf(db, { district, sensor: sensor.id, from, to }, PARTS)
  const { name, unit } = sensor
  return {
    sensor: { id: sensor.id, name, unit },
    when: rule.when,
    mark: rule.when === 'silent' ? null : rule.mark,
    times: episodes.length,
    beganAt: first.beganAt,
    recoveredAt: last.recoveredAt,
    peak: last.peak,
    chart: { from, to, rows: [...rows] },
  }
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)
