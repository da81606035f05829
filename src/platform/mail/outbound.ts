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

/** A question to another system: something is read there, or a form is posted. */
export type Asking = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}
export type AskOut = (asking: Asking) => Promise<Posted>

const READ_AT_MOST = 4_096
/** A page of a thousand rows; whoever answers with more is not read to the end. */
const ANSWER_AT_MOST = 8 * 1024 * 1024

/**
 * Posts text to an address that somebody typed: guarded against reaching inward, following no redirect,
 * given up after `timeoutMs` for name, connection and answer together. Never throws.
 * The name is resolved once and the very address that was looked at is called, so it cannot change in between.
 */
export const outboundPost =
  (guard: OutboundGuard, timeoutMs = 10_000): PostOut =>
  (letter) =>
    guarded({ ...letter, method: 'POST' }, { guard, timeoutMs, most: READ_AT_MOST })

/** The same for a conversation: a page is read, or a form posted, and the answer is wanted whole. */
export const outboundAsk =
  (guard: OutboundGuard, timeoutMs = 15_000): AskOut =>
  (asking) =>
    guarded(asking, { guard, timeoutMs, most: ANSWER_AT_MOST })

type Bounds = { readonly guard: OutboundGuard; readonly timeoutMs: number; readonly most: number }

async function guarded(asking: Asking, bounds: Bounds): Promise<Posted> {
  const started = performance.now()
  const took = () => Math.round(performance.now() - started)
  const fault = faultOfUrl(asking.url, bounds.guard)
  if (fault !== null) return { ok: false, refusal: fault, ms: took() }
  try {
    const { status, answer } = await exchange(asking, bounds)
    return { ok: true, status, answer, ms: took() }
  } catch (cause) {
    return { ok: false, refusal: refusalOf(cause), ms: took() }
  }
}

function exchange(
  { method, headers, body, url: address }: Asking,
  { guard, timeoutMs, most }: Bounds,
): Promise<{ status: number; answer: string }> {
  const url = new URL(address)
  const open = url.protocol === 'https:' ? tlsRequest : plainRequest
  return new Promise((resolve, reject) => {
    const request: ClientRequest = open(url, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
      lookup: guardedLookup(hostOf(url), guard),
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
    })
    request.on('error', reject)
    request.on('response', (response) => {
      readSome(response, most).then((answer) => resolve({ status: response.statusCode ?? 0, answer }), reject)
    })
    request.end(body)
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
async function readSome(response: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    chunks.push(Buffer.from(chunk))
    size += Buffer.byteLength(chunk)
    if (size >= most) break
  }
  response.destroy()
  return Buffer.concat(chunks).subarray(0, most).toString('utf8')
}

function refusalOf(cause: unknown): PostRefusal {
  if (cause instanceof NotAllowed) return 'url-host-not-allowed'
  const isOver = cause instanceof Error && (cause.name === 'AbortError' || cause.name === 'TimeoutError')
  return isOver ? 'timed-out' : 'unreachable'
}
