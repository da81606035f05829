import { parseDbf, parseShp } from 'shpjs'
import { pack, unpack } from '../tables/zip.ts'
import { signedArea } from './measure.ts'
import { joined, type MultiPolygon, type Ring, surfaceBbox } from './shapes.ts'

/** A thing of a file as it stands there: its attributes, and its geometry as GeoJSON, not looked at yet. */
export type RawFeature = { readonly properties: Readonly<Record<string, unknown>>; readonly geometry: unknown }

export type ShapefileAnswer =
  | { readonly ok: true; readonly features: readonly RawFeature[] }
  | { readonly ok: false; readonly refusal: 'file-unreadable' | 'file-too-large' }

const isPart = (name: string): boolean => /\.(shp|dbf|prj|cpg)$/i.test(name) && !/(^|\/)(__MACOSX|\.)/.test(name)

/**
 * Reads a zipped Shapefile (ESRI, 1998), every layer in it one after another. Coordinates come in degrees; a .prj moves
 * projected ones there. Attributes are read as the .cpg says, else as UTF-8 or GB 18030, whichever fits.
 * `most`: bytes once unpacked.
 */
export async function readShapefile(zip: Buffer, most: number): Promise<ShapefileAnswer> {
  const parts = await unpack(zip, most, isPart)
  if (parts === 'too-large') return { ok: false, refusal: 'file-too-large' }
  const files = new Map([...(parts ?? [])].map(([name, bytes]) => [name.toLowerCase(), bytes]))
  const shapes = [...files.keys()].filter((name) => name.endsWith('.shp'))
  if (shapes.length === 0) return { ok: false, refusal: 'file-unreadable' }
  try {
    return { ok: true, features: shapes.flatMap((name) => layerOf(files, name.slice(0, -4))) }
  } catch {
    // The reader speaks by throwing; whatever it throws, this is no Shapefile that can be read.
    return { ok: false, refusal: 'file-unreadable' }
  }
}

function layerOf(files: ReadonlyMap<string, Buffer>, name: string): RawFeature[] {
  const shp = files.get(`${name}.shp`)
  const dbf = files.get(`${name}.dbf`)
  if (shp === undefined) return []
  const geometries = parseShp(aligned(shp), files.get(`${name}.prj`)?.toString('utf8'))
  const rows =
    dbf && isWhole(dbf) ? parseDbf(aligned(dbf), encodingOf(dbf, files.get(`${name}.cpg`)?.toString('latin1'))) : []
  return geometries.map((geometry, at) => ({ geometry, properties: rows[at] ?? {} }))
}

/** A copy of its own: the reader looks into the memory behind a buffer. */
const aligned = (bytes: Buffer): Buffer => Buffer.from(Uint8Array.from(bytes).buffer)

/** Whether a table is as long as it says; one that promises four thousand million rows would be read for ever. */
function isWhole(dbf: Buffer): boolean {
  if (dbf.length < 33) return false
  const [rows, head, row] = [dbf.readUInt32LE(4), dbf.readUInt16LE(8), dbf.readUInt16LE(10)]
  return head >= 33 && row > 0 && head + rows * row <= dbf.length + 1
}

function encodingOf(dbf: Buffer, cpg: string | undefined): string {
  const named = cpg?.trim().toLowerCase() ?? ''
  if (/utf-?8|65001/.test(named)) return 'utf-8'
  if (/936|gb|chinese/.test(named)) return 'gb18030'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(dbf.subarray(dbf.readUInt16LE(8)))
    return 'utf-8'
  } catch {
    return 'gb18030' // what Chinese desktop programs write when they say nothing
  }
}

/** A column of the attribute table: at most ten letters of ASCII. Texts over 254 bytes are cut. */
export type ShapeColumn = { readonly name: string; readonly kind: 'text' | 'number' }
export type ShapeRow = { readonly surface: MultiPolygon; readonly values: readonly (string | number)[] }
export type ShapesToWrite = {
  readonly name: string
  readonly columns: readonly ShapeColumn[]
  readonly rows: readonly ShapeRow[]
  /** Which system the coordinates are in; null: one that no .prj can name (GCJ-02, BD-09). */
  readonly system: 'WGS84' | 'CGCS2000' | null
}

