import type { Db } from '../../platform/db/db.ts'
import type { Job } from '../../platform/jobs/model.ts'
import { DAY, HOUR, type Instant, later } from '../../platform/time.ts'
import { proposeMonth } from './handle/proactive.ts'
import { DUTY_HOURS, TRACK_DAYS } from './model/patrol.ts'
import { endForgotten, forgetTracks } from './store/patrol.ts'

/** What comes round by itself in this house. */
export const gridJobs = ({ db, district }: { readonly db: Db; readonly district: string }): readonly Job[] => [
  { name: 'grid.proactive', every: DAY, run: async (at: Instant) => void (await proposeMonth(db, district, at)) },
  {
    name: 'grid.tracks',
    every: HOUR,
    run: async (at: Instant) => {
      await endForgotten(db, later(at, -DUTY_HOURS * HOUR), DUTY_HOURS)
      await forgetTracks(db, later(at, -TRACK_DAYS * DAY))
    },
  },
]
