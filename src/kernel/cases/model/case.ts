import type { Json } from '../../../platform/canonical.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Sealed } from '../../ledger/model.ts'
import type { MatterId } from '../../matters/model.ts'
import type { UnitId } from '../../organisations/model.ts'
import type { PersonId, StaffId } from '../../people/model.ts'
import type { DueAccount } from '../../worktime/model.ts'
import type { ClockStatus, RegisterValue, Role } from './procedure.ts'

/** `case_<district>_<sortable>`: the district is in the id, so that one id finds its shard. */
export type CaseId = `case_${string}_${string}`

export const districtOf = (id: CaseId): string => id.split('_')[1] ?? ''

/** How words came in (渠道). */
export const channels = ['web', 'counter', 'hotline', 'mailbox', 'import', 'api', 'joint', 'patrol', 'sensor'] as const
export type Channel = (typeof channels)[number]

/** A clock of one case: the promise it was started for, how its due was computed, and where it stands. */
export type CaseClockState = {
  readonly status: ClockStatus
  readonly promise: string
  readonly account: DueAccount
  readonly warnAt: Instant
  readonly pausedAt?: Instant
}

/** What happened to a clock, complete: whoever reads it needs neither calendar nor catalogue. */
export type ClockFact =
  | { readonly is: 'running'; readonly promise: string; readonly account: DueAccount; readonly warnAt: Instant }
  | { readonly is: 'paused'; readonly at: Instant }
  | { readonly is: 'off' | 'ended' }

/** The version of a matter by whose promises a case lives. */
export type Under = { readonly matter: MatterId; readonly matterVersion: number }

/** The component (部件) a case is about and the unit that owns it, where a register of things knows. */
export type Thing = { readonly component?: string; readonly owner?: UnitId }

/** A place on the ground and the way the camera looked, as the device said; WGS84. `accuracy` in metres, `heading` in degrees from north. */
export type Spot = {
  readonly lng: number
  readonly lat: number
  readonly accuracy?: number
  readonly heading?: number
}

/** What two places say when compared; `unknown`: one of the two is not known. */
export const spotVerdicts = ['same', 'turned', 'far', 'unknown'] as const
export type SpotVerdict = (typeof spotVerdicts)[number]

/** How the case came: everything about it that never changes. */
export type Filing = Under &
  Thing & {
    readonly number: string
    readonly procedure: string
    readonly procedureVersion: number
    readonly applicant: PersonId | null
    readonly channel: Channel
    /** Who typed it in, where that was not the applicant. */
    readonly enteredBy: StaffId | null
    readonly parent: CaseId | null
    readonly category: string
    readonly kind: string
    readonly area: string | null
    readonly grid: string | null
    readonly unit: UnitId | null
    /** The unit that leads the parent case and takes what this one delivers. */
    readonly leadUnit: UnitId | null
    readonly evidence: readonly string[]
    /** Where it is, for what stands or happens in the open; where somebody lives is sealed in what he told. */
    readonly spot?: Spot
  }

export type FiledBody = Filing & {
  readonly stage: string
  readonly registers: Readonly<Record<string, RegisterValue>>
  readonly clocks: Readonly<Record<string, ClockFact>>
  readonly sealed: Sealed
}

export type MovedBody = {
  readonly move: string
  readonly from: string
  readonly to: string
  readonly set?: Readonly<Record<string, RegisterValue>>
  readonly clocks?: Readonly<Record<string, ClockFact>>
  readonly unit?: UnitId
  /** Null: held by the unit, by nobody in person. */
  readonly holder?: StaffId | null
  readonly joined?: string
  readonly child?: { readonly id: CaseId; readonly is: 'open' | 'ended' | 'recalled' }
  readonly recalled?: readonly CaseId[]
  readonly marks?: Readonly<Record<string, Json>>
  /** The matter the case lives under from here on, and the thing it is then about: it was not what it was filed as. */
  readonly under?: Under & Thing
  readonly fields?: Readonly<Record<string, Json>>
  readonly sealed?: Sealed
  readonly acted?: { readonly unit: UnitId | null; readonly as: Role }
}

/** One fact in the life of a case. `filed` is the first, every other one is a move; nothing else ever happens. */
export type CaseEvent =
  | { readonly type: 'Filed'; readonly at: Instant; readonly by: string | null; readonly body: FiledBody }
  | { readonly type: string; readonly at: Instant; readonly by: string | null; readonly body: MovedBody }

/** What a resident or a letter said, before it is sealed. */
export type Told = {
  readonly title: string
  readonly text: string
  readonly place?: string
  /** Where it is, WGS84 degrees. */
  readonly point?: { readonly lng: number; readonly lat: number }
  readonly contact?: { readonly name?: string; readonly phone?: string }
  readonly form?: Readonly<Record<string, Json>>
}

/** The case as its events tell it. Rebuilt by `evolve` alone, kept beside the ledger as a snapshot. */
export type CaseState = {
  readonly id: CaseId
  readonly filing: Filing
  readonly filedAt: Instant
  readonly lastAt: Instant
  /** Events so far; the number of the last one in the ledger. */
  readonly version: number
  readonly stage: string
  readonly stageSince: Instant
  readonly registers: Readonly<Record<string, RegisterValue>>
  readonly clocks: Readonly<Record<string, CaseClockState>>
  readonly unit: UnitId | null
  readonly holder: StaffId | null
  readonly handlers: readonly string[]
  readonly children: Readonly<Record<CaseId, 'open' | 'ended' | 'recalled'>>
  readonly marks: Readonly<Record<string, Json>>
  /** The matter it was reclassified to; absent while it lives under the one it was filed under. */
  readonly under?: Under & Thing & { readonly since: Instant }
  /** The first time the main promise was met or missed: what punctuality is measured by. */
  readonly promised: { readonly due: Instant; readonly stoppedAt: Instant | null } | null
}

/** The matter version that a case lives under now, and the instant from which its promises are taken. */
export const livesUnder = ({ under, filing, filedAt }: Pick<CaseState, 'under' | 'filing' | 'filedAt'>) =>
  under ?? { matter: filing.matter, matterVersion: filing.matterVersion, since: filedAt }

/** What a case is about now: reclassified, it has the thing and the owner that a new one would have. */
export const thingOf = ({ under, filing }: Pick<CaseState, 'under' | 'filing'>): Thing => under ?? filing

/** Who acts, and as what with regard to this case; worked out by the policy before the rules are asked. */
export type Actor = { readonly id: string | null; readonly unit: UnitId | null; readonly roles: ReadonlySet<Role> }

export type CaseCommand = {
  readonly move: string
  readonly at: Instant
  readonly by: Actor
  readonly fields?: Readonly<Record<string, Json>>
  /** The version the mover saw; somebody else having been first is then a refusal. */
  readonly seen?: number
  /** The id a child opened by this move will have. */
  readonly childId?: CaseId
}

/** A fact decided but not yet sealed: `secret` goes into the ledger only under the applicant's key. */
export type DecidedEvent = CaseEvent & { readonly secret?: Readonly<Record<string, Json>> }
