import type { Day } from '../../platform/time.ts'
import type { Said } from '../../platform/words.ts'
import type { PersonId, StaffId } from '../people/model.ts'

export type UnitId = `unit_${string}`
export type PostId = `post_${string}`
export type RoleId = `role_${string}`
export type DutyId = `duty_${string}`

/** 条 (a line department) or 块 (a territory: district, street, community). */
export type UnitKind = 'line' | 'territory'

/** Where a unit stands: the duty-list check is stricter the nearer to the community. */
export type UnitLevel = 'district' | 'department' | 'section' | 'street' | 'community'

/** What somebody may be to a case; a role carries several. */
export type Capacity =
  | 'intake'
  | 'intake-head'
  | 'dispatcher'
  | 'handler'
  | 'section-head'
  | 'leader-in-charge'
  | 'top-leader'
  | 'outside-leader'
  | 'ruling-office'
  | 'approver'
  | 'verifier'
  | 'visit-steward'
  | 'supervisor'
  | 'grid-worker'
  | 'auditor'
  | 'administrator'

/** The five data scopes, and by grid. */
export type Scope = 'all' | 'chosen-units' | 'unit-and-below' | 'unit' | 'own' | 'grid'

/** A post as its holder carries it: everything a permission question needs, worked out once per sign-in. */
export type HeldPost = {
  readonly id: PostId
  readonly unit: UnitId
  readonly role: RoleId
  readonly capacities: readonly Capacity[]
  /** Button rights: 'orders.dispatch', 'orders.*', 'people.manage'. */
  readonly rights: readonly string[]
  readonly scope: Scope
  /** The units whose things the scope covers; empty for 'own' and 'grid'. */
  readonly reach: 'all' | readonly UnitId[]
  /** The post's unit and all beneath it: what a superior is superior to. */
  readonly below: readonly UnitId[]
  readonly grids: readonly string[]
  readonly partTime: boolean
  /** Set while the holder stands in for somebody on leave (A/B 角). */
  readonly actingFor?: StaffId
}

export type StaffWho = {
  readonly kind: 'staff'
  readonly id: StaffId
  readonly name: string
  readonly district: string
  readonly unit: UnitId
  readonly posts: readonly HeldPost[]
}
export type ResidentWho = { readonly kind: 'resident'; readonly id: PersonId; readonly district: string }
export type Who = StaffWho | ResidentWho

/**
 * A unit as it was over a span of days; a change makes a new version and ends the old one.
 * `to` is the first day the version no longer holds, null while it does. Same day means it never held.
 */
export type UnitVersion = {
  readonly id: UnitId
  readonly version: number
  readonly name: string
  readonly shortName: string
  readonly kind: UnitKind
  readonly level: UnitLevel
  readonly parent: UnitId | null
  readonly code: string
  readonly from: Day
  readonly to: Day | null
  /** The unit that took over when this one was merged away. */
  readonly mergedInto: UnitId | null
}

export type Role = {
  readonly id: RoleId
  readonly name: string
  readonly rights: readonly string[]
  readonly capacities: readonly Capacity[]
  readonly scope: Scope
}

export type Post = {
  readonly id: PostId
  readonly staff: StaffId
  readonly unit: UnitId
  readonly role: RoleId
  /** For the scope 'chosen-units'. */
  readonly chosenUnits: readonly UnitId[]
  /** For the scope 'grid'. */
  readonly grids: readonly string[]
  readonly partTime: boolean
  readonly from: Day
  readonly to: Day | null
}

/** The orders a list of posts can be asked for. */
export const postSorts = ['id', 'staff', 'unit', 'role', '-from'] as const
export type PostSort = (typeof postSorts)[number]

/** Somebody holds a colleague's post for the days from `from` up to, not including, `to`. */
export type Substitution = {
  readonly id: `sub_${string}`
  readonly post: PostId
  readonly substitute: StaffId
  readonly reason: string
  readonly from: Day
  readonly to: Day
}

/** 请假: every post of somebody is carried by a deputy for the days from `from` up to, not including, `to`. */
export type Leave = {
  readonly id: `leave_${string}`
  readonly staff: StaffId
  readonly deputy: StaffId
  readonly reason: string
  readonly from: Day
  readonly to: Day
}

/** 字典: the small lists people pick from. */
export const dictionaries = ['dict_leave-reasons', 'dict_lock-reasons'] as const
export type DictionaryId = (typeof dictionaries)[number]
export type DictionaryEntry = {
  readonly code: string
  readonly name: Said
  readonly ordinal: number
  readonly retired: boolean
  /** Counts its changes, so that nobody writes over what he has not read; 0 for an entry as every district begins. */
  readonly revision: number
}

/** A button of the city, what it is called, and the house it belongs to. */
export type KnownRight = {
  readonly right: string
  readonly label: Said
  readonly house: string
  readonly houseName: Said
}

/**
 * A line of the duty list (职责清单): the unit answers for a category in an area.
 * Category and area are paths from the root, '城乡建设/小区管理'; the empty category is everything, a null area everywhere.
 */
export type Duty = {
  readonly id: DutyId
  readonly category: string
  readonly unit: UnitId
  readonly area: string | null
  /** 主责 or only 协助: who only assists may not be made responsible. */
  readonly part: 'lead' | 'assist'
  /** The document the line stands in. */
  readonly basis: string
  readonly from: Day
  readonly to: Day | null
}

/** What a line of the duty list matched on when it named the unit. */
export type DutyReason = 'category-and-area' | 'category' | 'area' | 'fallback'

/** Why a matter may not be sent to a unit (京条例 第十七条; domain dossier 0.2). */
export type SendRefusal = 'not-the-communitys-duty' | 'not-the-streets-duty' | 'assists-only' | 'no-such-unit'

export type OrganisationRefusal =
  | SendRefusal
  | 'no-such-role'
  | 'no-such-post'
  | 'no-such-duty'
  | 'no-duty-category'
  | 'no-duty-area'
  | 'duty-stands'
  | 'duty-over'
  | 'no-such-staff'
  | 'outside-your-scope'
  | 'right-you-lack'
  | 'day-before-last-change'
  | 'parent-missing'
  | 'tree-would-loop'
  | 'unit-closed'
  | 'unit-still-used'
  | 'unit-holds-cases'
  | 'fallback-desk-needed'
  | 'merge-into-itself'
  | 'code-taken'
  | 'days-upside-down'
  | 'same-person'
  | 'post-ended'
  | 'no-such-substitution'
  | 'role-in-use'
  | 'cases-not-moved'
  | 'hand-over-first'
  | 'only-today'
  | 'leave-overlaps'
  | 'deputy-away'
  | 'stands-in-for-others'
  | 'days-behind'
  | 'no-post-to-cover'
  | 'no-such-leave'
  | 'leave-over'
  | 'import-file-empty'
  | 'entry-twice'
  | 'entry-changed'
  | 'no-such-reason'
