import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, posix, sep } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** A built single page: every address under `prefix` that is no file opens `page`, or nothing where it is null. The longest prefix wins. */
export type Face = { readonly prefix: string; readonly page: string | null }

/** Beside a page: the addresses of its face, `/cases/$case`. A face that tells none has every address. */
const ADDRESSES = 'addresses.json'

/** A file as the build left it, plain and pressed. */
type Kept = {
  readonly type: string
  readonly etag: string
  readonly plain: Buffer
  readonly pressed: readonly Pressed[]
}
type Pressed = { readonly coding: 'br' | 'gzip'; readonly content: Buffer }

const YEAR = 365 * 24 * 60 * 60

/** The kinds of files that a build makes. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}

/**
 * Serves a built client: hashed assets for a year, pages asked for anew each time (by etag), both as .br or .gz
 * where the build laid them beside. It is read once, here: whoever builds again under a running server changes nothing
 * for it, and page and assets are always of one build. Without a built client nothing is served, and the API works all
 * the same. An address that its face does not have gets the page too, which says so, with 404.
 */
export async function serveFaces(http: FastifyInstance, root: string, faces: readonly Face[]): Promise<void> {
  if (!existsSync(root)) return
  const files = readBuild(root)
  const known = new Map(faces.map((face) => [face, addressesIn(files, face)]))
  const isKnown = (face: Face, path: string): boolean => {
    const own = face.prefix === '/' ? path : path.slice(face.prefix.length)
    return known.get(face)?.some((address) => address.test(own)) ?? true
  }
  http.get<{ Params: { '*': string } }>('/*', { schema: { hide: true } }, (request, reply) => {
    const path = request.params['*']
    const { 'accept-encoding': codings = '', 'if-none-match': known, accept } = request.headers
    const send = (file: Kept) => answerWith(reply, file, { codings: String(codings), known })
    const file = files.get(path)
    if (file && !path.endsWith('.html')) {
      reply.header('cache-control', lifeOf(path))
      return send(file)
    }
    const face = faceAt(faces, `/${path}`)
    const page = files.get(face?.page ?? '')
    if (page === undefined || !wantsPage(path, accept)) return reply.callNotFound()
    reply.header('cache-control', 'no-cache')
    if (face !== undefined && !isKnown(face, `/${path}`)) reply.code(404)
    return send(page)
  })
}

function addressesIn(files: ReadonlyMap<string, Kept>, { page }: Face): readonly RegExp[] | null {
  const told = page === null ? undefined : files.get(posix.join(posix.dirname(page), ADDRESSES))
  return told === undefined ? null : (JSON.parse(told.plain.toString('utf8')) as string[]).map(asPattern)
}

/** `/cases/$case` as a pattern; like the router, it takes a slash at the end and letters of either case. */
const asPattern = (address: string): RegExp => {
  const steps = address.split('/').filter((step) => step !== '')
  const written = steps.map((step) => (step.startsWith('$') ? '/[^/]+' : `/${step.replace(/[^\w-]/g, '\\$&')}`))
  return new RegExp(`^${written.join('')}/?$`, 'i')
}

/** A worker (`sw.js`) that a browser believes for an hour would open yesterday's build for an hour. */
function lifeOf(path: string): string {
  if (path.startsWith('assets/')) return `public, max-age=${YEAR}, immutable`
  return path === 'sw.js' ? 'no-cache' : 'public, max-age=3600'
}

type Asked = { readonly codings: string; readonly known: string | undefined }

function answerWith(reply: FastifyReply, { type, etag, plain, pressed }: Kept, { codings, known }: Asked) {
  const chosen = pressed.find(({ coding }) => accepts(codings, coding))
  reply.header('vary', 'accept-encoding').header('etag', etag)
  if (known?.split(/,\s*/).includes(etag)) return reply.code(304).send()
  if (chosen) reply.header('content-encoding', chosen.coding)
  return reply.type(type).send(chosen?.content ?? plain)
}

/** Whether a browser takes this coding; `br;q=0` says that it does not. */
const accepts = (codings: string, coding: string): boolean =>
  codings.split(',').some((one) => {
    const [name = '', ...marks] = one.split(';').map((part) => part.trim())
    return name === coding && !marks.some((mark) => /^q=0(\.0*)?$/.test(mark))
  })

function readBuild(root: string): ReadonlyMap<string, Kept> {
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(root, path)).isFile(),
  )
  const read = (path: string) => readFileSync(join(root, path))
  const there = new Set(found)
  const beside = (path: string, end: string, coding: Pressed['coding']): Pressed[] =>
    there.has(`${path}${end}`) ? [{ coding, content: read(`${path}${end}`) }] : []
  return new Map(
    found
      .filter((path) => !/\.(br|gz)$/.test(path))
      .map((path) => {
        const plain = read(path)
        const kept = {
          type: types[extname(path)] ?? 'application/octet-stream',
          etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
          plain,
          pressed: [...beside(path, '.br', 'br'), ...beside(path, '.gz', 'gzip')],
        }
        return [path.split(sep).join(posix.sep), kept]
      }),
  )
}

const faceAt = (faces: readonly Face[], path: string): Face | undefined =>
  faces
    .toSorted((a, b) => b.prefix.length - a.prefix.length)
    .find(({ prefix }) => path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`))

/** An address of the API or of a missing file is a 404, not a page. */
const wantsPage = (path: string, accept = '*/*') =>
  !/^(api|assets)(\/|$)/.test(path) && !/\.[a-z0-9]{2,5}$/i.test(path) && /text\/html|\*\/\*/.test(accept)
