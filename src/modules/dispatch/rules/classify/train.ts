import type {
  Automatic,
  Block,
  Classifier,
  Lesson,
  LessonSource,
  Measured,
  TrainingFigures,
  TrainRefusal,
} from '../../model/classify.ts'
import type { Spaces } from './features.ts'
import { confidences, fuse, type Scored } from './fusion.ts'
import { countAll, type LearnDone, type LearnTask, learnTask, plans } from './learn.ts'
import { automaticAt, type Judged, measure, thresholdFor } from './measure.ts'
import { foldsOf, groupsOf } from './near.ts'
import { emptyWords, wordsOf } from './prepare.ts'
import { createLooking, spacesOf } from './spaces.ts'

/** Does tasks, side by side where there are threads; null when somebody called it off. The order is that of the tasks. */
export type DoTasks = (tasks: readonly LearnTask[], onDone: () => void) => Promise<readonly LearnDone[] | null>

export type TrainOptions = {
  readonly sources: readonly LessonSource[]
  readonly day: string
  readonly folds: number
  /** The share of wrong ones among what goes by itself, 0 to 1. */
  readonly wantedError: number
  /** Seconds since the training began. */
  readonly elapsed: () => number
  readonly doTasks?: DoTasks
  /** Told after each of the tasks. */
  readonly onRound?: (round: number, of: number) => void
}

/** `judged` is what would have been proposed for each lesson by a model that had seen nothing like it. */
export type Trained =
  | { readonly ok: true; readonly model: Classifier; readonly judged: readonly JudgedLesson[] }
  | { readonly ok: false; readonly refusal: TrainRefusal }

/** `lesson` is its place among those given. */
export type JudgedLesson = Judged & { readonly lesson: number }

/** Fewer distinct lessons than this in every fold measure nothing. */
const FEWEST_PER_FOLD = 4

type Prepared = {
  readonly lesson: number
  readonly form: Lesson['form']
  readonly words: readonly string[]
  readonly class: number
  readonly fold: number
}
type Tried = Scored & { readonly fold: number; readonly form: Lesson['form'] }

/**
 * Learns any set of labels. Lessons without one only help to tell which words say nothing. The figures come from folds
 * between which no near-duplicate crosses, one lesson for each of them, the raw form where there is one.
 */
export async function train(lessons: readonly Lesson[], options: TrainOptions): Promise<Trained> {
  const labels = [...new Set(lessons.flatMap(({ label }) => label ?? []))].toSorted()
  if (labels.length < 2) return { ok: false, refusal: 'one-class-only' }
  const empty = emptyWords(lessons)
  const distinct = prepare(lessons, { labels, empty, folds: options.folds })
  if (distinct.length < FEWEST_PER_FOLD * options.folds) return { ok: false, refusal: 'too-few-lessons' }
  const spaces = spacesOf(
    distinct.map(({ words }) => words),
    labels.length,
  )
  const learnt = await learnAll(distinct, { spaces, classes: labels.length }, options)
  if (learnt === null) return { ok: false, refusal: 'called-off' }
  const { tried, blocks } = learnt
  const judged = judge(tried, labels.length)
  const threshold = thresholdFor(judged, options.wantedError)
  const figures: TrainingFigures = {
    day: options.day,
    sources: options.sources,
    lessons: lessons.filter(({ label }) => label !== null).length,
    distinct: distinct.length,
    folds: options.folds,
    measured: measure(judged, labels),
    raw: onRaw(judged, tried, labels),
    wantedError: options.wantedError,
    automatic: { ...foreignThreshold(tried, judged, options), threshold },
    seconds: Math.round(options.elapsed()),
  }
  const model = { labels, spaces, blocks, empty, fusion: fuse(tried, labels.length), threshold, figures }
  return { ok: true, model, judged: judged.map((one, at) => ({ ...one, lesson: distinct[at]?.lesson ?? 0 })) }
}

type Preparing = { readonly labels: readonly string[]; readonly empty: ReadonlySet<number>; readonly folds: number }

