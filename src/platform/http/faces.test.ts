import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { silentLog } from '../log/log.ts'
import { turnableClock } from '../time.ts'
import { serveFaces } from './faces.ts'
import { createHttp } from './http.ts'
import type { Http } from './typed.ts'

const open: Http[] = []
afterEach(async () => {
  for (const http of open.splice(0)) await http.close()
})

async function door(): Promise<Http> {
  const clock = turnableClock('2026-03-02T01:00:00.000Z')
  const http = await createHttp({ clock, log: silentLog(clock), refusalWords: () => undefined })
  open.push(http)
  return http
}

test('each face opens at its own address and below, files are kept for a year, pages never', async () => {
  const root = mkdtempSync(join(tmpdir(), 'faces-'))
  for (const folder of ['assets', 'desk', 'resident']) mkdirSync(join(root, folder))
  writeFileSync(join(root, 'assets/desk-a1.js'), 'plain')
  writeFileSync(join(root, 'assets/desk-a1.js.gz'), 'squeezed')
  writeFileSync(join(root, 'desk/index.html'), 'the desk')
  writeFileSync(join(root, 'resident/index.html'), 'the resident')
  const http = await door()
  await serveFaces(http, root, [
    { prefix: '/', page: 'resident/index.html' },
    { prefix: '/desk', page: 'desk/index.html' },
  ])
  const get = (url: string, headers = {}) => http.inject({ url, headers })
  expect((await get('/desk/cases/case_1')).body).toBe('the desk')
  expect((await get('/follow/12')).body).toBe('the resident')
  expect((await get('/desks')).body).toBe('the resident')
  expect((await get('/')).headers).toMatchObject({ 'cache-control': 'no-cache', etag: expect.any(String) })
  const asset = await get('/assets/desk-a1.js', { 'accept-encoding': 'gzip' })
  expect([asset.body, asset.headers['content-encoding']]).toEqual(['squeezed', 'gzip'])
  expect(asset.headers['cache-control']).toContain('immutable')
  expect((await get('/assets/desk-a1.js', { 'accept-encoding': 'gzip;q=0, br' })).body).toBe('plain')
  expect((await get('/assets/desk-a1.js', { 'if-none-match': `"x", ${asset.headers.etag}` })).statusCode).toBe(304)
  for (const nothing of ['/assets/old.js', '/api/none', '/favicon.ico', '/../secret.txt'])
    expect((await get(nothing)).statusCode).toBe(404)
  rmSync(root, { recursive: true })
})

test('an address that its face does not have gets the page and 404; a face that tells no addresses has them all', async () => {
  const root = mkdtempSync(join(tmpdir(), 'faces-'))
  for (const folder of ['desk', 'resident']) mkdirSync(join(root, folder))
  writeFileSync(join(root, 'desk/index.html'), 'the desk')
  writeFileSync(join(root, 'desk/addresses.json'), JSON.stringify(['/', '/cases/$case', '/new']))
  writeFileSync(join(root, 'resident/index.html'), 'the resident')
  const http = await door()
  await serveFaces(http, root, [
    { prefix: '/', page: 'resident/index.html' },
    { prefix: '/desk', page: 'desk/index.html' },
  ])
  const status = async (url: string) => (await http.inject(url)).statusCode
  for (const there of ['/desk', '/desk/', '/desk/new', '/desk/New/', '/desk/cases/case_1?view=all', '/whatever'])
    expect([there, await status(there)]).toEqual([there, 200])
  for (const nowhere of ['/desk/cases', '/desk/cases/case_1/more', '/desk/nothing'])
    expect([nowhere, await status(nowhere)]).toEqual([nowhere, 404])
  expect((await http.inject('/desk/nothing')).body).toBe('the desk')
  rmSync(root, { recursive: true })
})

test('a build under a running server takes nothing away from it: page and assets stay those it began with', async () => {
  const root = mkdtempSync(join(tmpdir(), 'faces-'))
  const build = (mark: string) => {
    for (const folder of ['assets', 'resident']) mkdirSync(join(root, folder), { recursive: true })
    writeFileSync(join(root, `assets/main-${mark}.js`), mark)
    writeFileSync(join(root, 'resident/index.html'), `<script src="/assets/main-${mark}.js">`)
  }
  build('first')
  const http = await door()
  await serveFaces(http, root, [{ prefix: '/', page: 'resident/index.html' }])
  rmSync(root, { recursive: true })
  build('second')
  const page = await http.inject('/')
  expect(page.body).toContain('main-first.js')
  expect((await http.inject('/assets/main-first.js')).body).toBe('first')
  rmSync(root, { recursive: true })
})
