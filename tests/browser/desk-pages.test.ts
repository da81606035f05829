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

type Who = { readonly opens: string; readonly shut?: string }

/** Who opens a page and, where not everybody at the desk may, somebody to whom it is shut. */
const people: Readonly<Record<string, Who>> = {
  '/dispatch/topics': { opens: 'duban1', shut: 'zfb.chengban' },
  '/dispatch/topics/$topic': { opens: 'duban1', shut: 'zfb.chengban' },
  '/dispatch/learning': { opens: 'duban1', shut: 'zfb.chengban' },
  '/proactive': { opens: 'admin', shut: 'zfb.chengban' },
  '/places': { opens: 'admin' },
  '/places/components/new': { opens: 'admin' },
  '/places/components/$code': { opens: 'admin' },
  '/places/addresses/new': { opens: 'admin' },
  '/places/addresses/$address': { opens: 'admin' },
  '/places/imports/$id': { opens: 'admin', shut: 'zfb.chengban' },
  '/life-circle': { opens: 'shenghuoquan' },
  '/life-circle/facilities': { opens: 'shenghuoquan' },
  '/life-circle/networks': { opens: 'shenghuoquan' },
  '/life-circle/profiles': { opens: 'shenghuoquan' },
  '/life-circle/spots': { opens: 'shenghuoquan' },
  '/codes': { opens: 'admin', shut: 'zfb.chengban' },
  '/codes/print': { opens: 'admin' },
  '/exchange': { opens: 'admin', shut: 'zfb.chengban' },
  '/sensors/new': { opens: 'admin' },
  '/sensors/$sensor': { opens: 'admin' },
  '/documents': { opens: 'admin' },
  '/cases/$case/documents/$document': { opens: 'shouli1' },
  '/admin/documents': { opens: 'admin', shut: 'zfb.chengban' },
  '/admin/matters': { opens: 'admin' },
  '/admin/matters/$matter': { opens: 'admin' },
  '/admin/matters/$matter/edit': { opens: 'admin' },
  '/admin/units': { opens: 'zhujian.chengban2' },
  '/admin/people': { opens: 'zhujian.chengban2', shut: 'zfb.chengban' },
  '/admin/people/$id': { opens: 'admin' },
  '/admin/posts': { opens: 'admin', shut: 'zfb.chengban' },
  '/admin/leaves': { opens: 'admin', shut: 'zfb.chengban' },
  '/admin/roles': { opens: 'admin' },
  '/admin/roles/$id': { opens: 'admin' },
  '/admin/calendars': { opens: 'admin' },
  '/admin/dictionaries': { opens: 'admin' },
  '/admin/dead-letters': { opens: 'admin', shut: 'zfb.chengban' },
  '/admin/logs': { opens: 'admin', shut: 'zfb.chengban' },
}
/** What stands behind a tab is a page of its own, as far as anybody who uses it can tell. */
const tabs: Readonly<Record<string, readonly string[]>> = {
  '/codes/print': ['?codes=$entry&each=6'],
  '/admin/units': ['?unit=unit_zhujian'],
  '/admin/calendars': ['?year=2026', '?tab=hours'],
  '/places': ['?layer=street', '?tab=components', '?tab=addresses', '?tab=imports'],
  '/admin/logs': ['', '?log=logins'],
  '/admin/matters/$matter': ['', '?tab=promises', '?tab=form', '?tab=procedure', '?tab=changes', '?tab=history'],
  '/admin/matters/$matter/edit': ['', '?tab=promises', '?tab=form'],
  '/admin/documents': ['', '?tab=laws', '?tab=format', '?tab=organs'],
}

/** Whom and what the pages about one person and one role show; `$id` elsewhere is the import of layers. */
const told: Readonly<Record<string, string>> = {
  '/admin/people/$id': '/admin/people/staff_zhujian-chengban',
  '/admin/roles/$id': '/admin/roles/role_unit-administrator',
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

async function opened(page: Page, path: string): Promise<void> {
  await page.goto(`${city.url}/desk${addressOf(path)}`)
  await page.locator('main h1, main .state-title').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.bones') === null)
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
  await opened(page, path)
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
