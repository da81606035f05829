import { pointWithin } from '../../../platform/geo/inside.ts'
import { areaOf } from '../../../platform/geo/measure.ts'
import { ringFaults, wound } from '../../../platform/geo/ring-faults.ts'
import type { LngLat, MultiPolygon } from '../../../platform/geo/shapes.ts'
import type { CodeRule, Feature, GridKind } from '../model/layers.ts'
import type { FeatureFault, Finding, Remark } from '../model/topology.ts'
import { attributeNames, kindNames } from '../words/files.ts'
import { type BearingUnit, unitMeant } from './bearer.ts'
import { isCodeOf, leadOf } from './codes.ts'

/** What a feature of a file is read with. */
export type Reading = {
  readonly district: string
  readonly rule: CodeRule
  /** Codes of the areas in which it may lie; null: the layer above is not drawn, and none is asked for. */
  readonly parents: ReadonlySet<string> | null
  readonly units: readonly BearingUnit[]
  readonly move: (point: LngLat) => LngLat
}

export type RawArea = {
  readonly row: number
  readonly properties: Readonly<Record<string, unknown>>
  readonly surface: MultiPolygon | FeatureFault
}

export type ReadArea = { readonly row: number; readonly feature: Feature | null; readonly findings: readonly Finding[] }

const MOST_POINTS = 20_000
const MOST_LETTERS = 60
/** A stated area may differ from the measured one by a hundredth. */
const STATED_WITHIN = 0.01

/** One area of a file: as it would be kept, and everything that is wrong with it or should be looked at. */
export function readArea({ row, properties, surface: given }: RawArea, reading: Reading): ReadArea {
  const said = attributesOf(properties)
  const findings: Finding[] = []
  const note = (fault: FeatureFault | Remark, grave: boolean, more: Partial<Finding> = {}) =>
    findings.push({
      fault,
      grave,
      rows: [row],
      codes: [said.code],
      area: null,
      at: null,
      surface: null,
      found: '',
      ...more,
    })
  for (const [fault, found] of wordFaults(said, reading)) note(fault, true, { found })
  const surface = typeof given === 'string' ? null : tidySurface(given, reading.move)
  if (typeof given === 'string') note(given, true)
  const broken = surface === null ? [] : brokenRings(surface)
  for (const { fault, at } of broken) note(fault, true, { at, surface })
  const point = surface && broken.length === 0 ? pointOf(surface) : null
  if (surface === null || point === null) return { row, feature: null, findings }
  const area = areaOf(surface)
  const parent = said.parent || leadOf(reading.rule, said.code)
  const ownerUnit = unitMeant(reading.units, said.owner)
  if (said.owner !== '' && ownerUnit === null) note('owner-not-a-unit', false, { at: point, found: said.owner })
  if (said.area > 0 && Math.abs(said.area - area) > STATED_WITHIN * area)
    note('area-stated-otherwise', false, { at: point, area, found: String(said.area) })
  const { code, name, landUse, grade, owner, kind } = said
  const feature: Feature = {
    code,
    name: name || code,
    parent,
    landUse,
    grade,
    owner,
    ownerUnit,
    kind: kind ?? 'basic',
    surface,
    area,
    at: point,
  }
  return { row, feature, findings }
}

type Said = {
  readonly code: string
  readonly name: string
  readonly parent: string
  readonly landUse: string
  readonly grade: string
  readonly owner: string
  readonly kind: GridKind | null
  readonly kindSaid: string
  readonly area: number
}

const plainName = (name: string): string => name.replace(/\s/g, '').toLowerCase()

function attributesOf(properties: Readonly<Record<string, unknown>>): Said {
  const named = new Map(Object.entries(properties).map(([name, value]) => [plainName(name), value]))
  const text = (key: keyof typeof attributeNames): string => {
    const value = attributeNames[key].map((name) => named.get(name)).find((one) => one !== undefined && one !== null)
    return typeof value === 'string' || typeof value === 'number' ? String(value).normalize('NFKC').trim() : ''
  }
  const kindSaid = text('kind')
  const isNamed = (kind: GridKind) => kindNames[kind].some((name) => name === kindSaid)
  const kind = isNamed('dedicated') ? 'dedicated' : isNamed('basic') || kindSaid === '' ? 'basic' : null
  const [code, name, parent, landUse] = [text('code'), text('name'), text('parent'), text('landUse')]
  return {
    code,
    name,
    parent,
    landUse,
    grade: text('grade'),
    owner: text('owner'),
    kind,
    kindSaid,
    area: Number(text('area')) || 0,
  }
}

function wordFaults(said: Said, { rule, district, parents }: Reading): readonly (readonly [FeatureFault, string])[] {
  const faults: [FeatureFault, string][] = []
  const { code, name, landUse, grade, owner } = said
  if (code === '') faults.push(['code-missing', ''])
  else if (!isCodeOf(rule, district, code)) faults.push(['code-shape', code])
  const lead = leadOf(rule, code)
  const parent = said.parent || lead
  if (parents !== null && code !== '' && (parent === null || !parents.has(parent)))
    faults.push(['parent-unknown', parent ?? ''])
  else if (said.parent !== '' && lead !== null && said.parent !== lead) faults.push(['parent-not-in-code', said.parent])
  if (said.kind === null) faults.push(['kind-unknown', said.kindSaid])
  for (const text of [name, landUse, grade, owner])
    if (text.length > MOST_LETTERS) faults.push(['text-too-long', text.slice(0, MOST_LETTERS)])
  return faults
}

/** Moved to our system, wound as GeoJSON wants it, without points that repeat the one before. */
function tidySurface(surface: MultiPolygon, move: (point: LngLat) => LngLat): MultiPolygon {
  return surface.map((polygon) =>
    polygon.map((ring, at) => {
      const moved = ring.map(move)
      const steps = moved.filter(([lng, lat], n) => n === 0 || moved[n - 1]?.[0] !== lng || moved[n - 1]?.[1] !== lat)
      return wound(steps, at === 0)
    }),
  )
}

function brokenRings(surface: MultiPolygon) {
  const rings = surface.flat()
  if (rings.reduce((sum, ring) => sum + ring.length, 0) > MOST_POINTS)
    return [{ fault: 'too-many-points' as const, at: rings[0]?.[0] ?? null }]
  return rings.flatMap((ring) => ringFaults(ring))
}

/** A point inside the largest part. */
function pointOf(surface: MultiPolygon): [number, number] | null {
  const [largest] = [...surface].sort((a, b) => areaOf([b]) - areaOf([a]))
  const point = largest ? pointWithin(largest) : null
  return point && [point[0], point[1]]
}

/** Codes that stand twice in a file, said once for each place after the first. */
export function codesTwice(read: readonly ReadArea[]): readonly Finding[] {
  const first = new Map<string, number>()
  return read.flatMap(({ row, feature }) => {
    if (feature === null || feature.code === '') return []
    const before = first.get(feature.code)
    if (before === undefined) first.set(feature.code, row)
    if (before === undefined) return []
    const { code, at } = feature
    return [
      {
        fault: 'code-twice' as const,
        grave: true,
        rows: [before, row],
        codes: [code],
        area: null,
        at,
        surface: null,
        found: '',
      },
    ]
  })
}

/** Areas as the text in which they are written down: made where they were read, so that nobody else has to. */
export const writtenOf = (features: readonly Feature[]): string =>
  JSON.stringify(
    features.map(({ at: [lng, lat], landUse, ownerUnit, ...feature }) => {
      return { ...feature, lng, lat, land_use: landUse, owner_unit: ownerUnit }
    }),
  )
