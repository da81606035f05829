import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { uploadPhoto } from '../../../kernel/cases/handle/photos.ts'
import { uploadedFile } from '../../../platform/files/doors.ts'
import { idempotencyKey } from '../../../platform/http/idempotency.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { MINUTE } from '../../../platform/time.ts'
import { fileOrder } from '../handle/filing.ts'
import { OrderBody, OrderFiled, UploadedPhoto, WriterHeaders } from '../model/views.ts'
import { lookerOf, residentOf } from './door.ts'

const tags = ['orders']

/** Writing an order and sending photographs along; signed in or not. */
export function fileRoutes(http: Http, parts: CaseDoorParts): void {
  http.post(
    '/api/orders',
    {
      schema: {
        tags,
        summary: 'Files an order',
        description:
          'With `x-writer`, the id of the resident who wrote it, it is filed for him or not at all: a session that ended meanwhile does not make it anonymous.',
        headers: WriterHeaders,
        body: OrderBody,
        response: { 201: OrderFiled, ...problems },
      },
    },
    async (request, reply) => {
      const key = idempotencyKey(request)
      if (!key.ok) return key
      const who = residentOf(request)
      if (who === 'staff') return refused('residents-only', 403)
      const writer = request.headers['x-writer']
      if (writer !== undefined && writer !== who?.id) return refused('session-ended', 401)
      const filed = await fileOrder(parts, who, request.body, key.key)
      if (!filed.ok) return filed
      if (request.noted) request.noted.case = filed.id
      reply.code(201)
      return filed.answer
    },
  )

  http.post(
    '/api/orders/photos',
    {
      config: { rate: { most: 60, within: MINUTE } },
      schema: {
        tags,
        summary: 'Keeps a picture without where and when it was taken (multipart, field `file`)',
        response: { 201: UploadedPhoto, ...problems },
      },
    },
    async (request, reply) => {
      const upload = await uploadedFile(request)
      if (!upload.ok) return upload
      const done = await uploadPhoto(parts, lookerOf(parts, request), upload.content)
      if (!done.ok) return done
      const { hash, kind, url, thumbUrl, width, height } = done.photo
      reply.code(201)
      return { hash, kind: kind === 'pdf' ? ('pdf' as const) : ('image' as const), url, thumb: thumbUrl, width, height }
    },
  )
}
