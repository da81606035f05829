import type { StaffWho, Who } from '../../kernel/organisations/model.ts'
import { hasRight } from '../../kernel/organisations/policy.ts'

/** Who may look at what is alike, as far as his sight of cases reaches. */
export const COMPARE_RIGHT = 'cases.read'
/** Who may change what raises an alarm. */
export const WATCH_LIST_RIGHT = 'dispatch.watch-list'

/** Staff who read cases compare with all of them; everybody else, staff without that right too, is a resident here. */
export const mayCompareAll = (who: Who | null): who is StaffWho => who?.kind === 'staff' && hasRight(who, COMPARE_RIGHT)
