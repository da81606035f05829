import { useSyncExternalStore } from 'react'

let newer = false
let brought = false
const listeners = new Set<() => void>()

/**
 * Brings the worker to this device once the page stands, so that it takes nothing from the first look. In development
 * there is none. A page that was controlled before hears that a newer build is in place; it is never reloaded under
 * somebody's hands.
 */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  if (brought) return
  brought = true
  const had = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    newer = had
    for (const tell of listeners) tell()
  })
  const bring = () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined)
  if (document.readyState === 'complete') bring()
  else window.addEventListener('load', bring, { once: true })
}

/**
 * Has the worker keep one page of a face that it does not keep for everybody, with the files it needs, so that it opens
 * without a line. Only the bare page is kept: what it shows is asked for anew, or is what the page itself put by.
 */
export function keepPage(path: string): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  keepForOffline()
  void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ keep: path })).catch(() => undefined)
}

/** Whether a newer build waits for this page to be opened anew. */
export const useNewerBuild = (): boolean =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => newer,
  )
