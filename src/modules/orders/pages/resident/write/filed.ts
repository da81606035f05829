import { actKey } from '../../../../../ui/api/call.ts'
import { forget, keep, kept } from '../../../../../ui/kept.ts'
import type { Filed } from '../shapes.ts'

const NAME = 'draft.filed'
const TAB = 'yiwang.tab'

/**
 * What was filed last stays with this tab, so that a reload does not lose the code. Whoever opens another tab does not
 * see it, and signing out forgets it with the drafts.
 */
export function keepFiled(filed: Filed): void {
  keep(NAME, { tab: tab(), filed })
}

export function keptFiled(): Filed | null {
  const found = kept(NAME) as { tab?: unknown; filed?: Filed } | null | undefined
  return found?.filed?.code !== undefined && found.tab === tab() ? found.filed : null
}

export const forgetFiled = (): void => forget(NAME)

/** A name for this tab, as long as it lives; none where the browser keeps nothing. */
function tab(): string {
  try {
    const known = sessionStorage.getItem(TAB) ?? actKey()
    sessionStorage.setItem(TAB, known)
    return known
  } catch {
    return ''
  }
}
