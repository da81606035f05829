import { canonical } from '../../../platform/canonical.ts'
import { type Instant, instant, MINUTE } from '../../../platform/time.ts'
import type { Anchor } from '../model.ts'
import type { Hashing } from './chain.ts'

/** Where the first interval of a district begins: before anything was recorded. */
export const DAWN = '1970-01-01T00:00:00.000Z' satisfies Instant

/** How long a finished interval is left open, so that a fail-over to a server whose clock is behind writes into no closed one. */
export const ANCHOR_MARGIN = 10 * MINUTE

/** The hash of an anchor chains it to the one before (null for the first of its district). */
export const anchorHash = (anchor: Omit<Anchor, 'hash'>, previous: Buffer | null, crypto: Hashing): Buffer =>
  crypto.hash(
    canonical({
      district: anchor.district,
      since: anchor.since,
      until: anchor.until,
      events: anchor.events,
      root: anchor.root.toString('hex'),
      hashName: anchor.hashName,
      prev: previous === null ? 'yiwang anchor 1' : previous.toString('hex'),
    }),
  )

/** The latest end of an interval of `length` ms that may be closed, when everything before `settled` is written. */
export const closable = (settled: Instant, length: number): Instant =>
  instant(Math.floor((Date.parse(settled) - ANCHOR_MARGIN) / length) * length)
