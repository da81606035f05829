import { useEffect, useRef, useState } from 'react'
import { forget, keep, kept } from '../kept.ts'
import { useTongue } from '../tongue.tsx'
import { actKey } from './call.ts'
import { type Photo, photoFault } from './photos.ts'
import { asProblem } from './problem.ts'
import { upload } from './upload.ts'

export const MOST_PHOTOS = 6
const MOST_BYTES = 10_485_760

/** `thumb`: the server's small picture, which outlives the page as the browser's own does not. */
type Held = Photo & {
  readonly hash?: string | undefined
  readonly thumb?: string | undefined
  /** In hand until the server has it. */
  readonly file?: File | undefined
}

/** A photo that was picked without a line, under the key it will be sent by. */
export type WaitingPhoto = { readonly key: string; readonly file: File }

type Uploaded = { readonly hash: string; readonly thumb?: string; readonly thumbUrl?: string | null }

/**
 * Photos that are sent to `url` as soon as they are picked, and stay with the draft called `name`: whoever comes back
 * finds those that had arrived. The route answers `{ hash, thumb }`; `hashes` go into the body.
 */
export function useKeptPhotos(name: string, url: string) {
  const { t } = useTongue()
  const [photos, setPhotos] = useState<readonly Held[]>(() => restored(kept(name)))
  const shown = useRef(new Set<string>())
  // Blob addresses hold the photo in memory until they are given back.
  useEffect(() => () => shown.current.forEach(URL.revokeObjectURL), [])
  // The device keeps what has arrived; several may arrive between two drawings of the page.
  useEffect(() => {
    const arrived = photos.filter(({ hash }) => hash !== undefined)
    if (arrived.length === 0) forget(name)
    else
      keep(
        name,
        arrived.map((photo) => ({ ...photo, preview: photo.thumb })),
      )
  }, [name, photos])

  const change = (id: string, next: Partial<Held>) =>
    setPhotos((now) => now.map((photo) => (photo.id === id ? { ...photo, ...next } : photo)))

  async function send(id: string, file: File) {
    try {
      const onProgress = (progress: number) => change(id, { progress })
      const sent = await upload<Uploaded>(url, file, file.name, { onProgress, key: id })
      const thumb = sent.thumb ?? sent.thumbUrl ?? undefined
      change(id, { state: 'sent', hash: sent.hash, thumb, file: undefined })
    } catch (thrown) {
      const { kind, said } = asProblem(thrown)
      if (kind === 'offline' || kind === 'timeout') change(id, { state: 'waiting', file })
      else change(id, { state: 'failed', why: t(said) })
    }
  }

  useOnLine(() => {
    for (const { id, state, file } of photos) {
      if (state !== 'waiting' || file === undefined) continue
      change(id, { state: 'sending' })
      void send(id, file)
    }
  })

  function add(files: readonly File[]) {
    for (const file of files) {
      const id = actKey()
      const preview = URL.createObjectURL(file)
      shown.current.add(preview)
      const fault = photoFault(file, MOST_BYTES)
      const photo: Held = { id, name: file.name, preview, state: fault ? 'failed' : 'sending', why: fault && t(fault) }
      setPhotos((now) => [...now, photo])
      if (!fault) void send(id, file)
    }
  }

  return {
    props: {
      photos,
      most: MOST_PHOTOS,
      mostBytes: MOST_BYTES,
      onAdd: add,
      onRemove: (id: string) => setPhotos((now) => now.filter((photo) => photo.id !== id)),
    },
    hashes: [...new Set(photos.flatMap(({ hash }) => hash ?? []))],
    /** Those that no line has taken yet; they are in hand as long as the page is open. */
    waiting: photos.flatMap(({ id, state, file }): WaitingPhoto[] =>
      state === 'waiting' && file ? [{ key: id, file }] : [],
    ),
    busy: photos.some(({ state }) => state === 'sending'),
    clear: () => setPhotos([]),
  }
}

/** Does something whenever the line comes back. */
function useOnLine(again: () => void): void {
  const newest = useRef(again)
  newest.current = again
  // The line comes back outside React.
  useEffect(() => {
    const hear = () => newest.current()
    window.addEventListener('online', hear)
    return () => window.removeEventListener('online', hear)
  }, [])
}

/** Pure: of what the device kept, the photos that had arrived. */
export function restored(found: unknown): readonly Held[] {
  if (!Array.isArray(found)) return []
  return found.flatMap((one): Held[] => {
    const { id, name, preview, hash } = (one ?? {}) as Record<string, unknown>
    if (typeof id !== 'string' || typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return []
    return [
      {
        id,
        name: String(name ?? ''),
        preview: String(preview ?? ''),
        thumb: String(preview ?? ''),
        state: 'sent',
        hash,
      },
    ]
  })
}
