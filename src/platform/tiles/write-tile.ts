import { PbfWriter } from 'pbf'
import { EXTENT, type ShapeKind, type TileFeature, type TileLayer, type TileValue } from './model.ts'

/** A vector tile (Mapbox Vector Tile Specification 2.1), not yet compressed; layers without features are left out. */
export function writeTile(layers: readonly TileLayer[]): Uint8Array {
  const pbf = new PbfWriter()
  for (const layer of layers) if (layer.features.length > 0) pbf.writeMessage(3, writeLayer, layer)
  return pbf.finish()
}

/** Texts and values of a layer, each written once. */
function dictionary<T>() {
  const known = new Map<T, number>()
  return {
    of(item: T): number {
      const found = known.get(item)
      if (found !== undefined) return found
      known.set(item, known.size)
      return known.size - 1
    },
    all: () => known.keys(),
  }
}

function writeLayer({ name, features }: TileLayer, pbf?: PbfWriter): void {
  if (pbf === undefined) return
  const keys = dictionary<string>()
  const values = dictionary<TileValue>()
  pbf.writeVarintField(15, 2)
  pbf.writeStringField(1, name)
  for (const feature of features) {
    const tags = Object.entries(feature.properties).flatMap(([key, value]) => [keys.of(key), values.of(value)])
    pbf.writeMessage(2, writeFeature, { feature, tags })
  }
  for (const key of keys.all()) pbf.writeStringField(3, key)
  for (const value of values.all()) pbf.writeMessage(4, writeValue, value)
  pbf.writeVarintField(5, EXTENT)
}

const kindCodes: Readonly<Record<ShapeKind, number>> = { point: 1, line: 2, surface: 3 }

function writeFeature({ feature, tags }: { feature: TileFeature; tags: number[] }, pbf?: PbfWriter): void {
  if (pbf === undefined) return
  if (feature.id !== undefined) pbf.writeVarintField(1, feature.id)
  pbf.writePackedVarint(2, tags)
  pbf.writeVarintField(3, kindCodes[feature.kind])
  pbf.writePackedVarint(4, commands(feature))
}

function writeValue(value: TileValue, pbf?: PbfWriter): void {
  if (pbf === undefined) return
  if (typeof value === 'string') pbf.writeStringField(1, value)
  else if (typeof value === 'boolean') pbf.writeBooleanField(7, value)
  else if (!Number.isInteger(value)) pbf.writeDoubleField(3, value)
  else if (value < 0) pbf.writeSVarintField(6, value)
  else pbf.writeVarintField(5, value)
}

const [MOVE, LINE, CLOSE] = [1, 2, 7]
const command = (id: number, count: number) => (id & 7) | (count << 3)
const zigzag = (value: number) => (value << 1) ^ (value >> 31)

/** Geometry as the specification packs it (4.3): moves from point to point in whole numbers. */
function commands({ kind, parts }: TileFeature): number[] {
  const out: number[] = []
  let [x, y] = [0, 0]
  const step = (part: readonly number[], at: number) => {
    const [nextX, nextY] = [part[at] ?? 0, part[at + 1] ?? 0]
    out.push(zigzag(nextX - x), zigzag(nextY - y))
    x = nextX
    y = nextY
  }
  if (kind === 'point') {
    out.push(
      command(
        MOVE,
        parts.reduce((sum, part) => sum + part.length / 2, 0),
      ),
    )
    for (const part of parts) for (let at = 0; at < part.length; at += 2) step(part, at)
    return out
  }
  for (const part of parts) {
    const end = kind === 'surface' ? part.length - 2 : part.length
    out.push(command(MOVE, 1))
    step(part, 0)
    out.push(command(LINE, end / 2 - 1))
    for (let at = 2; at < end; at += 2) step(part, at)
    if (kind === 'surface') out.push(command(CLOSE, 1))
  }
  return out
}
