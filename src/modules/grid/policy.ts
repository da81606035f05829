import { isGrid } from '../../kernel/cases/rules/ground.ts'
import type { HeldPost, StaffWho } from '../../kernel/organisations/model.ts'
import { postsWith } from '../../kernel/organisations/policy.ts'

/** Goes on patrol: reports, signs in, sees his tasks and his own track. */
export const PATROL_RIGHT = 'grid.patrol'
/** Reads what is proposed before anybody complains, and decides on it. */
export const PROPOSALS_RIGHT = 'grid.proposals'

const onPatrol = (who: StaffWho): readonly HeldPost[] =>
  postsWith(who, PATROL_RIGHT).filter(({ capacities }) => capacities.includes('grid-worker'))

/** Whoever holds a post of a grid worker walks; nobody else, whatever his rank. */
export const mayPatrol = (who: StaffWho): boolean => onPatrol(who).length > 0

/** Codes of the grids he walks; the divisions for which a grid centre stands in are none. */
export const gridsOf = (who: StaffWho): readonly string[] => [
  ...new Set(onPatrol(who).flatMap(({ grids }) => grids.filter(isGrid))),
]

/** The unit for which he walks. */
export const unitOnPatrol = (who: StaffWho) => onPatrol(who)[0]?.unit ?? who.unit

/** Who watches over the whole district decides what is solved at its root. */
export const mayDecideProposals = (who: StaffWho): boolean =>
  postsWith(who, PROPOSALS_RIGHT).some(
    ({ reach, capacities }) =>
      reach === 'all' &&
      (['supervisor', 'intake-head', 'administrator'] as const).some((one) => capacities.includes(one)),
  )
