import { wayBack } from '../../../kernel/people/pages/me.ts'
import { ResidentSignIn } from '../../../kernel/people/pages/ResidentSignIn.tsx'
import { usePlace } from '../../../ui/routing/place.ts'

/** The sign-in page; where it stands in front of another page it simply makes way. */
export function SignIn() {
  const { path, search, go } = usePlace()
  const done = () => {
    if (path === '/sign-in') go(wayBack(search.next ?? '/me'), { replace: true })
  }
  return <ResidentSignIn onDone={done} />
}
