import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { EventRow, RecordedRow } from '../model.ts'
import { instantOfMoment, momentText } from './rows.ts'

/** Every district that has ever written or been anchored, by one step of the keys each. */
export async function districts(db: Db): Promise<string[]> {
  const found: string[] = []
  for (let last = ''; ; ) {
    const { rows } = await sql<{ district: string | null }>`
      select least(
        (select district from ledger.event where district > ${last} order by district limit 1),
        (select district from ledger.anchor where district > ${last} order by district limit 1)
      ) as district`.execute(db.kysely)
    const next = rows[0]?.district ?? null
    if (next === null) return found
    found.push(next)
    last = next
  }
}

export async function countEvents(db: Db, district: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from ledger.event where district = ${district}`.execute(db.kysely)
  return Number(rows[0]?.count ?? 0)
}

type Place = { readonly stream: string; readonly seq: number }
type ScannedRow = Pick<RecordedRow, 'stream' | 'seq' | 'type' | 'by' | 'body' | 'hash'> & {
  at: string
  recorded: string
}

async function pageAfter(db: Db, district: string, { place, size }: { place: Place; size: number }) {
  const { rows } = await sql<ScannedRow>`
    select stream, seq, type, ${momentText('event.at')} as at, by, body, hash,
      ${momentText('event.recorded_at')} as recorded
    from ledger.event
    where district = ${district} and (stream, seq) > (${place.stream}, ${place.seq})
    order by stream, seq limit ${size}`.execute(db.kysely)
  return rows
}

/**
 * Every event of a district in order of (stream, seq), page by page; the next page is fetched while
 * this one is looked at. `after` skips all streams up to and including that one.
 */
export async function* everyEvent(
  db: Db,
  district: string,
  { after = '', size = 2_000 }: { readonly after?: string; readonly size?: number } = {},
): AsyncGenerator<readonly RecordedRow[]> {
  let coming = pageAfter(db, district, { place: { stream: after, seq: LAST }, size })
  for (;;) {
    const rows = await coming
    const last = rows.at(-1)
    if (last === undefined) return
    coming = pageAfter(db, district, { place: last, size })
    coming.catch(() => {}) // whoever stops half-way does not hear of the page that was under way
    yield rows.map((row) => recordedRow(district, row))
  }
}

const recordedRow = (
  district: string,
  { stream, seq, type, at, by, body, hash, recorded }: ScannedRow,
): RecordedRow => ({
  district,
  stream,
  seq,
  type,
  at: instantOfMoment(at),
  by,
  body,
  hash,
  recordedAt: recorded,
})

/** Behind the last event of any stream. */
const LAST = 2_147_483_647

export type WholeStream = { readonly stream: string; readonly events: readonly EventRow[] }

/** Every stream of a district as a whole, by name, for rebuilding a projection from `afterStream` on. */
export async function* readAll(
  db: Db,
  district: string,
  { afterStream = '', batch = 2_000 }: { readonly afterStream?: string; readonly batch?: number } = {},
): AsyncGenerator<WholeStream> {
  let stream = ''
  let events: EventRow[] = []
  for await (const rows of everyEvent(db, district, { after: afterStream, size: batch })) {
    for (const { recordedAt: _, ...row } of rows) {
      if (row.stream !== stream && events.length > 0) {
        yield { stream, events }
        events = []
      }
      stream = row.stream
      events.push(row)
    }
  }
  if (events.length > 0) yield { stream, events }
}
