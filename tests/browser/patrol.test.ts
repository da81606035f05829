import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantPlaces } from '../../seed/places.ts'
import { DEMO_PASSWORD } from '../../src/kernel/organisations/seed/organisations.ts'
import { faultsOf } from './axe.ts'
import { type BuiltCity, openBuiltCity, press, reads } from './city.ts'

let city: BuiltCity
let picture: { name: string; mimeType: string; buffer: Buffer }

beforeAll(async () => {
  city = await openBuiltCity()
  await plantPlaces(city.database.db, city.config.district)
  const create = { width: 64, height: 48, channels: 3, background: '#557799' } as const
  picture = { name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create }).jpeg().toBuffer() }
}, 120_000)
afterAll(() => city?.close())

const phone = { width: 360, height: 740 }
const bridge = { longitude: 118.31, latitude: 32.29, accuracy: 8 }

/** A grid worker outdoors: a telephone that knows where it is. */
async function walks(account: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await city.browser.newContext({
    viewport: phone,
    locale: 'zh-CN',
    bypassCSP: true,
    hasTouch: true,
    geolocation: bridge,
    permissions: ['geolocation'],
  })
  await context.request.post(`${city.url}/api/people/staff/sign-in`, { data: { account, password: DEMO_PASSWORD } })
  const page = await context.newPage()
  await page.goto(`${city.url}/desk/patrol`)
  await page.getByRole('heading', { name: '拍照上报' }).waitFor()
  return { page, context }
}

/** Three taps: picture, type, send; the grid where nobody has drawn the grids yet. */
async function reports(page: Page, type: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(picture)
  await page.getByRole('button', { name: '全部类型' }).click()
  await page.getByText(type, { exact: true }).click()
  await page.getByText('已定位').waitFor()
  await page.getByLabel('所在网格').selectOption({ label: '桥头社区第一网格' })
  // A thumb in a hurry taps twice; one report is meant.
  await page.getByRole('button', { name: '上报', exact: true }).dblclick()
  await page.getByText('已存在手机里').first().waitFor()
}

const filed = async (type: string): Promise<number> => {
  const sql = "select count(*)::int as count from cases.card where procedure = 'grid' and matter = $1"
  return (await city.database.db.pool.query(sql, [`matter_grid-${type}`])).rows[0].count
}
const inBox = (page: Page, state: '等待网络' | '已上报') =>
  page.getByRole('list', { name: state === '已上报' ? state : '待上报', exact: true }).getByText(state)

