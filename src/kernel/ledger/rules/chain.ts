import { canonical } from '../../../platform/canonical.ts'
import type { Hash, HashName } from '../../../platform/crypto/hash.ts'
import { instant } from '../../../platform/time.ts'
import type { EventRow, Head, LedgerEvent, NewEvent, StreamName, Why } from '../model.ts'

export type Hashing = { readonly hash: Hash }

/** What the first event of a stream chains to, so that no event fits into another stream or district. */
export const genesis = ({ district, stream }: StreamName, crypto: Hashing): Buffer =>
  crypto.hash(canonical({ genesis: 'yiwang ledger 1', district, stream }))

/**
 * The hash of one event over its canonical JSON and the hash before it (null for the first of its stream).
 * The text is put together in canonical order by hand, because this is the hottest line of the city.
 */
export function hashOf(event: LedgerEvent, previous: Buffer | null, crypto: Hashing): Buffer {
  const { district, stream, seq, type, at, by, body } = event
  const prev = (previous ?? genesis(event, crypto)).toString('hex')
  return crypto.hash(
    `{"at":${JSON.stringify(at)},"body":${canonical(body)},"by":${JSON.stringify(by)},` +
      `"district":${JSON.stringify(district)},"prev":"${prev}","seq":${seq},` +
      `"stream":${JSON.stringify(stream)},"type":${JSON.stringify(type)}}`,
  )
}

/**
 * The rows that continue a stream after its head (null: the stream begins), ready to insert as they are.
 * Throws for a time that the database would give back in other letters, as its hash would never fit again.
 */
export function chain(
  head: Head | null,
  { district, stream, crypto }: StreamName & { readonly crypto: Hashing },
  events: readonly NewEvent[],
): EventRow[] {
  let seq = head?.seq ?? 0
  let hash = head?.hash ?? null
  return events.map(({ type, at, by, body }) => {
    if (instant(at) !== at) throw new RangeError(`${at} is not an instant as the ledger writes it`)
    seq += 1
    const event = { district, stream, seq, type, at, by, body }
    hash = hashOf(event, hash, crypto)
    return { ...event, hash }
  })
}

/** The hashes this machine can compute; a city may change from one to the other and keep its chains. */
export type Hashes = { readonly [name in HashName]?: Hash }

export type ChainBreak = { readonly seq: number; readonly why: Why }

/** Looks at rows one after another, stream after stream, and says why a row does not follow from the one before. */
export function chainCheck(hashes: Hashes): (row: EventRow) => ChainBreak | null {
  const known = Object.values(hashes)
  let usual = known[0]
  let at: StreamName = { district: '', stream: '' }
  let head: Head | null = null

  return (row) => {
    if (row.stream !== at.stream || row.district !== at.district) {
      at = row
      head = null
    }
    const due: number = (head?.seq ?? 0) + 1
    if (row.seq < due) return { seq: row.seq, why: 'wrong-order' }
    if (row.seq > due) return { seq: due, why: 'event-missing' }
    const previous = head?.hash ?? null
    const fits = (hash: Hash | undefined) => hash !== undefined && hashOf(row, previous, { hash }).equals(row.hash)
    if (!fits(usual)) {
      usual = known.find(fits)
      if (usual === undefined) return { seq: row.seq, why: 'hash-differs' }
    }
    head = row
    return null
  }
}

/** The first event of one stream that does not hold, and why; null when all do. Rows in order of seq, from 1. */
export function verifyStream(rows: Iterable<EventRow>, hashes: Hashes): ChainBreak | null {
  const check = chainCheck(hashes)
  for (const row of rows) {
    const broken = check(row)
    if (broken) return broken
  }
  return null
}
