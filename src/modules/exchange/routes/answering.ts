import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isMalformed } from '../../../platform/http/malformed.ts'
import { tongueOf } from '../../../platform/http/problem.ts'
import type { Faults, Format, Tree } from '../model/georeport.ts'
import { faultsOf } from '../rules/question.ts'
import { contentTypes, errorTree, written } from '../rules/spark.ts'
import { georeportWords as words } from '../words/georeport.ts'

/** What a name in the address asks for: `services.xml` is the services as XML. XML where no format is named. */
export function namedFormat(name: string): {
  readonly name: string
  readonly format: Format | null
  readonly given: string
} {
  const [, bare = name, given = 'xml'] = /^(.*)\.([^.]*)$/.exec(name) ?? []
  const format = given.toLowerCase()
  return { name: bare, given, format: format === 'xml' || format === 'json' ? format : null }
}

/** The format of whatever was asked, read from the address alone: also where nothing else of it could be read. */
const formatOf = ({ url }: FastifyRequest): Format => namedFormat(url.split('?')[0] ?? '').format ?? 'xml'

export const tongueFor = (request: FastifyRequest) => tongueOf(request.headers['accept-language'])

export function answer(request: FastifyRequest, reply: FastifyReply, root: string, tree: Tree): FastifyReply {
  const format = formatOf(request)
  return reply.header('content-type', contentTypes[format]).send(written(format, root, tree))
}

export function answerNo(request: FastifyRequest, reply: FastifyReply, { status, errors }: Faults): FastifyReply {
  reply.code(status)
  return answer(request, reply, 'errors', errorTree(errors, tongueFor(request)))
}

/** Whatever goes wrong here is said as the specification prescribes it, in the format that was asked for. */
export function answerAsPrescribed(http: FastifyInstance): void {
  http.setErrorHandler((error: FastifyError, request, reply) => {
    if (isMalformed(error))
      return answerNo(request, reply, faultsOf(400, ...error.fields.map(({ zh, en }) => ({ zh, en }))))
    const status = error.statusCode ?? 500
    if (status < 500) return answerNo(request, reply, faultsOf(400, words.unreadable))
    request.log.error({ error, route: request.routeOptions.url }, 'failure')
    reply.code(500)
    const failure = { code: 500, said: words.failure(request.id) }
    return answer(request, reply, 'errors', errorTree([failure], tongueFor(request)))
  })
  // Open data is read from other sites' pages too; posting needs a key, and no page has one to give away.
  http.addHook('onRequest', async (request, reply) => {
    reply.header('content-language', tongueFor(request)).header('vary', 'accept-language')
    if (request.method !== 'GET') return
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')
  })
}
