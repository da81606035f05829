import type { Db } from '../../../platform/db/db.ts'
import type { MovingDue, WorkCalendar } from '../../worktime/model.ts'
import { localDay, recount } from '../../worktime/rules.ts'
import { worktimeOn } from '../../worktime/store.ts'
import { provisionalClocks } from '../store/held.ts'

/** Which provisional due dates of open cases another calendar would move: what `recounting` will do, rehearsed. */
export const movingDues =
  (db: Db) =>
  async (district: string, calendar: WorkCalendar): Promise<readonly MovingDue[]> => {
    const found: MovingDue[] = []
    for (const { id, number, unit, account } of await provisionalClocks(db, district)) {
      const worktime = await worktimeOn(db, calendar, { district, unit: unit ?? '', day: localDay(account.from) })
      const { due } = recount(worktime, account)
      if (due !== account.due) found.push({ case: id, number, before: account.due, after: due })
    }
    return found
  }
