import type { LngLat } from '../../../platform/geo/shapes.ts'
import { surfaceOf } from '../../../platform/geo/shapes.ts'
import type { FromDoorView } from '../model/circle.ts'
import { minutesOf, type Time } from '../model/walk.ts'
import { type Isochrones, isochronesOver } from '../rules/isochrone/isochrone.ts'
import type { Circle } from './circles.ts'

/** Kept with the circle they belong to: each holds the arrays of its searches. */
const ready = new WeakMap<Circle, Isochrones>()

/** The surfaces within so many minutes of a point, the smallest first; none where no way is near. */
export function ringsFrom(circle: Circle, at: LngLat, limits: readonly Time[]): FromDoorView['rings'] {
  const { walk, ground } = circle
  const isochrones = ready.get(circle) ?? isochronesOver({ walk, ground: ground.squares, snapper: ground.snapper })
  ready.set(circle, isochrones)
  return (isochrones.from(at, limits) ?? []).map(({ limit, surface, squareMetres }) => ({
    minutes: minutesOf(limit),
    squareMetres: Math.round(squareMetres),
    surface: surfaceOf(surface),
  }))
}
