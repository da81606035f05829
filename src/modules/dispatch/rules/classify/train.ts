import type {
  Automatic,
  Classifier,
  Lesson,
  LessonSource,
  TrainingFigures,
  TrainRefusal,
} from '../../model/classify.ts'
import { calibrate, confidences, type Scored } from './calibrate.ts'
import { countCharacters, countWords, createCounter, hashesOf } from './features.ts'
import { learn, type Ready, scoresOf } from './learn.ts'
import { automaticAt, type Judged, measure, thresholdFor } from './measure.ts'
import { foldsOf, groupsOf } from './near.ts'
import { emptyWords, wordsOf } from './prepare.ts'
import { bitsFor } from './score.ts'

export type TrainOptions = {
  readonly sources: readonly LessonSource[]
  readonly day: string
  readonly folds: number
  /** The share of wrong ones among what goes by itself, 0 to 1. */
  readonly wantedError: number
  /** Seconds since the training began. */
  readonly elapsed: () => number
  /** Told before each of the trainings: folds first, the whole last. */
  readonly onRound?: (round: number, of: number) => void
}

export type Trained =
  | { readonly ok: true; readonly model: Classifier }
  | { readonly ok: false; readonly refusal: TrainRefusal }

/** Fewer distinct lessons than this in every fold measure nothing. */
const FEWEST_PER_FOLD = 4

type Prepared = Ready & { readonly form: Lesson['form']; readonly fold: number }
type Tried = Scored & { readonly fold: number; readonly form: Lesson['form'] }

/**
 * Learns any set of labels. Lessons without one only help to tell which words say nothing. The figures come from folds
 * between which no near-duplicate crosses, one lesson for each of them, the raw form where there is one.
 */
export function train(lessons: readonly Lesson[], options: TrainOptions): Trained {
  const labels = [...new Set(lessons.flatMap(({ label }) => label ?? []))].toSorted()
  if (labels.length < 2) return { ok: false, refusal: 'one-class-only' }
  const empty = emptyWords(lessons)
  const distinct = prepare(lessons, { labels, empty, folds: options.folds })
  if (distinct.length < FEWEST_PER_FOLD * options.folds) return { ok: false, refusal: 'too-few-lessons' }
  const tried = tryOut(distinct, labels.length, options)
  options.onRound?.(options.folds + 1, options.folds + 1)
  const blocks = learn(distinct, labels.length)
  const judged = judge(tried, labels.length)
  const threshold = thresholdFor(judged, options.wantedError)
  const raw = judged.filter((_, at) => tried[at]?.form === 'raw')
  const figures: TrainingFigures = {
    day: options.day,
    sources: options.sources,
    lessons: lessons.filter(({ label }) => label !== null).length,
    distinct: distinct.length,
    folds: options.folds,
    measured: measure(judged, labels),
    raw: raw.length === 0 ? null : measure(raw, labels),
    wantedError: options.wantedError,
    automatic: { ...foreignThreshold(tried, judged, options), threshold },
    seconds: Math.round(options.elapsed()),
  }
  return {
    ok: true,
    model: { labels, ...blocks, empty, calibration: calibrate(tried, labels.length), threshold, figures },
  }
}

type Preparing = { readonly labels: readonly string[]; readonly empty: ReadonlySet<number>; readonly folds: number }

/** One lesson of each group of near-duplicates and label, with its fold. */
function prepare(lessons: readonly Lesson[], { labels, empty, folds }: Preparing): Prepared[] {
  const bits = bitsFor(labels.length)
  const counters = { words: createCounter(bits), characters: createCounter(bits) }
  const rawFirst = lessons.toSorted((a, b) => Number(b.form === 'raw') - Number(a.form === 'raw'))
  const labelled = rawFirst.flatMap((lesson) =>
    lesson.label === null
      ? []
      : [{ form: lesson.form, words: wordsOf(lesson, empty), class: labels.indexOf(lesson.label) }],
  )
  const groups = groupsOf(labelled.map(({ words }) => words.join('')))
  const folding = foldsOf(
    groups,
    labelled.map((lesson) => lesson.class),
    folds,
  )
  const seen = new Set<string>()
  return labelled.flatMap((lesson, at) => {
    const key = `${groups[at]} ${lesson.class}`
    if (lesson.words.length === 0 || seen.has(key)) return []
    seen.add(key)
    const words = countWords(lesson.words.map(hashesOf), counters.words)
    const characters = countCharacters(lesson.words, counters.characters)
    return [{ form: lesson.form, class: lesson.class, fold: folding[at] ?? 0, words, characters }]
  })
}

/** The scores of every lesson by a model that has seen nothing like it. */
function tryOut(lessons: readonly Prepared[], classes: number, { folds, onRound }: TrainOptions): Tried[] {
  const scores = new Map<Prepared, number[]>()
  for (let fold = 0; fold < folds; fold++) {
    onRound?.(fold + 1, folds + 1)
    const blocks = learn(
      lessons.filter((lesson) => lesson.fold !== fold),
      classes,
    )
    for (const lesson of lessons) if (lesson.fold === fold) scores.set(lesson, scoresOf(blocks, lesson))
  }
  return lessons.map((lesson) => ({
    scores: scores.get(lesson) ?? [],
    truth: lesson.class,
    fold: lesson.fold,
    form: lesson.form,
  }))
}

/** What would have been proposed, each fold by a calibration fitted to the others. */
function judge(tried: readonly Tried[], classes: number): Judged[] {
  const calibrations = new Map(
    [...new Set(tried.map(({ fold }) => fold))].map((fold) => [
      fold,
      calibrate(
        tried.filter((one) => one.fold !== fold),
        classes,
      ),
    ]),
  )
  return tried.map(({ scores, truth, fold }) => {
    const all = confidences(scores, calibrations.get(fold) ?? { slopes: [], shifts: [] })
    const confidence = Math.max(...all)
    return { truth, proposed: all.indexOf(confidence), confidence }
  })
}

/** What goes by itself, and how much of it is wrong, when each fold uses the threshold found on the others. */
function foreignThreshold(tried: readonly Tried[], judged: readonly Judged[], options: TrainOptions): Automatic {
  const gone = Array.from({ length: options.folds }, (_, fold) => {
    const others = judged.filter((_one, at) => tried[at]?.fold !== fold)
    const own = judged.filter((_one, at) => tried[at]?.fold === fold)
    return { ...automaticAt(own, thresholdFor(others, options.wantedError)), count: own.length }
  })
  const automatic = gone.reduce((sum, { share, count }) => sum + share * count, 0)
  const wrong = gone.reduce((sum, { share, error, count }) => sum + share * error * count, 0)
  return { threshold: 0, share: automatic / judged.length, error: automatic === 0 ? 0 : wrong / automatic }
}
