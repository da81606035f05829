import type { FieldTrouble, Problem as ProblemBody } from '../../platform/http/problem.ts'
import { type Said, said } from '../../platform/words.ts'
import { uiWords } from '../words.ts'

/** What the face does about it: ask to sign in, wait and try again, show the marked fields, or say it and stop. */
export type ProblemKind =
  | 'offline'
  | 'timeout'
  | 'signed-out'
  | 'forbidden'
  | 'missing'
  | 'malformed'
  | 'refused'
  | 'busy'
  | 'failed'

/** Why a call did not do what was asked. The one thing `call` rejects with. */
export type Problem = Error & {
  readonly kind: ProblemKind
  readonly status: number
  readonly said: Said
  /** Code of the refusal, for pages that act on a particular no. */
  readonly refusal: string | undefined
  readonly fields: readonly FieldTrouble[]
  /** The id of the request, under which the server's log has the whole of it. */
  readonly id: string | undefined
  /** Seconds the server asked to be left alone. */
  readonly waitSeconds: number | undefined
}

export const isProblem = (value: unknown): value is Problem =>
  value instanceof Error && 'kind' in value && 'said' in value && 'fields' in value

type More = Partial<Pick<Problem, 'status' | 'refusal' | 'fields' | 'id' | 'waitSeconds'>>

export function problem(kind: ProblemKind, words: Said, more: More = {}): Problem {
  const nothing = { status: 0, refusal: undefined, fields: [], id: undefined, waitSeconds: undefined }
  return Object.assign(new Error(kind), { ...nothing, ...more, kind, said: words })
}

/** Whatever was thrown, as a problem that can be shown; a bug in a page counts as a failure. */
export const asProblem = (thrown: unknown): Problem =>
  isProblem(thrown) ? thrown : problem('failed', uiWords.failed, { id: undefined })

/** Reads an answer that is no success. A proxy's HTML page, or nothing at all, is read by its status alone. */
export function problemOf(status: number, body: unknown, retryAfter: string | null): Problem {
  const kind = kindOf(status, body)
  const waitSeconds = retryAfter === null ? undefined : Number.parseInt(retryAfter, 10) || undefined
  if (!isBody(body)) return problem(kind, plainWords[kind], { status, waitSeconds })
  const { refusal, fields = [], id } = body
  return problem(kind, said(body.said.zh, body.said.en), { status, refusal, fields, id, waitSeconds })
}

function kindOf(status: number, body: unknown): ProblemKind {
  // A wrong password is a 401 too; only who is not signed in is led to the sign-in page.
  if (status === 401) return isBody(body) && body.refusal !== 'not-signed-in' ? 'refused' : 'signed-out'
  if (status === 403) return 'forbidden'
  if (status === 404 || status === 410) return 'missing'
  // A house that counts tries means it; only a server short of breath is worth another try by itself.
  if (status === 429) return isBody(body) && body.refusal !== undefined ? 'refused' : 'busy'
  if (status === 503) return 'busy'
  if (status === 409 || status === 412) return 'refused'
  return status >= 400 && status < 500 ? 'malformed' : 'failed'
}

const plainWords: Record<ProblemKind, Said> = {
  offline: uiWords.offline,
  timeout: uiWords.timeout,
  'signed-out': uiWords.signedOut,
  forbidden: uiWords.forbidden,
  missing: uiWords.missing,
  malformed: uiWords.malformed,
  refused: uiWords.conflict,
  busy: uiWords.busyServer,
  failed: uiWords.failed,
}

const isBody = (body: unknown): body is ProblemBody =>
  typeof body === 'object' &&
  body !== null &&
  'said' in body &&
  typeof body.said === 'object' &&
  body.said !== null &&
  'zh' in body.said &&
  'en' in body.said

/** What is wrong with one field, by the pointer of the field (`/phone`); absent when nothing is. */
export const troubleAt = (problem: Problem | null | undefined, pointer: string): Said | undefined =>
  problem?.fields.find((field) => field.pointer === pointer)
