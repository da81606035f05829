import type { ReactNode } from 'react'
import { Lead, Sheet } from '../../../ui/parts/layout.tsx'
import './SignInFrame.css'

type Props = { title: string; lead: string; children: ReactNode }

/** The one sheet of a sign-in page. */
export const SignInFrame = ({ title, lead, children }: Props) => (
  <div className="sign-in">
    <header className="sign-in-head">
      <h1>{title}</h1>
      <Lead>{lead}</Lead>
    </header>
    <Sheet>{children}</Sheet>
  </div>
)
