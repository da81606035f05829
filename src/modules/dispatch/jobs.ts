import type { Db } from '../../platform/db/db.ts'
import type { Job } from '../../platform/jobs/model.ts'
import { type Clock, HOUR } from '../../platform/time.ts'
import { refreshTopics } from './handle/topics.ts'

/** What runs by itself here: topics are found anew every hour. */
export const dispatchJobs = (parts: { readonly db: Db; readonly clock: Clock; readonly district: string }): Job[] => [
  {
    name: 'dispatch.topics',
    district: parts.district,
    every: HOUR,
    run: async () => void (await refreshTopics(parts, parts.district)),
  },
]
