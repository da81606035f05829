import type { Job, Message } from '../../platform/jobs/model.ts'
import { HOUR, type Instant, MINUTE } from '../../platform/time.ts'
import { RAISED_TOPIC, RECOVERED_TOPIC } from './handle/intake.ts'
import { raised, recovered } from './handle/opening.ts'
import type { SensorParts } from './handle/parts.ts'
import { lookForSilence } from './handle/silence.ts'
import { forgetReadings } from './store/readings.ts'

const AT_ONCE = 20_000
const ROUNDS = 100

export const sensorsOutbox = (parts: SensorParts): Readonly<Record<string, (message: Message) => Promise<void>>> => ({
  [RAISED_TOPIC]: raised(parts),
  [RECOVERED_TOPIC]: recovered(parts),
})

/** `speakOn`: in the demo the sensors go on speaking, before it is asked who is silent. */
export type SensorJobParts = SensorParts & { readonly speakOn?: (at: Instant) => Promise<void> }

export const sensorsJobs = (parts: SensorJobParts): readonly Job[] => [
  {
    name: 'sensors.silence',
    district: parts.district,
    every: MINUTE,
    async run(at) {
      await parts.speakOn?.(at)
      await lookForSilence(parts, parts.district)
    },
  },
  {
    name: 'sensors.forget',
    every: HOUR,
    async run(at) {
      for (let round = 0; round < ROUNDS; round++) if ((await forgetReadings(parts.db, at, AT_ONCE)) < AT_ONCE) return
    },
  },
]
