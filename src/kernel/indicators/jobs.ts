import type { Db } from '../../platform/db/db.ts'
import type { Job } from '../../platform/jobs/model.ts'
import { SECOND } from '../../platform/time.ts'
import type { IndicatorDefinition } from './model.ts'
import { measuresOf } from './rules.ts'
import { districtsCounted, rollUp } from './store/roll-up.ts'

export type RollUpParts = { readonly db: Db; readonly definitions: readonly IndicatorDefinition[] }

/** Keeps the cubes of every district some seconds behind the books; what lies between is read from the books. */
export const indicatorJobs = ({ db, definitions }: RollUpParts): readonly Job[] => [
  {
    name: 'indicators.roll-up',
    every: 10 * SECOND,
    async run() {
      const { standing } = measuresOf(definitions)
      for (const district of await districtsCounted(db)) await rollUp(db, district, standing)
    },
  },
]
