import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Refused, refused } from '../http/problem.ts'
import type { OpenFile } from './store.ts'

/** The one file of a multipart request (field `file`); larger than any limit of ours ends in 413 by itself. */
export async function uploadedFile(request: FastifyRequest): Promise<{ ok: true; content: Buffer } | Refused> {
  const part = request.isMultipart() ? await request.file() : undefined
  if (part === undefined) return refused('file-missing')
  return { ok: true, content: await part.toBuffer() }
}

type Range = { readonly start: number; readonly end: number }

/**
 * Sends a file, or the one range that was asked for (RFC 9110, 14.2). Whoever calls has asked whether the person may.
 * A picture is shown in the page, anything else is saved; neither may run anything.
 */
export function sendOpenFile(request: FastifyRequest, reply: FastifyReply, key: string, file: OpenFile): FastifyReply {
  reply.headers({
    'content-type': file.mediaType,
    'content-disposition': file.mediaType.startsWith('image/') ? 'inline' : `attachment; filename="${key}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=3600',
    'accept-ranges': 'bytes',
    etag: `"${key}"`,
  })
  if (request.headers['if-none-match'] === `"${key}"`) return reply.code(304).send()
  const range = rangeOf(request.headers.range, file.bytes)
  if (range === 'outside') return reply.code(416).header('content-range', `bytes */${file.bytes}`).send()
  if (range === null) return reply.header('content-length', file.bytes).send(file.read())
  const { start, end } = range
  reply
    .code(206)
    .header('content-range', `bytes ${start}-${end}/${file.bytes}`)
    .header('content-length', end - start + 1)
  return reply.send(file.read(range))
}

/** Null: the whole file, also when the header is of a kind that we do not serve. */
export function rangeOf(header: string | undefined, bytes: number): Range | null | 'outside' {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '') {
    const count = Math.min(Number(last), bytes)
    return count === 0 ? 'outside' : { start: bytes - count, end: bytes - 1 }
  }
  const start = Number(first)
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  return start >= bytes || start > end ? 'outside' : { start, end }
}
