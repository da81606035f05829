import { useSyncExternalStore } from 'react'
import type { Posting } from './model.ts'
import { aloneOrNot, postByFetch, sendWaiting } from './sending.ts'
import { announce, onChange, shelf } from './shelf.ts'

/** How often what waits is tried again while the page is open. */
const OFTEN = 20_000
const nothing: readonly Posting[] = []

let seen: readonly Posting[] = nothing
const listeners = new Set<() => void>()
let stop: (() => void) | undefined

async function look(): Promise<void> {
  const found = await shelf.all().catch(() => nothing)
  seen = found.toSorted((a, b) => a.at.localeCompare(b.at))
  for (const tell of listeners) tell()
}

/** Sends what waits now; a machine that says it has no line is believed. */
export async function sendNow(): Promise<void> {
  if (!navigator.onLine) return
  await aloneOrNot(() => sendWaiting(shelf, postByFetch)).catch(() => 0)
  announce()
  await look()
}

/** Puts something into the box and tries it; false where this browser keeps nothing, and nothing has happened then. */
export async function leave(posting: Posting): Promise<boolean> {
  try {
    await shelf.put(posting)
  } catch {
    return false
  }
  announce()
  await look()
  void askForSync()
  void sendNow()
  return true
}

export async function takeOut(id: string): Promise<void> {
  await shelf.remove(id).catch(() => undefined)
  announce()
  await look()
}

type Syncing = { readonly sync?: { register(tag: string): Promise<void> } }

/** Asks the browser to wake the worker once there is a line, though every page be closed by then. */
async function askForSync(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = (await navigator.serviceWorker.getRegistration()) as Syncing | undefined
  await registration?.sync?.register('outbox').catch(() => undefined)
}

function begin(): () => void {
  const onLine = () => void sendNow()
  const onSight = () => {
    if (!document.hidden) void sendNow()
  }
  window.addEventListener('online', onLine)
  document.addEventListener('visibilitychange', onSight)
  const timer = setInterval(() => {
    if (seen.some(({ state }) => state === 'waiting')) void sendNow()
  }, OFTEN)
  const deaf = onChange(() => void look())
  void look().then(() => {
    if (seen.some(({ state }) => state === 'waiting')) void sendNow()
  })
  return () => {
    window.removeEventListener('online', onLine)
    document.removeEventListener('visibilitychange', onSight)
    clearInterval(timer)
    deaf()
  }
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  stop ??= begin()
  return () => {
    listeners.delete(tell)
    if (listeners.size > 0) return
    stop?.()
    stop = undefined
  }
}

/** Everything in the box, the oldest first; looks after its sending as long as somebody looks at it. */
export const useOutbox = (): readonly Posting[] => useSyncExternalStore(subscribe, () => seen)
