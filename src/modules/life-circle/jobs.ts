import type { Job } from '../../platform/jobs/model.ts'
import { MINUTE } from '../../platform/time.ts'
import type { CoverageParts } from './handle/coverage.ts'
import { measureAgain } from './handle/gaps.ts'

/** What runs by itself here: a task that came from a gap is measured again when it has ended. */
export const lifeCircleJobs = (parts: CoverageParts & { readonly district: string }): Job[] => [
  {
    name: 'life-circle.measure-again',
    district: parts.district,
    every: MINUTE,
    run: async () => void (await measureAgain(parts, parts.district)),
  },
]