test('on a phone of 360: nothing is wider than the screen, everything can be hit by a thumb, and axe finds nothing', async () => {
  const { page, context } = await walks('wangge.xuncha1')
  await page.locator('input[type=file]').setInputFiles(picture)
  await page.getByText('暴露垃圾', { exact: true }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  expect(await faultsOf(page)).toEqual([])
  const small = await page
    .locator('.patrol-type, .patrol-camera, .patrol-send button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 44))
  expect(small).toEqual([])
  await press(page, '上报')
  await reads(page, '请选择是什么问题')
  await context.close()
}, 60_000)

test('signing in keeps a track, signing out ends it', async () => {
  const { page, context } = await walks('wangge.xuncha1')
  await press(page, '签到')
  await reads(page, '在岗')
  await press(page, '签退')
  await reads(page, '未签到')
  await context.close()
}, 60_000)

test('with the network cut, reports wait on the phone, outlive the page, and arrive once each', async () => {
  const { page, context } = await walks('wangge.xuncha1')
  await context.setOffline(true)
  await reports(page, '暴露垃圾')
  await reports(page, '占道经营')
  await reads(page, '没有网络')
  expect(await inBox(page, '等待网络').count()).toBe(2)
  await page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(`${city.url}/desk/patrol`)
  await expect.poll(() => inBox(again, '已上报').count(), { timeout: 20_000 }).toBe(2)
  expect([await filed('litter'), await filed('stall')]).toEqual([1, 1])
  await reads(again, '今天已上报 2 件')
  await context.close()
}, 90_000)

test('opened anew without a line, the page stands, takes a report, and it arrives once', async () => {
  const { page, context } = await walks('wangge.xuncha1')
  const isKept = () =>
    page.evaluate(async () => (await caches.match('/desk/patrol', { ignoreVary: true })) !== undefined)
  await expect.poll(isKept, { timeout: 20_000 }).toBe(true)
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('heading', { name: '拍照上报' }).waitFor({ timeout: 30_000 })
  await reads(page, '没有网络')
  await reports(page, '渣土堆积')
  expect(await filed('spoil-heap')).toBe(0)
  await context.setOffline(false)
  await expect.poll(() => filed('spoil-heap'), { timeout: 30_000 }).toBe(1)
  await context.close()
}, 120_000)

test('a report under way outlives a reload without a line, and the form stands at once', async () => {
  const { page, context } = await walks('wangge.xuncha1')
  const isKept = () =>
    page.evaluate(async () => (await caches.match('/desk/patrol', { ignoreVary: true })) !== undefined)
  await expect.poll(isKept, { timeout: 20_000 }).toBe(true)
  await context.setOffline(true)
  await page.locator('input[type=file]').setInputFiles(picture)
  await page.getByRole('button', { name: '全部类型' }).click()
  await page.getByText('渣土堆积', { exact: true }).click()
  await page.getByText('补充说明').click()
  await page.getByLabel('情况说明').fill('河边有很多水草')
  await page.reload()
  // The tries for an answer take seven seconds; nobody waits for them.
  await page.locator('.patrol-camera').waitFor({ timeout: 6_000 })
  await page.locator('.patrol-shots img').waitFor()
  await page.getByRole('radio', { name: '渣土堆积' }).waitFor()
  expect(await page.getByRole('radio', { name: '渣土堆积' }).isChecked()).toBe(true)
  expect(await page.getByLabel('情况说明').inputValue()).toBe('河边有很多水草')
  await page.getByText('已定位').waitFor()
  await page.getByLabel('所在网格').selectOption({ label: '桥头社区第一网格' })
  await press(page, '上报')
  await page.getByText('已存在手机里').first().waitFor()
  await page.reload()
  await page.locator('.patrol-first').waitFor({ timeout: 6_000 })
  expect(await page.locator('.patrol-shots img').count()).toBe(0)
  await context.close()
}, 120_000)

test('the grid may be chosen while the position is still being found', async () => {
  const { page, context } = await walks('wangge.xuncha1')
  await page.evaluate(() => {
    navigator.geolocation.getCurrentPosition = () => undefined
  })
  await page.locator('input[type=file]').setInputFiles(picture)
  await page.getByText('正在定位').waitFor()
  await page.getByLabel('所在网格').selectOption({ label: '桥头社区第一网格' })
  await page.getByText('还在定位，也可以先选网格').waitFor()
  await context.close()
}, 60_000)

test('an answer that is lost on the way does not make it two', async () => {
  const { page, context } = await walks('wangge.xuncha1')
  let lost = 0
  await page.route('**/api/grid/reports', async (route) => {
    await route.fetch()
    lost += 1
    await route.abort()
  })
  await reports(page, '非法小广告')
  await expect.poll(() => lost).toBeGreaterThan(0)
  expect(await inBox(page, '等待网络').count()).toBe(1)
  expect(await filed('poster')).toBe(1)
  await page.unroute('**/api/grid/reports')
  await press(page, '再试一次')
  await expect.poll(() => inBox(page, '已上报').count(), { timeout: 20_000 }).toBe(1)
  expect(await filed('poster')).toBe(1)
  await context.close()
}, 60_000)

test('who is no grid worker is told so', async () => {
  const page = await city.sits('zfb.chengban', '/patrol', phone)
  await reads(page, '您没有网格员岗位')
  await page.context().close()
}, 60_000)

test('a file that is no picture, whatever it is called, is refused when it is chosen, and the picture beside it is kept', async () => {
  const { page, context } = await walks('wangge.xuncha1')
  const text = { name: 'note.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') }
  await page.locator('input[type=file]').setInputFiles([text])
  await reads(page, 'note.jpg')
  await reads(page, '这个文件不是照片')
  expect(await page.locator('.patrol-shots img').count()).toBe(0)
  await page.locator('input[type=file]').setInputFiles([picture])
  await page.locator('.patrol-shots img').first().waitFor()
  expect(await page.getByText('这个文件不是照片').count()).toBe(0)
  await context.close()
}, 60_000)
