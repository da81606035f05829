import type { Db } from '../../../platform/db/db.ts'
import type { Refused } from '../../../platform/http/problem.ts'
import type { Instant } from '../../../platform/time.ts'
import { logOperation } from '../store/logs.ts'

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
 * `what` is a code such as 'people.staff.create', `target` an id; neither holds what was typed.
 */
export async function operate<Done extends Outcome>(
  db: Db,
  by: Operator,
  deed: { readonly what: string; readonly target: string },
  work: (tx: Db) => Promise<Done>,
): Promise<Done> {
  const { district, who, unit, ip, at } = by
  return db.transaction(async (tx) => {
    const done = await work(tx)
    const outcome = done.ok ? 'done' : done.refusal
    await logOperation(tx, { district, who, unit, ip, at, ...deed, outcome })
    return done
  })
}
