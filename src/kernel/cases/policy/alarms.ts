import type { Capacity } from '../../organisations/model.ts'

/** Who sits at the duty desk, and who watches the wall: for them the light of the district burns. */
export const onWatch: readonly Capacity[] = [
  'intake',
  'intake-head',
  'dispatcher',
  'supervisor',
  'top-leader',
  'outside-leader',
]

export const watchesAlarms = (capacities: readonly string[]): boolean =>
  capacities.some((one) => onWatch.some((capacity) => capacity === one))
