import { lookup } from 'node:dns'
import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { faultOfUrl, hostOf, mayReach, type OutboundGuard, type UrlRefusal } from './guard.ts'

export type Letter = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string }

export type PostRefusal = UrlRefusal | 'unreachable' | 'timed-out'

/** What the other side said: status, the first of its words (never logged), and how long it took in milliseconds. */
export type Posted =
  | { readonly ok: true; readonly status: number; readonly answer: string; readonly ms: number }
  | { readonly ok: false; readonly refusal: PostRefusal; readonly ms: number }

export type PostOut = (letter: Letter) => Promise<Posted>

const READ_AT_MOST = 4_096

/**
 * Posts text to an address that somebody typed: guarded against reaching inward, following no redirect,
 * given up after `timeoutMs` for name, connection and answer together. Never throws.
 * The name is resolved once and the very address that was looked at is called, so it cannot change in between.
 */
export const outboundPost =
  (guard: OutboundGuard, timeoutMs = 10_000): PostOut =>
  async (letter) => {
    const started = performance.now()
    const took = () => Math.round(performance.now() - started)
    const fault = faultOfUrl(letter.url, guard)
    if (fault !== null) return { ok: false, refusal: fault, ms: took() }
    try {
      const { status, answer } = await exchange(letter, guard, AbortSignal.timeout(timeoutMs))
      return { ok: true, status, answer, ms: took() }
    } catch (cause) {
      return { ok: false, refusal: refusalOf(cause), ms: took() }
    }
  }

function exchange(
  letter: Letter,
  guard: OutboundGuard,
  signal: AbortSignal,
): Promise<{ status: number; answer: string }> {
  const url = new URL(letter.url)
  const open = url.protocol === 'https:' ? tlsRequest : plainRequest
  return new Promise((resolve, reject) => {
    const request: ClientRequest = open(url, {
      method: 'POST',
      headers: { ...letter.headers, 'content-length': String(Buffer.byteLength(letter.body)) },
      lookup: guardedLookup(hostOf(url), guard),
      agent: false,
      signal,
    })
    request.on('error', reject)
    request.on('response', (response) => {
      readSome(response).then((answer) => resolve({ status: response.statusCode ?? 0, answer }), reject)
    })
    request.end(letter.body)
  })
}

class NotAllowed extends Error {}

/** Answers only addresses that may be reached; all of them must be, so that a mixed answer cannot slip through. */
const guardedLookup =
  (host: string, guard: OutboundGuard): LookupFunction =>
  (name, options, answer) => {
    lookup(name, { ...options, all: true }, (trouble, addresses) => {
      if (trouble !== null) return answer(trouble, [])
      if (!addresses.every(({ address }) => mayReach(host, address, guard))) return answer(new NotAllowed(), [])
      const first = addresses[0]
      return options.all || first === undefined ? answer(null, addresses) : answer(null, first.address, first.family)
    })
  }

/** The first of what the other side says; the rest is not waited for. */
async function readSome(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    chunks.push(Buffer.from(chunk))
    size += Buffer.byteLength(chunk)
    if (size >= READ_AT_MOST) break
  }
  response.destroy()
  return Buffer.concat(chunks).subarray(0, READ_AT_MOST).toString('utf8')
}

function refusalOf(cause: unknown): PostRefusal {
  if (cause instanceof NotAllowed) return 'url-host-not-allowed'
  const isOver = cause instanceof Error && (cause.name === 'AbortError' || cause.name === 'TimeoutError')
  return isOver ? 'timed-out' : 'unreachable'
}
