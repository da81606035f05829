import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Anchor } from '../model.ts'
import { type AnchorRecord, instantOfMoment, momentText } from './rows.ts'

const anchorColumns = sql`district, ${momentText('since')} as since, ${momentText('until')} as until,
  events, root, hash, hash_name`

const anchorOf = ({ since, until, events, hash_name, ...rest }: AnchorRecord): Anchor => ({
  ...rest,
  since: instantOfMoment(since),
  until: instantOfMoment(until),
  events: Number(events),
  hashName: hash_name,
})

/** The anchors of a district, oldest first. */
export async function anchorsOf(db: Db, district: string): Promise<Anchor[]> {
  const { rows } = await sql<AnchorRecord>`
    select ${anchorColumns} from ledger.anchor where district = ${district} order by anchor.until`.execute(db.kysely)
  return rows.map(anchorOf)
}

export async function findLastAnchor(db: Db, district: string): Promise<Anchor | null> {
  const { rows } = await sql<AnchorRecord>`
    select ${anchorColumns} from ledger.anchor
    where district = ${district} order by anchor.until desc limit 1`.execute(db.kysely)
  return rows[0] ? anchorOf(rows[0]) : null
}

/** False when another closer has taken the same interval. */
export async function addAnchor(tx: Db, anchor: Anchor): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into ledger.anchor (district, until, since, events, root, hash, hash_name)
    values (${anchor.district}, ${anchor.until}, ${anchor.since}, ${anchor.events}, ${anchor.root}, ${anchor.hash},
      ${anchor.hashName})
    on conflict do nothing`.execute(tx.kysely)
  return numAffectedRows === 1n
}

export type Interval = { readonly district: string; readonly since: Instant | null; readonly until: Instant }

/**
 * The hashes of every event recorded in [since, until), in order of (stream, seq), page by page through a cursor
 * of this transaction: the server sorts once, on disk where it must, and neither side holds them all.
 * `since` null: from the beginning.
 */
export async function* leavesOf(tx: Db, { district, since, until }: Interval): AsyncGenerator<readonly Buffer[]> {
  await sql`
    declare ledger_leaves no scroll cursor for
    select hash from ledger.event
    where district = ${district} and recorded_at < ${until}::timestamptz
      and recorded_at >= coalesce(${since}::timestamptz, '-infinity')
    order by stream, seq`.execute(tx.kysely)
  for (;;) {
    const { rows } = await sql<{ hash: Buffer }>`fetch 5000 from ledger_leaves`.execute(tx.kysely)
    if (rows.length === 0) break
    yield rows.map(({ hash }) => hash)
  }
  await sql`close ledger_leaves`.execute(tx.kysely)
}
