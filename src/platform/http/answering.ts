import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Said } from '../words.ts'
import { isMalformed } from './malformed.ts'
import { isRefused, type Problem, problem, type Refused, statusOf, tongueOf } from './problem.ts'
import { plainRefusals, type Trouble } from './words.ts'

/** The sentence of a refusal; every house hands in its own table. */
export type RefusalWords = (refusal: string) => Said | undefined

const asked = (request: FastifyRequest) => ({ tongue: tongueOf(request.headers['accept-language']), id: request.id })

/** Puts a problem on its way; the only place that decides how one looks on the wire. */
export function sendProblem(reply: FastifyReply, body: Problem, retryAfter?: number): FastifyReply {
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
  reply.code(body.status).header('content-type', 'application/problem+json; charset=utf-8')
  return reply.serializer(JSON.stringify).send(body)
}

export const trouble = (
  request: FastifyRequest,
  reply: FastifyReply,
  kind: Trouble,
  status: number,
  retryAfter?: number,
): FastifyReply => sendProblem(reply, problem(asked(request), kind, status), retryAfter)

/** The error page, written once: malformed, refused, no such address, and failures of our own. */
export function answerInProblems(http: FastifyInstance, wordsOf: RefusalWords): void {
  http.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply))
  http.setNotFoundHandler((request, reply) => trouble(request, reply, 'no-such-address', 404))
  http.addHook('preSerialization', async (request, reply, payload) => {
    if (!isRefused(payload)) return payload
    const body = refusal(request, payload, wordsOf)
    reply.code(body.status).header('content-type', 'application/problem+json; charset=utf-8')
    // The answer is no longer what the route's schema describes.
    reply.serializer(JSON.stringify)
    return body
  })
}

function refusal(request: FastifyRequest, no: Refused, wordsOf: RefusalWords): Problem {
  const words = wordsOf(no.refusal) ?? plainRefusals[no.refusal as keyof typeof plainRefusals]
  if (words === undefined) request.log.warn({ refusal: no.refusal }, 'a refusal without words')
  const more = { refusal: no.refusal, ...(words === undefined ? {} : { said: words }) }
  return problem(asked(request), 'refused', statusOf(no), more)
}

const troubles: Readonly<Record<string, Trouble>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_FILES_LIMIT: 'too-large',
  FST_PARTS_LIMIT: 'too-large',
  FST_FIELDS_LIMIT: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-media-type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'wrong-media-type',
  BAD_CHARACTER: 'bad-character',
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (isMalformed(error)) return sendProblem(reply, problem(asked(request), 'malformed', 400, { fields: error.fields }))
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500) return trouble(request, reply, troubles[error.code] ?? 'unreadable', status)
  request.log.error({ error, route: request.routeOptions.url }, 'failure')
  return trouble(request, reply, 'failure', 500)
}

/** Refusals that Fastify reads before any of our hooks: an address that is no address. */
export const answerUnreadable = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  void trouble(request, reply, troubles[error.code] ?? 'unreadable', error.statusCode ?? 400)
}
