import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { CardRow } from '../model/card.ts'
import { casesIn } from './lists.ts'

/** The alarms of a district that nobody has heard, the newest first; what has been answered needs no alarm any more. */
export const unheardAlarms = (db: Db, district: string, limit: number): Promise<CardRow[]> =>
  casesIn(db, {
    district,
    filters: [],
    ways: [
      sql<SqlBool>`(not c.settled and (c.state #>> '{registers,unheard}') = '1' and c.phase not in ('checking', 'answered'))`,
    ],
    sort: 'filed',
    after: null,
    limit,
  })
