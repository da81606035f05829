import { stat } from 'node:fs/promises'
import { type Archive, openArchive } from './archive.ts'

export type Shelf = {
  /** The archive that lies there now; null for none, or one that cannot be read (`onTrouble` hears why). */
  current(): Promise<Archive | null>
  close(): Promise<void>
}

const BELIEVED = 5_000
/** Requests that began on the old archive are over by then. */
const GRACE = 60_000

/** Keeps the archive of a path open, and takes up a new one that is put in its place while the server runs. */
export function openShelf(path: string, onTrouble: (refusal: string) => void, ticks = () => performance.now()): Shelf {
  let held: Archive | null = null
  let stamp = ''
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | null = null
  const look = async () => {
    const found = await stat(path).catch(() => null)
    const now = found === null ? '' : `${found.ino} ${found.mtimeMs} ${found.size}`
    if (now === stamp) return
    stamp = now
    const opened = now === '' ? null : await openArchive(path)
    if (opened?.ok === false) onTrouble(opened.refusal)
    const old = held
    held = opened?.ok ? opened.archive : null
    if (old) setTimeout(() => void old.close(), GRACE).unref()
  }
  return {
    async current() {
      if (ticks() - lookedAt > BELIEVED) {
        lookedAt = ticks()
        looking = look()
      }
      await looking
      return held
    },
    async close() {
      await looking
      await held?.close()
      held = null
    },
  }
}
