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
type Held = Photo & { readonly hash?: string | undefined; readonly thumb?: string | undefined }

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
      change(id, { state: 'sent', hash: sent.hash, thumb: sent.thumb ?? sent.thumbUrl ?? undefined })
    } catch (thrown) {
      change(id, { state: 'failed', why: t(asProblem(thrown).said) })
    }
  }

  function add(files: readonly File[]) {
    for (const file of files) {
      const id = actKey()
      const preview = URL.createObjectURL(file)
      shown.current.add(preview)
      const fault = photoFault(file, MOST_BYTES)
      setPhotos((now) => [
        ...now,
        { id, name: file.name, preview, state: fault ? 'failed' : 'sending', why: fault && t(fault) },
      ])
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
    busy: photos.some(({ state }) => state === 'sending'),
    clear: () => setPhotos([]),
  }
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
