import { type Static, Type } from 'typebox'
import type { Instant } from '../../platform/time.ts'
import type { CaseId } from '../cases/model/case.ts'
import { CaseLine, OrNull, SaidView } from '../cases/model/views.ts'

/** Five levels (好差评): 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意. */
export const levels = [5, 4, 3, 2, 1] as const
export type Level = (typeof levels)[number]

/**
 * Whether a case is rated. `unrated` is over and nobody rated it: kept apart for ever, never taken for satisfied;
 * `open` can still be rated; `not-asked` never could.
 */
export type Rating =
  | { readonly kind: 'rated'; readonly level: Level; readonly at: Instant; readonly seq: number }
  | { readonly kind: 'open' | 'unrated' | 'not-asked' }

/** 1-5-15: contacted in one working day, put right in five or fifteen (上海市优化营商环境条例 第三十条; 5 and 15 are practice). */
export type Rectification = {
  readonly ratedAt: Instant
  readonly contactDue: Instant | null
  readonly contactedAt: Instant | null
  readonly due: Instant | null
  readonly doneAt: Instant | null
  /** Sent back once by the steward. */
  readonly again: boolean
  readonly confirmedAt: Instant | null
}

/** What a look for faked praise goes by. */
export type RatingFact = {
  readonly id: CaseId
  readonly level: Level
  readonly at: Instant
  readonly answeredAt: Instant | null
  readonly unit: string | null
  readonly rater: string | null
  readonly enteredBy: string | null
  readonly channel: string
  readonly handlers: readonly string[]
}

export const signalKinds = ['burst', 'within-minutes', 'entered-by-handler', 'counter-praise'] as const
export type SignalKind = (typeof signalKinds)[number]

/** A reason to look, never a proof. */
export type Signal = {
  readonly kind: SignalKind
  readonly unit: string | null
  readonly cases: readonly CaseId[]
  readonly from: Instant
  readonly to: Instant
}

const Whole = Type.Integer()
const Text = Type.String()
const Five = Type.Object({ '5': Whole, '4': Whole, '3': Whole, '2': Whole, '1': Whole })

export const SummaryRow = Type.Object(
  {
    unit: Text,
    name: Text,
    answered: Whole,
    given: Whole,
    unrated: Whole,
    /** Null where so few were given that one of them could be guessed. */
    levels: OrNull(Five),
  },
  { title: 'RatingsOfUnit' },
)
export const Summary = Type.Object(
  { from: Text, to: Text, whole: SummaryRow, units: Type.Array(SummaryRow), asOf: Text },
  { title: 'RatingSummary' },
)

export const RatingView = Type.Object(
  {
    kind: Type.Enum(['rated', 'open', 'unrated', 'not-asked', 'hidden']),
    level: OrNull(Whole),
    said: OrNull(SaidView),
    /** What the rater wrote; for the unit only where it has to put it right, with telephone numbers covered. */
    text: OrNull(Text),
    /** For those who watch over ratings only. */
    at: OrNull(Text),
  },
  { title: 'RatingView' },
)
export type RatingView = Static<typeof RatingView>

export const RectificationView = Type.Object(
  {
    ratedAt: Text,
    contactDue: OrNull(Text),
    contactedAt: OrNull(Text),
    contactInTime: OrNull(Type.Boolean()),
    due: OrNull(Text),
    doneAt: OrNull(Text),
    inTime: OrNull(Type.Boolean()),
    again: Type.Boolean(),
    confirmedAt: OrNull(Text),
  },
  { title: 'Rectification' },
)

export const RatingLine = Type.Object({ day: Text, case: CaseLine, rating: RatingView })
export const SignalView = Type.Object(
  {
    kind: Type.Enum([...signalKinds]),
    said: SaidView,
    unit: OrNull(Text),
    unitName: OrNull(Text),
    cases: Type.Array(Text),
    from: Text,
    to: Text,
  },
  { title: 'RatingSignal' },
)
