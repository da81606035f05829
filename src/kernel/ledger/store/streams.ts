import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { AppendRefusal, EventRow, Head, NewEvent, StreamName } from '../model.ts'
import { chain, type Hashing } from '../rules/chain.ts'

export type Appended = { ok: true; rows: readonly EventRow[] } | { ok: false; refusal: AppendRefusal }

/** `after` is the number of the last event the writer has seen, 0 for a new stream. */
export type Continuation = StreamName & { readonly after: number; readonly crypto: Hashing }

/**
 * Writes events behind number `after`. When another writer has already written there, the answer is
 * `somebody-was-first` and the transaction stays usable. Throws when number `after` does not exist.
 * The first event alone meets the other writer: whoever has it in owns the end of the stream until commit.
 */
export async function append(tx: Db, where: Continuation, events: readonly NewEvent[]): Promise<Appended> {
  const head = where.after === 0 ? null : await getHead(tx, where)
  const rows = chain(head, where, events)
  const [first, ...rest] = rows
  if (first === undefined) return { ok: true, rows }
  if ((await insertRows(tx, [first])) === 0) return { ok: false, refusal: 'somebody-was-first' }
  if (rest.length > 0 && (await insertRows(tx, rest)) < rest.length)
    throw new Error(`stream ${where.stream} has events behind a free number`)
  return { ok: true, rows }
}

async function getHead(tx: Db, { district, stream, after }: Continuation): Promise<Head> {
  const { rows } = await sql<Head>`
    select seq, hash from ledger.event
    where district = ${district} and stream = ${stream} and seq = ${after}`.execute(tx.kysely)
  if (rows[0] === undefined) throw new Error(`stream ${stream} has no event ${after} to continue`)
  return rows[0]
}

/**
 * Inserts rows that are already chained, of any streams, and says how many found their number free.
 * They travel as one JSON text, which costs the driver less than half of what arrays cost.
 */
export async function insertRows(tx: Db, rows: readonly EventRow[]): Promise<number> {
  const text = JSON.stringify(rows.map((row) => ({ ...row, hash: row.hash.toString('hex') })))
  const { numAffectedRows } = await sql`
    insert into ledger.event (district, stream, seq, type, at, by, body, hash)
    select district, stream, seq, type, at, by, coalesce(body, 'null'), decode(hash, 'hex')
    from json_to_recordset(${text}::json) as new
      (district text, stream text, seq int, type text, at timestamptz, by text, body jsonb, hash text)
    on conflict do nothing`.execute(tx.kysely)
  return Number(numAffectedRows ?? 0)
}

/** The part of a stream after number `after` that had happened by `until` (both optional), in order. */
export async function readStream(
  db: Db,
  { district, stream }: StreamName,
  { after = 0, until }: { readonly after?: number; readonly until?: Instant } = {},
): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select district, stream, seq, type, at, by, body, hash from ledger.event
    where district = ${district} and stream = ${stream} and seq > ${after}
      and (${until ?? null}::timestamptz is null or at <= ${until ?? null}::timestamptz)
    order by seq`.execute(db.kysely)
  return rows
}

/** Where each of these streams stands; a stream without events is not in the answer. */
export async function heads(db: Db, district: string, streams: readonly string[]): Promise<Map<string, Head>> {
  const { rows } = await sql<Head & { stream: string }>`
    select asked.stream, last.seq, last.hash
    from unnest(${streams}::text[]) as asked (stream)
    cross join lateral (
      select seq, hash from ledger.event
      where district = ${district} and event.stream = asked.stream
      order by seq desc limit 1
    ) last`.execute(db.kysely)
  return new Map(rows.map(({ stream, seq, hash }) => [stream, { seq, hash }]))
}
