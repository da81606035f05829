import { useEffect, useRef, useState } from 'react'
import { actKey } from '../../../../../ui/api/call.ts'
import type { Photo } from '../../../../../ui/api/photos.ts'
import { asProblem } from '../../../../../ui/api/problem.ts'
import { upload } from '../../../../../ui/api/upload.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { PhotoView } from '../../../model/views.ts'

type Sent = Photo & { readonly hash?: string }

/** Photographs of a move, sent as soon as they are picked; `hashes` go into the move. */
export function useEvidence() {
  const { t } = useTongue()
  const [photos, setPhotos] = useState<readonly Sent[]>([])
  const shown = useRef(new Set<string>())
  // Blob addresses hold the photo in memory until they are given back.
  useEffect(() => () => shown.current.forEach(URL.revokeObjectURL), [])

  const change = (id: string, next: Partial<Sent>) =>
    setPhotos((now) => now.map((photo) => (photo.id === id ? { ...photo, ...next } : photo)))

  async function send(id: string, file: File) {
    try {
      const onProgress = (progress: number) => change(id, { progress })
      const { hash } = await upload<PhotoView>('/api/cases/photos', file, file.name, { onProgress, key: id })
      change(id, { state: 'sent', hash })
    } catch (thrown) {
      change(id, { state: 'failed', why: t(asProblem(thrown).said) })
    }
  }

  function onAdd(files: readonly File[]) {
    for (const file of files) {
      const id = actKey()
      const preview = URL.createObjectURL(file)
      shown.current.add(preview)
      setPhotos((now) => [...now, { id, name: file.name, preview, state: 'sending' }])
      void send(id, file)
    }
  }

  return {
    props: { photos, onAdd, onRemove: (id: string) => setPhotos((now) => now.filter((photo) => photo.id !== id)) },
    /** Once each, though the same picture was picked twice. */
    hashes: [...new Set(photos.flatMap(({ hash }) => hash ?? []))],
    busy: photos.some(({ state }) => state === 'sending'),
  }
}
