import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantLayers } from '../../seed/layers.ts'
import { DEMO_PASSWORD } from '../../src/kernel/organisations/seed/organisations.ts'
import { atlasOf } from '../../src/kernel/places/handle/atlas.ts'
import { putEdition } from '../../src/modules/results/store.ts'
import { pointWithin } from '../../src/platform/geo/inside.ts'
import { pages } from '../../src/web/resident/pages.ts'
import { faultsOf } from './axe.ts'
import { type BuiltCity, openBuiltCity } from './city.ts'

let city: BuiltCity
let sample: Readonly<Record<string, string>>
let token = ''

const PHONE = '13900000031'
const letter = { title: '桥头社区东门的路灯不亮', text: '桥头社区东门外的路灯不亮了，老人晚上出门看不清。' }

beforeAll(async () => {
  city = await openBuiltCity()
  const { inject } = city.app.http
  const { code } = (await inject({ method: 'POST', url: '/api/people/request-code', payload: { phone: PHONE } })).json()
  const signed = await inject({ method: 'POST', url: '/api/people/sign-in', payload: { phone: PHONE, code } })
  token = signed.cookies[0]?.value ?? ''
  const headers = { authorization: `Bearer ${signed.json().token}` }
  const filed = await inject({ method: 'POST', url: '/api/orders', payload: letter, headers })
  const { rows } = (await inject('/api/matters?limit=1')).json()
  expect(filed.statusCode, filed.body).toBe(201)
  const { id } = filed.json()
  sample = { case: id, document: await issuedOn(id), matter: rows[0].id, district: '349901', code: 'abcdefghij' }
  cookie = { name: signed.cookies[0]?.name ?? '', value: token, url: city.url }
}, 120_000)
afterAll(() => city?.close())

/** Intake takes it on and says so in writing. */
async function issuedOn(id: string): Promise<string> {
  const payload = { account: 'shouli1', password: DEMO_PASSWORD }
  const { inject } = city.app.http
  const signed = await inject({ method: 'POST', url: '/api/people/staff/sign-in', payload })
  const headers = { authorization: `Bearer ${signed.json().token}` }
  const ask = (url: string, body: object) => inject({ method: 'POST', url, headers, payload: body })
  await ask(`/api/cases/${id}/moves/accept`, { fields: {} })
  const values = { due: '2026年3月9日前', basis: '《某某条例》第三条。', contact: '12345' }
  const done = await ask(`/api/cases/${id}/documents`, { kind: 'accepted', regime: 'order', values })
  expect(done.statusCode, done.body).toBe(200)
  return done.json().id
}

let cookie: { name: string; value: string; url: string }

type Dress = { readonly tone: 'light' | 'dark'; readonly tongue: 'zh' | 'en'; readonly elder: boolean }

/** A telephone dressed as its owner likes it; signed in or not. */
async function phoneOf({ tone, tongue, elder }: Dress, signedIn: boolean, width = 360): Promise<Page> {
  const context = await city.browser.newContext({
    viewport: { width, height: 780 },
    reducedMotion: 'reduce',
    bypassCSP: true,
    serviceWorkers: 'block',
  })
  if (signedIn) await context.addCookies([cookie])
  await context.addInitScript(
    (kept) => {
      for (const [name, value] of Object.entries(kept)) localStorage.setItem(`yiwang.${name}`, JSON.stringify(value))
    },
    { tone, tongue, elder },
  )
  return context.newPage()
}

const address = (path: string) => path.replace(/\$(\w+)/g, (_, name: string) => sample[name] ?? '')

async function settled(page: Page): Promise<void> {
  await page.locator('main h1, main h2, main .state-title').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.bones') === null)
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** What is pressed by a thumb and is smaller than one: 44 px (WCAG 2.5.5), links inside a sentence aside. */
const small = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'main button, main a.button, main a.item, main .radio-card, main .control, nav a, header a, header button',
      ),
    ]
      .filter((one) => one.getClientRects().length > 0)
      .filter((one) => one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 44)
      .map((one) => one.outerHTML.slice(0, 120)),
  )

/** Each value of each kind once; what one dress shows of a colour or a length the other three show as well. */
const dresses: readonly Dress[] = [
  { tone: 'light', tongue: 'zh', elder: false },
  { tone: 'dark', tongue: 'en', elder: true },
]

/** What a visitor sees otherwise than somebody who is signed in. */
const forVisitors = ['/', '/write', '/mine', '/notices', '/me', '/e/$district/$code']

