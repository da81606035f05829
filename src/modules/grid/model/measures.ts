/** What every grid case is counted as; a figure is a sum of these, its list the cases that bring them. */
export const gridMeasureNames = [
  // by the day of reporting
  'grid-reported',
  'grid-by-patrol',
  'grid-registered',
  'grid-rejected',
  'grid-linked',
  'grid-returned',
  // as it stands now, by the day of reporting
  'grid-open',
  'grid-overdue',
  // by the day of closing
  'grid-closed',
  'grid-in-time',
  'grid-late',
  'grid-reworked',
  'grid-same-spot',
  'grid-other-spot',
] as const
export type GridMeasure = (typeof gridMeasureNames)[number]
