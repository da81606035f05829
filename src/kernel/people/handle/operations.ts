import type { Db } from '../../../platform/db/db.ts'
import type { Refused } from '../../../platform/http/problem.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Change, logOperation } from '../store/logs.ts'

/** Who does something that the operation log must know, from where. */
export type Operator = {
  readonly district: string
  readonly who: string
  readonly unit: string | null
  readonly ip: string
  readonly at: Instant
}

type Outcome = { readonly ok: true } | Refused

/**
 * Does the work and writes its line in one transaction; a refusal is written too, after nothing was done.
 * `what` is a code such as 'people.staff.create', `target` an id; neither holds what was typed. `tell` notes what changed.
 */
export async function operate<Done extends Outcome>(
  db: Db,
  by: Operator,
  deed: { readonly what: string; readonly target: string },
  work: (tx: Db, tell: (...changes: readonly Change[]) => void) => Promise<Done>,
): Promise<Done> {
  const { district, who, unit, ip, at } = by
  return db.transaction(async (tx) => {
    const changes: Change[] = []
    const done = await work(tx, (...more) => void changes.push(...more))
    const outcome = done.ok ? 'done' : done.refusal
    await logOperation(tx, { district, who, unit, ip, at, ...deed, outcome, changes: done.ok ? changes : [] })
    return done
  })
}
