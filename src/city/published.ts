import type { OrderMeasure } from '../modules/orders/model/measures.ts'
import type { Counter, PublishedMeasures } from '../modules/results/model.ts'

/** What is counted as what in the public list of results. */
export const publishedMeasures = {
  solved: ['solved', 'solved-at-once'],
  explained: ['explained', 'explained-at-once'],
  unsolved: ['unsolved'],
  inTime: ['in-time'],
  late: ['late'],
  rated: ['stars-1', 'stars-2', 'stars-3', 'stars-4', 'stars-5'],
  // 好差评: 基本满意 and better are good ratings (国务院办公厅 2019), as in the indicator praise-rate.
  satisfied: ['stars-3', 'stars-4', 'stars-5'],
} as const satisfies PublishedMeasures & Record<Counter, readonly OrderMeasure[]>
