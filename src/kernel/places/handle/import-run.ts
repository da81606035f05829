import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../../../platform/db/db.ts'
import { readGeoJson, surfaceIn } from '../../../platform/geo/geojson.ts'
import { type RawFeature, readShapefile } from '../../../platform/geo/shapefile.ts'
import { fromSystem } from '../../../platform/geo/systems.ts'
import type { Message } from '../../../platform/jobs/model.ts'
import type { Clock, Day, Instant } from '../../../platform/time.ts'
import type { Directory } from '../../organisations/handle/directory.ts'
import type { ImportRun, Report } from '../model/imports.ts'
import { type Feature, parentLayer } from '../model/layers.ts'
import type { Finding, Progress } from '../model/topology.ts'
import { codesTwice, type ReadArea, type Reading, readArea } from '../rules/features.ts'
import { checkTopology, type Plate, type Topology } from '../rules/topology/check.ts'
import { codeRulesOf } from '../store/code-rules.ts'
import { endImport, findImport, importFile, noteProgress } from '../store/imports.ts'
import { addFeatures, closeDraft, openDraft } from '../store/layers.ts'
import { atlasOf } from './atlas.ts'

export const IMPORT_TOPIC = 'places.import'

export type ImportParts = {
  readonly db: Db
  readonly clock: Clock
  readonly directory: Pick<Directory, 'tree'>
  readonly dayOf: (at: Instant) => Day
}

/** What the runner carries for this house out of the outbox. */
export const placesOutbox = (parts: ImportParts) => ({
  [IMPORT_TOPIC]: ({ district, payload }: Message) =>
    runImport(parts, { district, id: (payload as { id: string }).id }),
})

/** Bytes of a zip once unpacked. */
const MOST_UNPACKED = 400 * 1_048_576
const MOST_FINDINGS = 500
const WRITTEN_AT_ONCE = 2_000

type Key = { readonly district: string; readonly id: string }

/** Somebody asked the run to stop. */
class Stopped extends Error {}

/**
 * Reads a file, checks every area and how they fit together, and writes a draft when nothing grave was found. Begun
 * again after a crash it begins from the file; what it writes, it writes in one transaction at its end.
 */
export async function runImport(parts: ImportParts, key: Key): Promise<void> {
  const { db, clock } = parts
  const run = await findImport(db, key)
  const content = run && (await importFile(db, key))
  if (!run || !content || (run.state !== 'waiting' && run.state !== 'running')) return
  const driver = driverOf(parts, key)
  try {
    const raw = await readFile(content)
    if (typeof raw === 'string') return await endImport(db, key, { state: 'unreadable', at: clock.now(), refusal: raw })
    const { read, findings, features, noise, gapsLooked } = await checked(parts, { key, run, raw, driver })
    await driver.say({ step: 'saving', done: 0, of: features.length })
    const grave = findings.filter((one) => one.grave).length
    const counted = { features: read.length, grave, remarks: findings.length - grave }
    const report: Report = { findings: findings.slice(0, MOST_FINDINGS), counts: countsOf(findings), noise, gapsLooked }
    if (grave > 0) return await endImport(db, key, { state: 'faulty', at: clock.now(), report, ...counted })
    await keepDraft(parts, { key, run, features, report, counted })
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    await endImport(db, key, { state: 'cancelled', at: clock.now() })
  }
}

async function readFile(
  content: Buffer,
): Promise<readonly RawFeature[] | 'file-unreadable' | 'file-too-large' | 'file-without-areas'> {
  const isZip = content.subarray(0, 2).toString('latin1') === 'PK'
  const read = isZip
    ? await readShapefile(content, MOST_UNPACKED)
    : { ok: true as const, features: readGeoJson(content) }
  if (!read.ok) return read.refusal
  if (read.features === null) return 'file-unreadable'
  return read.features.length === 0 ? 'file-without-areas' : read.features
}

type Checking = {
  readonly key: Key
  readonly run: ImportRun
  readonly raw: readonly RawFeature[]
  readonly driver: Driver
}

