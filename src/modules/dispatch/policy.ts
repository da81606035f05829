import { sightOf } from '../../kernel/cases/policy/sight.ts'
import { rightFor } from '../../kernel/cases/policy.ts'
import type { AnyProcedure } from '../../kernel/cases/rules/procedure.ts'
import type { StaffWho, Who } from '../../kernel/organisations/model.ts'
import { hasRight } from '../../kernel/organisations/policy.ts'

/** Who may look at what is alike, as far as his sight of cases reaches. */
export const COMPARE_RIGHT = 'cases.read'
/** Who may change what raises an alarm. */
export const WATCH_LIST_RIGHT = 'dispatch.watch-list'

/** Who may train a model on what was decided, and put it in force. */
export const LEARNING_RIGHT = 'dispatch.learning'

/** Topics speak of everybody's cases, so only those read them who see all of the district. */
export const mayReadTopics = (who: StaffWho): boolean => sightOf(who).all

/** Staff who read cases compare with all of them; everybody else, staff without that right too, is a resident here. */
export const mayCompareAll = (who: Who | null): who is StaffWho => who?.kind === 'staff' && hasRight(who, COMPARE_RIGHT)

/** Who sees how the proposals fare: those who see all of the district, as the figures speak of everybody's cases. */
export const mayReadDrift = mayReadTopics

export type SendingStage = { readonly stage: string; readonly right: string }

/** The stages at which a dispatcher sends a case to a unit, each with the right behind the button. */
export const sendingStages = (procedures: Readonly<Record<string, AnyProcedure>>): SendingStage[] =>
  Object.values(procedures).flatMap((procedure) =>
    Object.entries(procedure.moves).flatMap(([move, { holds, by, from }]) =>
      holds === 'field-unit' && by.includes('dispatcher')
        ? from.map((stage) => ({ stage, right: rightFor(procedure, move) }))
        : [],
    ),
  )

/** Who stands at the dispatch board. */
export const mayDispatch = (who: StaffWho, stages: readonly SendingStage[]): boolean =>
  who.posts.some(({ capacities }) => capacities.includes('dispatcher')) &&
  stages.some(({ right }) => hasRight(who, right))
