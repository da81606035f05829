import type { FastifyInstance } from 'fastify'
import { type Description, readerPage } from './docs-page.ts'

/** The API describes itself: OpenAPI 3.1 for programs, a plain page for people; neither loads anything from elsewhere. */
export function openDocs(http: FastifyInstance): void {
  http.get('/api/docs/openapi.json', { schema: { hide: true } }, async () => http.swagger())
  http.get('/api/docs', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(readerPage(http.swagger() as unknown as Description)),
  )
}
