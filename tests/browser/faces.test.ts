import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildApp } from '../../src/app.ts'
import { seedDemoTown } from '../../src/city/demo.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import { silentLog } from '../../src/platform/log/log.ts'
import { systemClock } from '../../src/platform/time.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { leaveBrowser, sharedBrowser } from './browser.ts'

const clientDir = join(import.meta.dirname, '../../dist/client')
const dataDir = mkdtempSync(join(tmpdir(), 'yiwang-faces-'))
let database: TestDatabase
let app: App
let browser: Browser
let url: string
let development: string
let vite: ViteDevServer

beforeAll(async () => {
  if (!existsSync(clientDir)) throw new Error('the faces are not built: npm run build')
  database = await freshDatabase()
  const config = readConfig({ DATA_DIR: dataDir, DEMO: 'true' })
  app = await buildApp({ db: database.db, clock: systemClock, config, log: silentLog(systemClock), clientDir })
  await seedDemoTown(app.city)
  url = await app.http.listen({ host: '127.0.0.1', port: 0 })
  browser = await sharedBrowser()
  vite = await createServer({ configFile: join(import.meta.dirname, '../../vite.config.ts'), logLevel: 'error' })
  await vite.listen(0)
  development = (vite.resolvedUrls?.local[0] ?? '').replace(/\/$/, '')
}, 60_000)
afterAll(async () => {
  await leaveBrowser()
  await vite?.close()
  await app?.close()
  await database?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** What the page complained of; asking who one is, signed out, is answered 401 and is no complaint. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load')) complaints.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && response.status() !== 401) complaints.push(`${response.status()} ${response.url()}`)
  })
  return complaints
}

const faces = ['/', '/desk', '/screen']
const sizes = [
  { width: 360, height: 780 },
  { width: 1440, height: 900 },
]

test.each(faces.flatMap((face) => sizes.map((size) => [face, size] as const)))(
  '%s opens at %j, complains of nothing and needs no sideways scrolling',
  async (face, size) => {
    const page = await browser.newPage({ viewport: size })
    const complaints = complaintsOf(page)
    await page.goto(`${url}${face}`, { waitUntil: 'load' })
    await page.locator('#root > *').first().waitFor()
    await page
      .getByText(/[\u4e00-\u9fff]{2}/)
      .first()
      .waitFor()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect([overflow <= 0, complaints]).toEqual([true, []])
    await page.close()
  },
)

test('an address that no page has is called so in the tab of every face', async () => {
  const page = await browser.newPage()
  const titles: string[] = []
  for (const face of ['', '/desk', '/screen']) {
    await page.goto(`${url}${face}/nowhere`)
    await page.getByText('没有这个页面').first().waitFor()
    titles.push((await page.title()).split(' · ')[0] ?? '')
  }
  expect(titles).toEqual(['没有这个页面', '没有这个页面', '没有这个页面'])
  await page.close()
})

test.each(['/', '/follow', '/screen?scene=units', '/desk', '/desk/cases/x', '/screen', '/gallery'])(
  'under npm run dev, %s finds its script wherever it stands',
  async (path) => {
    const script = await (await fetch(`${development}${path}`, { headers: { accept: 'text/html' } })).text()
    const sources = [...script.matchAll(/<script[^>]+src="([^"]*main\.tsx[^"]*)"/g)].map(([, source]) => source)
    expect(sources).toHaveLength(1)
    expect(sources[0]).toContain(`/${/^\/(desk|screen|gallery)/.exec(path)?.[1] ?? 'resident'}/main.tsx`)
    const found = await fetch(new URL(sources[0] ?? '', `${development}${path}`))
    expect(found.headers.get('content-type')).toContain('javascript')
  },
)

test('the gallery opens in the demo and nowhere else', async () => {
  expect((await fetch(`${url}/gallery`)).status).toBe(200)
  const config = readConfig({ DATA_DIR: dataDir, DEMO: 'false' })
  const real = await buildApp({ db: database.db, clock: systemClock, config, log: silentLog(systemClock), clientDir })
  expect((await real.http.inject('/gallery')).statusCode).toBe(404)
  expect((await real.http.inject('/follow')).statusCode).toBe(200)
  await real.close()
})
