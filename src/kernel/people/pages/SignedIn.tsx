import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { asProblem } from '../../../ui/api/problem.ts'
import { forgetAll } from '../../../ui/kept.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { ErrorState, ForbiddenState, LoadingState } from '../../../ui/parts/states.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { type Me, useMe, useSignOut } from './me.ts'
import { signInWords as words } from './words.ts'

/** Fetched when a session has ended: few people on few days see it. */
const forms = {
  resident: lazy(async () => ({ default: (await import('./ResidentSignIn.tsx')).ResidentSignInForm })),
  staff: lazy(async () => ({ default: (await import('./StaffSignIn.tsx')).StaffSignInForm })),
}

type Props = {
  kind: Me['kind']
  children: ReactNode
  /** Drawn where nobody has been signed in yet. */
  door: ReactNode
}

/**
 * Lets the right people through. When a session ends while somebody is at work, the page stays as it is and the
 * sign-in comes over it, so that nothing typed is lost.
 */
export function SignedIn({ kind, children, door }: Props) {
  const { t } = useTongue()
  const me = useMe()
  const wasIn = useKnownPerson(me.data?.id)
  if (me.isPending) return <LoadingState shape="text" count={4} />
  if (me.data === undefined) return <ErrorState problem={asProblem(me.error)} onRetry={() => void me.refetch()} />
  if (me.data !== null && me.data.kind !== kind) return <OtherKind kind={me.data.kind} />
  if (me.data === null && !wasIn) return door
  const again = () => void me.refetch()
  const SignInForm = forms[kind]
  return (
    <>
      {children}
      <Dialog open={me.data === null} title={t(words.sessionEnded)} onClose={again}>
        <p>{t(words.sessionEndedText)}</p>
        <Suspense fallback={<LoadingState shape="text" count={2} />}>
          <SignInForm onDone={again} />
        </Suspense>
      </Dialog>
    </>
  )
}

/** Whether somebody was signed in here before. Should another person sign in over his page, it opens anew for her. */
function useKnownPerson(id: string | undefined): boolean {
  const [known, setKnown] = useState(id)
  if (known === undefined && id !== undefined) setKnown(id)
  const isOther = known !== undefined && id !== undefined && id !== known
  // Everything in memory belongs to the one before; only the browser itself can forget it all.
  useEffect(() => {
    if (!isOther) return
    forgetAll('patrol.')
    location.reload()
  }, [isOther])
  return known !== undefined
}

function OtherKind({ kind }: { kind: Me['kind'] }) {
  const { t } = useTongue()
  const out = useSignOut()
  const [title, text] =
    kind === 'staff' ? [words.staffHere, words.staffHereText] : [words.residentHere, words.residentHereText]
  return (
    <ForbiddenState
      text={`${t(title)} ${t(text)}`}
      action={
        <Button busy={out.busy} onPress={() => out.act({})}>
          {t(words.signOut)}
        </Button>
      }
    />
  )
}
