import { Type } from 'typebox'
import type { Said, Tongue } from '../words.ts'
import { type Trouble, troubleWords } from './words.ts'

/** One field that needs correcting: where it stands (JSON pointer, RFC 6901) and why, in both tongues. */
export type FieldTrouble = { readonly in: string; readonly pointer: string; readonly zh: string; readonly en: string }

/** RFC 9457 problem details, with what our faces need besides. `title` is in the asked tongue, `said` in both. */
export type Problem = {
  readonly type: `/problems/${Trouble}`
  readonly title: string
  readonly status: number
  readonly said: Said
  /** The id of the request, under which the log has the whole of it. */
  readonly id: string
  readonly refusal?: string
  readonly fields?: readonly FieldTrouble[]
}

/** What a rule answers instead of doing: `refuse('code')` from `platform/decision`, with a status where 409 is wrong. */
export type Refused = { readonly ok: false; readonly refusal: string; readonly status?: 401 | 403 | 404 | 409 | 429 }

const problemSchema = Type.Object(
  {
    type: Type.String({ description: '/problems/malformed, /problems/refused, /problems/failure …' }),
    title: Type.String(),
    status: Type.Integer(),
    said: Type.Object({ zh: Type.String(), en: Type.String() }),
    id: Type.String(),
    refusal: Type.Optional(Type.String({ description: 'code of the refusal' })),
    fields: Type.Optional(
      Type.Array(Type.Object({ in: Type.String(), pointer: Type.String(), zh: Type.String(), en: Type.String() })),
    ),
  },
  { title: 'Problem', description: 'RFC 9457 problem details' },
)

/** For the `response` of a route: `{ 200: Something, ...problems }`; lets the route return a refusal as its value. */
export const problems = { '4xx': Type.Unsafe<Refused | Problem>(problemSchema) }

/** A plain no as the value of a route: `return refused('not-yours', 403)`. */
export const refused = (refusal: string, status?: Refused['status']): Refused =>
  status === undefined ? { ok: false, refusal } : { ok: false, refusal, status }

export const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' &&
  value !== null &&
  'ok' in value &&
  value.ok === false &&
  'refusal' in value &&
  typeof value.refusal === 'string'

const plainStatus: Readonly<Record<string, number>> = {
  'not-signed-in': 401,
  'not-yours': 403,
  'cross-site': 403,
  'not-found': 404,
  'bad-cursor': 400,
  'bad-idempotency-key': 400,
  'key-of-another-request': 422,
}

export const statusOf = ({ refusal, status }: Refused): number => status ?? plainStatus[refusal] ?? 409

type Asked = { readonly tongue: Tongue; readonly id: string }

export function problem(
  asked: Asked,
  trouble: Trouble,
  status: number,
  more: { said?: Said; refusal?: string; fields?: readonly FieldTrouble[] } = {},
): Problem {
  const words = more.said ?? troubleWords[trouble]
  return { type: `/problems/${trouble}`, title: words[asked.tongue], status, ...more, said: words, id: asked.id }
}

/** The tongue a request asks for; Chinese unless English stands first in Accept-Language. */
export const tongueOf = (acceptLanguage: string | undefined): Tongue =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh'
