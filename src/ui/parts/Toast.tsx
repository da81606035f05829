import { createContext, type ReactNode, useContext, useState } from 'react'
import { Icon } from './Icon.tsx'
import './Toast.css'

type Said = { id: number; text: string }
type Say = (text: string) => void

const ToastContext = createContext<Say>(() => undefined)

/** Long enough to read twenty words; what must not be missed is a `Notice`. */
const STAYS = 6_000

/** Holds the corner where short confirmations appear, and where screen readers listen for them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Said[]>([])
  const [say] = useState<Say>(() => {
    let last = 0
    return (text: string) => {
      const id = ++last
      setToasts((now) => [...now.slice(-2), { id, text }])
      setTimeout(() => setToasts((now) => now.filter((toast) => toast.id !== id)), STAYS)
    }
  })
  return (
    <ToastContext value={say}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, text }) => (
          <p className="toast" key={id}>
            <Icon name="check" />
            {text}
          </p>
        ))}
      </div>
    </ToastContext>
  )
}

/** `const say = useToast(); say('已提交')`: a confirmation that goes away by itself. */
export const useToast = (): Say => useContext(ToastContext)