async function checked(parts: ImportParts, { key, run, raw, driver }: Checking) {
  const { reading, parents } = await readingFor(parts, key.district, run)
  const read: ReadArea[] = []
  for (const [at, { properties, geometry }] of raw.entries()) {
    if (at % 200 === 0) await driver.say({ step: 'reading', done: at, of: raw.length })
    read.push(readArea({ row: at + 1, properties, surface: surfaceIn(geometry) }, reading))
  }
  const sound = read.filter((one): one is ReadArea & { feature: Feature } => one.feature !== null)
  const plates = sound.map(({ feature: { code, parent, surface } }) => ({ code, parent, surface }))
  const topology = await driver.drive(checkTopology({ features: plates, parents, tolerance: run.tolerance }))
  const gapsLooked = sound.length === read.length
  const between = betweenAreas(topology, sound, parents).filter(({ fault }) => gapsLooked || fault !== 'gap')
  const findings = [...read.flatMap((one) => one.findings), ...codesTwice(read), ...between]
  const ordered = findings.sort((a, b) => Number(b.grave) - Number(a.grave))
  return { read, findings: ordered, features: sound.map(({ feature }) => feature), noise: topology.noise, gapsLooked }
}

async function readingFor({ db, clock, directory, dayOf }: ImportParts, district: string, run: ImportRun) {
  const [rules, tree, atlas] = await Promise.all([
    codeRulesOf(db, district),
    directory.tree(district),
    atlasOf(db, district, dayOf(clock.now())),
  ])
  const rule = rules.find(({ layer }) => layer === run.layer)
  if (!rule) throw new Error(`${run.layer} has no rule for its codes`)
  const above = parentLayer[run.layer]
  const parents: readonly Plate[] = above === null ? [] : atlas.all(above)
  const reading: Reading = {
    district,
    rule,
    parents: parents.length > 0 ? new Set(parents.map(({ code }) => code)) : null,
    units: [...tree.values()],
    move: (point) => fromSystem(run.system, point),
  }
  return { reading, parents }
}

function betweenAreas(
  { faults }: Topology,
  sound: readonly (ReadArea & { feature: Feature })[],
  parents: readonly Plate[],
): Finding[] {
  return faults.map(({ kind, features, parents: holding, area, surface }) => {
    const met = features.flatMap((at) => sound[at] ?? [])
    const within = holding.flatMap((at) => parents[at]?.code ?? [])
    return {
      fault: kind,
      grave: true,
      rows: met.map(({ row }) => row),
      codes: met.map(({ feature }) => feature.code),
      area,
      at: surface[0]?.[0]?.[0] ?? null,
      surface,
      found: within.join(' '),
    }
  })
}

const countsOf = (findings: readonly Finding[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { fault } of findings) counts[fault] = (counts[fault] ?? 0) + 1
  return counts
}

type Keeping = {
  readonly key: Key
  readonly run: ImportRun
  readonly features: readonly Feature[]
  readonly report: Report
  readonly counted: { readonly features: number; readonly grave: number; readonly remarks: number }
}

async function keepDraft({ db, clock }: ImportParts, { key, run, features, report, counted }: Keeping): Promise<void> {
  const { district } = key
  const { layer, by, fileName } = run
  await db.transaction(async (tx) => {
    const at = clock.now()
    const version = await openDraft(tx, { district, layer, note: fileName, at, by })
    for (let from = 0; from < features.length; from += WRITTEN_AT_ONCE)
      await addFeatures(tx, { district, layer, version }, features.slice(from, from + WRITTEN_AT_ONCE))
    await closeDraft(tx, { district, layer, version })
    await endImport(tx, key, { state: 'ready', at, report, version, ...counted })
  })
}

type Driver = {
  say(progress: Progress): Promise<void>
  drive<Answer>(work: Generator<Progress, Answer>): Promise<Answer>
}

/** Milliseconds that a check may hold the process, and how often its progress is written down. */
const TURN = 12
const TOLD_EVERY = 400

function driverOf({ db }: ImportParts, key: Key): Driver {
  let turned = performance.now()
  let told = 0
  const say = async (progress: Progress) => {
    if (performance.now() - turned > TURN) {
      await nextTurn()
      turned = performance.now()
    }
    if (told > 0 && performance.now() - told < TOLD_EVERY) return
    told = performance.now()
    if (await noteProgress(db, key, progress)) throw new Stopped()
  }
  return {
    say,
    async drive(work) {
      for (;;) {
        const step = work.next()
        if (step.done) return step.value
        await say(step.value)
      }
    },
  }
}
