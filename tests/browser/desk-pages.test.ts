import type { Page, Response } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantCircle } from '../../seed/circle.ts'
import { plantComponents } from '../../seed/components.ts'
import { plantLayers } from '../../seed/layers.ts'
import { plantPlaces } from '../../seed/places.ts'
import { DEMO_PASSWORD } from '../../src/kernel/organisations/seed/organisations.ts'
import { refreshTopics } from '../../src/modules/dispatch/handle/topics.ts'
import { plantExchange } from '../../src/modules/exchange/seed/town.ts'
import { plantSensors } from '../../src/modules/sensors/seed/town.ts'
import { pages } from '../../src/web/desk/pages.ts'
import { faultsOf } from './axe.ts'
import { type BuiltCity, openBuiltCity } from './city.ts'
import { people, tabs, told } from './desk-visitors.ts'

let city: BuiltCity
let sample: Readonly<Record<string, string>>

beforeAll(async () => {
  city = await openBuiltCity()
  await furnish()
}, 120_000)
afterAll(() => city?.close())

/** Something stands on every page: layers, components, sensors, an interface, cases on the map, a topic, a faulty file. */
async function furnish(): Promise<void> {
  const { db, clock, config, dataDir, sensorsKnown: known, runner } = city.app.city
  const now = clock.now()
  await plantPlaces(db, config.district)
  await plantLayers(db, config.district, now)
  await plantComponents(db, config.district, now)
  await plantExchange(db, config.district, now)
  await plantSensors({ db, district: config.district, now, known })
  await plantCircle({ db, dataDir, district: config.district, now })
  const admin = await asked('admin')
  const hotline = await asked('shouli1')
  const filed: string[] = []
  for (const [at, name] of ['周海棠', '林望', '许晴', '陶然'].entries()) {
    const title = '云溪花园捆绑销售车位'
    const text = `云溪花园开发商要求第${at + 1}栋业主买车位才能签合同。`
    const caller = { name, phone: `1390000001${at}` }
    const point = { lng: 117.61 + at / 1_000, lat: 31.11 }
    const answer = await hotline('POST', '/api/cases', { channel: 'hotline', caller, title, text, point })
    filed.push(answer.id)
  }
  const form = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.geojson"\r\n\r\n${crossed}\r\n--x--`
  const sent = await admin(
    'POST',
    '/api/places/imports?layer=street&system=WGS84',
    form,
    'multipart/form-data; boundary=x',
  )
  await runner.runDueJobs()
  await refreshTopics(city.app.city, config.district)
  const topics = await admin('GET', '/api/dispatch/topics')
  const components = await admin('GET', '/api/places/components')
  const address = await admin('POST', '/api/places/addresses', { level: 'road', name: '石桥路', aliases: ['石桥大街'] })
  const intake = `/api/cases/${filed[0]}`
  await hotline('POST', `${intake}/moves/accept`, { fields: {} })
  const law = { due: '2026年3月9日前', basis: '《某某条例》第三条。', contact: '12345' }
  const document = await hotline('POST', `${intake}/documents`, { kind: 'accepted', regime: 'order', values: law })
  const place = { address: '桥头社区服务站门口' }
  const made = await admin('POST', '/api/channels/entries', { kind: 'mailbox', title: '桥头社区红色邮筒', place })
  const matters = await admin('GET', '/api/matters?limit=1')
  sample = {
    matter: matters.rows[0].id,
    document: document.id,
    entry: made.code,
    case: filed[0] ?? '',
    id: sent.id,
    topic: topics.rows[0].id,
    code: components.rows[0].code,
    sensor: 'wl-qiaotou-1',
    address: address.id,
  }
}

/** A street whose border crosses itself: the report of it has something to say. */
const crossed = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: '349901009', name: '南山街道' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [117.6, 32],
            [117.61, 32.01],
            [117.61, 32],
            [117.6, 32.01],
            [117.6, 32],
          ],
        ],
      },
    },
  ],
})

async function asked(account: string) {
  const payload = { account, password: DEMO_PASSWORD }
  const signed = await city.app.http.inject({ method: 'POST', url: '/api/people/staff/sign-in', payload })
  return async (method: 'GET' | 'POST', url: string, body?: object | string, type = 'application/json') => {
    const headers = { authorization: `Bearer ${signed.json().token}`, ...(body && { 'content-type': type }) }
    const answer = await city.app.http.inject({ method, url, headers, ...(body && { payload: body }) })
    expect(answer.statusCode, `${url} ${answer.body}`).toBeLessThan(300)
    return answer.json()
  }
}

const addressOf = (path: string) => told[path] ?? path.replace(/\$(\w+)/g, (_, name: string) => sample[name] ?? '')
/** Read for everybody by the tests of the moves, the board and the patrol. */
const elsewhere = ['/', '/search', '/cases/$case', '/new', '/dispatch', '/patrol', '/sign-in']
const looks = pages
  .filter(({ path }) => !elsewhere.includes(path))
  .flatMap(({ path, to }) =>
    (tabs[path] ?? ['']).map((tab) => ({
      path: `${path}${tab}`,
      as: to === 'everyone' ? null : (people[path]?.opens ?? 'paidan1'),
    })),
  )

type Dress = { readonly tone: 'light' | 'dark'; readonly tongue: 'zh' | 'en'; readonly width: number }

