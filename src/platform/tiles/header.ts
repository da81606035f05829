import type { Bbox } from '../geo/shapes.ts'

/** The first 127 bytes of an archive (PMTiles 3, section 3). Offsets and lengths in bytes. */
export type Header = {
  readonly root: Span
  readonly metadata: Span
  readonly leaves: Span
  readonly tiles: Span
  readonly addressed: number
  readonly entries: number
  readonly contents: number
  readonly minZoom: number
  readonly maxZoom: number
  readonly bounds: Bbox
}
export type Span = { readonly offset: number; readonly length: number }

export const HEADER_BYTES = 127
const MAGIC = 'PMTiles'
const VERSION = 3
/** Codes of the format: gzip for indexes and tiles, vector tiles within. */
const [GZIP, MVT] = [2, 1]

export function writeHeader(header: Header): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES)
  bytes.write(MAGIC, 'latin1')
  bytes.writeUInt8(VERSION, 7)
  const { root, metadata, leaves, tiles, addressed, entries, contents } = header
  const numbers = [root, metadata, leaves, tiles].flatMap(({ offset, length }) => [offset, length])
  for (const [at, value] of [...numbers, addressed, entries, contents].entries())
    bytes.writeBigUInt64LE(BigInt(value), 8 + 8 * at)
  const { minZoom, maxZoom, bounds } = header
  for (const [at, value] of [1, GZIP, GZIP, MVT, minZoom, maxZoom].entries()) bytes.writeUInt8(value, 96 + at)
  const [west, south, east, north] = bounds
  for (const [at, degrees] of bounds.entries()) bytes.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * at)
  bytes.writeUInt8(Math.min(maxZoom, Math.max(minZoom, 13)), 118)
  bytes.writeInt32LE(Math.round(((west + east) / 2) * 1e7), 119)
  bytes.writeInt32LE(Math.round(((south + north) / 2) * 1e7), 123)
  return bytes
}

/** `unsupported`: another version, compression or kind of tile than ours. */
export function readHeader(bytes: Buffer): Header | 'not-an-archive' | 'unsupported' {
  if (bytes.length < HEADER_BYTES || bytes.toString('latin1', 0, 7) !== MAGIC) return 'not-an-archive'
  const codes = [bytes.readUInt8(7), bytes.readUInt8(97), bytes.readUInt8(98), bytes.readUInt8(99)]
  if (codes.join() !== [VERSION, GZIP, GZIP, MVT].join()) return 'unsupported'
  const number = (at: number) => Number(bytes.readBigUInt64LE(8 + 8 * at))
  const span = (at: number): Span => ({ offset: number(at), length: number(at + 1) })
  const degrees = (at: number) => bytes.readInt32LE(102 + 4 * at) / 1e7
  return {
    root: span(0),
    metadata: span(2),
    leaves: span(4),
    tiles: span(6),
    addressed: number(8),
    entries: number(9),
    contents: number(10),
    minZoom: bytes.readUInt8(100),
    maxZoom: bytes.readUInt8(101),
    bounds: [degrees(0), degrees(1), degrees(2), degrees(3)],
  }
}
