import { sightOf } from '../../kernel/cases/policy/sight.ts'
import type { StaffWho, Who } from '../../kernel/organisations/model.ts'
import { hasRight } from '../../kernel/organisations/policy.ts'

/** Who may look at what is alike, as far as his sight of cases reaches. */
export const COMPARE_RIGHT = 'cases.read'
/** Who may change what raises an alarm. */
export const WATCH_LIST_RIGHT = 'dispatch.watch-list'

/** Topics speak of everybody's cases, so only those read them who see all of the district. */
export const mayReadTopics = (who: StaffWho): boolean => sightOf(who).all

/** Staff who read cases compare with all of them; everybody else, staff without that right too, is a resident here. */
export const mayCompareAll = (who: Who | null): who is StaffWho => who?.kind === 'staff' && hasRight(who, COMPARE_RIGHT)
