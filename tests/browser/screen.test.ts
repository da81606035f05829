import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildApp } from '../../src/app.ts'
import { seedDemoTown } from '../../src/city/demo.ts'
import { DEMO_PASSWORD } from '../../src/kernel/organisations/seed/organisations.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import { silentLog } from '../../src/platform/log/log.ts'
import { HOUR, systemClock } from '../../src/platform/time.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { faultsOf } from './axe.ts'
import { leaveBrowser, sharedBrowser } from './browser.ts'

const clientDir = join(import.meta.dirname, '../../dist/client')
const dataDir = mkdtempSync(join(tmpdir(), 'yiwang-screen-'))
let database: TestDatabase
let app: App
let browser: Browser
let leader: BrowserContext
let url: string

const lamp = {
  title: '路灯坏了三天没人修',
  text: '桥头社区东门外的路灯从周五晚上起不亮，老人晚上出门看不清台阶。',
  place: '桥头社区东门',
  contact: { name: '李芳', phone: '13900000001' },
}

/** The built city on this database; opened a second time it listens where it did before. */
async function openCity(port: number): Promise<string> {
  const config = readConfig({ DATA_DIR: dataDir, DEMO: 'true', RATE_PER_MINUTE: '0' })
  const marks = { inFlight: 1_000, few: 1_000, delay: HOUR }
  app = await buildApp({ db: database.db, clock: systemClock, config, log: silentLog(systemClock), clientDir, marks })
  return app.http.listen({ host: '127.0.0.1', port })
}

beforeAll(async () => {
  if (!existsSync(clientDir)) throw new Error('the faces are not built: npm run build')
  database = await freshDatabase()
  url = await openCity(0)
  await seedDemoTown(app.city)
  browser = await sharedBrowser()
  leader = await signedIn('quzhang')
})
afterAll(async () => {
  await leaveBrowser()
  await app?.close()
  await database?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** The local day of an instant. */
function formatted(at: string): string {
  return new Date(Date.parse(at) + 8 * HOUR).toISOString().slice(0, 10)
}

async function signedIn(account: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, reducedMotion: 'reduce' })
  const answer = await context.request.post('/api/people/staff/sign-in', { data: { account, password: DEMO_PASSWORD } })
  expect(answer.status()).toBe(200)
  return context
}

async function opened(context: BrowserContext, path: string, width = 1920, height = 1080): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize({ width, height })
  await page.goto(path)
  return page
}

test('a message comes in and the wall counts it by itself; the leader opens the list behind the figure, and the case', async () => {
  const page = await opened(leader, '/screen')
  const filed = page.getByRole('link', { name: /^来件量 0/ })
  await filed.waitFor()
  await page.getByText('实时', { exact: true }).waitFor()

  const liFang = await browser.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } })
  const phone = lamp.contact.phone
  const { code } = await (await liFang.request.post('/api/people/request-code', { data: { phone } })).json()
  await liFang.request.post('/api/people/sign-in', { data: { phone, code } })
  const sent = await liFang.request.post('/api/orders', { data: lamp })
  expect(sent.status()).toBe(201)

  const figure = page.getByRole('link', { name: /^来件量 1/ })
  await figure.waitFor({ timeout: 10_000 }) // sooner than the wall looks by itself
  await figure.click()
  await page.getByRole('heading', { name: '来件量' }).waitFor()
  const row = page.getByRole('link', { name: new RegExp(lamp.title) })
  expect(await row.getAttribute('href')).toMatch(/\/desk\/cases\/case_/)
  expect(await faultsOf(page)).toEqual([])
  await row.click()
  await page.getByText(lamp.title).first().waitFor()
  expect(new URL(page.url()).pathname).toMatch(/^\/desk\/cases\/case_/)
  await page.close()
})

test.each([
  ['/screen', 1440, 900],
  ['/screen', 3840, 2160],
  ['/screen?scene=units', 1920, 1080],
  ['/screen?scene=quality', 1920, 1080],
  ['/screen/lights/green', 1920, 1080],
  ['/screen/figures/closed-rate', 1920, 1080],
  ['/screen', 390, 844],
])('%s can be read, heard and reached at %i pixels, and nothing runs off the side', async (path, width, height) => {
  const page = await opened(leader, path, width, height)
  await page.locator('.board .bones, main .bones').first().waitFor({ state: 'detached' })
  await page.locator('main h2').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow <= 0).toBe(true)
  await page.close()
})

