import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { afterAll, expect, test } from 'vitest'
import { townExtract } from '../../../seed/map/town-map.ts'
import { openArchive } from './archive.ts'
import { clippedLine, clippedRing } from './clip.ts'
import { entryFor, readDirectory, writeDirectory } from './directory.ts'
import { makeArchive } from './make-archive.ts'
import { openShelf } from './shelf.ts'
import { simplified } from './simplify.ts'
import { tileUnits } from './tile-grid.ts'
import { tileId } from './tile-id.ts'
import { writeArchive } from './write-archive.ts'
import { writeTile } from './write-tile.ts'

const folder = mkdtempSync(join(tmpdir(), 'yiwang-tiles-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const facts = { minZoom: 0, maxZoom: 8, bounds: [1, 2, 3, 4] as const, name: 'x', credit: '© y', layers: ['a'] }
const readTile = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes))

test('tiles are numbered along the curve of the format', () => {
  const numbers = [
    [0, 0, 0],
    [1, 0, 0],
    [1, 0, 1],
    [1, 1, 1],
    [1, 1, 0],
    [2, 0, 0],
    [12, 3423, 1763],
  ] as const
  expect(numbers.map(([z, x, y]) => tileId({ z, x, y }))).toEqual([0, 1, 2, 3, 4, 5, 19_078_479])
})

test('no two tiles of a zoom have one number', () => {
  const ids = new Set<number>()
  for (let x = 0; x < 32; x += 1) for (let y = 0; y < 32; y += 1) ids.add(tileId({ z: 5, x, y }))
  expect([ids.size, Math.min(...ids), Math.max(...ids)]).toEqual([1_024, 341, 1_364])
})

test('what is written is what another reader of the format reads', () => {
  const properties = { name: '石桥路', rank: 3, part: 0.5, below: -7, open: true }
  const surface = { kind: 'surface', parts: [[0, 0, 10, 0, 10, 10, 0, 0]], properties } as const
  const line = {
    kind: 'line',
    parts: [
      [5, 5, 6, 7],
      [1, 1, 2, 2],
    ],
    properties: {},
  } as const
  const tile = readTile(
    writeTile([
      { name: 'road', features: [surface, line] },
      { name: 'empty', features: [] },
    ]),
  )
  expect(Object.keys(tile.layers)).toEqual(['road'])
  const [first, second] = [tile.layers.road?.feature(0), tile.layers.road?.feature(1)]
  expect(first?.properties).toEqual(properties)
  expect(first?.loadGeometry().map((ring) => ring.map(({ x, y }) => [x, y]))).toEqual([
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 0],
    ],
  ])
  expect(second?.loadGeometry().map((part) => part.length)).toEqual([2, 2])
})

test('an index comes back as it was written, and leads to the right bytes', () => {
  const entries = [
    { id: 3, run: 1, offset: 0, length: 10 },
    { id: 4, run: 5, offset: 10, length: 7 },
    { id: 1e12, run: 1, offset: 0, length: 10 },
  ]
  expect(readDirectory(writeDirectory(entries))).toEqual(entries)
  expect([2, 3, 8, 9].map((id) => entryFor(entries, id)?.offset ?? null)).toEqual([null, 0, 10, null])
})

