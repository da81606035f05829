import { useMe } from '../../../../../kernel/people/pages/me.ts'
import type { Draft } from './draft.ts'

type Kept = { readonly form: Draft; set(change: Partial<Draft>): void }

/**
 * In whose name the page is written. Whoever types while signed in is kept with what he typed, so that the end of his
 * session is noticed, after a reload too, and nothing goes out anonymously that he believes to be his.
 */
export function useWriter(draft: Kept) {
  const me = useMe().data
  const own = me?.kind === 'resident' ? me.id : ''
  return {
    signedIn: own !== '',
    /** His session ended while he wrote, and he has not said yet how to go on. */
    left: me === null && draft.form.writer !== '',
    set: (change: Partial<Draft>) => draft.set(own === '' ? change : { ...change, writer: own }),
    /** Keeps his name with what goes out, and gives it; empty for a visitor. The answer may be that he is signed out. */
    sign() {
      const writer = own || draft.form.writer
      draft.set({ writer })
      return writer
    },
    goWithout: () => draft.set({ writer: '' }),
  }
}
