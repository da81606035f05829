import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ThreadQuestion } from '../city/reader.ts'
import { type Readings, readAll, type Wanted } from '../city/readings.ts'
import { localDay } from '../kernel/worktime/rules.ts'
import type { Classifier, Lesson, LessonSource, Letter, Measured } from '../modules/dispatch/model/classify.ts'
import { readerOf } from '../modules/dispatch/rules/classify/classify.ts'
import type { LearnDone } from '../modules/dispatch/rules/classify/learn.ts'
import { readLessons } from '../modules/dispatch/rules/classify/lessons.ts'
import { automaticAt, type Judged, measure } from '../modules/dispatch/rules/classify/measure.ts'
import { readModel, writeModel } from '../modules/dispatch/rules/classify/model-file.ts'
import { train } from '../modules/dispatch/rules/classify/train.ts'
import { shippedClassifier } from '../modules/dispatch/store/classifier.ts'
import {
  classifyWords,
  modelRefusalWords,
  rowTroubleWords,
  trainRefusalWords,
} from '../modules/dispatch/words/classify.ts'
import { openThreads } from '../platform/process/threads.ts'
import { endWith } from '../platform/process/trouble.ts'
import { systemClock } from '../platform/time.ts'
import type { Said } from '../platform/words.ts'

const EXIT = { usage: 2, unread: 3, badRows: 4 }
const MOST_FOLDS = 20
const MOST_THREADS = 16
/** Fewer letters than this are read before a thread has loaded the dictionary. */
const WORTH_THREADS = 500
const AT_A_TIME = 100
const READER = join(import.meta.dirname, '../reader.js')

const say = ({ zh, en }: Said): void => void process.stdout.write(`${zh}\n${en}\n`)
/** Beside the answers, so that these can be piped on. */
const remark = ({ zh, en }: Said): void => void process.stderr.write(`${zh}\n${en}\n`)
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const now = (): number => performance.now() / 1_000

type Read = { readonly lessons: readonly Lesson[]; readonly sources: readonly LessonSource[]; readonly bad: number }

/** `npm run dispatch -- train FILES… --out FILE | evaluate FILE | classify FILE`: needs no database and no network. */
try {
  process.exitCode = await main()
} catch (error) {
  process.exitCode = endWith(error)
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      model: { type: 'string' },
      folds: { type: 'string', default: '5' },
      error: { type: 'string', default: '0.02' },
      threads: { type: 'string', default: String(Math.min(4, availableParallelism())) },
    },
  })
  const [verb, ...files] = positionals
  const [folds, error, threads] = [Number(values.folds), Number(values.error), Number(values.threads)]
  const isSound = isBetween(folds, 2, MOST_FOLDS) && isBetween(threads, 1, MOST_THREADS) && error > 0 && error < 1
  if (files.length === 0 || !isSound) return refuse(EXIT.usage, classifyWords.usage)
  const missing = [...files, ...(values.model === undefined ? [] : [values.model])].find((file) => !existsSync(file))
  if (missing !== undefined) return refuse(EXIT.unread, classifyWords.noFile(missing))
  if (verb === 'train' && values.out !== undefined) return trainOn(files, { out: values.out, folds, error, threads })
  if (verb !== 'evaluate' && verb !== 'classify') return refuse(EXIT.usage, classifyWords.usage)
  const model = await modelFrom(values.model)
  if (model === null) return EXIT.unread
  const read = readFiles(files)
  return verb === 'evaluate'
    ? evaluate({ model, threads, wanted: 'guesses' }, read)
    : classifyAll({ model, threads, wanted: 'lines' }, read)
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

function refuse(code: number, words: Said): number {
  remark(words)
  return code
}

async function modelFrom(file: string | undefined): Promise<Classifier | null> {
  if (file === undefined) return shippedClassifier()
  const read = readModel(readFileSync(file))
  if (read.ok) return read.model
  remark(modelRefusalWords[read.refusal])
  return null
}

function readFiles(files: readonly string[]): Read {
  const read = files.map((file) => {
    const bytes = readFileSync(file)
    const { lessons, troubles } = readLessons(bytes.toString('utf8'))
    for (const { line, trouble } of troubles) remark(classifyWords.row(file, line, rowTroubleWords[trouble]))
    remark(classifyWords.rows(file, lessons.length, troubles.length))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { lessons, bad: troubles.length, source: { name: basename(file), sha256, rows: lessons.length } }
  })
  return {
    lessons: read.flatMap(({ lessons }) => lessons),
    sources: read.map(({ source }) => source),
    bad: read.reduce((sum, { bad }) => sum + bad, 0),
  }
}

type Training = {
  readonly out: string
  readonly folds: number
  readonly error: number
  readonly threads: number
}

