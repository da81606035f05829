import type { ServerResponse } from 'node:http'
import type { FastifyRequest } from 'fastify'
import type { CasesRouteParts } from '../../../kernel/cases/routes/parts.ts'
import { type Operator, operate } from '../../../kernel/people/handle/operations.ts'
import { operatorOf } from '../../../kernel/people/routes/door.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Refused } from '../../../platform/http/problem.ts'
import type { Circles } from '../handle/circles.ts'
import type { Stroke } from '../store/facilities.ts'

export type LifeCircleRouteParts = CasesRouteParts & { readonly circles: Circles; readonly dataDir: string }

/** Does something and writes it into the operation log, done or refused. */
export async function logged<Done extends { readonly ok: true } | Refused>(
  { db, clock, authority }: LifeCircleRouteParts,
  request: FastifyRequest,
  deed: { readonly what: string; readonly target: string },
  work: (tx: Db, stroke: Stroke, by: Operator) => Promise<Done>,
): Promise<Done> {
  const by = operatorOf(request, authority, clock.now())
  return operate(db, by, deed, (tx) => work(tx, { at: by.at, by: by.who }, by))
}

/** Aborted when the connection closes: nobody waits for the answer any longer. */
export function closedBy(response: ServerResponse): AbortSignal {
  const closed = new AbortController()
  response.once('close', () => closed.abort())
  return closed.signal
}
