import type { Json } from '../../platform/canonical.ts'
import type { HashName } from '../../platform/crypto/hash.ts'
import type { Instant } from '../../platform/time.ts'

/** A fact about to be written. `at` is when it happened in the city; `by` is null where nobody acted but time. */
export type NewEvent = { readonly type: string; readonly at: Instant; readonly by: string | null; readonly body: Json }

/** Where a stream stands: the number and the hash of its last event. */
export type Head = { readonly seq: number; readonly hash: Buffer }

/** One line of facts: a case, a person, a key. Named `<kind>/<id>` or by the id alone, unique in its district. */
export type StreamName = { readonly district: string; readonly stream: string }

/** What a hash speaks for: everything in the row but the hash itself and the moment of recording. */
export type LedgerEvent = NewEvent & StreamName & { readonly seq: number }

/** A row of `ledger.event`, its columns by name. */
export type EventRow = LedgerEvent & { readonly hash: Buffer }

/** `recordedAt` has microseconds, `2026-11-23T08:00:00.000000Z`, so that text order is time order. */
export type RecordedRow = EventRow & { readonly recordedAt: string }

/** A closed interval [since, until) of recording, and the Merkle root over its events in order of (stream, seq). */
export type Anchor = {
  readonly district: string
  readonly since: Instant
  readonly until: Instant
  readonly events: number
  readonly root: Buffer
  readonly hash: Buffer
  readonly hashName: HashName
}

export type AppendRefusal = 'somebody-was-first'
export type CloseRefusal = 'not-settled-yet' | 'already-closed' | 'somebody-was-first'
export type DestroyRefusal = 'no-such-key' | 'already-destroyed'

/** Why the ledger does not hold. The first three speak of an event, the next of an anchor, the last of a key. */
export type Why =
  | 'event-missing'
  | 'wrong-order'
  | 'hash-differs'
  | 'anchor-missing'
  | 'anchor-altered'
  | 'anchored-events-missing'
  | 'anchored-events-added'
  | 'anchored-events-changed'
  | 'key-not-destroyed'
  | 'key-destroyed-without-record'

/**
 * The first thing that does not hold. An anchor stands as the stream `anchor/<until>`, `seq` its number in line;
 * a key stands as its own stream `key/<id>`.
 */
export type Broken = { readonly district: string; readonly stream: string; readonly seq: number; readonly why: Why }

/** What a hash cannot say yes or no to, and why; nothing is wrong. */
export type AuditNote = {
  readonly district: string
  readonly note: 'not-yet-anchored' | 'hash-not-on-this-machine'
  readonly count: number
}

export type AuditAnswer = {
  readonly events: number
  readonly streams: number
  readonly anchors: number
  readonly broken: Broken | null
  readonly notes: readonly AuditNote[]
}

export type AuditProgress = {
  readonly district: string
  readonly events: number
  readonly streams: number
  readonly of: number
}

/** A closed personal fact as it stands in an event or a table: the id of its key and the box, base64url. */
export type Sealed = { readonly under: string; readonly box: string }

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' &&
  value !== null &&
  'under' in value &&
  'box' in value &&
  typeof value.under === 'string' &&
  typeof value.box === 'string'

/** The record that a key, and with it everything sealed under it, is gone. Stands on the stream `key/<id>`. */
export type KeyDestroyed = NewEvent & {
  readonly type: 'KeyDestroyed'
  readonly body: { readonly key: string; readonly reason: string }
}

export const keyStream = (id: string): string => `key/${id}`
