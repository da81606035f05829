import { deviceStore } from './device.ts'
import type { Posting, Shelf } from './model.ts'

const { done } = deviceStore('yiwang', 'outbox')

/** The shelf of this device. Rejects where a browser keeps nothing. */
export const shelf: Shelf = {
  all: () => done('readonly', (store) => store.getAll() as IDBRequest<Posting[]>),
  put: async (posting) => void (await done('readwrite', (store) => store.put(posting))),
  remove: async (id) => void (await done('readwrite', (store) => store.delete(id))),
}

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
