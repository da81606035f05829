import { useEffect, useRef, useState } from 'react'
import { actKey } from './api/call.ts'
import { fileShelf } from './outbox/files.ts'

/** A file in hand; `preview` is an address of this page alone. */
export type KeptFile = { readonly id: string; readonly file: File; readonly preview: string }

/**
 * Files that were picked and not yet sent, on this device under a name: whoever opens the page anew, with or without a
 * line, finds them. A browser that keeps nothing gives what was picked in this page.
 */
export function useKeptFiles(name: string, onFound: () => void) {
  const [files, setFiles] = useState<readonly KeptFile[]>([])
  const latest = useRef(files)
  const found = useRef(onFound)
  found.current = onFound
  const change = (next: readonly KeptFile[]) => {
    latest.current = next
    setFiles(next)
  }
  // The device gives them later than the page is drawn; what was picked meanwhile stays behind them.
  useEffect(() => {
    let isHere = true
    void fileShelf.all(name).then((kept) => {
      if (!isHere || kept.length === 0) return
      const before = kept.filter(({ id }) => latest.current.every((one) => one.id !== id))
      const shown = before.map(({ id, file }) => ({ id, file, preview: URL.createObjectURL(file) }))
      latest.current = [...shown, ...latest.current]
      setFiles(latest.current)
      found.current()
    })
    return () => {
      isHere = false
    }
  }, [name])
  return {
    files,
    add(picked: readonly File[]) {
      const taken = picked.map((file) => ({ id: actKey(), file, preview: URL.createObjectURL(file) }))
      change([...latest.current, ...taken])
      for (const { id, file } of taken) void fileShelf.put({ id, name, file })
    },
    remove(id: string) {
      for (const one of latest.current) if (one.id === id) URL.revokeObjectURL(one.preview)
      change(latest.current.filter((one) => one.id !== id))
      void fileShelf.remove([id])
    },
    clear() {
      for (const { preview } of latest.current) URL.revokeObjectURL(preview)
      void fileShelf.remove(latest.current.map(({ id }) => id))
      change([])
    },
  }
}
