import type { Crypto } from '../../../platform/crypto/crypto.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Anchor, CloseRefusal } from '../model.ts'
import { anchorHash, DAWN } from '../rules/anchors.ts'
import { growingTree } from '../rules/merkle.ts'
import { addAnchor, findLastAnchor, leavesOf } from '../store/anchors.ts'

export type Closing = {
  readonly district: string
  readonly crypto: Crypto
  /** The end of the interval, itself not in it. `closable()` gives one with a margin. */
  readonly until: Instant
  /** Before this moment of recording no transaction is open any more. */
  readonly settled: Instant
}
export type Closed = { ok: true; anchor: Anchor } | { ok: false; refusal: CloseRefusal }

/**
 * Anchors everything recorded since the last anchor: the Merkle root over it, chained to the anchor before.
 * Memory does not grow with the number of events. An interval in which nothing happened is anchored too.
 */
export function closeInterval(db: Db, { district, crypto, until, settled }: Closing): Promise<Closed> {
  if (until > settled) return Promise.resolve({ ok: false, refusal: 'not-settled-yet' })
  return db.transaction(async (tx): Promise<Closed> => {
    const last = await findLastAnchor(tx, district)
    const since = last?.until ?? DAWN
    if (until <= since) return { ok: false, refusal: 'already-closed' }

    const tree = growingTree(crypto.hash)
    for await (const leaves of leavesOf(tx, { district, since: last ? since : null, until }))
      for (const leaf of leaves) tree.add(leaf)

    const open = { district, since, until, events: tree.size(), root: tree.root(), hashName: crypto.hashName }
    const anchor = { ...open, hash: anchorHash(open, last?.hash ?? null, crypto) }
    return (await addAnchor(tx, anchor)) ? { ok: true, anchor } : { ok: false, refusal: 'somebody-was-first' }
  })
}
