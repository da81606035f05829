import { inflateSync } from 'node:zlib'
import { PbfReader } from 'pbf'
import { type Gathered, type GatheredTags, gathering, osmOf } from './gather.ts'
import { push, roomFor } from './growing.ts'
import type { OsmProgress, OsmRead, OsmRefusal } from './model.ts'

/** Limits of the format: a header of 64 KiB, a block of 32 MiB (wiki.openstreetmap.org/wiki/PBF_Format). */
const MOST_HEADER = 65_536
const MOST_BLOCK = 33_554_432
const understood = new Set(['OsmSchema-V0.6', 'DenseNodes', 'HistoricalInformation'])

/** Stops the reading of a damaged file; caught at the door below, nowhere else. */
class Stopped extends Error {
  readonly refusal: OsmRefusal
  constructor(refusal: OsmRefusal) {
    super(refusal)
    this.refusal = refusal
  }
}

/** Reads a `.osm.pbf` file of one moment (no history, no deletions). About 50 MB a second of one core. */
export function readPbf(bytes: Uint8Array, onProgress: OsmProgress = () => undefined): OsmRead {
  const gathered = gathering()
  let at = 0
  try {
    while (at < bytes.length) {
      const block = blockAt(bytes, at)
      if (at === 0 && block.type !== 'OSMHeader') throw new Stopped('not-osm')
      const content = unpacked(bytes.subarray(block.from, block.to))
      if (block.type === 'OSMHeader') readHeader(content, gathered)
      else if (block.type === 'OSMData') readBlock(content, gathered)
      at = block.to
      if (onProgress(at / bytes.length) === false) throw new Stopped('cancelled')
    }
  } catch (error) {
    if (error instanceof Stopped) return { ok: false, refusal: error.refusal, at }
    // What a bent byte makes of lengths and numbers, pbf and zlib report as errors of their own.
    if (error instanceof Error) return { ok: false, refusal: 'damaged', at }
    throw error
  }
  return osmOf(gathered, 'pbf')
}

function blockAt(bytes: Uint8Array, at: number): { type: string; from: number; to: number } {
  if (at + 4 > bytes.length) throw new Stopped('truncated')
  const size = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0)
  if (size === 0 || size > MOST_HEADER) throw new Stopped(at === 0 ? 'not-osm' : 'damaged')
  if (at + 4 + size > bytes.length) throw new Stopped(at === 0 && !looksLikeHeader(bytes) ? 'not-osm' : 'truncated')
  if (at === 0 && !looksLikeHeader(bytes)) throw new Stopped('not-osm')
  const header = { type: '', length: -1 }
  new PbfReader(bytes.subarray(at + 4, at + 4 + size)).readFields((tag, found, pbf) => {
    if (tag === 1) found.type = pbf.readString()
    else if (tag === 3) found.length = pbf.readVarint()
  }, header)
  if (header.length < 0 || header.length > MOST_BLOCK) throw new Stopped('damaged')
  const from = at + 4 + size
  if (from + header.length > bytes.length) throw new Stopped('truncated')
  return { type: header.type, from, to: from + header.length }
}

/** Field 1 (text of nine letters) of the first header says OSMHeader. */
function looksLikeHeader(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(4, 15)).toString('latin1') === '\n\tOSMHeader'
}

function unpacked(blob: Uint8Array): Uint8Array {
  const found = { raw: null as Uint8Array | null, zlib: null as Uint8Array | null, other: false }
  new PbfReader(blob).readFields((tag, to, pbf) => {
    if (tag === 1) to.raw = pbf.readBytes()
    else if (tag === 3) to.zlib = pbf.readBytes()
    else if (tag >= 4) to.other = true
  }, found)
  if (found.raw) return found.raw
  if (found.zlib) return inflateSync(found.zlib, { maxOutputLength: MOST_BLOCK })
  throw new Stopped(found.other ? 'unsupported' : 'damaged')
}

function readHeader(content: Uint8Array, gathered: Gathered): void {
  new PbfReader(content).readFields((tag, to, pbf) => {
    if (tag === 4) {
      const feature = pbf.readString()
      if (!understood.has(feature)) throw new Stopped('unsupported')
    } else if (tag === 1) {
      const [west = 0, east = 0, north = 0, south = 0] = readSigned(pbf)
      to.bounds = [west / 100, south / 100, east / 100, north / 100]
    }
  }, gathered)
}

function readSigned(pbf: PbfReader): number[] {
  const numbers = [0, 0, 0, 0]
  pbf.readMessage((tag, to, from) => {
    if (tag >= 1 && tag <= 4) to[tag - 1] = from.readSVarint()
  }, numbers)
  return numbers
}

/** Where groups stand in a block, its texts, and how its numbers become units of 1e-7 degree. */
type Block = { texts: Uint32Array; scale: number; shiftLat: number; shiftLng: number; to: Gathered }

function readBlock(content: Uint8Array, gathered: Gathered): void {
  const found = { groups: [] as Uint8Array[], table: null as Uint8Array | null, granularity: 100, lat: 0, lng: 0 }
  new PbfReader(content).readFields((tag, to, pbf) => {
    if (tag === 1) to.table = pbf.readBytes()
    else if (tag === 2) to.groups.push(pbf.readBytes())
    else if (tag === 17) to.granularity = pbf.readVarint()
    else if (tag === 19) to.lat = pbf.readVarint(true)
    else if (tag === 20) to.lng = pbf.readVarint(true)
  }, found)
  if (!found.table) throw new Stopped('damaged')
  const texts: number[] = []
  new PbfReader(found.table).readFields((tag, to, pbf) => {
    if (tag === 1) to.push(gathered.textOf(pbf.readString()))
  }, texts)
  const block: Block = {
    texts: Uint32Array.from(texts),
    scale: found.granularity / 100,
    shiftLat: found.lat / 100,
    shiftLng: found.lng / 100,
    to: gathered,
  }
  for (const group of found.groups) readGroup(new PbfReader(group), block)
}

