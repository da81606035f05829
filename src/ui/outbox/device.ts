/** One store of this device (IndexedDB), by `id`. */
export type DeviceStore = {
  /** What was asked for, once the device has written it down. Rejects where a browser keeps nothing. */
  done<Found>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Found>): Promise<Found>
}

/** A store of its own base: an older service worker never meets a version of a base that it does not know. */
export const deviceStore = (base: string, name: string): DeviceStore => ({
  async done(mode, ask) {
    const open = await opened(base, name)
    try {
      return await new Promise((found, failed) => {
        const work = open.transaction(name, mode)
        const request = ask(work.objectStore(name))
        work.oncomplete = () => found(request.result)
        work.onabort = () => failed(work.error)
        work.onerror = () => failed(work.error)
      })
    } finally {
      open.close()
    }
  },
})

const opened = (base: string, store: string): Promise<IDBDatabase> =>
  new Promise((open, failed) => {
    if (typeof indexedDB === 'undefined') return failed(new Error('this browser keeps nothing'))
    const request = indexedDB.open(base, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' })
    request.onsuccess = () => open(request.result)
    request.onerror = () => failed(request.error)
  })
