import { deflateSync } from 'node:zlib'
import { PbfWriter } from 'pbf'
import type { Sheet, Tags } from './sheet.ts'

/** As many things as the format asks a block to hold at most. */
const BLOCK = 8_000

/** A sheet as a normal `.osm.pbf` file (wiki.openstreetmap.org/wiki/PBF_Format), read like any other. */
export function osmPbf(sheet: Sheet): Buffer {
  const parts = [blob('OSMHeader', header())]
  for (let from = 0; from < sheet.nodes.length; from += BLOCK)
    parts.push(blob('OSMData', nodesBlock(sheet.nodes.slice(from, from + BLOCK), from + 1)))
  for (let from = 0; from < sheet.ways.length; from += BLOCK)
    parts.push(blob('OSMData', waysBlock(sheet.ways.slice(from, from + BLOCK), from + 1)))
  if (sheet.relations.length > 0) parts.push(blob('OSMData', relationsBlock(sheet.relations)))
  return Buffer.concat(parts)
}

function header(): Uint8Array {
  const pbf = new PbfWriter()
  for (const feature of ['OsmSchema-V0.6', 'DenseNodes']) pbf.writeStringField(4, feature)
  pbf.writeStringField(16, 'yiwang seed')
  return pbf.finish()
}

function blob(type: string, content: Uint8Array): Buffer {
  const body = new PbfWriter()
  body.writeVarintField(2, content.length)
  body.writeBytesField(3, deflateSync(content))
  const packed = body.finish()
  const head = new PbfWriter()
  head.writeStringField(1, type)
  head.writeVarintField(3, packed.length)
  const headed = head.finish()
  const size = Buffer.alloc(4)
  size.writeUInt32BE(headed.length)
  return Buffer.concat([size, headed, packed])
}

/** The texts of a block; the first is empty, because 0 ends the tags of a node. */
function textTable() {
  const known = new Map<string, number>([['', 0]])
  const of = (text: string): number => {
    const found = known.get(text) ?? known.size
    known.set(text, found)
    return found
  }
  return { of, all: () => [...known.keys()] }
}

function block(texts: ReturnType<typeof textTable>, group: (pbf: PbfWriter) => void): Uint8Array {
  const groups = new PbfWriter()
  group(groups)
  const table = new PbfWriter()
  for (const text of texts.all()) table.writeStringField(1, text)
  const pbf = new PbfWriter()
  pbf.writeBytesField(1, table.finish())
  pbf.writeBytesField(2, groups.finish())
  return pbf.finish()
}

const differences = (numbers: readonly number[]): number[] =>
  numbers.map((number, at) => number - (numbers[at - 1] ?? 0))

function nodesBlock(nodes: Sheet['nodes'], first: number): Uint8Array {
  const texts = textTable()
  const pairs = nodes.flatMap(({ tags }) => [
    ...Object.entries(tags).flatMap(([key, value]) => [texts.of(key), texts.of(value)]),
    0,
  ])
  const units = (axis: 0 | 1) => differences(nodes.map(({ at }) => Math.round(at[axis] * 1e7)))
  return block(texts, (group) =>
    group.writeMessage(
      2,
      (_, pbf) => {
        pbf.writePackedSVarint(1, differences(nodes.map((_node, at) => first + at)))
        pbf.writePackedSVarint(8, units(1))
        pbf.writePackedSVarint(9, units(0))
        pbf.writePackedVarint(10, pairs)
      },
      null,
    ),
  )
}

function writeTags(pbf: PbfWriter, tags: Tags, texts: ReturnType<typeof textTable>): void {
  pbf.writePackedVarint(2, Object.keys(tags).map(texts.of))
  pbf.writePackedVarint(3, Object.values(tags).map(texts.of))
}

function waysBlock(ways: Sheet['ways'], first: number): Uint8Array {
  const texts = textTable()
  return block(texts, (group) => {
    for (const [at, { nodes, tags }] of ways.entries())
      group.writeMessage(
        3,
        (_, pbf) => {
          pbf.writeVarintField(1, first + at)
          writeTags(pbf, tags, texts)
          pbf.writePackedSVarint(8, differences(nodes))
        },
        null,
      )
  })
}

function relationsBlock(relations: Sheet['relations']): Uint8Array {
  const texts = textTable()
  return block(texts, (group) => {
    for (const [at, { members, tags }] of relations.entries())
      group.writeMessage(
        4,
        (_, pbf) => {
          pbf.writeVarintField(1, at + 1)
          writeTags(pbf, tags, texts)
          pbf.writePackedVarint(
            8,
            members.map(({ role }) => texts.of(role)),
          )
          pbf.writePackedSVarint(9, differences(members.map(({ way }) => way)))
          pbf.writePackedVarint(
            10,
            members.map(() => 1),
          )
        },
        null,
      )
  })
}
