import { sql } from 'kysely'
import type { CardRow } from '../../kernel/cases/model/card.ts'
import type { CaseState } from '../../kernel/cases/model/case.ts'
import { casesIn } from '../../kernel/cases/store/lists.ts'
import type { Db } from '../../platform/db/db.ts'

type Mine = {
  readonly district: string
  readonly person: string
  readonly open: boolean | null
  readonly after: string | null
  readonly limit: number
}

/** A resident's own cases, the newest first and one more than asked for; joint tasks are the units' own. */
export const casesOf = (db: Db, { district, person, open, after, limit }: Mine): Promise<CardRow[]> =>
  casesIn(db, {
    district,
    filters: [
      sql`c.parent is null`,
      ...(open === null ? [] : [open ? sql<boolean>`not c.settled` : sql<boolean>`c.settled`]),
    ],
    ways: [sql`c.applicant = ${person}`],
    sort: 'filed',
    after: after === null ? null : { key: null, id: after },
    limit,
  })

/** The clocks of some cases, by id: the list of a resident tells the one that counts for him. */
export async function clocksOf(
  db: Db,
  district: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseState['clocks']>> {
  const { rows } = await sql<{ id: string; clocks: CaseState['clocks'] }>`select id, state->'clocks' as clocks
    from cases.card where district = ${district} and id = any(${sql.val([...ids])}::text[])`.execute(db.kysely)
  return new Map(rows.map(({ id, clocks }) => [id, clocks]))
}
