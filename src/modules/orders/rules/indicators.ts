import type { Exclusion, IndicatorDefinition, SourceMark, Weighted } from '../../../kernel/indicators/model.ts'
import type { Said } from '../../../platform/words.ts'
import type { OrderMeasure } from '../model/measures.ts'
import { exclusionWords, indicatorTitles, type OrderIndicatorKey, sourceWords } from '../words/indicators.ts'

const each = (...measures: OrderMeasure[]): Weighted[] => measures.map((measure) => ({ measure, weight: 1 }))
const less = (...measures: OrderMeasure[]): Weighted[] => measures.map((measure) => ({ measure, weight: -1 }))
const standing = (...measures: OrderMeasure[]): Weighted[] =>
  measures.map((measure) => ({ measure, weight: 1, standing: true }))
const without = (said: Said, measures: readonly OrderMeasure[], stands = false): Exclusion => ({
  said,
  measures,
  ...(stands ? { standing: true as const } : {}),
})

type Source = readonly [source: Said, mark: SourceMark]
type Rest = Omit<IndicatorDefinition, 'key' | 'version' | 'title' | 'source' | 'mark' | 'exclusions' | 'unit'> & {
  readonly exclusions?: readonly Exclusion[]
}

const indicator = (key: OrderIndicatorKey, [source, mark]: Source, rest: Rest): IndicatorDefinition => ({
  key,
  version: 1,
  title: indicatorTitles[key],
  source,
  mark,
  exclusions: [],
  unit: rest.denominator === null ? 'count' : '%',
  ...rest,
})

const shanghai: Source = [sourceWords.shanghai, '○']
const solving: Source = [sourceWords.solved, '○']
const holding: Source = [sourceWords.hold, '△']
const returns: Source = [sourceWords.returns, '●']
const ratings: Source = [sourceWords.ratings, '○']
const sayNo: Source = [sourceWords.sayNo, '○']
const ours: Source = [sourceWords.ours, '△']

const count = (
  key: OrderIndicatorKey,
  source: Source,
  cohort: IndicatorDefinition['cohort'],
  ...measures: OrderMeasure[]
): IndicatorDefinition =>
  indicator(key, source, { numerator: each(...measures), denominator: null, cohort, better: 'none' })

const verified = ['solved', 'explained', 'unsolved'] as const
const answered = [...verified, 'solved-at-once', 'explained-at-once'] as const
const given = ['stars-1', 'stars-2', 'stars-3', 'stars-4', 'stars-5'] as const
const overruled = ['no-overruled-1', 'no-overruled-2', 'no-overruled-3', 'no-overruled-4'] as const
const confirmed = ['no-confirmed-1', 'no-confirmed-2', 'no-confirmed-3', 'no-confirmed-4'] as const
const onLadder = ['no-at-1', 'no-at-2', 'no-at-3', 'no-at-4'] as const

const volume: readonly IndicatorDefinition[] = [
  count('filed', shanghai, 'filed', 'filed'),
  { ...count('accepted', shanghai, 'accepted', 'accepted'), exclusions: [without(exclusionWords.repeats, ['linked'])] },
  count('assigned', shanghai, 'filed', 'assigned'),
  count('answered', ours, 'answered', ...answered),
  count('closed', ours, 'closed', 'closed'),
  { ...count('open', ours, 'now', 'open'), exclusions: [without(exclusionWords.onHold, ['on-hold'])] },
  count('on-hold', holding, 'now', 'on-hold'),
  { ...count('overdue', ours, 'now', 'overdue'), better: 'lower' },
  count('diverted', ours, 'filed', 'diverted'),
  count('linked', ours, 'filed', 'linked'),
  count('withdrawn', ours, 'filed', 'withdrawn'),
]

