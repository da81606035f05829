import type { TSchema } from 'typebox'
import type { Capacity } from '../../organisations/model.ts'

/** Who may stand behind a move: somebody's capacity over the case, the applicant, the lead of the parent case, or nobody. */
export type Role = Capacity | 'applicant' | 'lead' | 'system' | 'clock'

/** A register holds a small number or a word; nothing else decides what may happen next. */
export type RegisterValue = number | string

/**
 * What a procedure remembers beside its stage. `upTo` makes counting finite: a counter stays at its cap.
 * A `limit` counts how often a detour was taken and may only close that detour to people; the proof shows that
 * nothing is lost when it is used up.
 * `given` is set from outside the table: by the matter, when the case is filed and by a move that may change its matter,
 * or by how the case was filed. The proof tries every value.
 */
export type Register =
  | { readonly from: number; readonly upTo: number }
  | { readonly limit: number }
  | { readonly from: string; readonly oneOf: readonly string[] }
  | { readonly given: readonly number[] }

export type ClockStatus = 'off' | 'running' | 'paused' | 'ended'

/** A condition on the control state or on the person who acts. Each carries the refusal that is answered when it fails. */
export type Guard<R extends string = string, C extends string = string> = { readonly refusal: string } & (
  | { readonly register: R; readonly is: RegisterValue }
  | { readonly register: R; readonly not: RegisterValue }
  | { readonly register: R; readonly below: number | R }
  | { readonly register: R; readonly atLeast: number | R }
  | { readonly clock: C; readonly in: readonly ClockStatus[] }
  | { readonly actor: 'is-no-handler' }
  | { readonly children: 'none-open' | 'some-open' }
)

/** One promise for each level of a register (level 1 first): the milestones of one piece of work, each with its own term. */
export type PromiseByLevel<R extends string = string> = { readonly byLevel: R; readonly promises: readonly string[] }

/**
 * Compares the place at which this move is made, `field`, with the one that the case keeps under the mark `with`.
 * What comes of it is a fact beside what was asked: `sameSpot` (same, turned, far, unknown), `metres`, `degrees`.
 * `within`: farther away than so many metres, less what the device admits it may be wrong by, the move is refused.
 */
export type Comparing = { readonly field: string; readonly with: string; readonly within?: number }

export type Effect<R extends string = string, C extends string = string> =
  | { readonly set: R; readonly to: RegisterValue }
  | { readonly raise: R }
  | { readonly start: C; readonly promise?: string | PromiseByLevel<R> }
  | { readonly stop: C }
  | { readonly pause: C }
  | { readonly resume: C }
  | { readonly extend: C }
  | { readonly recount: 'all' }
  | { readonly handlers: 'join' }
  /** `under`: the field that names a category; its matter, of another procedure, is what the child lives under (转办). */
  | { readonly child: 'opens' | 'ends' | 'recalled'; readonly under?: string }
  /** The category named may belong to another matter: what a matter gives is given anew. */
  | { readonly matter: 'anew' }

/** Why a stage is an end. */
export type EndKind = 'completed' | 'withdrawn' | 'diverted' | 'linked' | 'cancelled'

/** Where a stage stands on the resident's path; the order of the union is the order of the path. */
export type Phase = 'filed' | 'routed' | 'working' | 'checking' | 'answered' | 'ended'

export type Stage<M extends string = string, R extends string = string> = {
  readonly phase: Phase
  /** Who must act next; a ladder names one owner per level of a register (level 1 first). */
  readonly owner?: Role | { readonly byLevel: R; readonly roles: readonly Role[] }
  /** The clock that runs while the case stands here, and the moves tried in turn when it ends. */
  readonly clock?: { readonly promise: string; readonly onEnd: readonly M[] }
  readonly end?: EndKind
  /** The answer has been given: no longer open work, though somebody may still object. */
  readonly settled?: true
}

