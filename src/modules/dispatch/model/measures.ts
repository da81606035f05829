/** What every decision about where a case belongs is counted as, by the day on which it was made. */
export const sortingMeasureNames = [
  'sorting-decided',
  // something else was chosen than was proposed: the category, the unit or both
  'sorting-corrected',
  // the proposal had a confidence, and was not sure
  'sorting-measured',
  'sorting-low',
  'sorting-unmeasured',
] as const
export type SortingMeasure = (typeof sortingMeasureNames)[number]
