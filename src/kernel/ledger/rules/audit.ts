import type { Anchor, Broken, RecordedRow, Why } from '../model.ts'
import { anchorHash, DAWN } from './anchors.ts'
import { chainCheck, type Hashes } from './chain.ts'
import { growingTree, type MerkleTree } from './merkle.ts'

export type DistrictCheck = {
  /** Rows in order of (stream, seq); answers with the first thing that does not hold, or null. */
  take(row: RecordedRow): Broken | null
  /** After the last row: the first anchor that does not hold, or null. */
  finish(): Broken | null
  /** `unanchored`: events after the last anchor; `unjudged`: anchors whose hash this machine lacks. */
  readonly counts: { events: number; streams: number; unanchored: number; unjudged: number }
}

/**
 * One pass over a district verifies its chains and its anchors together: rows come in the order of leaves,
 * so every anchor's tree grows beside the others and nothing but their peaks is kept.
 */
export function districtCheck(district: string, anchors: readonly Anchor[], hashes: Hashes): DistrictCheck {
  const check = chainCheck(hashes)
  const ends = anchors.map(({ until }) => micros(until))
  const trees = anchors.map(({ hashName }) => {
    const hash = hashes[hashName]
    return hash ? growingTree(hash) : null
  })
  const counts = { events: 0, streams: 0, unanchored: 0, unjudged: trees.filter((tree) => tree === null).length }
  let stream: string | null = null

  return {
    counts,
    take(row) {
      const broken = check(row)
      if (broken) return { district, stream: row.stream, ...broken }
      counts.events += 1
      if (row.stream !== stream) counts.streams += 1
      stream = row.stream
      const interval = intervalOf(ends, row.recordedAt)
      if (interval === ends.length) counts.unanchored += 1
      else trees[interval]?.add(row.hash)
      return null
    },
    finish() {
      for (const [i, anchor] of anchors.entries()) {
        const why = anchorBreak(anchor, { previous: anchors[i - 1] ?? null, tree: trees[i] ?? null, hashes })
        if (why) return { district, stream: `anchor/${anchor.until}`, seq: i + 1, why }
      }
      return null
    },
  }
}

type Beside = { readonly previous: Anchor | null; readonly tree: MerkleTree | null; readonly hashes: Hashes }

function anchorBreak(anchor: Anchor, { previous, tree, hashes }: Beside): Why | null {
  if (anchor.since !== (previous?.until ?? DAWN)) return 'anchor-missing'
  const hash = hashes[anchor.hashName]
  if (!hash || !tree) return null
  if (!anchorHash(anchor, previous?.hash ?? null, { hash }).equals(anchor.hash)) return 'anchor-altered'
  if (tree.size() < anchor.events) return 'anchored-events-missing'
  if (tree.size() > anchor.events) return 'anchored-events-added'
  return tree.root().equals(anchor.root) ? null : 'anchored-events-changed'
}

const micros = (until: string): string => until.replace(/(\.\d{3})Z$/, '$1000Z')

/** The first interval that ends after the moment; rows before the dawn fall into the first and break it. */
function intervalOf(ends: readonly string[], moment: string): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (moment < (ends[middle] ?? '')) high = middle
    else low = middle + 1
  }
  return low
}
