import { Type } from 'typebox'
import { sendOpenFile, uploadedFile } from '../../../platform/files/doors.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { openPhoto, uploadPhoto } from '../handle/photos.ts'
import { PhotoView } from '../model/views.ts'
import { READ_RIGHT } from '../policy/sight.ts'
import type { CasesRouteParts } from './parts.ts'

const tags = ['cases']

/** Photographs of cases: sent in by the staff, opened by whoever was given the address. */
export function photoRoutes(http: Http, parts: CasesRouteParts): void {
  http.post(
    '/api/cases/photos',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'Keeps a picture or a PDF (multipart, field `file`)',
        response: { 201: PhotoView, ...problems },
      },
    },
    async (request, reply) => {
      const upload = await uploadedFile(request)
      if (!upload.ok) return upload
      const { district, id } = staffOf(request)
      const done = await uploadPhoto(parts, { district, id }, upload.content)
      if (!done.ok) return done
      reply.code(201)
      return done.photo
    },
  )

  http.get(
    '/api/cases/photos/:hash',
    {
      schema: {
        tags,
        summary: 'A picture or a paper, for whom its address was made',
        params: Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
        querystring: Type.Object({ t: Type.String({ maxLength: 80 }), small: Type.Optional(Type.Integer()) }),
        response: { 200: Type.Any(), ...problems },
      },
    },
    async (request, reply) => {
      const { t: token, small } = request.query
      const looker = { district: request.who?.district ?? parts.district, id: request.who?.id ?? 'visitor' }
      const found = await openPhoto(parts, looker, { hash: request.params.hash, token, small: small === 1 })
      return found.ok ? sendOpenFile(request, reply, found.key, found.file) : found
    },
  )
}
