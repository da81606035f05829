import { keptTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { problem, problemOf } from './problem.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Options = {
  /** Kept the same over retries of one act, so that the server does it once. See `useAct`. */
  key?: string | undefined
  signal?: AbortSignal | undefined
  /** What else the door asks to be shown, such as the code of a case. */
  headers?: Readonly<Record<string, string>> | undefined
  /** Milliseconds until we stop waiting. */
  patience?: number
}

const PATIENCE = 30_000

/**
 * Asks the server and gives back its JSON (`undefined` for an empty answer). The shape is the one the route's schema
 * promises; it is named by the caller and not checked again.
 * Rejects with a `Problem` and nothing else. Plain objects go out as JSON, `FormData` as it is.
 */
export async function call<Answer>(
  method: Method,
  url: string,
  body?: unknown,
  options: Options = {},
): Promise<Answer> {
  const response = await ask(method, url, body, options)
  const text = await response.text().catch(() => '')
  const answer = parsed(text)
  if (!response.ok) throw problemOf(response.status, answer, response.headers.get('retry-after'))
  return answer as Answer
}

async function ask(method: Method, url: string, body: unknown, options: Options): Promise<Response> {
  const { key, signal, headers, patience = PATIENCE } = options
  const limit = AbortSignal.timeout(patience)
  const either = new AbortController()
  for (const end of signal ? [signal, limit] : [limit]) {
    if (end.aborted) either.abort()
    end.addEventListener('abort', () => either.abort(), { once: true })
  }
  const isForm = body instanceof FormData
  try {
    return await fetch(url, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': keptTongue() === 'en' ? 'en' : 'zh-CN',
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      },
      signal: either.signal,
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
  } catch (thrown) {
    throw unreached(thrown, limit.aborted)
  }
}

function unreached(thrown: unknown, late: boolean): unknown {
  if (late) return problem('timeout', uiWords.timeout)
  // The caller went away and wants no answer: his own abort goes back to him untouched.
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return thrown
  return problem('offline', uiWords.offline)
}

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined // a page from a proxy, not from us; the status says enough
  }
}

/** A fresh key for one act of the user. Works without TLS, where `crypto.randomUUID` is absent. */
export function actKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