function readGroup(group: PbfReader, block: Block): void {
  group.readFields((tag, to, pbf) => {
    if (tag === 2) readDense(pbf, to)
    else if (tag === 1) readNode(pbf, to)
    else if (tag === 3) readWay(pbf, to)
    else if (tag === 4) readRelation(pbf, to)
  }, block)
}

/** Calls `take` for each number of a packed field. */
function eachOf(pbf: PbfReader, signed: boolean, take: (value: number) => void): void {
  const end = pbf.readPackedEnd()
  if (end > pbf.length) throw new Stopped('damaged')
  while (pbf.pos < end) take(signed ? pbf.readSVarint() : pbf.readVarint())
}

function readDense(outer: PbfReader, block: Block): void {
  const { nodes } = block.to
  const before = nodes.ids.length
  let pairs: number[] = []
  outer.readMessage((tag, _to, pbf) => {
    if (tag === 1) readDeltas(pbf, nodes.ids, 1, 0)
    else if (tag === 8) readDeltas(pbf, nodes.lat, block.scale, block.shiftLat)
    else if (tag === 9) readDeltas(pbf, nodes.lng, block.scale, block.shiftLng)
    else if (tag === 10) pairs = pbf.readPackedVarint()
  }, null)
  const count = nodes.ids.length - before
  if (nodes.lat.length !== nodes.ids.length || nodes.lng.length !== nodes.ids.length) throw new Stopped('damaged')
  let at = 0
  for (let node = 0; node < count; node += 1) {
    push(nodes.tags.from, nodes.tags.keys.length)
    while (at + 1 < pairs.length && pairs[at] !== 0) {
      addTag(nodes.tags, block, pairs[at], pairs[at + 1])
      at += 2
    }
    at += 1
  }
}

function readDeltas(pbf: PbfReader, list: Gathered['nodes']['ids'], scale: number, shift: number): void {
  const end = pbf.readPackedEnd()
  if (end > pbf.length) throw new Stopped('damaged')
  const items = roomFor(list, end - pbf.pos)
  let value = 0
  let at = list.length
  while (pbf.pos < end) {
    value += pbf.readSVarint()
    items[at] = value * scale + shift
    at += 1
  }
  list.length = at
}

function addTag(tags: GatheredTags, { texts }: Block, key: number | undefined, value: number | undefined): void {
  const [keyText, valueText] = [texts[key ?? -1], texts[value ?? -1]]
  if (keyText === undefined || valueText === undefined) throw new Stopped('damaged')
  push(tags.keys, keyText)
  push(tags.values, valueText)
}

function addTags(tags: GatheredTags, block: Block, { keys, values }: { keys: number[]; values: number[] }): void {
  push(tags.from, tags.keys.length)
  for (const [at, key] of keys.entries()) addTag(tags, block, key, values[at])
}

function readNode(outer: PbfReader, block: Block): void {
  const { nodes } = block.to
  const found = { id: 0, lat: 0, lng: 0, keys: [] as number[], values: [] as number[] }
  outer.readMessage((tag, to, pbf) => {
    if (tag === 1) to.id = pbf.readSVarint()
    else if (tag === 2) to.keys = pbf.readPackedVarint()
    else if (tag === 3) to.values = pbf.readPackedVarint()
    else if (tag === 8) to.lat = pbf.readSVarint()
    else if (tag === 9) to.lng = pbf.readSVarint()
  }, found)
  push(nodes.ids, found.id)
  push(nodes.lat, found.lat * block.scale + block.shiftLat)
  push(nodes.lng, found.lng * block.scale + block.shiftLng)
  addTags(nodes.tags, block, found)
}

function readWay(outer: PbfReader, block: Block): void {
  const { ways } = block.to
  const found = { id: 0, keys: [] as number[], values: [] as number[] }
  push(ways.from, ways.refs.length)
  outer.readMessage((tag, to, pbf) => {
    if (tag === 1) to.id = pbf.readVarint()
    else if (tag === 2) to.keys = pbf.readPackedVarint()
    else if (tag === 3) to.values = pbf.readPackedVarint()
    else if (tag === 8) readDeltas(pbf, ways.refs, 1, 0)
  }, found)
  push(ways.ids, found.id)
  addTags(ways.tags, block, found)
}

function readRelation(outer: PbfReader, block: Block): void {
  const { relations } = block.to
  const found = { id: 0, keys: [] as number[], values: [] as number[] }
  push(relations.from, relations.refs.length)
  outer.readMessage((tag, to, pbf) => {
    if (tag === 1) to.id = pbf.readVarint()
    else if (tag === 2) to.keys = pbf.readPackedVarint()
    else if (tag === 3) to.values = pbf.readPackedVarint()
    else if (tag === 8) eachOf(pbf, false, (role) => push(relations.roles, block.texts[role] ?? 0))
    else if (tag === 9) readDeltas(pbf, relations.refs, 1, 0)
    else if (tag === 10) eachOf(pbf, false, (kind) => push(relations.kinds, kind > 2 ? 0 : kind))
  }, found)
  const count = relations.refs.length
  if (relations.kinds.length !== count || relations.roles.length !== count) throw new Stopped('damaged')
  push(relations.ids, found.id)
  addTags(relations.tags, block, found)
}
