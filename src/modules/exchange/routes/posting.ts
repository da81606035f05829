import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { idempotencyKey } from '../../../platform/http/idempotency.ts'
import { type FiledRequest, fileRequest } from '../handle/filing.ts'
import { jurisdictionOf } from '../handle/jurisdiction.ts'
import { letIn } from '../handle/keys.ts'
import type { ExchangeParts } from '../handle/parts.ts'
import { ENDPOINT, type Faults } from '../model/georeport.ts'
import { readPosting } from '../rules/posting.ts'
import { type Arguments, faultsOf, textOf } from '../rules/question.ts'
import { countUse } from '../store/requests.ts'
import { georeportWords } from '../words/georeport.ts'
import { answer, answerNo, namedFormat, tongueFor } from './answering.ts'
import { type Sent, sentBy } from './form-body.ts'

/** POST requests: the key first, then the place of asking, then everything that is wrong at once. */
export function postingRoute(http: FastifyInstance, parts: ExchangeParts): void {
  const schema = {
    tags: ['open311'],
    summary: 'Creates a request; needs api_key',
    consumes: ['application/x-www-form-urlencoded'],
    querystring: Type.Object({ api_key: Type.Optional(Type.Unknown()) }, { additionalProperties: true }),
  }
  for (const url of [`${ENDPOINT}/requests`, `${ENDPOINT}/requests.:format`])
    http.post(url, { schema }, async (request, reply) => {
      const { format: suffix = 'xml' } = request.params as { format?: string }
      const { format, given } = namedFormat(`requests.${suffix}`)
      if (format === null) return answerNo(request, reply, faultsOf(404, georeportWords.wrongFormat(given)))
      const done = await post(parts, request, reply, await sentBy(request))
      return done.ok ? answerFiled(request, reply, done) : answerNo(request, reply, done)
    })
}

type Done = (FiledRequest & { readonly accountId: string | null }) | Faults

async function post(parts: ExchangeParts, request: FastifyRequest, reply: FastifyReply, sent: Sent): Promise<Done> {
  const given = { ...(request.query as Arguments), ...sent.given }
  const header = request.headers['x-api-key']
  const entered = await letIn(parts, textOf(given, 'api_key') ?? (typeof header === 'string' ? header : null))
  if (!entered.ok) {
    if (entered.wait !== undefined) reply.header('retry-after', entered.wait)
    return entered
  }
  if (request.noted) request.noted.who = entered.client.id
  const here = jurisdictionOf(parts, given)
  if (!here.ok) return here
  const posting = readPosting(given)
  if (!posting.ok) return posting
  const key = idempotencyKey(request)
  if (!key.ok) return faultsOf(400, parts.refusalSaid(key.refusal) ?? georeportWords.unreadable)
  const { client } = entered
  const filed = await fileRequest(parts, { client, posting, key: key.key, picture: sent.picture })
  if (!filed.ok) return filed
  if (request.noted) request.noted.case = filed.caseId
  await countUse(parts.db, { district: client.district, client: client.id }, localDay(parts.clock.now()), 'filed')
  return { ...filed, accountId: posting.accountId }
}

function answerFiled(request: FastifyRequest, reply: FastifyReply, filed: Extract<Done, { ok: true }>): FastifyReply {
  const { type, number, token, notice, accountId } = filed
  const tree = {
    ...(type === 'realtime' && { service_request_id: number }),
    ...(type === 'batch' && { token }),
    service_notice: notice?.[tongueFor(request)] ?? null,
    account_id: accountId,
  }
  return answer(request, reply, 'service_requests', [tree])
}
