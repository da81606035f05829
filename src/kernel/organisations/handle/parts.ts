import type { Db } from '../../../platform/db/db.ts'
import type { Sessions } from '../../people/handle/sessions.ts'
import type { StaffId } from '../../people/model.ts'
import type { KnownRight, UnitId } from '../model.ts'
import type { Directory, DirectoryParts } from './directory.ts'

/** What the case engine, a later house, tells and does for this one when somebody leaves or a unit closes. */
export type HeldCases = {
  /** Published matters that name the unit itself as the one responsible. */
  mattersNaming(
    db: Db,
    district: string,
    unit: UnitId,
  ): Promise<readonly { readonly id: string; readonly name: string }[]>
  /** Ids of the open cases somebody holds. */
  casesHeldBy(db: Db, district: string, staff: StaffId): Promise<readonly string[]>
  /** Gives one case to another holder; answers false when the engine refused. */
  moveCase(tx: Db, district: string, caseId: string, to: StaffId): Promise<boolean>
  openCasesAt(db: Db, district: string, unit: UnitId): Promise<number>
  /** Sends every open case of a unit to the unit that takes over. */
  moveUnitCases(tx: Db, district: string, from: UnitId, to: UnitId): Promise<void>
}

/** For a city without cases: nothing is held, nothing is moved. */
export const noCases: HeldCases = {
  mattersNaming: async () => [],
  casesHeldBy: async () => [],
  moveCase: async () => true,
  openCasesAt: async () => 0,
  moveUnitCases: async () => {},
}

export type OrganisationParts = DirectoryParts & {
  readonly directory: Directory
  readonly cases: HeldCases
  readonly sessions: Pick<Sessions, 'endAll' | 'forget'>
  /** Every button of the city that a role may carry. */
  readonly knownRights: readonly KnownRight[]
}
