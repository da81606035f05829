/** Who sees the sensors, as far as a desk needs them. */
export const READ_RIGHT = 'cases.read'
/** Who registers sensors and writes rules. */
export const MANAGE_RIGHT = 'sensors.manage'
