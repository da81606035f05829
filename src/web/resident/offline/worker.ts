// The service worker of the resident face. It keeps every page of one build on the device, so that they open without a
// line, and sends what waits in the box once there is one. The build writes the list of files and its own name in.
import { aloneOrNot, postByFetch, sendWaiting } from '../../../ui/outbox/sending.ts'
import { announce, shelf } from '../../../ui/outbox/shelf.ts'
import { isPublic, isResidentPage } from './addresses.ts'

declare const __FILES__: readonly string[]
declare const __BUILD__: string

type Extendable = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Extendable & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type Scope = {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  addEventListener(name: 'install' | 'activate', hear: (event: Extendable) => void): void
  addEventListener(name: 'sync', hear: (event: Extendable & { readonly tag: string }) => void): void
  addEventListener(name: 'fetch', hear: (event: Fetching) => void): void
}
const scope = self as unknown as Scope

const files = __FILES__
const PAGE = '/'
const PUBLIC = 'yiwang-public'
const BUILD = `yiwang-build-${__BUILD__}`
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
      .then((names) => names.filter((name) => name.startsWith('yiwang-build-') && name !== BUILD).slice(0, -1))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => scope.clients.claim()),
  )
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
    if (isResidentPage(pathname)) event.respondWith(pageFor(request))
  } else if (pathname.startsWith('/assets/') || files.includes(pathname)) event.respondWith(fileFor(request))
  else if (isPublic(pathname)) event.respondWith(publicFor(request))
})

/** The newest page where there is a line, else the one that was kept: every address of the face is one page. */
async function pageFor(request: Request): Promise<Response> {
  const late = new Promise<null>((give) => setTimeout(() => give(null), PATIENCE))
  const fresh = await Promise.race([fetch(request).catch(() => null), late])
  if (fresh !== null && fresh.status < 500) return fresh
  const kept = await caches.match(PAGE, { cacheName: BUILD, ignoreVary: true })
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
