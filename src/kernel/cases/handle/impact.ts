import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Matter, MatterId } from '../../matters/model.ts'
import { promiseOn } from '../../matters/rules/promises.ts'
import { findHead } from '../../matters/store/versions.ts'
import { promiseWord } from '../../matters/words.ts'
import type { UnitId } from '../../organisations/model.ts'
import { whoIsResponsible } from '../../organisations/rules/duties.ts'
import type { Worktime } from '../../worktime/model.ts'
import { dueAfter, localDay } from '../../worktime/rules.ts'
import { loadCalendar, worktimeOn } from '../../worktime/store.ts'
import type { Impact, ProcedureView } from '../model/impact.ts'
import { knownProcedure } from '../rules/needs.ts'
import { openUnder } from '../store/under.ts'
import type { CaseDoorParts } from './door-parts.ts'

/** Every procedure of the city as an editor of matters chooses it. */
export const proceduresOf = ({ procedures, words }: CaseDoorParts): ProcedureView[] =>
  Object.values(procedures).flatMap((procedure) => {
    const own = words[procedure.name]
    const { needs } = knownProcedure(procedure)
    return own
      ? [{ name: procedure.name, title: own.name, needs: needs.map((key) => ({ key, label: promiseWord(key) })) }]
      : []
  })

/**
 * What would be different for a case filed now if the draft held already: due dates by today's calendar, the unit, and
 * how many open cases go on under the version they have.
 */
export async function impactOf(parts: CaseDoorParts, district: string, id: MatterId): Promise<Impact | Refused> {
  const { db, clock, directory } = parts
  const head = await findHead(db, district, id)
  if (!head) return refused('no-such-matter', 404)
  const filedAt = clock.now()
  const day = localDay(filedAt)
  const [calendar, duties, tree, open] = await Promise.all([
    loadCalendar(db),
    directory.duties(district),
    directory.tree(district),
    openUnder(db, district, id),
  ])
  const worktime = await worktimeOn(db, calendar, { district, unit: '', day })
  const now = head.published
  const next = head.draft ?? now
  const unitOf = (matter: Matter | null): string | null => {
    if (matter === null) return null
    const { rule, unit } = matter.duty
    const found = rule === 'unit' ? unit : whoIsResponsible({ category: matter.category, area: [] }, duties, rule)?.unit
    return found ? (tree.get(found as UnitId)?.name ?? found) : null
  }
  const [before, after] = [unitOf(now), unitOf(next)]
  return {
    filedAt,
    dues: duesOf(worktime, filedAt, now, next),
    unit: before === after ? null : { before, after },
    open,
  }
}

/** Due dates that differ, each reckoned from the same moment; a promise that is not made on its first day has none. */
function duesOf(worktime: Worktime, filedAt: Instant, now: Matter | null, next: Matter | null): Impact['dues'] {
  const keys = new Set([...(now?.promises ?? []), ...(next?.promises ?? [])].map(({ key }) => key))
  const due = (matter: Matter | null, key: string, day: string): string | null => {
    const promise = matter && promiseOn(matter, key, day as Matter['effectiveFrom'])
    return promise ? dueAfter(worktime, filedAt, promise.term).due : null
  }
  return [...keys].flatMap((key) => {
    const before = due(now, key, localDay(filedAt))
    const after = due(next, key, next?.effectiveFrom ?? localDay(filedAt))
    return before === after ? [] : [{ key, label: promiseWord(key), before, after }]
  })
}
