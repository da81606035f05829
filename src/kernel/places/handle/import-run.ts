import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../../../platform/db/db.ts'
import type { LastingWork } from '../../../platform/jobs/lasting.ts'
import { askAside, builtThread } from '../../../platform/process/aside.ts'
import type { Clock, Day, Instant } from '../../../platform/time.ts'
import type { Directory } from '../../organisations/handle/directory.ts'
import type { ImportRun, Report } from '../model/imports.ts'
import { parentLayer } from '../model/layers.ts'
import type { Finding, Progress } from '../model/topology.ts'
import { checkImport, type ImportAnswer, type ImportFindings, type ImportQuestion } from '../rules/import-check.ts'
import { codeRulesOf } from '../store/code-rules.ts'
import { endImport, findImport, importFile, noteProgress } from '../store/imports.ts'
import { addWritten, bordersOf, closeDraft, keepFeatures, lastPublished, openDraft } from '../store/layers.ts'
import { atlasOf } from './atlas.ts'

export const IMPORT_TOPIC = 'places.import'

export type ImportParts = {
  readonly db: Db
  readonly clock: Clock
  readonly directory: Pick<Directory, 'tree'>
  readonly dayOf: (at: Instant) => Day
  /** The built file of the thread that checks; null checks in this one. */
  readonly surveyor?: string | null
}

/** What the runner carries for this house beside everything else. */
export const placesLasting = (parts: ImportParts): LastingWork => ({
  [IMPORT_TOPIC]: ({ district, payload }, stop) =>
    runImport(parts, { district, id: (payload as { id: string }).id }, stop),
})

const MOST_FINDINGS = 500

type Key = { readonly district: string; readonly id: string }

/**
 * Reads a file, checks every area and how they fit together in a thread of its own, and writes a draft when nothing grave
 * was found. Begun again after a crash it begins from the file; what it writes, it writes in one transaction at its end.
 */
export async function runImport(parts: ImportParts, key: Key, stop: AbortSignal): Promise<void> {
  const { db, clock } = parts
  const run = await findImport(db, key)
  const content = run && (await importFile(db, key))
  if (!run || !content || (run.state !== 'waiting' && run.state !== 'running')) return
  const question = await questionOf(parts, { run, content, district: key.district })
  const answer = await ask(parts, { question, key, stop })
  if (answer === null) {
    // Stopped by a person it is over; stopped with its process it begins anew elsewhere.
    stop.throwIfAborted()
    return endImport(db, key, { state: 'cancelled', at: clock.now() })
  }
  if (!answer.ok) return endImport(db, key, { state: 'unreadable', at: clock.now(), refusal: answer.refusal })
  if (await noteProgress(db, key, { step: 'saving', done: 0, of: answer.sound }))
    return endImport(db, key, { state: 'cancelled', at: clock.now() })
  const { read, findings, noise, gapsLooked } = answer
  const grave = findings.filter((one) => one.grave).length
  const counted = { features: read, grave, remarks: findings.length - grave }
  const report: Report = { findings: findings.slice(0, MOST_FINDINGS), counts: countsOf(findings), noise, gapsLooked }
  if (grave > 0) return endImport(db, key, { state: 'faulty', at: clock.now(), report, ...counted })
  await keepDraft(parts, { key, run, answer, report, counted })
}

type Sent = { readonly run: ImportRun; readonly content: Buffer; readonly district: string }

async function questionOf(parts: ImportParts, { run, content, district }: Sent): Promise<ImportQuestion> {
  const { db, clock, directory, dayOf } = parts
  const [rules, tree, atlas] = await Promise.all([
    codeRulesOf(db, district),
    directory.tree(district),
    atlasOf(db, district, dayOf(clock.now())),
  ])
  const rule = rules.find(({ layer }) => layer === run.layer)
  if (!rule) throw new Error(`${run.layer} has no rule for its codes`)
  const above = parentLayer[run.layer]
  const { system, tolerance } = run
  return {
    content,
    system,
    tolerance,
    district,
    rule,
    parents: above === null ? [] : atlas.all(above).map(({ code, parent, surface }) => ({ code, parent, surface })),
    units: [...tree.values()].map(({ id, name, shortName, code }) => ({ id, name, shortName, code })),
    part: run.isPart ? { standing: await standing(db, district, run) } : null,
  }
}

/** The areas of the layer as they were published last. */
async function standing(db: Db, district: string, { layer }: ImportRun) {
  const last = await lastPublished(db, district, layer)
  return last === null ? [] : bordersOf(db, { district, layer, version: last.version })
}

type Asked = { readonly question: ImportQuestion; readonly key: Key; readonly stop: AbortSignal }

/** The answer of the thread; null when somebody stopped it. */
async function ask(parts: ImportParts, { question, key, stop }: Asked): Promise<ImportAnswer | null> {
  const { db, surveyor = builtThread('surveyor') } = parts
  if (surveyor === null) return here(parts, { question, key, stop })
  const asked = new AbortController()
  let noting = Promise.resolve()
  const onTold = (progress: Progress): undefined => {
    noting = noting.then(async () => {
      if (await noteProgress(db, key, progress)) asked.abort()
    })
    noting.catch(() => asked.abort())
  }
  const answer = await askAside<ImportQuestion, Progress, ImportAnswer>(
    { file: surveyor, onTold, stop: AbortSignal.any([stop, asked.signal]) },
    question,
  )
  await noting
  return asked.signal.aborted ? null : answer
}

/** Milliseconds that a check in this thread may hold the process, and between two looks at whether to stop. */
const TURN = 12
export const TOLD_EVERY = 400

async function here({ db }: ImportParts, { question, key, stop }: Asked): Promise<ImportAnswer | null> {
  const check = checkImport(question)
  let turned = performance.now()
  let told = Number.NEGATIVE_INFINITY
  for (;;) {
    const step = await check.next()
    if (step.done) return step.value
    if (stop.aborted) return null
    const now = performance.now()
    if (now - turned > TURN) {
      await nextTurn()
      turned = performance.now()
    }
    if (now - told < TOLD_EVERY) continue
    told = now
    if (await noteProgress(db, key, step.value)) return null
  }
}

const countsOf = (findings: readonly Finding[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { fault } of findings) counts[fault] = (counts[fault] ?? 0) + 1
  return counts
}

type Keeping = {
  readonly key: Key
  readonly run: ImportRun
  readonly answer: ImportFindings
  readonly report: Report
  readonly counted: { readonly features: number; readonly grave: number; readonly remarks: number }
}

/** Writes the draft: the areas of the file, and for a part those that it leaves as they are. */
async function keepDraft({ db, clock }: ImportParts, { key, run, answer, report, counted }: Keeping): Promise<void> {
  const { district } = key
  const { layer, by, fileName, isPart } = run
  const { written, within } = answer
  await db.transaction(async (tx) => {
    const at = clock.now()
    const last = isPart ? await lastPublished(tx, district, layer) : null
    const basedOn = last?.version ?? null
    const version = await openDraft(tx, { district, layer, note: fileName, basedOn, at, by })
    for (const some of written) await addWritten(tx, { district, layer, version }, some)
    if (basedOn !== null) await keepFeatures(tx, { district, layer, version }, { from: basedOn, but: within })
    await closeDraft(tx, { district, layer, version })
    await endImport(tx, key, { state: 'ready', at, report, version, ...counted })
  })
}
