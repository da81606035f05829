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

export type NamedArea = { readonly code: string; readonly name: string }

/** What duties speak of, as later houses know it: categories of the catalogue, areas, and cases not sent to a unit yet. */
export type DutySubjects = {
  /** Paths of names from the trunk. */
  categories(db: Db, district: string): Promise<readonly string[]>
  /** Path of division codes, `349901001/349901001001`, and of names. */
  areas(db: Db, district: string): Promise<readonly NamedArea[]>
  /** How many open cases wait to be sent, by category and area. */
  waiting(
    db: Db,
    district: string,
  ): Promise<readonly { readonly category: string; readonly area: string | null; readonly cases: number }[]>
}

/** For a city without a catalogue or a map: whatever is named is taken. */
export const noSubjects: DutySubjects = {
  categories: async () => [],
  areas: async () => [],
  waiting: async () => [],
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
  readonly subjects: DutySubjects
  readonly sessions: Pick<Sessions, 'endAll' | 'forget'>
  /** Every button of the city that a role may carry. */
  readonly knownRights: readonly KnownRight[]
}
