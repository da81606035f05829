import { type Said, said } from '../../../platform/words.ts'

/** What the operation log says was done here. */
export const sensorOperations = {
  'sensors.sensor': said('保存传感器', 'Saved a sensor'),
  'sensors.maintenance': said('登记传感器检修', 'Recorded maintenance of a sensor'),
  'sensors.component': said('绑定传感器与部件', 'Bound a sensor to a component'),
  'sensors.rule': said('保存告警规则', 'Saved a rule of alarms'),
} as const satisfies Record<string, Said>