/** A zipped Shapefile of surfaces: .shp, .shx, .dbf, .cpg (UTF-8) and .prj. */
export function writeShapefile({ name, columns, rows, system }: ShapesToWrite): Buffer {
  const records = rows.map(({ surface }) => recordOf(surface))
  const bounds = rows.map(({ surface }) => surfaceBbox(surface)).reduce(joined, null) ?? [0, 0, 0, 0]
  const header = (bytes: number) => {
    const head = Buffer.alloc(100)
    head.writeInt32BE(9994, 0)
    head.writeInt32BE(bytes / 2, 24)
    head.writeInt32LE(1000, 28)
    head.writeInt32LE(POLYGON, 32)
    bounds.forEach((value, at) => {
      head.writeDoubleLE(value, 36 + at * 8)
    })
    return head
  }
  const index = Buffer.alloc(records.length * 8)
  const body: Buffer[] = []
  let offset = 100
  records.forEach((record, at) => {
    const head = Buffer.alloc(8)
    head.writeInt32BE(at + 1, 0)
    head.writeInt32BE(record.length / 2, 4)
    index.writeInt32BE(offset / 2, at * 8)
    index.writeInt32BE(record.length / 2, at * 8 + 4)
    body.push(head, record)
    offset += 8 + record.length
  })
  return pack([
    { name: `${name}.shp`, content: Buffer.concat([header(offset), ...body]) },
    { name: `${name}.shx`, content: Buffer.concat([header(100 + index.length), index]) },
    { name: `${name}.dbf`, content: tableOf(columns, rows) },
    { name: `${name}.cpg`, content: Buffer.from('UTF-8') },
    ...(system === null ? [] : [{ name: `${name}.prj`, content: Buffer.from(projections[system]) }]),
  ])
}

const POLYGON = 5

const projections = {
  WGS84:
    'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
  CGCS2000:
    'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
} as const

/** Outer rings with the clock and holes against it, as the format wants them; GeoJSON has them the other way round. */
const clockwise = (ring: Ring, isOuter: boolean): Ring =>
  signedArea(ring) < 0 === isOuter ? ring : [...ring].reverse()

function recordOf(surface: MultiPolygon): Buffer {
  const rings = surface.flatMap((polygon) => polygon.map((ring, at) => clockwise(ring, at === 0)))
  const points = rings.reduce((sum, ring) => sum + ring.length, 0)
  const record = Buffer.alloc(44 + rings.length * 4 + points * 16)
  record.writeInt32LE(POLYGON, 0)
  ;(surfaceBbox(surface) ?? [0, 0, 0, 0]).forEach((value, at) => {
    record.writeDoubleLE(value, 4 + at * 8)
  })
  record.writeInt32LE(rings.length, 36)
  record.writeInt32LE(points, 40)
  let place = 0
  rings.forEach((ring, at) => {
    record.writeInt32LE(place, 44 + at * 4)
    for (const [lng, lat] of ring) {
      const from = 44 + rings.length * 4 + place * 16
      record.writeDoubleLE(lng, from)
      record.writeDoubleLE(lat, from + 8)
      place += 1
    }
  })
  return record
}

const TEXT = 254
const NUMBER = 20

/** dBASE III, texts in UTF-8. */
function tableOf(columns: readonly ShapeColumn[], rows: readonly ShapeRow[]): Buffer {
  const widths = columns.map(({ kind }) => (kind === 'text' ? TEXT : NUMBER))
  const width = widths.reduce((sum, one) => sum + one, 1)
  const head = Buffer.alloc(32 + columns.length * 32 + 1)
  head.set([3, 100, 1, 1], 0)
  head.writeUInt32LE(rows.length, 4)
  head.writeUInt16LE(head.length, 8)
  head.writeUInt16LE(width, 10)
  columns.forEach(({ name, kind }, at) => {
    const from = 32 + at * 32
    head.write(name.slice(0, 10), from, 'latin1')
    head.write(kind === 'text' ? 'C' : 'N', from + 11, 'latin1')
    head.set([widths[at] ?? 0, kind === 'text' ? 0 : 3], from + 16)
  })
  head.writeUInt8(0x0d, head.length - 1)
  const body = Buffer.alloc(rows.length * width, 0x20)
  rows.forEach(({ values }, row) => {
    let from = row * width + 1
    widths.forEach((wide, at) => {
      const value = values[at] ?? ''
      const text = typeof value === 'number' ? value.toFixed(3).padStart(wide) : value
      body.set(cutBytes(text, wide), from)
      from += wide
    })
  })
  return Buffer.concat([head, body, Buffer.from([0x1a])])
}

/** As many whole letters as fit. */
function cutBytes(text: string, most: number): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  if (bytes.length <= most) return bytes
  let end = most
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return bytes.subarray(0, end)
}
