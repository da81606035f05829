import { canHash, hashes, isHashName } from '../../../platform/crypto/hash.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { AuditAnswer, AuditNote, AuditProgress, Broken } from '../model.ts'
import { districtCheck } from '../rules/audit.ts'
import type { Hashes } from '../rules/chain.ts'
import { anchorsOf } from '../store/anchors.ts'
import { findKeyBreak } from '../store/keys.ts'
import { countEvents, districts, everyEvent } from '../store/scan.ts'

export type AuditOptions = {
  /** Only this district; otherwise every one that has written. */
  readonly district?: string
  /** Told after every page of events. */
  readonly onProgress?: (progress: AuditProgress) => void
}

/**
 * Verifies every chain, every anchor and every destruction of a key, and stops at the first thing that
 * does not hold. Safe beside a running city: what is recorded meanwhile is chained, and not yet anchored.
 */
export async function auditLedger(db: Db, { district, onProgress }: AuditOptions = {}): Promise<AuditAnswer> {
  const total = { events: 0, streams: 0, anchors: 0, broken: null as Broken | null, notes: [] as AuditNote[] }
  for (const each of district === undefined ? await districts(db) : [district]) {
    const found = await auditDistrict(db, each, onProgress)
    total.events += found.events
    total.streams += found.streams
    total.anchors += found.anchors
    total.notes.push(...found.notes)
    if (found.broken) return { ...total, broken: found.broken }
  }
  return total
}

async function auditDistrict(db: Db, district: string, onProgress: AuditOptions['onProgress']): Promise<AuditAnswer> {
  const anchors = await anchorsOf(db, district) // read first: what they cover is settled before the scan begins
  const check = districtCheck(district, anchors, hashesHere())
  const of = onProgress ? await countEvents(db, district) : 0
  const answer = (broken: Broken | null): AuditAnswer => ({
    events: check.counts.events,
    streams: check.counts.streams,
    anchors: anchors.length,
    broken,
    notes: notesOf(district, check.counts),
  })
  for await (const rows of everyEvent(db, district)) {
    for (const row of rows) {
      const broken = check.take(row)
      if (broken) return answer(broken)
    }
    const { events, streams } = check.counts
    onProgress?.({ district, events, streams, of: Math.max(of, events) })
  }
  return answer(check.finish() ?? (await findKeyBreak(db, district)))
}

function notesOf(district: string, counts: { unanchored: number; unjudged: number }): AuditNote[] {
  const all: AuditNote[] = [
    { district, note: 'not-yet-anchored', count: counts.unanchored },
    { district, note: 'hash-not-on-this-machine', count: counts.unjudged },
  ]
  return all.filter(({ count }) => count > 0)
}

const hashesHere = (): Hashes =>
  Object.fromEntries(Object.entries(hashes).filter(([name]) => isHashName(name) && canHash(name)))