test('whoever has no right to the screen is told so once, and whoever is not signed in is asked to', async () => {
  const handler = await opened(await signedIn('chengguan.chengban'), '/screen')
  await handler.getByText('大屏需要').waitFor()
  const nobody = await opened(await browser.newContext({ baseURL: url }), '/screen')
  await nobody.getByRole('button', { name: '登录', exact: true }).waitFor()
})

test('when the server goes away the wall keeps its figures and says how old they are; when it is back it lives again', async () => {
  const page = await opened(leader, '/screen')
  await page.getByText('实时', { exact: true }).waitFor()
  const port = Number(new URL(url).port)
  await app.close()
  await page.getByText('连接中断，显示的是旧数据').waitFor()
  await page.getByText(/数据时间 .* 秒前/).waitFor()
  expect(await page.getByRole('link', { name: /^来件量 1/ }).count()).toBe(1)
  await openCity(port)
  await page.getByText('实时', { exact: true }).waitFor({ timeout: 40_000 })
  await page.close()
}, 90_000)

test('the wall goes back to yesterday, plays it, opens the list of then, and comes back to now', async () => {
  const page = await opened(leader, '/screen')
  await page.getByRole('button', { name: '回放', exact: true }).click()
  await page.getByText(/^回放 .* · 不是现在的数据$/).waitFor()
  const bar = page.getByRole('region', { name: '回放时间轴' })
  const line = bar.getByRole('slider', { name: '几点' })
  const began = Number(await line.inputValue())
  await expect.poll(async () => Number(await line.inputValue()), { timeout: 15_000 }).toBeGreaterThan(began)
  await bar.getByRole('button', { name: '暂停' }).click()
  await line.focus()
  await page.keyboard.press('End')
  await page.getByText(/24:00 · 不是现在的数据$/).waitFor()
  expect(await faultsOf(page)).toEqual([])
  const open = page.getByRole('link', { name: /^正常|^\d+ *正常/ }).first()
  await open.click()
  await page.getByText(/^回放：清单按 /).waitFor()
  await page.getByRole('link', { name: '返回大屏' }).click()
  await page.getByText(/24:00 · 不是现在的数据$/).waitFor()
  await bar.getByRole('button', { name: '回到现在' }).click()
  await page.getByText('实时', { exact: true }).waitFor()
  await page.getByText(/^数据时间/).waitFor()
  await page.close()
}, 60_000)

test('told to turn, the wall shows scene after scene by itself, and goes on while the server is away', async () => {
  const page = await opened(leader, '/screen?kiosk=5')
  await page.getByRole('region', { name: '今日流量' }).waitFor()
  await page.waitForLoadState('networkidle').catch(() => undefined)
  const port = Number(new URL(url).port)
  await app.close()
  await page.getByRole('region', { name: '各单位办理 · 近30天' }).waitFor({ timeout: 20_000 })
  await page.getByText(/^数据时间/).waitFor()
  await openCity(port)
  await page.getByText('实时', { exact: true }).waitFor({ timeout: 40_000 })
  await page.close()
}, 90_000)

const today = formatted(systemClock.now())

test.each([
  [1920, 1080, '/screen'],
  [3840, 2160, '/screen'],
  [1920, 1080, `/screen?day=${today}&minute=0`],
])(
  'on a wall of %i by %i pixels no board of %s is cut, though nothing is to be counted',
  async (width, height, path) => {
    const page = await leader.newPage()
    await page.setViewportSize({ width, height })
    await page.goto(path)
    await page.locator('.fact-rows').waitFor()
    await page.locator('.bones').first().waitFor({ state: 'detached' })
    const cut = await page
      .locator('.board-body')
      .evaluateAll((bodies) =>
        bodies
          .filter((body) => body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1)
          .map((body) => body.parentElement?.getAttribute('aria-label')),
      )
    const smallest = await page
      .locator('.fact-rows *')
      .evaluateAll((all) => Math.min(...all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))))
    expect(cut).toEqual([])
    expect(smallest).toBeGreaterThanOrEqual(width / 80)
    await page.close()
  },
)
