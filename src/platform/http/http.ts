import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { sortableId } from '../ids.ts'
import type { Log } from '../log/log.ts'
import type { Clock } from '../time.ts'
import { answerInProblems, answerUnreadable, type RefusalWords, trouble } from './answering.ts'
import { openDocs } from './docs.ts'
import { defaultMarks, isOverloaded, loadWatch, type Marks, type Rate, rateLimiter } from './limits.ts'
import { checkOf, closed } from './malformed.ts'
import { holdsUnkept, isAddressUnkept, protect } from './safety.ts'
import { type Http, typed } from './typed.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A tighter rate for this route, per address. */
    rate?: Rate
    /** Open for as long as the browser is: not counted as load. */
    longLived?: boolean
    /** Answered under any load. */
    always?: boolean
  }
  interface FastifyRequest {
    /** What the line of this request in the log says besides: who, what, case, answer. Never personal data. */
    noted: Record<string, string | number>
  }
}

export type HttpParts = {
  readonly clock: Clock
  readonly log: Log
  readonly refusalWords: RefusalWords
  /** What `/ready` asks; each throws when its part is not ready. */
  readonly ready?: Readonly<Record<string, () => Promise<unknown>>>
  readonly trustProxy?: false | readonly string[]
  /** Per address and route; null for no limit. A route may ask for a tighter one: `config: { rate }`. */
  readonly rate?: Rate | null
  readonly marks?: Marks
  readonly title?: string
  readonly version?: string
}

const BODY_LIMIT = 1024 * 1024
/** The largest file of any kind; each kind may have its own limit below it. */
const UPLOAD_LIMIT = 20 * 1024 * 1024
const RETRY_SECONDS = 2
/** Parts of a request that hold nothing which the route does not name. */
const closedParts: readonly string[] = ['querystring', 'body']

/** The front door without a single route of the city in it: limits, safety, problems, docs, health. */
export async function createHttp(parts: HttpParts): Promise<Http> {
  const { clock, log } = parts
  const http = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => `req_${sortableId(clock.now())}`,
    trustProxy: parts.trustProxy ? [...parts.trustProxy] : false,
    bodyLimit: BODY_LIMIT,
    frameworkErrors: answerUnreadable,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
  })
  http.setValidatorCompiler(({ schema, httpPart = 'body' }) =>
    checkOf(closedParts.includes(httpPart) ? closed(schema as TSchema) : (schema as TSchema), httpPart),
  )
  askNothingUnsaid(http)
  http.decorateRequest('noted')
  http.addHook('onRequest', async (request, reply) => {
    request.noted = {}
    reply.header('x-request-id', request.id)
  })
  limit(http, parts)
  protect(http)
  refuseUnkept(http)
  answerInProblems(http, parts.refusalWords)
  writeALine(http)
  await http.register(multipart, { limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 20, fieldSize: 10_000 } })
  await http.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: parts.title ?? 'API', version: parts.version ?? '0' } },
  })
  openDocs(http)
  openHealth(http, parts.ready ?? {})
  return typed(http)
}

/** Overload and haste are refused before any work is done; what was let in is finished. */
function limit(http: FastifyInstance, { clock, rate = null, marks = defaultMarks }: HttpParts): void {
  const limiter = rateLimiter(clock)
  const watch = loadWatch()
  http.addHook('onClose', async () => watch[Symbol.dispose]())
  http.addHook('onRequest', async (request, reply) => {
    const { config, url = '*' } = request.routeOptions
    if (config.always) return
    const bound = config.rate ?? rate
    const wait = bound === null ? 0 : limiter.take(`${request.ip} ${request.method} ${url}`, bound)
    if (wait > 0) return trouble(request, reply, 'too-many-requests', 429, wait)
    if (isOverloaded(watch.load(), marks)) return trouble(request, reply, 'overloaded', 429, RETRY_SECONDS)
    if (config.longLived) return
    watch.enter()
    reply.raw.once('close', watch.leave)
  })
}

/** A route that names no query takes none. Pages and files are not asked: their addresses may carry anything. */
function askNothingUnsaid(http: FastifyInstance): void {
  http.addHook('onRoute', (route) => {
    if (route.schema && !route.schema.hide) route.schema = { querystring: Type.Object({}), ...route.schema }
  })
}

function refuseUnkept(http: FastifyInstance): void {
  const parse = http.getDefaultJsonParser('error', 'error')
  http.removeContentTypeParser('application/json')
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    parse(request, String(text), (error, parsed) => {
      if (error === null && holdsUnkept(String(text), parsed)) done(badCharacter())
      else done(error, parsed)
    })
  })
  http.addHook('preValidation', async (request) => {
    if (isAddressUnkept(request.url)) throw badCharacter()
  })
}

const badCharacter = () => Object.assign(new Error('bad character'), { statusCode: 400, code: 'BAD_CHARACTER' })

/** One line per request: the route, never the address, because an address may hold what a person typed. */
function writeALine(http: FastifyInstance): void {
  http.addHook('onResponse', async (request, reply) => {
    const { method, noted } = request
    const ms = Math.round(reply.elapsedTime * 10) / 10
    request.log.info(
      { method, route: request.routeOptions.url ?? '-', status: reply.statusCode, ms, ...noted },
      'request',
    )
  })
}

function openHealth(http: FastifyInstance, checks: Readonly<Record<string, () => Promise<unknown>>>): void {
  const hidden = { schema: { hide: true }, config: { always: true } } as const
  http.get('/health', hidden, async () => ({ ok: true }))
  http.get('/ready', hidden, async (request, reply) => {
    const parts = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          await check()
          return [name, true] as const
        } catch (error) {
          request.log.warn({ error, part: name }, 'not ready')
          return [name, false] as const
        }
      }),
    )
    const ok = parts.every(([, isReady]) => isReady)
    return reply.code(ok ? 200 : 503).send({ ok, parts: Object.fromEntries(parts) })
  })
}
