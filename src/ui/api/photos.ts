import { useEffect, useRef, useState } from 'react'
import type { Said } from '../../platform/words.ts'
import { useTongue } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { actKey } from './call.ts'
import { asProblem } from './problem.ts'
import { upload } from './upload.ts'

export type Photo = {
  id: string
  name: string
  /** Something an `img` can show: a blob's address before sending, the server's after. */
  preview: string
  /** `waiting`: picked without a line; it goes out with what it belongs to. */
  state: 'sending' | 'sent' | 'failed' | 'waiting'
  /** 0 to 1 while it is being sent. */
  progress?: number | undefined
  /** Why it failed. */
  why?: string | undefined
}

/**
 * Kinds that the server reads; it looks at the content again and strips where and when it was taken. HEIC is not
 * among them on purpose: an iPhone that is not offered it hands over a JPEG by itself.
 */
export const photoKinds = ['image/jpeg', 'image/png', 'image/webp']

const MOST_BYTES = 10_485_760

type Sent = { readonly id: string }

/**
 * Photos that are sent as soon as they are picked: `const photos = usePhotos('/api/…')`, then
 * `<Photos label=… {...photos.props} />`, and `photos.ids` go into the form. The route answers `{ id }`.
 */
export function usePhotos(url: string, { mostBytes = MOST_BYTES } = {}) {
  const { t } = useTongue()
  const [photos, setPhotos] = useState<readonly (Photo & { sentId?: string })[]>([])
  const shown = useRef(new Set<string>())
  // Blob addresses hold the photo in memory until they are given back.
  useEffect(() => () => shown.current.forEach(URL.revokeObjectURL), [])

  const change = (id: string, next: Partial<Photo & { sentId: string }>) =>
    setPhotos((now) => now.map((photo) => (photo.id === id ? { ...photo, ...next } : photo)))

  async function send(id: string, file: File) {
    try {
      const onProgress = (progress: number) => change(id, { progress })
      const sent = await upload<Sent>(url, file, file.name, { onProgress, key: id })
      change(id, { state: 'sent', sentId: sent.id })
    } catch (thrown) {
      change(id, { state: 'failed', why: t(asProblem(thrown).said) })
    }
  }

  function add(files: readonly File[]) {
    for (const file of files) {
      const id = actKey()
      const preview = URL.createObjectURL(file)
      shown.current.add(preview)
      const fault = photoFault(file, mostBytes)
      const photo: Photo = { id, name: file.name, preview, state: fault ? 'failed' : 'sending', why: fault && t(fault) }
      setPhotos((now) => [...now, photo])
      if (!fault) void send(id, file)
    }
  }

  return {
    props: {
      photos,
      mostBytes,
      onAdd: add,
      onRemove: (id: string) => setPhotos((now) => now.filter((p) => p.id !== id)),
    },
    /** Ids the server gave, in the order of the page. */
    ids: photos.flatMap(({ sentId }) => sentId ?? []),
    /** Something is still on its way: the form should wait. */
    busy: photos.some(({ state }) => state === 'sending'),
  }
}

/**
 * What is wrong with a picked file before it is sent. Some browsers name no kind, and the server looks anyway; it
 * takes a paper as well, where somebody has one instead of a picture.
 */
export function photoFault({ name, type, size }: File, mostBytes: number): Said | undefined {
  if (/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name)) return uiWords.photoHeic
  if (type !== '' && ![...photoKinds, 'application/pdf'].includes(type)) return uiWords.photoWrongKind
  return size > mostBytes ? uiWords.photoTooLarge : undefined
}

/**
 * The same for a file that must be a picture: it is also opened here, for a kind is only what its name says. Whatever
 * this browser can draw is a picture.
 */
export async function pictureFault(file: File, mostBytes = MOST_BYTES): Promise<Said | undefined> {
  if (file.type === 'application/pdf') return uiWords.photoWrongKind
  const fault = photoFault(file, mostBytes)
  if (fault) return fault
  const drawn = await createImageBitmap(file).catch(() => null)
  drawn?.close()
  return drawn === null ? uiWords.photoWrongKind : undefined
}