test('an archive of many tiles is read tile by tile, through further indexes where the first is full', async () => {
  const path = join(folder, 'many.pmtiles')
  // Long enough, and different enough, that the index does not fit into the first bytes.
  const textOf = (x: number, y: number) =>
    `${x} ${x % 7 === 0 ? 0 : y}`.repeat(1 + (Math.imul(x * 128 + y, 2_654_435_761) >>> 25))
  const tiles: { id: number; content: Uint8Array }[] = []
  for (let x = 0; x < 128; x += 1)
    for (let y = 0; y < 128; y += 1) tiles.push({ id: tileId({ z: 8, x, y }), content: Buffer.from(textOf(x, y)) })
  tiles.sort((a, b) => a.id - b.id)
  await writeArchive(path, tiles, facts)
  const opened = await openArchive(path)
  if (!opened.ok) throw new Error(opened.refusal)
  const { archive } = opened
  expect(archive.header.leaves.length).toBeGreaterThan(0)
  expect(archive.header.contents).toBeLessThan(tiles.length)
  const asked = [
    [0, 0],
    [7, 100],
    [127, 127],
    [64, 3],
  ] as const
  for (const [x, y] of asked) expect(String(await archive.tile({ z: 8, x, y }))).toBe(textOf(x, y))
  expect([await archive.tile({ z: 9, x: 0, y: 0 }), await archive.tile({ z: 8, x: 256, y: 0 })]).toEqual([null, null])
  await archive.close()
})

test('what is no archive, or a broken one, is refused in a word', async () => {
  const write = (name: string, content: Buffer) => {
    writeFileSync(join(folder, name), content)
    return openArchive(join(folder, name))
  }
  expect(await openArchive(join(folder, 'none'))).toEqual({ ok: false, refusal: 'missing' })
  expect(await write('text', Buffer.from('hello'))).toEqual({ ok: false, refusal: 'not-an-archive' })
  expect(await write('head', Buffer.concat([Buffer.from('PMTiles\x02', 'latin1'), Buffer.alloc(200)]))).toMatchObject({
    refusal: 'unsupported',
  })
  const path = join(folder, 'whole.pmtiles')
  await writeArchive(path, [{ id: 0, content: gzipSync('tile') }], facts)
  const { readFileSync } = await import('node:fs')
  expect(await write('cut', readFileSync(path).subarray(0, -3))).toEqual({ ok: false, refusal: 'damaged' })
})

test('a line is cut at the edge of a tile, a ring closed along it, and what bends little is straightened', () => {
  const box = { west: 0, north: 0, east: 10, south: 10 }
  expect(clippedLine([-5, 5, 5, 5, 5, 15, 7, 15, 7, 5], box)).toEqual([
    [0, 5, 5, 5, 5, 10],
    [7, 10, 7, 5],
  ])
  expect(clippedRing([-5, -5, 5, -5, 5, 5, -5, 5, -5, -5], box)).toEqual([5, 0, 5, 5, 0, 5, 0, 0, 5, 0])
  expect(clippedRing([20, 20, 30, 20, 30, 30, 20, 20], box)).toEqual([])
  expect(simplified([0, 0, 5, 1, 10, 0, 10, 10], 2)).toEqual([0, 0, 10, 0, 10, 10])
})

test('an extract becomes a base map: whole or not at all, taken up while the server runs', async () => {
  const path = join(folder, 'town', 'base.pmtiles')
  let now = 0
  const shelf = openShelf(
    path,
    () => {},
    () => now,
  )
  expect(await shelf.current()).toBeNull()
  const parts = { path, name: '云溪区', credit: '' }
  const stop = AbortSignal.abort()
  expect(await makeArchive(townExtract(), { ...parts, signal: stop })).toMatchObject({
    ok: false,
    refusal: 'cancelled',
  })
  expect(await makeArchive(Buffer.from('no map'), parts)).toMatchObject({ ok: false, refusal: 'not-osm' })
  const steps = new Set<string>()
  const made = await makeArchive(townExtract(), { ...parts, onProgress: (step) => steps.add(step) })
  expect([made.ok, [...steps]]).toEqual([true, ['reading', 'cutting']])
  expect(await shelf.current()).toBeNull()
  now += 6_000
  const archive = await shelf.current()
  const [x, y] = tileUnits([117.64, 31.117], 15).map(Math.floor) as [number, number]
  const tile = readTile(gunzipSync((await archive?.tile({ z: 15, x, y })) ?? gzipSync('')))
  expect(Object.keys(tile.layers)).toEqual(expect.arrayContaining(['land', 'building', 'road', 'spot']))
  await shelf.close()
})
