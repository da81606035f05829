import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import type { Log } from '../../../platform/log/log.ts'

/** Where readings come from by MQTT; null: nowhere. */
export type MqttSettings = {
  readonly url: string
  /** With one `+` where the sensor's id stands, `sensors/+/readings`. */
  readonly topic: string
}

/** What the sensors house is given to work with. */
export type SensorParts = CaseDoorParts & {
  readonly log: Pick<Log, 'warn' | 'info'>
  readonly config: { readonly demo: boolean; readonly mqtt: MqttSettings | null }
}
