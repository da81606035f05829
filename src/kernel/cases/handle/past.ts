import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { CaseEvent, CaseId } from '../model/case.ts'
import type { PastCase } from '../model/past.ts'
import { pastOf } from '../rules/past.ts'
import type { AnyProcedure } from '../rules/procedure.ts'
import { underWayBetween } from '../store/past.ts'
import { standingsOf } from '../store/timeline.ts'

type Parts = { readonly db: Db; readonly procedures: Readonly<Record<string, AnyProcedure>> }
type Between = { readonly district: string; readonly from: Instant; readonly until: Instant }

/** So many lives are read from the ledger at once. */
const AT_ONCE = 500

/**
 * Every request that was under way between two instants, as it stood: told by the ledger alone, so that a past evening
 * is what it was and not what today's snapshots remember of it.
 */
export async function casesBetween({ db, procedures }: Parts, between: Between): Promise<PastCase[]> {
  const { district, from, until } = between
  const ids = await underWayBetween(db, between)
  const found: PastCase[] = []
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const rows = await standingsOf(db, { district, ids: ids.slice(first, first + AT_ONCE), until })
    for (const [id, events] of byStream(rows)) {
      const past = pastOf(id, events, { procedures, from })
      if (past) found.push(past)
    }
  }
  return found
}

function byStream(rows: readonly (CaseEvent & { readonly stream: CaseId })[]): Map<CaseId, CaseEvent[]> {
  const found = new Map<CaseId, CaseEvent[]>()
  for (const row of rows) {
    const events = found.get(row.stream)
    if (events) events.push(row)
    else found.set(row.stream, [row])
  }
  return found
}
