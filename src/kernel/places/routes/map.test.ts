import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttp } from '../../../platform/http/http.ts'
import { typed } from '../../../platform/http/typed.ts'
import { silentLog } from '../../../platform/log/log.ts'
import { openShelf } from '../../../platform/tiles/shelf.ts'
import { tileId } from '../../../platform/tiles/tile-id.ts'
import { writeArchive } from '../../../platform/tiles/write-archive.ts'
import { turnableClock } from '../../../platform/time.ts'
import { mapRoutes } from './map.ts'
import type { PlacesRouteParts } from './parts.ts'

const folder = mkdtempSync(join(tmpdir(), 'yiwang-map-'))
const clock = turnableClock('2026-03-02T01:00:00.000Z')
const path = join(folder, 'base.pmtiles')
let now = 0
const shelf = openShelf(
  path,
  () => {},
  () => now,
)
let http: Awaited<ReturnType<typeof createHttp>>
beforeAll(async () => {
  http = await createHttp({ clock, log: silentLog(clock), refusalWords: () => ({ zh: '', en: '' }) } as never)
  mapRoutes(typed(http), { baseMap: shelf } as unknown as PlacesRouteParts)
})
afterAll(async () => {
  await http.close()
  await shelf.close()
  rmSync(folder, { recursive: true, force: true })
})
const get = (url: string, headers: Record<string, string> = {}) => http.inject({ url, headers })

test('a city without a base map says so, and its tiles are blank', async () => {
  expect((await get('/api/places/map')).json()).toEqual({ map: null })
  expect((await get('/api/places/map/x/8/1/1')).statusCode).toBe(204)
})

test('a base map put in place is served under addresses that may be kept for ever', async () => {
  const tile = gzipSync('a tile')
  const facts = { minZoom: 6, maxZoom: 15, bounds: [1, 2, 3, 4] as const, name: 'x', credit: '© y', layers: [] }
  await writeArchive(path, [{ id: tileId({ z: 8, x: 1, y: 1 }), content: tile }], facts)
  now += 6_000
  const { map } = (await get('/api/places/map')).json()
  expect(map).toMatchObject({ minZoom: 6, maxZoom: 15, bounds: [1, 2, 3, 4], credit: '© y' })
  const address = map.tiles.replace('{z}', '8').replace('{x}', '1').replace('{y}', '1')

  const packed = await get(address, { 'accept-encoding': 'gzip, br' })
  expect(packed.headers).toMatchObject({
    'content-type': 'application/vnd.mapbox-vector-tile',
    'content-encoding': 'gzip',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect(gunzipSync(packed.rawPayload).toString()).toBe('a tile')
  expect((await get(address)).payload).toBe('a tile')
  expect((await get(address, { 'if-none-match': String(packed.headers.etag) })).statusCode).toBe(304)
  expect((await get(address.replace('/8/1/1', '/8/1/2'))).statusCode).toBe(204)
  const old = await get('/api/places/map/another/8/1/1')
  expect([old.payload, old.headers['cache-control']]).toEqual(['a tile', 'no-cache'])
})

test('an address that is no tile is refused with the field that is wrong', async () => {
  expect((await get('/api/places/map/x/99/1/1')).statusCode).toBe(400)
  expect((await get('/api/places/map/x/8/one/1')).statusCode).toBe(400)
})
