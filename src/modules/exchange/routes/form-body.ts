import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Arguments } from '../rules/question.ts'

/** Bodies as Open311 sends them: forms, where the same name may stand several times. Multipart carries a picture besides. */
export function readForms(http: FastifyInstance): void {
  http.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done: (error: Error | null, parsed?: unknown) => void) => done(null, formOf(String(body))),
  )
}

export function formOf(text: string): Arguments {
  const found: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const before = Object.hasOwn(found, name) ? found[name] : undefined
    const now = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
    // A name like __proto__ is a field like any other.
    Object.defineProperty(found, name, { value: now, enumerable: true, configurable: true, writable: true })
  }
  return found
}

export type Sent = { readonly given: Arguments; readonly picture: Buffer | null }

/** What was posted, whichever way: a form, JSON, or a multipart form with one picture in the field `media`. */
export async function sentBy(request: FastifyRequest): Promise<Sent> {
  if (!request.isMultipart()) {
    const { body } = request
    return { given: typeof body === 'object' && body !== null ? (body as Arguments) : {}, picture: null }
  }
  const form = new URLSearchParams()
  let picture: Buffer | null = null
  for await (const part of request.parts()) {
    if (part.type === 'field') form.append(part.fieldname, String(part.value))
    else {
      const content = await part.toBuffer()
      if (content.length > 0) picture = content
    }
  }
  return { given: formOf(form.toString()), picture }
}
