import { existsSync, readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { PbfWriter } from 'pbf'
import { expect, test } from 'vitest'
import { areaOfRelation, ringOfWay } from './areas.ts'
import type { Osm, OsmRead } from './model.ts'
import { readOsm } from './read.ts'
import { tagReader, tagsAt } from './tags.ts'

const text = (xml: string) => new TextEncoder().encode(xml)

/** A square with a square hole; ids out of order, one node that only a cut way refers to. */
const square = (extra = '', bounds = ''): Uint8Array =>
  text(`<?xml version="1.0"?><osm version="0.6">${bounds}
  <node id="9" lat="31.2" lon="121.4"><tag k="name" v="门 &amp; 桥"/></node>
  <node id="1" lat="31.2" lon="121.5"/><node id="2" lat="31.3" lon="121.5"/><node id="3" lat="31.3" lon="121.4"/>
  <node id="4" lat="31.24" lon="121.44"/><node id="5" lat="31.24" lon="121.46"/><node id="6" lat="31.26" lon="121.45"/>
  <way id="20"><nd ref="3"/><nd ref="9"/></way><way id="10"><nd ref="9"/><nd ref="1"/><nd ref="2"/><nd ref="3"/></way>
  <way id="30"><nd ref="4"/><nd ref="5"/><nd ref="6"/><nd ref="4"/><tag k="area" v="yes"/></way>
  <way id="40"><nd ref="1"/><nd ref="77"/></way>
  <relation id="7"><member type="way" ref="10" role="outer"/><member type="way" ref="30" role="inner"/>
  <member type="way" ref="20" role="outer"/><tag k="type" v="multipolygon"/></relation>${extra}</osm>`)

function read(bytes: Uint8Array): Osm {
  const found = readOsm(bytes)
  if (!found.ok) throw new Error(found.refusal)
  return found.osm
}

const refusalOf = (found: OsmRead) => (found.ok ? null : found.refusal)

test('nodes are sorted by id with their tags, and what lies outside the file is -1', () => {
  const { nodes, ways, texts } = read(square())
  expect([...nodes.ids]).toEqual([1, 2, 3, 4, 5, 6, 9])
  expect(tagsAt(texts, nodes.tags, 6)).toEqual({ name: '门 & 桥' })
  expect([...ways.nodes.subarray(ways.from[3])]).toEqual([0, -1])
  expect(tagReader(texts, ways.tags, 'area')(2)).toBe('yes')
  expect(nodes.lng[6]).toBe(1_214_000_000)
})

test('the pieces of a multipolygon are put together whichever way they run, with their holes', () => {
  const osm = read(square())
  const { polygons, open } = areaOfRelation(osm, 0)
  expect(open).toBe(0)
  expect(polygons.map((rings) => rings.map((ring) => ring.length))).toEqual([[5, 4]])
  expect(ringOfWay(osm, 2)).toEqual([3, 4, 5, 3])
  expect(ringOfWay(osm, 1)).toBeNull()
})

test('what is no map says so', () => {
  expect(refusalOf(readOsm(new Uint8Array()))).toBe('empty')
  expect(refusalOf(readOsm(text('<osm version="0.6"></osm>')))).toBe('empty')
  expect(refusalOf(readOsm(text('<gpx></gpx>')))).toBe('not-osm')
  expect(refusalOf(readOsm(text('id,lng,lat\n1,121,31')))).toBe('not-osm')
  expect(refusalOf(readOsm(text('PK\u0003\u0004')))).toBe('not-osm')
  expect(refusalOf(readOsm(square().subarray(0, 600)))).toBe('truncated')
  expect(refusalOf(readOsm(text('<osm><node id="1" lat="x" lon="121"/></osm>')))).toBe('damaged')
  expect(refusalOf(readOsm(text('<osm><way id="1"><nd ref="5"/></way></osm>')))).toBe('no-points')
})

test('exchanged coordinates are noticed by the earth, or by the bounds that the file states', () => {
  expect(refusalOf(readOsm(text('<osm><node id="1" lat="121.4" lon="31.2"/></osm>')))).toBe('coordinates-swapped')
  expect(refusalOf(readOsm(text('<osm><node id="1" lat="191.4" lon="31.2"/></osm>')))).toBe('coordinates-outside')
  const porto =
    '<osm><bounds minlat="41" minlon="-9" maxlat="42" maxlon="-8"/><node id="1" lat="-8.6" lon="41.1"/></osm>'
  expect(refusalOf(readOsm(text(porto)))).toBe('coordinates-swapped')
})

function blob(type: string, content: Uint8Array): Uint8Array {
  const body = new PbfWriter()
  body.writeVarintField(2, content.length)
  body.writeBytesField(3, deflateSync(content))
  const bytes = body.finish()
  const header = new PbfWriter()
  header.writeStringField(1, type)
  header.writeVarintField(3, bytes.length)
  const head = header.finish()
  const size = Buffer.alloc(4)
  size.writeUInt32BE(head.length)
  return Buffer.concat([size, head, bytes])
}

/** Two dense nodes of which the second is tagged, and a way over both. */
function smallPbf(feature = 'DenseNodes'): Uint8Array {
  const header = new PbfWriter()
  header.writeStringField(4, 'OsmSchema-V0.6')
  header.writeStringField(4, feature)
  const data = new PbfWriter()
  data.writeMessage(
    1,
    (texts: string[], pbf) => {
      for (const each of texts) pbf.writeStringField(1, each)
    },
    ['', 'highway', 'footway', 'crossing'],
  )
  data.writeMessage(
    2,
    (_: null, group) => {
      group.writeMessage(
        2,
        (__: null, dense) => {
          dense.writePackedSVarint(1, [5_000_000_001, 2])
          dense.writePackedSVarint(8, [312_000_000, 1_000])
          dense.writePackedSVarint(9, [1_214_000_000, -1_000])
          dense.writePackedVarint(10, [0, 1, 3, 0])
        },
        null,
      )
    },
    null,
  )
  data.writeMessage(
    2,
    (_: null, group) => {
      group.writeMessage(
        3,
        (__: null, way) => {
          way.writeVarintField(1, 12)
          way.writePackedVarint(2, [1])
          way.writePackedVarint(3, [2])
          way.writePackedSVarint(8, [5_000_000_003, -2])
        },
        null,
      )
    },
    null,
  )
  return Buffer.concat([blob('OSMHeader', header.finish()), blob('OSMData', data.finish())])
}

test('PBF with dense nodes gives ids beyond 32 bits, places and tags', () => {
  const { nodes, ways, texts } = read(smallPbf())
  expect([...nodes.ids]).toEqual([5_000_000_001, 5_000_000_003])
  expect([nodes.lng[1], nodes.lat[1]]).toEqual([1_213_999_000, 312_001_000])
  expect([tagsAt(texts, nodes.tags, 0), tagsAt(texts, nodes.tags, 1)]).toEqual([{}, { highway: 'crossing' }])
  expect([...ways.nodes]).toEqual([1, 0])
})

test('a PBF file that is cut off anywhere, bent or of an unknown kind gives nothing', () => {
  const whole = smallPbf()
  for (let length = 1; length < whole.length; length += 1) {
    const refusal = refusalOf(readOsm(whole.subarray(0, length)))
    expect(['truncated', 'not-osm', 'empty']).toContain(refusal)
    if (length > 20) expect(refusal).not.toBe('not-osm')
  }
  expect(refusalOf(readOsm(smallPbf('LocationsOnWays2')))).toBe('unsupported')
  for (let at = whole.length - 60; at < whole.length; at += 1) {
    const bent = Uint8Array.from(whole)
    bent[at] = (bent[at] ?? 0) ^ 0xff
    expect(['damaged', 'truncated', null]).toContain(refusalOf(readOsm(bent)))
  }
})

test('reading stops when it is told to', () => {
  expect(refusalOf(readOsm(smallPbf(), () => false))).toBe('cancelled')
})

const porto = '../shared/data/osm/porto_portugal.osm.pbf'
test.runIf(existsSync(porto))('the map of Porto is read whole', () => {
  const { nodes, ways } = read(readFileSync(porto))
  expect(nodes.count).toBe(347_944)
  expect(ways.nodes.every((node) => node >= -1)).toBe(true)
})
