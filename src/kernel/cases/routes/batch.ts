import type { Static } from 'typebox'
import { idempotencyKey } from '../../../platform/http/idempotency.ts'
import { isMalformed } from '../../../platform/http/malformed.ts'
import { isRefused, problems, type Refused, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { said } from '../../../platform/words.ts'
import type { StaffWho } from '../../organisations/model.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { type Moved, moveAsStaff } from '../handle/moving.ts'
import type { CaseId } from '../model/case.ts'
import { BatchBody, BatchResult } from '../model/lists.ts'
import { READ_RIGHT } from '../policy/sight.ts'
import { keyOf } from './moves.ts'
import type { CasesRouteParts } from './parts.ts'

type Batch = Static<typeof BatchBody>

/** The same move on many cases: each by itself, done or refused for its own reason. */
export function batchRoutes(http: Http, parts: CasesRouteParts): void {
  http.post(
    '/api/cases/batch',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags: ['cases'],
        summary: 'One move on many cases',
        body: BatchBody,
        response: { 200: BatchResult, ...problems },
      },
    },
    async (request) => {
      const key = idempotencyKey(request)
      if (!key.ok) return key
      if (request.noted) Object.assign(request.noted, { move: request.body.move, cases: request.body.ids.length })
      const results = await moveAll(parts, staffOf(request), request.body, key.key)
      const done = results.filter(({ ok }) => ok).length
      return { done, refused: results.length - done, results }
    },
  )
}

/** One after the other, so that a batch takes no more of the server than a person with many clicks. */
async function moveAll(
  parts: CasesRouteParts,
  who: StaffWho,
  { ids, move, fields = {}, seen = {} }: Batch,
  key: string | null,
) {
  const results = []
  for (const id of ids) {
    const wanted = { move, fields, seen: seen[id], key: keyOf(who.id, id, move, key) }
    const done = await moveAsStaff(parts, who, id as CaseId, wanted).catch(malformedAsRefusal)
    results.push(resultOf(parts, id, done))
  }
  return results
}

/** Fields that fit one procedure may not fit another; that is then the answer for this case alone. */
function malformedAsRefusal(error: unknown): Refused {
  if (isMalformed(error)) return refused('fields-do-not-fit')
  throw error
}

function resultOf({ refusalSaid }: CasesRouteParts, id: string, done: Moved | Refused) {
  if (!isRefused(done)) return { id, ok: true, version: done.state.version, refusal: null }
  const { refusal: code } = done
  return { id, ok: false, version: null, refusal: { code, said: refusalSaid(code) ?? said(code, code) } }
}
