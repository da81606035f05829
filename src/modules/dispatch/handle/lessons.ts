import { openedEvents } from '../../../kernel/cases/handle/opening.ts'
import { toldView } from '../../../kernel/cases/rules/present-timeline.ts'
import type { Vault } from '../../../kernel/ledger/handle/vault.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Lesson, LessonSource } from '../model/classify.ts'
import { labelsOfDecisions } from '../rules/classify/decisions.ts'
import { readLessons } from '../rules/classify/lessons.ts'
import { decisionsOf } from '../store/learning.ts'
import type { ModelFiles } from '../store/model-files.ts'
import { seedThemes } from '../words/themes.ts'

export type LessonParts = {
  readonly db: Db
  readonly vault: Vault
  readonly modelFiles: ModelFiles
  readonly digest: (bytes: Buffer) => string
}

/** The newest decisions that are learnt from. */
const MOST = 20_000

export type Gathered = {
  readonly lessons: readonly Lesson[]
  readonly sources: readonly LessonSource[]
  /** From here on the lessons are decisions, each with its moment. */
  readonly firstDecision: number
  readonly decidedAt: readonly Instant[]
  readonly leftOut: number
}

/**
 * What a city can learn from: labelled files that lie under DATA_DIR, and what its people decided. The words of a case
 * are opened for the time of the training; of destroyed ones nothing is learnt.
 */
export async function gatherLessons(
  { db, vault, modelFiles, digest }: LessonParts,
  district: string,
  labels: readonly string[],
): Promise<Gathered> {
  const lessons: Lesson[] = []
  const sources: LessonSource[] = []
  for (const name of await modelFiles.lessonFiles()) {
    const bytes = await modelFiles.readLessons(name)
    const read = readLessons(bytes.toString('utf8')).lessons
    for (const lesson of read) lessons.push(lesson)
    sources.push({ name, sha256: digest(bytes), rows: read.length })
  }
  const firstDecision = lessons.length
  const decidedAt: Instant[] = []
  const decisions = await decisionsOf(db, district, MOST)
  const chosen = labelsOfDecisions(
    decisions.map(({ category }) => category),
    { labels, themesOf: (label) => seedThemes[label] ?? [] },
  )
  for (const [at, decision] of decisions.entries()) {
    const label = chosen[at] ?? null
    if (label === null) continue
    const told = toldView((await openedEvents({ db, vault }, decision.case))[0], () => nameless)
    if (told.state !== 'open') continue
    lessons.push({ form: 'raw', title: told.title, detail: told.text, label })
    decidedAt.push(decision.at)
  }
  sources.push({ name: 'decisions', sha256: '', rows: decidedAt.length })
  return { lessons, sources, firstDecision, decidedAt, leftOut: decisions.length - decidedAt.length }
}

/** The labels of a form are not read here. */
const nameless = { zh: '', en: '' }
