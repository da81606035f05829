import type { Job } from '../../platform/jobs/model.ts'
import { HOUR } from '../../platform/time.ts'
import { publish, type ResultParts } from './handle.ts'

/** Looks every hour whether a week is over that has not been published. */
export const resultJobs = (parts: ResultParts): Job[] => [
  { name: 'results.publish', district: parts.district, every: HOUR, run: async () => void (await publish(parts)) },
]
