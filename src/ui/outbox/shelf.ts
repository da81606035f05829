import type { Posting, Shelf } from './model.ts'

const BASE = 'yiwang'
const STORE = 'outbox'

/** The shelf of this device. Rejects where a browser keeps nothing. */
export const shelf: Shelf = {
  all: () => done('readonly', (store) => store.getAll() as IDBRequest<Posting[]>),
  put: async (posting) => void (await done('readwrite', (store) => store.put(posting))),
  remove: async (id) => void (await done('readwrite', (store) => store.delete(id))),
}

async function done<Found>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Found>) {
  const base = await opened()
  try {
    return await new Promise<Found>((found, failed) => {
      const work = base.transaction(STORE, mode)
      const request = ask(work.objectStore(STORE))
      // Only what the device has written down is kept.
      work.oncomplete = () => found(request.result)
      work.onabort = () => failed(work.error)
      work.onerror = () => failed(work.error)
    })
  } finally {
    base.close()
  }
}

const opened = (): Promise<IDBDatabase> =>
  new Promise((open, failed) => {
    if (typeof indexedDB === 'undefined') return failed(new Error('this browser keeps nothing'))
    const request = indexedDB.open(BASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
    request.onsuccess = () => open(request.result)
    request.onerror = () => failed(request.error)
  })

const CHANNEL = 'yiwang.outbox'

/** Tells every tab, and hears from every tab and the worker, that the shelf has changed. */
export function announce(): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage('changed')
  channel.close()
}

export function onChange(changed: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = changed
  return () => channel.close()
}
