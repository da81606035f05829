import type { Db } from '../../../platform/db/db.ts'
import type { Clock } from '../../../platform/time.ts'
import { loadCalendar } from '../../worktime/store.ts'
import type { Actor, CaseId } from '../model/case.ts'
import { provisionalCases } from '../store/held.ts'
import type { Cases } from './cases.ts'

const administration: Actor = { id: null, unit: null, roles: new Set(['administrator']) }

/**
 * When a calendar that was awaited has been published, every due date that was provisional is counted again, by a
 * recorded move and never silently (design 2.4). Looks at the cases only when the calendars have changed.
 */
export function recounting({ db, clock, cases }: { db: Db; clock: Clock; cases: Cases }): () => Promise<number> {
  let known: string | null = null
  return async () => {
    const { version } = await loadCalendar(db)
    if (version === known) return 0
    let moved = 0
    for (const id of await provisionalCases(db, version)) moved += (await recountOne(cases, clock, id)) ? 1 : 0
    known = version
    return moved
  }
}

async function recountOne(cases: Cases, clock: Clock, id: CaseId): Promise<boolean> {
  return (await cases.move(id, { move: 'recount', at: clock.now(), by: administration })).ok
}
