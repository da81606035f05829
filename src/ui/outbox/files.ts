import { deviceStore } from './device.ts'

const { done } = deviceStore('yiwang-files', 'picked')

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
