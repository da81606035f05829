import { wayBack } from '../../../kernel/people/pages/me.ts'
import { StaffSignIn } from '../../../kernel/people/pages/StaffSignIn.tsx'
import { usePlace } from '../../../ui/routing/place.ts'

/** The sign-in page; where it stands in front of another page it simply makes way. */
export function SignIn() {
  const { path, search, go } = usePlace()
  const isOwnPage = path === '/sign-in'
  const target = isOwnPage ? wayBack(search.next) : path
  const done = () => {
    if (isOwnPage) go(target, { replace: true })
  }
  return <StaffSignIn onDone={done} returnTo={`/desk${target === '/' ? '' : target}`} />
}
