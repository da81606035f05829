import { readGeoJson, surfaceIn } from '../../../platform/geo/geojson.ts'
import { type RawFeature, readShapefile } from '../../../platform/geo/shapefile.ts'
import { type CoordinateSystem, fromSystem } from '../../../platform/geo/systems.ts'
import type { CodeRule, Feature } from '../model/layers.ts'
import type { Finding, Progress } from '../model/topology.ts'
import type { BearingUnit } from './bearer.ts'
import { codesTwice, type ReadArea, type Reading, readArea, writtenOf } from './features.ts'
import { checkTopology, type Plate, type Topology } from './topology/check.ts'

/** A file of a layer and everything it is checked against; all of it can be handed to a thread. */
export type ImportQuestion = {
  readonly content: Uint8Array
  readonly system: CoordinateSystem
  readonly tolerance: number
  readonly district: string
  readonly rule: CodeRule
  /** Areas of the layer above; empty where it is not drawn. */
  readonly parents: readonly Plate[]
  readonly units: readonly BearingUnit[]
  /** The file redraws some areas of the layer above and leaves the others: what stands now, where nothing is above. */
  readonly part: { readonly standing: readonly Plate[] } | null
}

export type ImportFindings = {
  readonly ok: true
  readonly read: number
  readonly findings: readonly Finding[]
  /** The sound areas, put into text some thousands at a time (`writtenOf`): a text changes threads at once. */
  readonly written: readonly string[]
  readonly sound: number
  /** Codes of the areas above that the file speaks of. */
  readonly within: readonly string[]
  readonly noise: number
  readonly gapsLooked: boolean
}
export type ImportAnswer =
  | ImportFindings
  | { readonly ok: false; readonly refusal: 'file-unreadable' | 'file-too-large' | 'file-without-areas' }

/** Bytes of a zip once unpacked. */
const MOST_UNPACKED = 400 * 1_048_576

/** Reads a file and checks every area and how they fit together, telling how far it is. */
export async function* checkImport(question: ImportQuestion): AsyncGenerator<Progress, ImportAnswer> {
  const raw = await rawFeatures(question.content)
  if (typeof raw === 'string') return { ok: false, refusal: raw }
  const reading = readingOf(question)
  const read: ReadArea[] = []
  for (const [at, { properties, geometry }] of raw.entries()) {
    if (at % 200 === 0) yield { step: 'reading', done: at, of: raw.length }
    read.push(readArea({ row: at + 1, properties, surface: surfaceIn(geometry) }, reading))
  }
  const sound = read.filter((one): one is Sound => one.feature !== null)
  const { plates, parents } = groundOf(question, sound)
  const topology = yield* checkTopology({ features: plates, parents, tolerance: question.tolerance })
  const gapsLooked = sound.length === read.length
  const between = betweenAreas(topology, sound, { plates, parents }).filter(
    ({ fault }) => gapsLooked || fault !== 'gap',
  )
  const findings = [...read.flatMap((one) => one.findings), ...codesTwice(read), ...between]
  return {
    ok: true,
    read: read.length,
    findings: findings.sort((a, b) => Number(b.grave) - Number(a.grave)),
    written: batches(sound.map(({ feature }) => feature)),
    sound: sound.length,
    within: parentsIn(sound),
    noise: topology.noise,
    gapsLooked,
  }
}

const WRITTEN_AT_ONCE = 2_000
const batches = (features: readonly Feature[]): string[] =>
  Array.from({ length: Math.ceil(features.length / WRITTEN_AT_ONCE) }, (_, at) =>
    writtenOf(features.slice(at * WRITTEN_AT_ONCE, (at + 1) * WRITTEN_AT_ONCE)),
  )

type Sound = ReadArea & { readonly feature: Feature }
const parentsIn = (sound: readonly Sound[]) => [...new Set(sound.flatMap(({ feature }) => feature.parent ?? []))]

async function rawFeatures(
  content: Uint8Array,
): Promise<readonly RawFeature[] | (ImportAnswer & { ok: false })['refusal']> {
  const file = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const isZip = file.subarray(0, 2).toString('latin1') === 'PK'
  const read = isZip ? await readShapefile(file, MOST_UNPACKED) : { ok: true as const, features: readGeoJson(file) }
  if (!read.ok) return read.refusal
  if (read.features === null) return 'file-unreadable'
  return read.features.length === 0 ? 'file-without-areas' : read.features
}

const readingOf = ({ district, rule, parents, units, system }: ImportQuestion): Reading => ({
  district,
  rule,
  parents: parents.length > 0 ? new Set(parents.map(({ code }) => code)) : null,
  units,
  move: (point) => fromSystem(system, point),
})

/** What has to fit together: the whole layer, or of a part only what it redraws. */
function groundOf({ part, parents }: ImportQuestion, sound: readonly Sound[]) {
  const plates = sound.map(({ feature: { code, parent, surface } }): Plate => ({ code, parent, surface }))
  if (part === null) return { plates, parents }
  const within = new Set(parentsIn(sound))
  if (parents.length > 0) return { plates, parents: parents.filter(({ code }) => within.has(code)) }
  // Nothing above is drawn that they could jut out of: they must not lie over what stays.
  return { plates: [...plates, ...part.standing.filter(({ parent }) => !within.has(parent ?? ''))], parents }
}

type Grounds = { readonly plates: readonly Plate[]; readonly parents: readonly Plate[] }

function betweenAreas({ faults }: Topology, sound: readonly Sound[], { plates, parents }: Grounds): Finding[] {
  return faults.map(({ kind, features, parents: holding, area, surface }) => ({
    fault: kind,
    grave: true,
    rows: features.flatMap((at) => sound[at]?.row ?? []),
    codes: features.flatMap((at) => plates[at]?.code ?? []),
    area,
    at: surface[0]?.[0]?.[0] ?? null,
    surface,
    found: holding.flatMap((at) => parents[at]?.code ?? []).join(' '),
  }))
}