async function faultsOfPages(dress: Dress, signedIn: boolean): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {}
  const page = await phoneOf(dress, signedIn)
  for (const { path } of pages.filter((entry) => signedIn || forVisitors.includes(entry.path))) {
    await page.goto(`${city.url}${address(path)}`)
    await settled(page)
    const faults = [...(await faultsOf(page)), ...(await small(page))]
    const wider = await overflow(page)
    if (faults.length > 0 || wider > 0) found[path] = { faults, wider }
  }
  await page.context().close()
  return found
}

test.each(dresses)(
  'every page of a resident, dressed %j, can be read, heard and pressed by everybody',
  async (dress) => {
    const both = await Promise.all([faultsOfPages(dress, true), faultsOfPages(dress, false)])
    expect(both).toEqual([{}, {}])
  },
  120_000,
)

test('a page whose answer does not come says so, and its way back is pressed by thumb', async () => {
  const page = await phoneOf({ tone: 'light', tongue: 'zh', elder: false }, true)
  const found: Record<string, unknown> = {}
  for (const path of ['/mine', '/mine/$case', '/notices', '/promises', '/public', '/e/$district/$code']) {
    await page.route('**/api/**', (route) =>
      /people\/session|api\/city/.test(route.request().url())
        ? route.continue()
        : route.fulfill({ status: 500, body: '{}' }),
    )
    await page.goto(`${city.url}${address(path)}`)
    await page.getByRole('alert').first().waitFor()
    const faults = [...(await faultsOf(page)), ...(await small(page))]
    if (faults.length > 0) found[path] = faults
    await page.unroute('**/api/**')
  }
  await page.context().close()
  expect(found).toEqual({})
}, 60_000)

test('on the map a visitor finds what was solved around her, by keyboard and without her position going anywhere', async () => {
  const { db } = city.database
  const edition = {
    from: '2026-01-05',
    until: '2026-03-29',
    least: 5,
    publishedAt: '2026-03-30T01:00:00.000Z',
  } as const
  const area = '349901001/349901001001'
  const place = '云溪街道 · 桥头社区'
  await plantLayers(db, '349901', '2026-03-30T01:00:00.000Z')
  await putEdition(db, '349901', edition, [], [{ area, place, level: 'community', solvedFrom: 10, solvedTo: 19 }])
  const page = await phoneOf({ tone: 'light', tongue: 'zh', elder: false }, false)
  const [found] = (await atlasOf(db, '349901', '2026-03-30')).all('community')
  const [lng, lat] = pointWithin(found?.surface[0] ?? []) ?? [0, 0]
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ longitude: lng, latitude: lat })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${city.url}/public`)
  await page.getByRole('button', { name: '在地图上看' }).waitFor()
  expect(asked.filter((url) => /maplibre|engine|ResultMap/.test(url))).toEqual([])
  await page.getByRole('button', { name: '在地图上看' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '看我附近' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(`${place}：实际解决`).waitFor()
  expect(asked.filter((url) => url.includes(String(lng).slice(0, 8)))).toEqual([])
  await expect.poll(() => page.url()).toContain('area=349901001%2F349901001001')
  expect([...(await faultsOf(page)), ...(await small(page))]).toEqual([])
  expect(await overflow(page)).toBe(0)
  await page.context().close()
}, 60_000)

test('in large type she is asked one thing at a time, by keyboard alone, and is led back to what is missing', async () => {
  const page = await phoneOf({ tone: 'light', tongue: 'zh', elder: true }, true)
  await page.goto(`${city.url}/write`)
  const on = async () => {
    await page.getByRole('button', { name: '下一步' }).focus()
    await page.keyboard.press('Enter')
  }
  await page.getByRole('heading', { name: '您要反映什么？' }).waitFor()
  expect(await page.getByRole('link', { name: /12345/ }).isVisible()).toBe(true)
  await on()
  await page.getByText(/请写明要反映的事/).waitFor()
  await page.getByLabel('您要反映什么？').focus()
  await page.keyboard.type(letter.text)
  await on()
  await page.getByRole('heading', { name: '归到哪一类？' }).waitFor()
  await page.getByText('系统推荐').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('归到哪一类？')
  await on()
  await page.getByRole('heading', { name: '在哪里？' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await on()
  await page.getByText('请填写“地点”').first().waitFor()
  await page.getByLabel('地点').fill('桥头社区东门')
  for (const question of ['哪一天的事？', '有照片吗？']) {
    await on()
    await page.getByRole('heading', { name: question }).waitFor()
  }
  await page.goBack()
  await page.getByRole('heading', { name: '哪一天的事？' }).waitFor()
  await on()
  for (let left = 4; left > 0 && !page.url().includes('step=send'); left--) {
    const before = page.url()
    await on()
    await page.waitForURL((url) => url.href !== before)
  }
  await page.getByRole('heading', { name: '看一遍，提交' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('heading', { name: '提交成功' }).waitFor()
  await page.context().close()
}, 60_000)
