import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refused } from './problem.ts'

/** antd writes its styles into the page, hence 'unsafe-inline' for styles; no script but our own ever runs. */
const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(self), microphone=(self)',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/**
 * A script or a style is no page: it is framed by nobody and asks for no camera. What a page may do stands on the page;
 * a worker may do no more than ask its own server. Said on dozens of files of a first load, the rest weighed 15 kB.
 */
const headersOfParts: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'self'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}

const isPart = (type: unknown): boolean => typeof type === 'string' && /^text\/(javascript|css)\b/.test(type)

/** Headers on every answer; answers of the API are kept by nobody, files say for themselves. */
export function protect(http: FastifyInstance): void {
  http.addHook('onSend', async (request, reply, payload) => {
    const due = isPart(reply.getHeader('content-type')) ? headersOfParts : headers
    for (const [name, value] of Object.entries(due)) if (!reply.hasHeader(name)) reply.header(name, value)
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000')
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    return payload
  })
  http.addHook('onRequest', async (request, reply) => {
    if (isForeign(request)) return reply.send(refused('cross-site'))
  })
}

const changes = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** A browser says where a request comes from; programs say nothing and carry no cookies of ours. */
function isForeign(request: FastifyRequest): boolean {
  if (!changes.has(request.method)) return false
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'cross-site'
  const origin = request.headers.origin
  return origin !== undefined && hostOf(origin) !== request.host
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '')

const suspect = /\\u(?:0000|d[89a-f])|\p{Cs}|\0/iu
const unkept = /\p{Cs}|\0/u

/** NUL and half characters: JSON may carry them, PostgreSQL keeps neither. Looks into a value only when its text is suspect. */
export const holdsUnkept = (text: string, parsed: unknown): boolean => suspect.test(text) && anyUnkept(parsed)

function anyUnkept(value: unknown): boolean {
  if (typeof value === 'string') return unkept.test(value)
  if (value === null || typeof value !== 'object') return false
  return Object.entries(value).some(([key, item]) => unkept.test(key) || anyUnkept(item))
}

export const isAddressUnkept = (url: string): boolean => /%00/.test(url)
