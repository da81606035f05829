import type { Job } from '../../platform/jobs/model.ts'
import { DAY, HOUR, later } from '../../platform/time.ts'
import type { Ground } from '../module.ts'
import { deleteOldBrakes } from './store/brakes.ts'
import { deleteEnded } from './store/sessions.ts'

/** Takes away what is over: sessions past their end, codes and journeys to the identity server, brakes long let go. */
export const sweep = ({ db }: Pick<Ground, 'db'>): Job => ({
  name: 'people.sweep',
  every: HOUR,
  async run(at) {
    await deleteEnded(db, at)
    await deleteOldBrakes(db, later(at, -2 * DAY))
  },
})
