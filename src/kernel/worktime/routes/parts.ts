import type { Ground } from '../../module.ts'
import type { Authority } from '../../people/routes/door.ts'
import type { MovingDue, WorkCalendar } from '../model.ts'

export type WorktimeRouteParts = Ground & {
  readonly authority: Authority
  /** Which due dates of open cases another calendar would move; the case engine, a later house, answers. */
  readonly movingDues: (district: string, calendar: WorkCalendar) => Promise<readonly MovingDue[]>
}
