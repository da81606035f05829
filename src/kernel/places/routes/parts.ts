import type { FastifyRequest } from 'fastify'
import type { Db } from '../../../platform/db/db.ts'
import type { Refused } from '../../../platform/http/problem.ts'
import type { Shelf } from '../../../platform/tiles/shelf.ts'
import type { Clock, Day, Instant } from '../../../platform/time.ts'
import type { Directory } from '../../organisations/handle/directory.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import { type Authority, operatorOf } from '../../people/routes/door.ts'

export type PlacesRouteParts = {
  readonly db: Db
  readonly clock: Clock
  readonly authority: Pick<Authority, 'unitOf'>
  readonly directory: Directory
  /** The district a visitor means who names none. */
  readonly district: string
  /** The base map that lies in the city's folder, if one was made. */
  readonly baseMap: Pick<Shelf, 'current'>
  readonly dayOf: (at: Instant) => Day
  /** Lasting work was put into the outbox: look now. */
  readonly runner: { nudgeLasting(): void }
}

export const todayOf = ({ clock, dayOf }: Pick<PlacesRouteParts, 'clock' | 'dayOf'>): Day => dayOf(clock.now())

/** Does something and writes it into the operation log, done or refused. */
export function logged<Done extends { readonly ok: true } | Refused>(
  parts: PlacesRouteParts,
  request: FastifyRequest,
  deed: { readonly what: string; readonly target: string },
  work: (tx: Db, by: Operator) => Promise<Done>,
): Promise<Done> {
  const by = operatorOf(request, parts.authority, parts.clock.now())
  return operate(parts.db, by, deed, (tx) => work(tx, by))
}
