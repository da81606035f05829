import { existsSync, readdirSync } from 'node:fs'
import { posix, sep } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** A built single page: every address under `prefix` that is no file opens `page`. The longest prefix wins. */
export type Face = { readonly prefix: string; readonly page: string }

const YEAR = 365 * 24 * 60 * 60 * 1000

/**
 * Serves a built client: hashed assets for a year, pages asked for anew each time (by etag), both as .br or .gz
 * where the build laid them beside. Without a built client nothing is served, and the API works all the same.
 */
export async function serveFaces(http: FastifyInstance, root: string, faces: readonly Face[]): Promise<void> {
  if (!existsSync(root)) return
  const files = new Set(filesUnder(root))
  await http.register(staticFiles, { root, serve: false, preCompressed: true, cacheControl: false })
  http.get<{ Params: { '*': string } }>('/*', { schema: { hide: true } }, (request, reply) => {
    const path = request.params['*']
    if (files.has(path) && !path.endsWith('.html')) {
      const isHashed = path.startsWith('assets/')
      reply.header('cache-control', isHashed ? `public, max-age=${YEAR / 1000}, immutable` : 'public, max-age=3600')
      return reply.sendFile(path)
    }
    const face = faceAt(faces, `/${path}`)
    if (face === undefined || !wantsPage(path, request.headers.accept)) return reply.callNotFound()
    return reply.header('cache-control', 'no-cache').sendFile(face.page)
  })
}

const filesUnder = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join(posix.sep))

const faceAt = (faces: readonly Face[], path: string): Face | undefined =>
  faces
    .toSorted((a, b) => b.prefix.length - a.prefix.length)
    .find(({ prefix }) => path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`))

/** An address of the API or of a missing file is a 404, not a page. */
const wantsPage = (path: string, accept = '*/*') =>
  !/^(api|assets)(\/|$)/.test(path) && !/\.[a-z0-9]{2,5}$/i.test(path) && /text\/html|\*\/\*/.test(accept)
