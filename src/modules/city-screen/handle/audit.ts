import { nothingLost } from '../../../kernel/cases/handle/nothing-lost.ts'
import { lostWords } from '../../../kernel/cases/words/nothing-lost.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Board } from '../model.ts'
import type { ScreenParts } from './parts.ts'

export type Audit = { readonly asOf: Instant; readonly figures: Board['lost'] }

/** In milliseconds of the machine: shown without asking; shown once more while it is asked anew. */
const FRESH = 10_000
const STALE = 60_000

/**
 * The audit of a district, asked at most once in ten seconds. It looks at every open case, so a wall that comes while
 * it is being asked anew is shown the one before, up to a minute old.
 */
export function rememberAudit(parts: ScreenParts, ticks: () => number): (district: string) => Promise<Audit> {
  const known = new Map<string, { readonly at: number; readonly audit: Audit }>()
  const asking = new Map<string, Promise<Audit>>()
  const ask = (district: string): Promise<Audit> => {
    const running = asking.get(district)
    if (running) return running
    const at = ticks()
    const asked = auditOf(parts, district)
      .then((audit) => {
        known.set(district, { at, audit })
        return audit
      })
      .finally(() => asking.delete(district))
    asking.set(district, asked)
    return asked
  }
  return async (district) => {
    const last = known.get(district)
    const age = last ? ticks() - last.at : STALE
    if (last && age < FRESH) return last.audit
    const asked = ask(district)
    if (!last || age >= STALE) return asked
    asked.catch(() => {}) // whoever comes after the minute hears of it
    return last.audit
  }
}

async function auditOf(parts: ScreenParts, district: string): Promise<Audit> {
  const asOf = parts.clock.now()
  const found = await nothingLost(parts, district, asOf)
  return { asOf, figures: found.map(({ kind, count }) => ({ kind, title: lostWords[kind], count })) }
}