const quality: readonly IndicatorDefinition[] = [
  indicator('overdue-rate', ours, {
    numerator: each('overdue'),
    denominator: each('open'),
    exclusions: [without(exclusionWords.onHold, ['on-hold'])],
    cohort: 'now',
    better: 'lower',
  }),
  // Closing is one fact and solving another: a closed case may well be unsolved (design 2.6).
  indicator('closed-rate', ours, {
    numerator: each('closed'),
    denominator: [...each('closed'), ...standing('open')],
    exclusions: [without(exclusionWords.onHold, ['on-hold'], true)],
    cohort: 'closed',
    better: 'higher',
  }),
  indicator('in-time-rate', shanghai, {
    numerator: each('in-time'),
    denominator: each('in-time', 'late'),
    exclusions: [without(exclusionWords.atOnce, ['solved-at-once', 'explained-at-once'])],
    cohort: 'answered',
    better: 'higher',
  }),
  indicator('contact-rate', shanghai, {
    numerator: each('contacted'),
    denominator: each('contacted', 'contact-missed'),
    exclusions: [without(exclusionWords.noContactAsked, ['solved-at-once', 'explained-at-once'])],
    cohort: 'answered',
    better: 'higher',
  }),
  outcome('solved-rate', ['solved', 'solved-at-once'], 'higher'),
  outcome('explained-rate', ['explained', 'explained-at-once'], 'none'),
  outcome('unsolved-rate', ['unsolved'], 'lower'),
  outcome('at-once-rate', ['solved-at-once', 'explained-at-once'], 'none'),
  outcome('verified-rate', verified, 'higher'),
  outcome('reworked-rate', ['reworked'], 'lower'),
  indicator('verified-first-rate', ours, {
    numerator: [...each(...verified), ...less('check-failed')],
    denominator: each(...verified),
    exclusions: [without(exclusionWords.atOnce, ['solved-at-once', 'explained-at-once'])],
    cohort: 'answered',
    better: 'higher',
  }),
  // A dispatch that came back counts once where it was and once where it went.
  indicator('returned-rate', returns, {
    numerator: each('returned'),
    denominator: each('assigned', 'returned-away'),
    cohort: 'filed',
    better: 'lower',
  }),
]

function outcome(
  key: OrderIndicatorKey,
  measures: readonly OrderMeasure[],
  better: IndicatorDefinition['better'],
): IndicatorDefinition {
  return indicator(key, solving, {
    numerator: each(...measures),
    denominator: each(...answered),
    cohort: 'answered',
    better,
  })
}

/** 满意 1, 基本满意 0.8, 一般 0.6, 不满意 0 (domain.md 2.3); nobody reached is nobody satisfied. */
const satisfied: readonly Weighted[] = [
  { measure: 'visit-satisfied', weight: 1 },
  { measure: 'visit-basically', weight: 0.8 },
  { measure: 'visit-fair', weight: 0.6 },
]

const opinion: readonly IndicatorDefinition[] = [
  indicator('satisfied-rate', shanghai, {
    numerator: satisfied,
    denominator: each('visit-satisfied', 'visit-basically', 'visit-fair', 'visit-dissatisfied'),
    exclusions: [without(exclusionWords.unrated, ['visit-unrated'])],
    cohort: 'answered',
    better: 'higher',
  }),
  indicator('praise-rate', ratings, {
    numerator: each('stars-3', 'stars-4', 'stars-5'),
    denominator: each(...given),
    cohort: 'answered',
    better: 'higher',
  }),
  indicator('rated-rate', ratings, {
    numerator: each(...given),
    denominator: each(...answered),
    cohort: 'answered',
    better: 'higher',
  }),
  indicator('rectified-rate', ratings, {
    numerator: each('rectified'),
    denominator: each('stars-1', 'stars-2'),
    cohort: 'answered',
    better: 'higher',
  }),
]

const ended = [...overruled, ...confirmed] as const
const noShare = (key: OrderIndicatorKey, measures: readonly OrderMeasure[], better: 'none' | 'lower' = 'none') =>
  indicator(key, sayNo, {
    numerator: each(...measures),
    denominator: each(...ended),
    exclusions: [without(exclusionWords.stillOnLadder, onLadder)],
    cohort: 'filed',
    better,
  })

const refusals: readonly IndicatorDefinition[] = [
  ...onLadder.map((measure) => count(measure, sayNo, 'now', measure)),
  noShare('no-solved-1', ['no-overruled-1']),
  noShare('no-solved-2', ['no-overruled-2']),
  noShare('no-solved-3', ['no-overruled-3']),
  noShare('no-solved-4', ['no-overruled-4']),
  noShare('no-final-rate', confirmed, 'lower'),
]

const joint: readonly IndicatorDefinition[] = [
  count('joint', ours, 'filed', 'joint'),
  count('joint-open', ours, 'now', 'joint-open'),
  indicator('joint-in-time-rate', ours, {
    numerator: each('joint-in-time'),
    denominator: each('joint-in-time', 'joint-late'),
    exclusions: [without(exclusionWords.openJoint, ['joint-open'])],
    cohort: 'filed',
    better: 'higher',
  }),
]

/** What this module publishes to the city. Four facts, closed, solved, verified and satisfied, are never merged. */
export const orderIndicators: readonly IndicatorDefinition[] = [
  ...volume,
  ...quality,
  ...opinion,
  ...refusals,
  ...joint,
]
