import type { FastifyRequest } from 'fastify'
import { type Refused, refused } from './problem.ts'

/**
 * The `Idempotency-Key` of a request (draft-ietf-httpapi-idempotency-key-header), quotes taken off;
 * null when it brings none. The key counts for one signed-in person and one route: put both before it. Whoever keeps
 * it keeps a digest of the request beside it, and answers `key-of-another-request` (422) where the two do not agree.
 */
export function idempotencyKey(request: FastifyRequest): { ok: true; key: string | null } | Refused {
  const given = request.headers['idempotency-key']
  if (given === undefined) return { ok: true, key: null }
  const key = String(given).replace(/^"(.*)"$/, '$1')
  return /^[\w.:-]{8,128}$/.test(key) ? { ok: true, key } : refused('bad-idempotency-key')
}
