import { useSyncExternalStore } from 'react'

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Whether the machine says that it has a line; whether the line leads anywhere only an answer shows. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)