async function seated(account: string | null, { tone, tongue, width }: Dress): Promise<Page> {
  const viewport = { width, height: 900 }
  const context = await city.browser.newContext({ viewport, reducedMotion: 'reduce', bypassCSP: true })
  await context.addInitScript(
    (kept) => {
      for (const [name, value] of Object.entries(kept)) localStorage.setItem(`yiwang.${name}`, JSON.stringify(value))
    },
    { tone, tongue },
  )
  const data = { account, password: DEMO_PASSWORD }
  if (account) await context.request.post(`${city.url}/api/people/staff/sign-in`, { data })
  return context.newPage()
}

/**
 * Goes to a page as a link does, within the face that is there. Whoever comes first, whoever goes to a tab of the page at
 * hand, and whoever must hear all that the page is told loads it anew: what is known already is not asked for again.
 */
async function opened(page: Page, path: string, hears: boolean): Promise<void> {
  const address = new URL(`/desk${addressOf(path)}`, city.url)
  const isWithin = !hears && page.url() !== 'about:blank' && new URL(page.url()).pathname !== address.pathname
  if (isWithin) await page.evaluate(leftFor, address.href)
  else await page.goto(address.href)
  await page.locator('main h1:not([data-left]), main .state-title:not([data-left])').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.bones') === null)
}

/** Marks what stands on the page that is left, so that the next one is not taken for there before it is. */
function leftFor(address: string): void {
  for (const one of document.querySelectorAll('main h1, main .state-title')) one.setAttribute('data-left', '')
  history.pushState({}, '', address)
}

/** What the server told in one tongue only is data: names, places, what people wrote. Sentences come in both. */
function dataIn(told: unknown): string[] {
  if (typeof told === 'string') return [told]
  if (typeof told !== 'object' || told === null) return []
  const isSaid = 'zh' in told && 'en' in told
  return isSaid ? [] : Object.values(told).flatMap(dataIn)
}

/** Hears every answer that a page is given, so that its own words can be told from the data in them. */
function listening(page: Page) {
  const answers: Promise<string[]>[] = []
  page.on('response', (response: Response) => {
    if (response.headers()['content-type']?.includes('json')) answers.push(response.json().then(dataIn, () => []))
  })
  return async () => (await Promise.all(answers)).flat().join('\n')
}

const wordsOf = (page: Page) =>
  page.evaluate(() => {
    // What declares itself Chinese, as a document that was issued does, is Chinese for everybody.
    const isChinese = (one: Element) => one.closest('main [lang="zh-CN"]') !== null
    const named = [...document.querySelectorAll('main [aria-label], main [placeholder], main [title]')].filter(
      (one) => !isChinese(one),
    )
    const papers = [...document.querySelectorAll<HTMLElement>('main [lang="zh-CN"]')]
    const told = papers.reduce(
      (text, paper) => text.replace(paper.innerText, ''),
      document.querySelector('main')?.innerText ?? '',
    )
    const names = named.flatMap((one) =>
      ['aria-label', 'placeholder', 'title'].map((name) => one.getAttribute(name) ?? ''),
    )
    return [document.title, told, ...names].join('\n')
  })

/** Chinese that the reader of an English page meets and that is nobody's name; a blank of a template is written as it is: 【标题】. */
async function untranslated(page: Page, data: string): Promise<string[]> {
  const runs = (await wordsOf(page)).replace(/【[^】]*】/g, '').match(/\p{Script=Han}+/gu) ?? []
  return [...new Set(runs)].filter((run) => !data.includes(run))
}

type Found = {
  readonly path: string
  readonly faults: readonly string[]
  readonly wider: number
  readonly chinese: readonly string[]
}

async function seen(page: Page, path: string, dress: Dress): Promise<Found[]> {
  const heard = listening(page)
  const broken: string[] = []
  page.on('pageerror', ({ message }) => broken.push(message))
  await opened(page, path, dress.tongue === 'en')
  const failed = await page.locator('main .state[role=alert]').allInnerTexts()
  const chinese = dress.tongue === 'en' ? await untranslated(page, await heard()) : []
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  const faults = [...broken, ...failed, ...(await faultsOf(page))]
  page.removeAllListeners()
  return faults.length > 0 || wider > 0 || chinese.length > 0 ? [{ path, faults, wider, chinese }] : []
}

const dresses: readonly Dress[] = [
  { tone: 'light', tongue: 'zh', width: 1440 },
  { tone: 'dark', tongue: 'en', width: 360 },
]

async function allSeen(dress: Dress): Promise<Found[]> {
  const found: Found[] = []
  for (const as of new Set(looks.map((look) => look.as))) {
    const page = await seated(as, dress)
    for (const { path } of looks.filter((look) => look.as === as)) found.push(...(await seen(page, path, dress)))
    await page.context().close()
  }
  return found
}

test('every page of the desk, bright in Chinese on a desk and dark in English on a phone, can be read and heard, fits, and speaks one tongue', async () => {
  // Side by side, for most of the time a page is waited for.
  expect(await Promise.all(dresses.map(allSeen))).toEqual([[], []])
}, 420_000)

test('whoever may not see a page is told so, and nothing is broken', async () => {
  const found: Record<string, string> = {}
  const shut = Object.entries(people).flatMap(([path, { shut: who }]) => (who ? [{ path, who }] : []))
  for (const who of new Set(shut.map((one) => one.who))) {
    const page = await seated(who, { tone: 'light', tongue: 'en', width: 1440 })
    for (const { path } of shut.filter((one) => one.who === who)) {
      await page.goto(`${city.url}/desk${addressOf(path)}`)
      await page.locator('main .state-title').first().waitFor()
      const told = (await page.locator('main .state-title').allInnerTexts()).join()
      if (told !== 'You may not see this') found[path] = told
    }
    await page.context().close()
  }
  expect(found).toEqual({})
}, 60_000)
