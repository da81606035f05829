import type { ReactNode } from 'react'
import { grants } from '../../kernel/organisations/policy.ts'
import { useMe, useSignOut } from '../../kernel/people/pages/me.ts'
import { SignedIn } from '../../kernel/people/pages/SignedIn.tsx'
import { StaffSignIn } from '../../kernel/people/pages/StaffSignIn.tsx'
import { screenPageWords } from '../../modules/city-screen/pages/words.ts'
import { SCREEN_RIGHT } from '../../modules/city-screen/rules.ts'
import { Button } from '../../ui/parts/Button.tsx'
import { ForbiddenState } from '../../ui/parts/states.tsx'
import { routerOf } from '../../ui/routing/pages.tsx'
import { useTongue } from '../../ui/tongue.tsx'
import { pages } from './pages.ts'
import { Shell } from './Shell.tsx'
import { screenWords as words } from './words.ts'

const Gate = ({ children }: { children: ReactNode }) => (
  <SignedIn kind="staff" door={<Door />}>
    <Permitted>{children}</Permitted>
  </SignedIn>
)

function Door() {
  const { t } = useTongue()
  return <StaffSignIn onDone={() => undefined} returnTo="/screen" title={t(words.signIn)} />
}

/** One plain sentence for the whole wall instead of one on every board. */
function Permitted({ children }: { children: ReactNode }) {
  const { t } = useTongue()
  const me = useMe().data
  const out = useSignOut()
  if (me?.kind !== 'staff' || grants(me.rights, SCREEN_RIGHT)) return children
  return (
    <ForbiddenState
      text={t(screenPageWords.nobodyText)}
      action={
        <Button busy={out.busy} onPress={() => out.act({})}>
          {t(words.otherAccount)}
        </Button>
      }
    />
  )
}

export const router = routerOf({ base: '/screen', frame: Shell, entries: pages, gate: Gate })