async function trainOn(files: readonly string[], { out, folds, error, threads: count }: Training): Promise<number> {
  const began = now()
  const { lessons, sources, bad } = readFiles(files)
  await using threads = openThreads<ThreadQuestion, LearnDone>({ file: READER, count })
  const trained = await train(lessons, {
    doTasks: (tasks, onDone) =>
      threads.askAll(
        tasks.map((task) => ({ task })),
        onDone,
      ),
    sources,
    day: localDay(systemClock.now()),
    folds,
    wantedError: error,
    elapsed: () => now() - began,
    onRound: (round, of) => void process.stderr.write(`${classifyWords.round(round, of)}\n`),
  })
  if (!trained.ok) return refuse(EXIT.unread, trainRefusalWords[trained.refusal])
  const { figures } = trained.model
  const bytes = writeModel(trained.model)
  writeFileSync(out, bytes)
  say(classifyWords.onFolds(folds))
  report(figures.measured)
  const { threshold, share, error: wrong } = figures.automatic
  say(classifyWords.automatic(threshold, share, wrong))
  if (figures.raw !== null) {
    say(classifyWords.onRaw)
    report(figures.raw)
  }
  say(classifyWords.trained(figures.distinct, figures.seconds, out, bytes.length))
  return bad === 0 ? 0 : EXIT.badRows
}

function letterOf(lesson: Lesson): Letter {
  return lesson.form === 'raw' ? lesson : { title: '', detail: lesson.words.replaceAll(' ', '') }
}

type ReadingWith = { readonly model: Classifier; readonly threads: number; readonly wanted: Wanted }
type AllRead = { readonly parts: readonly Readings[]; readonly perSecond: number }

/** Reads letters by as many threads as it is worth; that each loads the dictionary first is not measured. */
async function readWith({ model, threads: count, wanted }: ReadingWith, lessons: readonly Lesson[]): Promise<AllRead> {
  const letters = lessons.map(letterOf)
  const first = [{ title: '', detail: 'x' }]
  if (count === 1 || letters.length < WORTH_THREADS) {
    const read = readerOf(model)
    readAll(read, first, wanted)
    const began = now()
    return measured(began, [readAll(read, letters, wanted)])
  }
  await using threads = openThreads<ThreadQuestion, Readings>({
    file: READER,
    count,
    given: { model: writeModel(model) },
  })
  await threads.askAll(Array.from({ length: count }, () => ({ letters: first, wanted })))
  const parts = Array.from({ length: Math.ceil(letters.length / AT_A_TIME) }, (_, at) => ({
    letters: letters.slice(at * AT_A_TIME, (at + 1) * AT_A_TIME),
    wanted,
  }))
  const began = now()
  return measured(began, (await threads.askAll(parts)) ?? [])
}

function measured(began: number, parts: readonly Readings[]): AllRead {
  const all = parts.reduce((sum, { count }) => sum + count, 0)
  return { parts, perSecond: Math.round(all / (now() - began)) }
}

async function evaluate(reading: ReadingWith, { lessons, bad }: Read): Promise<number> {
  const { model } = reading
  const labelled = lessons.filter((lesson) => lesson.form === 'raw' && lesson.label !== null)
  if (labelled.length === 0) return refuse(EXIT.unread, classifyWords.nothingToMeasure)
  const labels = [...new Set([...model.labels, ...labelled.flatMap(({ label }) => label ?? [])])]
  const { parts, perSecond } = await readWith(reading, labelled)
  const judged = parts
    .flatMap(({ guesses }) => guesses)
    .map(
      ({ label, confidence }, at): Judged => ({
        truth: labels.indexOf(labelled[at]?.label ?? ''),
        proposed: labels.indexOf(label ?? ''),
        confidence,
      }),
    )
  report(measure(judged, labels))
  const { threshold, share, error } = automaticAt(judged, model.threshold)
  say(classifyWords.automatic(threshold, share, error))
  say(classifyWords.speed(judged.length, perSecond))
  return bad === 0 ? 0 : EXIT.badRows
}

function report({ count, accuracy, macroF1, classes, confusion, reliability, ece }: Measured): void {
  say(classifyWords.summary(count, accuracy, macroF1))
  say(classifyWords.classes)
  for (const { label, count: of, precision, recall, f1 } of classes)
    print(`  ${label}\t${of}\t${[precision, recall, f1].map((share) => share.toFixed(4)).join('\t')}`)
  say(classifyWords.confusion)
  for (const [at, row] of confusion.entries()) print(`  ${classes[at]?.label}\t${row.join('\t')}`)
  say(classifyWords.reliability)
  for (const { from, to, count: of, confidence, right } of reliability)
    print(`  ${from.toFixed(1)} ${to.toFixed(1)}\t${of}\t${confidence.toFixed(4)}\t${right.toFixed(4)}`)
  say(classifyWords.ece(ece))
}

/** One line of JSON for every letter, in the order of the file; speed and bad lines stand beside, on standard error. */
async function classifyAll(reading: ReadingWith, { lessons, bad }: Read): Promise<number> {
  const { parts, perSecond } = await readWith(reading, lessons)
  for (const { lines } of parts) process.stdout.write(lines)
  remark(classifyWords.speed(lessons.length, perSecond))
  return bad === 0 ? 0 : EXIT.badRows
}
