import { type Problem, problemOf } from '../api/problem.ts'
import { arrived, type PostedFile, type Posting, type Shelf } from './model.ts'

/** An answer of the server, or null where the line carried none. */
export type Reply = { readonly status: number; readonly body: unknown } | null
export type Post = (url: string, headers: Readonly<Record<string, string>>, body: string | FormData) => Promise<Reply>

/**
 * Sends what waits, the oldest first, and writes down what became of each. Answers how many still wait: a line without
 * an answer and a server out of breath leave a posting where it is, any other no is final.
 */
export async function sendWaiting(shelf: Shelf, post: Post): Promise<number> {
  const waiting = (await shelf.all()).filter(({ state }) => state === 'waiting')
  let left = 0
  for (const posting of waiting) {
    const then = await sendOne(shelf, post, posting)
    await shelf.put(then)
    if (then.state === 'waiting') left++
  }
  return left
}

async function sendOne(shelf: Shelf, post: Post, posting: Posting): Promise<Posting> {
  const carried = await sendFiles(shelf, post, posting)
  if (carried.state !== 'waiting' || carried.files.some(({ hash }) => hash === null)) return carried
  const tried = { ...carried, mayHaveArrived: true }
  await shelf.put(tried)
  const headers = { ...carried.headers, 'content-type': 'application/json', 'idempotency-key': carried.id }
  const reply = await post(carried.url, headers, JSON.stringify(bodyOf(carried)))
  if (reply === null) return tried
  if (reply.status >= 200 && reply.status < 300) return arrived(tried, reply.body)
  return refusedBy(tried, reply)
}

/** Each file under a key of its own; one that the server will not have stops the whole, for its writer to see. */
async function sendFiles(shelf: Shelf, post: Post, posting: Posting): Promise<Posting> {
  let now = posting
  for (const file of posting.files.filter(({ hash }) => hash === null)) {
    const form = new FormData()
    form.append('file', file.content, file.name)
    const reply = await post(file.url, { 'idempotency-key': file.key }, form)
    const hash = hashIn(reply)
    if (reply === null) return now
    if (hash === null) return refusedBy(now, reply)
    now = { ...now, files: now.files.map((one) => (one.key === file.key ? { ...one, hash } : one)) }
    await shelf.put(now)
  }
  return now
}

/** Pure: the body with the files that have arrived in their lists, each once. */
export function bodyOf({ body, files }: Pick<Posting, 'body' | 'files'>): Readonly<Record<string, unknown>> {
  const whole: Record<string, unknown> = { ...body }
  for (const { into, hash } of files) {
    const before = Array.isArray(whole[into]) ? whole[into] : []
    if (hash !== null && !before.includes(hash)) whole[into] = [...before, hash]
  }
  return whole
}

const patient: readonly Problem['kind'][] = ['busy', 'failed']

function refusedBy(posting: Posting, { status, body }: NonNullable<Reply>): Posting {
  const problem = problemOf(status, body, null)
  return patient.includes(problem.kind) ? posting : { ...posting, state: 'refused', why: problem.said }
}

function hashIn(reply: Reply): PostedFile['hash'] {
  if (reply === null || reply.status >= 300) return null
  const { body } = reply
  return typeof body === 'object' && body !== null && 'hash' in body && typeof body.hash === 'string' ? body.hash : null
}

const PATIENCE = 60_000

/** By `fetch`, in a page as in a worker. */
export const postByFetch: Post = async (url, headers, body) => {
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const response = await fetch(url, { method: 'POST', credentials: 'same-origin', headers, body, signal })
    return { status: response.status, body: await response.json().catch(() => undefined) }
  } catch {
    return null // no line, or none that answers
  }
}

const LOCK = 'yiwang.outbox'

/** One sender at a time over all tabs and the worker, where the browser can say so; the keys hold in any case. */
export async function aloneOrNot(send: () => Promise<number>): Promise<number> {
  if (!('locks' in navigator)) return send()
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => (lock === null ? 0 : send()))
}
