import { useMe } from '../../../../kernel/people/pages/me.ts'
import { MANAGE_RIGHT } from '../../policy.ts'

/** Whether the reader may change sensors and rules; the server asks again. */
export function useMayManage(): boolean {
  const me = useMe().data
  return (
    me?.kind === 'staff' &&
    me.rights.some(
      (held) => held === MANAGE_RIGHT || (held.endsWith('*') && MANAGE_RIGHT.startsWith(held.slice(0, -1))),
    )
  )
}
