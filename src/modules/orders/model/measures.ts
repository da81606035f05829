/** What every order is counted as; a figure is a sum of these, its list the cases that bring them. */
export const orderMeasureNames = [
  // volume, by the day of filing
  'filed',
  'assigned',
  'diverted',
  'linked',
  'withdrawn',
  'returned',
  'returned-away',
  // flow, by its own day
  'accepted',
  'closed',
  // as it stands now, by the day of filing
  'open',
  'on-hold',
  'overdue',
  'no-at-1',
  'no-at-2',
  'no-at-3',
  'no-at-4',
  // how a proposed no ended, by the day of filing
  'no-overruled-1',
  'no-overruled-2',
  'no-overruled-3',
  'no-overruled-4',
  'no-confirmed-1',
  'no-confirmed-2',
  'no-confirmed-3',
  'no-confirmed-4',
  // quality, by the day of the last answer
  'solved',
  'explained',
  'unsolved',
  'solved-at-once',
  'explained-at-once',
  'in-time',
  'late',
  'contacted',
  'contact-missed',
  'reworked',
  'check-failed',
  'stars-1',
  'stars-2',
  'stars-3',
  'stars-4',
  'stars-5',
  'visit-satisfied',
  'visit-basically',
  'visit-fair',
  'visit-dissatisfied',
  'visit-unrated',
  'rectified',
  // joint tasks, never among the requests
  'joint',
  'joint-open',
  'joint-in-time',
  'joint-late',
] as const
export type OrderMeasure = (typeof orderMeasureNames)[number]

/** Under which names the ratings house finds ratings and what they are given to. */
export const orderRatingMeasures = {
  stars: { 5: 'stars-5', 4: 'stars-4', 3: 'stars-3', 2: 'stars-2', 1: 'stars-1' },
  answered: ['solved', 'explained', 'unsolved', 'solved-at-once', 'explained-at-once'],
} as const satisfies { stars: Record<1 | 2 | 3 | 4 | 5, OrderMeasure>; answered: readonly OrderMeasure[] }
