import { createKnown } from '../modules/sensors/handle/known.ts'
import { createListening } from '../modules/sensors/handle/listening.ts'
import { speakOn as speakOnInTown } from '../modules/sensors/seed/town.ts'
import type { Instant } from '../platform/time.ts'
import type { Grounds } from './ground.ts'

/** What hears the sensors in this process: nothing is heard by MQTT where no broker is named. */
export function openSensors({ db, clock, log, mac, config }: Grounds, nudge: () => void) {
  const sensorsKnown = createKnown(db)
  const { mqtt, district } = config
  const listening =
    mqtt === null ? null : createListening({ db, clock, known: sensorsKnown, district, mac, log, nudge }, mqtt)
  const speakOn = (now: Instant) => speakOnInTown({ db, district, now, known: sensorsKnown })
  return { sensorsKnown, listening, nudge, ...(config.demo && { speakOn }) }
}
