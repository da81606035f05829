const BASE = 'yiwang-files'
const STORE = 'picked'

/** A file that was picked for the form of this name and is not sent yet. */
type Picked = { readonly id: string; readonly name: string; readonly file: File }

/** Files of forms that are not sent yet, beside the box of what is. A browser that keeps nothing answers as an empty one. */
export const fileShelf = {
  all: async (name: string): Promise<readonly Picked[]> => {
    const found = await done('readonly', (store) => store.getAll() as IDBRequest<Picked[]>).catch(() => [])
    return found.filter((one) => one.name === name)
  },
  put: (picked: Picked): Promise<unknown> => done('readwrite', (store) => store.put(picked)).catch(() => undefined),
  remove: async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) await done('readwrite', (store) => store.delete(id)).catch(() => undefined)
  },
  /** Nothing of anybody stays: for whoever sits down next. */
  forget: (): Promise<unknown> => done('readwrite', (store) => store.clear()).catch(() => undefined),
}

async function done<Found>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Found>) {
  const base = await opened()
  try {
    return await new Promise<Found>((found, failed) => {
      const work = base.transaction(STORE, mode)
      const request = ask(work.objectStore(STORE))
      work.oncomplete = () => found(request.result)
      work.onabort = () => failed(work.error)
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