/** One lesson of each group of near-duplicates and label, with its fold. */
function prepare(lessons: readonly Lesson[], { labels, empty, folds }: Preparing): Prepared[] {
  const labelled = [...lessons.entries()]
    .toSorted(([, a], [, b]) => Number(b.form === 'raw') - Number(a.form === 'raw'))
    .flatMap(([at, lesson]) =>
      lesson.label === null
        ? []
        : [{ lesson: at, form: lesson.form, words: wordsOf(lesson, empty), class: labels.indexOf(lesson.label) }],
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
    return [{ ...lesson, fold: folding[at] ?? 0 }]
  })
}

type Learning = { readonly spaces: Spaces; readonly classes: number }
type LearntAll = { readonly tried: readonly Tried[]; readonly blocks: readonly Block[] }

/** Block after block, so that one block's counts are in memory at a time: from all lessons, and without each fold. */
async function learnAll(
  lessons: readonly Prepared[],
  { spaces, classes }: Learning,
  { folds, onRound, doTasks = oneByOne }: TrainOptions,
): Promise<LearntAll | null> {
  const classOf = Int32Array.from(lessons, (lesson) => lesson.class)
  const foldOf = Int32Array.from(lessons, ({ fold }) => fold)
  const scores: number[][] = lessons.map(() => [])
  const blocks: Block[] = []
  const of = plans.length * (folds + 1)
  let round = 0
  for (const [plan, { kind }] of plans.entries()) {
    const look = createLooking(spaces)
    const counted = countAll(lessons, ({ words }) => look(words), { plan, spaces })
    const task = { plan, features: spaces[kind].buckets.length, counted, classOf, foldOf, classes }
    const tasks: LearnTask[] = [null, ...Array.from({ length: folds }, (_, fold) => fold)].map((without) => ({
      ...task,
      without,
    }))
    const done = await doTasks(tasks, () => onRound?.(++round, of))
    if (done === null) return null
    for (const [at, { block, scores: found }] of done.entries()) {
      if (block !== null) blocks.push(block)
      spread(found, { without: tasks[at]?.without ?? null, foldOf, scores })
    }
  }
  const tried = lessons.map(({ class: truth, fold, form }, at) => ({ scores: scores[at] ?? [], truth, fold, form }))
  return { tried, blocks }
}

type Spreading = { readonly without: number | null; readonly foldOf: Int32Array; readonly scores: readonly number[][] }

function spread(found: Float64Array, { without, foldOf, scores }: Spreading): void {
  const left = scores.filter((_, row) => foldOf[row] === without)
  const outputs = found.length / Math.max(1, left.length)
  for (const [place, own] of left.entries()) own.push(...found.subarray(place * outputs, (place + 1) * outputs))
}

/** Where there are no threads: one after the other, with room for others in between. */
const oneByOne: DoTasks = async (tasks, onDone) => {
  const done: LearnDone[] = []
  for (const task of tasks) {
    await new Promise((resolve) => setImmediate(resolve))
    done.push(learnTask(task))
    onDone()
  }
  return done
}

/** What would have been proposed, each fold by a fusion fitted to the others. */
function judge(tried: readonly Tried[], classes: number): Judged[] {
  const fusions = new Map(
    [...new Set(tried.map(({ fold }) => fold))].map((fold) => [
      fold,
      fuse(
        tried.filter((one) => one.fold !== fold),
        classes,
      ),
    ]),
  )
  return tried.map(({ scores, truth, fold }) => {
    const all = confidences(scores, fusions.get(fold) ?? { weights: [], shifts: [] })
    const confidence = Math.max(...all)
    return { truth, proposed: all.indexOf(confidence), confidence }
  })
}

function onRaw(judged: readonly Judged[], tried: readonly Tried[], labels: readonly string[]): Measured | null {
  const raw = judged.filter((_, at) => tried[at]?.form === 'raw')
  return raw.length === 0 ? null : measure(raw, labels)
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
