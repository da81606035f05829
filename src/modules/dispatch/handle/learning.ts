import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { namesFor } from '../../../kernel/cases/handle/naming.ts'
import type { StaffWho } from '../../../kernel/organisations/model.ts'
import { hasRight } from '../../../kernel/organisations/policy.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import { openThreads } from '../../../platform/process/threads.ts'
import type { Instant } from '../../../platform/time.ts'
import { type LearningsView, type ModelId, SHIPPED } from '../model/learning.ts'
import { LEARNING_RIGHT } from '../policy.ts'
import { compare } from '../rules/classify/compare.ts'
import type { LearnDone, LearnTask } from '../rules/classify/learn.ts'
import { type DoTasks, type Trained, train } from '../rules/classify/train.ts'
import {
  beat,
  beginLearning,
  decisionCount,
  endLearning,
  lastSwitch,
  learningsOf,
  putSwitch,
} from '../store/learning.ts'
import { gatherLessons, type LessonParts } from './lessons.ts'
import type { Models } from './models.ts'

export type LearningParts = CaseDoorParts &
  LessonParts & {
    readonly models: Models
    /** The built file that learns beside the city; null where there is none, and the city itself learns. */
    readonly learner: string | null
    readonly onLearningTrouble: (error: unknown) => void
  }

const FOLDS = 5
const WANTED_ERROR = 0.02

