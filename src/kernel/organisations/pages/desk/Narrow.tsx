import type { ReactNode } from 'react'
import './narrow.css'

/** Keeps a form to a width that one can read on a page that fills the screen. */
export const Narrow = ({ children }: { children: ReactNode }) => <div className="narrow">{children}</div>
