import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { namesFor } from '../../../kernel/cases/handle/naming.ts'
import type { CardRow } from '../../../kernel/cases/model/card.ts'
import type { CaseState } from '../../../kernel/cases/model/case.ts'
import { lineOf } from '../../../kernel/cases/rules/present.ts'
import { residentOnly, residentSignedOf } from '../../../kernel/people/routes/door.ts'
import { decodeCursor, encodeCursor } from '../../../platform/http/paging.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { MinePage, MineQuery } from '../model/views.ts'
import { residentClock } from '../rules/present-resident.ts'
import { waitsForApplicant } from '../rules/waiting.ts'
import { casesOf, clocksOf } from '../store.ts'

/** 我的诉求: the newest first. */
export function mineRoutes(http: Http, parts: CaseDoorParts): void {
  const { db, clock, procedures } = parts
  /** The due date that he is told on the page of the case, and not the soonest of the house's own. */
  const promised = (row: CardRow, clocks: CaseState['clocks'] | undefined): CardRow => {
    const procedure = procedures[row.procedure]
    const waits = procedure && clocks ? residentClock(procedure, { clocks, stage: row.stage }) : null
    return {
      ...row,
      due: waits?.account.due ?? null,
      dueIn: waits?.account.term.unit ?? null,
      warnAt: waits?.warnAt ?? null,
    }
  }
  http.get(
    '/api/orders/mine',
    {
      onRequest: residentOnly,
      schema: {
        tags: ['orders'],
        summary: 'My orders',
        querystring: MineQuery,
        response: { 200: MinePage, ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, open = null } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 1)
      if (cursor && !cursor.ok) return cursor
      const { district, id: person } = residentSignedOf(request)
      const found = await casesOf(db, { district, person, open, after: cursor && String(cursor.key[0]), limit })
      const rows = found.slice(0, limit)
      const [names, clocks] = await Promise.all([
        namesFor(parts, district, { matters: rows, staff: [] }),
        clocksOf(
          db,
          district,
          rows.map(({ id }) => id),
        ),
      ])
      const now = clock.now()
      const last = rows.at(-1)
      return {
        rows: rows.map((row) => ({
          ...lineOf(promised(row, clocks.get(row.id)), names, now),
          yourTurn: waitsForApplicant(row),
        })),
        next: found.length > limit && last ? encodeCursor([last.id]) : null,
      }
    },
  )
}
