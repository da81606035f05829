import type { Head } from '../../ledger/model.ts'
import type { CaseId, CaseState } from '../model/case.ts'

/** A case and the end of its ledger, as they stand at one version. */
export type Read = { readonly state: CaseState; readonly head: Head }

/** What a case takes in memory is some kilobytes; with these a busy hour fits into some ten megabytes. */
const MOST = 2_000

export type RecentCases = {
  get(id: CaseId): Read | null
  put(read: Read): void
  drop(id: CaseId): void
}

/**
 * The cases that this process wrote last, the least used forgotten first. They may be behind what other processes
 * wrote since: only what the ledger then takes, because its version is still the newest, counts as decided on them.
 */
export function recentCases(most = MOST): RecentCases {
  const kept = new Map<CaseId, Read>()
  return {
    get(id) {
      const found = kept.get(id) ?? null
      if (found) {
        kept.delete(id)
        kept.set(id, found)
      }
      return found
    },
    put(read) {
      kept.delete(read.state.id)
      kept.set(read.state.id, read)
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break
        kept.delete(oldest)
      }
    },
    drop(id) {
      kept.delete(id)
    },
  }
}
