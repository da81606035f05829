import type { LngLat } from '../../../platform/geo/shapes.ts'
import type { FromDoorView } from '../model/circle.ts'
import type { Time } from '../model/walk.ts'
import type { Circle } from './circles.ts'

export const ringsFrom = (_circle: Circle, _at: LngLat, _limits: readonly Time[]): FromDoorView['rings'] => []
