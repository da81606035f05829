import { useSyncExternalStore } from 'react'

const query = '(min-width: 1280px)'

function listen(changed: () => void): () => void {
  const media = window.matchMedia(query)
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}

/** Whether list and case stand side by side. */
export const useWide = (): boolean => useSyncExternalStore(listen, () => window.matchMedia(query).matches)
