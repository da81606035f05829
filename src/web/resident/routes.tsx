import { lazy, type ReactNode, Suspense } from 'react'
import { SignedIn } from '../../kernel/people/pages/SignedIn.tsx'
import { LoadingState } from '../../ui/parts/states.tsx'
import { routerOf } from '../../ui/routing/pages.tsx'
import { pages } from './pages.ts'
import { Shell } from './Shell.tsx'

const SignIn = lazy(async () => ({ default: (await import('./pages/SignIn.tsx')).SignIn }))

const door = (
  <Suspense fallback={<LoadingState shape="text" count={4} />}>
    <SignIn />
  </Suspense>
)

const Gate = ({ children }: { children: ReactNode }) => (
  <SignedIn kind="resident" door={door}>
    {children}
  </SignedIn>
)

export const router = routerOf({ base: '/', frame: Shell, entries: pages, gate: Gate })