/** Trainings of this process, each ended when the city closes. */
export function createLearning(parts: LearningParts) {
  const running = new Map<ModelId, { readonly stop: AbortController; readonly done: Promise<void> }>()

  async function begin({ district, id: by }: StaffWho): Promise<{ id: ModelId } | Refused> {
    const at = parts.clock.now()
    const id: ModelId = `model_${sortableId(at)}`
    if (!(await beginLearning(parts.db, district, { id, at, by }))) return refused('learning-already')
    const stop = new AbortController()
    const done = learnFor(parts, { district, id, stop })
      .catch(async (error) => {
        parts.onLearningTrouble(error)
        await endLearning(parts.db, district, id, { state: 'failed', refusal: 'broken-off' })
      })
      .finally(() => running.delete(id))
    running.set(id, { stop, done })
    return { id }
  }

  async function callOff({ district }: StaffWho, id: string): Promise<{ id: string } | Refused> {
    const ended = await endLearning(parts.db, district, id, { state: 'called-off', refusal: null })
    if (!ended) return refused('no-such-learning', 404)
    running.get(id as ModelId)?.stop.abort()
    return { id }
  }

  return {
    begin,
    callOff,
    /** All trainings of this process have ended; for tests. */
    settled: async () => void (await Promise.all([...running.values()].map(({ done }) => done))),
    async close() {
      for (const { stop } of running.values()) stop.abort()
      await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}

export type Learning = ReturnType<typeof createLearning>

type Run = { readonly district: string; readonly id: ModelId; readonly stop: AbortController }

async function learnFor(parts: LearningParts, { district, id, stop }: Run): Promise<void> {
  const { db, clock, models, modelFiles } = parts
  const began = performance.now()
  const before = await models.inForce(district)
  const since =
    (await lastSwitch(db, district))?.model === before.id ? await learntUntil(parts, district, before.id) : null
  const gathered = await gatherLessons(parts, district, before.model.labels)
  const { lessons, sources, firstDecision, decidedAt } = gathered
  const onRound = (round: number, rounds: number) =>
    void beat(db, district, id, { round, rounds }).then((goesOn) => goesOn || stop.abort(), parts.onLearningTrouble)
  const trained = await trainBeside(parts.learner, stop, (doTasks) =>
    train(lessons, {
      sources,
      day: localDay(clock.now()),
      folds: FOLDS,
      wantedError: WANTED_ERROR,
      elapsed: () => (performance.now() - began) / 1_000,
      onRound,
      ...(doTasks && { doTasks }),
    }),
  )
  if (stop.signal.aborted) return void (await endLearning(db, district, id, { state: 'called-off', refusal: null }))
  if (!trained.ok) return void (await endLearning(db, district, id, { state: 'failed', refusal: trained.refusal }))
  await modelFiles.write(district, id, trained.model)
  const comparison = compare({
    lessons,
    judged: trained.judged,
    isUnseenDecision: (lesson) => lesson >= firstDecision && (decidedAt[lesson - firstDecision] ?? '') > (since ?? ''),
    before: { id: before.id ?? SHIPPED, model: before.model, read: before.reader.read },
    after: trained.model,
    counts: { files: firstDecision, decisions: decidedAt.length, leftOut: gathered.leftOut },
  })
  await endLearning(db, district, id, { state: 'ready', comparison })
}

/** Until when decisions may be in what a model learnt; null for the shipped one, which knows none of them. */
async function learntUntil({ db }: LearningParts, district: string, id: ModelId | null): Promise<Instant | null> {
  return id === null ? null : ((await learningsOf(db, district)).find((one) => one.id === id)?.askedAt ?? null)
}

/** In one thread of its own, so that the city stays awake. */
async function trainBeside(
  file: string | null,
  stop: AbortController,
  work: (doTasks: DoTasks | null) => Promise<Trained>,
): Promise<Trained> {
  if (file === null) return work(null)
  await using threads = openThreads<{ task: LearnTask }, LearnDone>({ file, count: 1, stop: stop.signal })
  return await work((tasks, onDone) =>
    threads.askAll(
      tasks.map((task) => ({ task })),
      onDone,
    ),
  )
}

/** The model in force, what could be learnt from, and the trainings there were. */
export async function learningsFor(parts: LearningParts, who: StaffWho): Promise<LearningsView> {
  const { db, models, modelFiles } = parts
  const { district } = who
  const [inForce, last, rows, files, decisions, kept] = await Promise.all([
    models.inForce(district),
    lastSwitch(db, district),
    learningsOf(db, district),
    modelFiles.lessonFiles(),
    decisionCount(db, district),
    modelFiles.names(district),
  ])
  const names = await namesFor(parts, district, {
    matters: [],
    staff: [last?.by ?? null, ...rows.map(({ askedBy }) => askedBy)],
  })
  const { figures, labels } = inForce.model
  const { count, macroF1, accuracy, ece } = figures.measured
  return {
    inForce: {
      id: inForce.id ?? SHIPPED,
      since: last?.at ?? null,
      by: last ? (names.staff(last.by) ?? null) : null,
      day: figures.day,
      labels: [...labels],
      figures: { count, macroF1, accuracy, ece },
      automatic: figures.automatic,
    },
    lessons: { files: [...files], decisions },
    rows: rows.map((row) => ({
      ...row,
      askedBy: names.staff(row.askedBy) ?? row.askedBy,
      inForce: row.id === inForce.id,
      canSwitch: row.state === 'ready' && row.id !== inForce.id && kept.includes(row.id),
    })),
    may: hasRight(who, LEARNING_RIGHT),
  }
}

/** Puts a model in force, the shipped one too; every process follows within seconds. */
export async function switchModel(
  parts: LearningParts,
  { district, id: by }: StaffWho,
  id: string,
): Promise<{ id: string } | Refused> {
  const { db, clock, models, modelFiles } = parts
  const at = clock.now()
  const model = id === SHIPPED ? null : (id as ModelId)
  if (model !== null) {
    const row = (await learningsOf(db, district)).find((one) => one.id === model)
    if (row?.state !== 'ready') return refused('no-such-learning', 404)
    if ((await modelFiles.read(district, model)) === null) return refused('model-unreadable')
  }
  if ((await models.inForce(district)).id === model) return refused('model-in-force')
  await putSwitch(db, district, `switch_${sortableId(at)}`, { model, at, by })
  models.forget(district)
  return { id }
}