/** A clock that outlives a stage. */
export type CaseClock<M extends string = string, R extends string = string, C extends string = string> = {
  readonly promise: string
  readonly onEnd: readonly M[]
  /** After a change of stage the clock goes on only while this clock is in one of these states; else it stops and the registers fall back. */
  readonly lastsWhile?: { readonly clock: C; readonly in: readonly ClockStatus[]; readonly resets: readonly R[] }
}

/** What a move is in law. The proof knows what each nature demands. */
export type Nature =
  | 'works' // hands-on work: whoever does it is a handler from then on
  | 'verifies' // checks somebody's work
  | 'rates'
  | 'proposes-no'
  | 'decides-no' // a superior confirms a refusal at his level
  | 'says-no' // the refusal reaches the applicant
  | 'escalates' // silence went one level up
  | 'cascades' // also ends the open children

export type Move<S extends string = string, R extends string = string, C extends string = string> = {
  /** The field whose yes is followed by `raiseAlarm` of the same person: judged urgent, it lights the duty desk. */
  readonly alarms?: string
  readonly from: readonly S[]
  /** A stage, `stay`, or the stage whose name a register holds. */
  readonly to: S | 'stay' | { readonly register: R }
  readonly by: readonly Role[]
  /** For a ladder: only the role at the register's level among `by` may act. */
  readonly level?: R
  readonly event: string
  readonly nature?: readonly Nature[]
  readonly guards?: readonly Guard<R, C>[]
  readonly effects?: readonly Effect<R, C>[]
  /** Fields the mover gives. What names or describes a person stands under `sealed`. */
  readonly asks?: TSchema
  /** Names of asked fields that go into the ledger only under the applicant's key. */
  readonly sealed?: readonly string[]
  /** Names of asked fields that the case keeps as its facts (outcome, triage, grade …). */
  readonly keeps?: readonly string[]
  /** Whether it is made where the case is. */
  readonly compares?: Comparing
  /** Facts the move itself states, beside what was asked. */
  readonly states?: Readonly<Record<string, RegisterValue | boolean>>
  /** Facts the move notes by itself: the instant it was made, or the unit that held the case until then. */
  readonly stamps?: Readonly<Record<string, 'at' | 'unit'>>
  /** Who holds the case afterwards. */
  readonly holds?: 'field-unit' | 'field-person' | 'responsible-unit' | 'actor'
  /** The article or document the move rests on. */
  readonly basis?: string
  /** Templates of the notices the move sends. */
  readonly notices?: readonly { readonly to: 'applicant' | 'owner' | 'holder' | 'unit'; readonly template: string }[]
}

/**
 * A procedure is a table that can be drawn, proved and replayed (design 2.1).
 * The names are those of its stages, moves, registers and clocks; whatever points at one must point at one of them.
 */
export type Procedure<
  S extends string = string,
  M extends string = string,
  R extends string = string,
  C extends string = string,
> = {
  readonly name: string
  readonly version: number
  readonly initial: NoInfer<S>
  /** Clocks that start with the filing, beside the first stage's own. */
  readonly starts?: readonly NoInfer<C>[]
  readonly registers: Readonly<Record<R, Register>>
  readonly clocks: Readonly<Record<C, CaseClock<NoInfer<M>, NoInfer<R>, NoInfer<C>>>>
  readonly stages: Readonly<Record<S, Stage<NoInfer<M>, NoInfer<R>>>>
  readonly moves: Readonly<Record<M, Move<NoInfer<S>, NoInfer<R>, NoInfer<C>>>>
  /** Roles that may approve what changes a due date. */
  readonly approvers: readonly Role[]
  /** Roles that may decide a no, lowest first, and the register that holds the level the matter demands. */
  readonly refusal?: { readonly demand: NoInfer<R>; readonly level: NoInfer<R> }
  /** The last rung of supervision: the only clock move that may repeat itself. */
  readonly lastRung?: NoInfer<M>
}
