// The service worker. It keeps every page of the residents of one build on the device, so that they open without a line,
// and the page of those who go on patrol once one of them has opened it; it sends what waits in the box once there is a
// line. The build writes the lists of files and its own name in.
import { aloneOrNot, postByFetch, sendWaiting } from '../../../ui/outbox/sending.ts'
import { announce, shelf } from '../../../ui/outbox/shelf.ts'
import { isPublic, isResidentPage, PATROL_PAGE } from './addresses.ts'

declare const __FILES__: readonly string[]
declare const __PATROL__: readonly string[]
declare const __BUILD__: string

type Extendable = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Extendable & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type Scope = {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  addEventListener(name: 'install' | 'activate', hear: (event: Extendable) => void): void
  addEventListener(name: 'message', hear: (event: Extendable & { readonly data: unknown }) => void): void
  addEventListener(name: 'sync', hear: (event: Extendable & { readonly tag: string }) => void): void
  addEventListener(name: 'fetch', hear: (event: Fetching) => void): void
}
const scope = self as unknown as Scope

const files = __FILES__
const patrolFiles = __PATROL__
const PAGE = '/'
const PUBLIC = 'yiwang-public'
const BUILD = `yiwang-build-${__BUILD__}`
/** Of whoever goes on patrol alone: nobody else is made to fetch the files of the desk. */
const PATROL = `yiwang-patrol-${__BUILD__}`
/** Seconds that a page may keep somebody waiting before the kept one opens. */
const PATIENCE = 4_000

scope.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(BUILD)
      .then((cache) => cache.addAll([PAGE, ...files]))
      .then(() => scope.skipWaiting()),
  )
})

// The build before this one stays: a page that was opened under it may still fetch a part of it.
scope.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => [...before(names, 'yiwang-build-', BUILD), ...before(names, 'yiwang-patrol-', PATROL)])
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(keepPatrolAnew)
      .then(() => scope.clients.claim()),
  )
})

/** All but the last of the builds that are not this one. */
const before = (names: readonly string[], prefix: string, own: string): readonly string[] =>
  names.filter((name) => name.startsWith(prefix) && name !== own).slice(0, -1)

/** Who has the page of the patrol on this device has it of the new build as well. */
async function keepPatrolAnew(): Promise<void> {
  const names = await caches.keys()
  if (names.some((name) => name.startsWith('yiwang-patrol-'))) await keepPatrol().catch(() => undefined)
}

async function keepPatrol(): Promise<void> {
  const cache = await caches.open(PATROL)
  if (await cache.match(PATROL_PAGE, { ignoreVary: true })) return
  await cache.addAll([PATROL_PAGE, ...patrolFiles])
}

scope.addEventListener('message', (event) => {
  const { data } = event
  if (typeof data === 'object' && data !== null && 'keep' in data && data.keep === PATROL_PAGE)
    event.waitUntil(keepPatrol())
})

scope.addEventListener('sync', (event) => {
  if (event.tag === 'outbox') event.waitUntil(sendAll())
})

/** Throws while something is left, so that the browser wakes us again. */
async function sendAll(): Promise<void> {
  const left = await aloneOrNot(() => sendWaiting(shelf, postByFetch))
  announce()
  if (left > 0) throw new Error('still waiting')
}

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (isResidentPage(pathname)) event.respondWith(pageFor(request, PAGE, BUILD))
    else if (pathname === PATROL_PAGE) event.respondWith(pageFor(request, PATROL_PAGE, PATROL))
  } else if (pathname.startsWith('/assets/') || files.includes(pathname)) event.respondWith(fileFor(request))
  else if (isPublic(pathname)) event.respondWith(publicFor(request))
})

/** The newest page where there is a line, else the one that was kept: every address of the face is one page. */
async function pageFor(request: Request, page: string, cacheName: string): Promise<Response> {
  const late = new Promise<null>((give) => setTimeout(() => give(null), PATIENCE))
  const fresh = await Promise.race([fetch(request).catch(() => null), late])
  if (fresh !== null && fresh.status < 500) return fresh
  const kept = await caches.match(page, { cacheName, ignoreVary: true })
  return kept ?? fresh ?? Response.error()
}

/** Files bear the name of their content: what is kept is what would come. */
const fileFor = async (request: Request): Promise<Response> =>
  (await caches.match(request, { ignoreVary: true })) ?? fetch(request)

/** What everybody may read, and is of use without a line: fresh where it can be had, else as it was last read. */
async function publicFor(request: Request): Promise<Response> {
  const cache = await caches.open(PUBLIC)
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await cache.put(request, fresh.clone())
    return fresh
  } catch (lost) {
    const kept = await cache.match(request, { ignoreVary: true })
    if (kept === undefined) throw lost
    return kept
  }
}
