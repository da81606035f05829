import type { ReactNode } from 'react'
import { SignedIn } from '../../kernel/people/pages/SignedIn.tsx'
import { routerOf } from '../../ui/routing/pages.tsx'
import { SignIn } from './pages/SignIn.tsx'
import { pages } from './pages.ts'
import { Shell } from './Shell.tsx'

const Gate = ({ children }: { children: ReactNode }) => (
  <SignedIn kind="resident" door={<SignIn />}>
    {children}
  </SignedIn>
)

export const router = routerOf({ base: '/', frame: Shell, entries: pages, gate: Gate })
