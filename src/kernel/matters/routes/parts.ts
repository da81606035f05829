import type { FastifyRequest } from 'fastify'
import type { Db } from '../../../platform/db/db.ts'
import type { Refused } from '../../../platform/http/problem.ts'
import type { Clock, Day } from '../../../platform/time.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import { type Authority, operatorOf } from '../../people/routes/door.ts'
import { localDay } from '../../worktime/rules.ts'
import type { KnownProcedure, MatterRefusal } from '../model.ts'
import type { Stroke } from '../store/versions.ts'

export type MatterRouteParts = {
  readonly db: Db
  readonly clock: Clock
  readonly authority: Pick<Authority, 'unitOf'>
  /** The district a resident means who names none. */
  readonly district: string
  /** Every procedure of the city, with the promises its clocks need. */
  readonly knownProcedures: readonly KnownProcedure[]
}

export const todayOf = ({ clock }: MatterRouteParts): Day => localDay(clock.now())

const missing: readonly string[] = ['no-such-matter', 'no-such-version'] satisfies readonly MatterRefusal[]

/** What is not there is 404; every other no is a conflict with how things stand. */
export const told = <Answer extends { readonly ok: true } | Refused>(answer: Answer): Answer | Refused =>
  answer.ok || !missing.includes(answer.refusal) ? answer : { ...answer, status: 404 }

/** Does something to the catalogue and writes it into the operation log, done or refused. */
export async function logged<Done extends { readonly ok: true } | Refused>(
  parts: MatterRouteParts,
  request: FastifyRequest,
  deed: { readonly what: string; readonly target: string },
  work: (tx: Db, stroke: Stroke, by: Operator) => Promise<Done>,
): Promise<Done> {
  const by = operatorOf(request, parts.authority, parts.clock.now())
  return operate(parts.db, by, deed, (tx) => work(tx, { at: by.at, by: by.who }, by))
}
