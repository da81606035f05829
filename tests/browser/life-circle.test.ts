import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf } from './axe.ts'
import { openCircleCity } from './circle-city.ts'
import { type BuiltCity, press, reads } from './city.ts'

let city: BuiltCity

beforeAll(async () => {
  city = await openCircleCity()
}, 120_000)
afterAll(() => city?.close())

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** The page as it stands, then in English. */
async function faultsInBothTongues(page: Page, english: string): Promise<string[]> {
  const zh = await faultsOf(page)
  await page.evaluate(() => localStorage.setItem('yiwang.tongue', '"en"'))
  await page.reload()
  await reads(page, english)
  return [...zh, ...(await faultsOf(page))]
}

test('a resident with a phone finds her door by its name and reads what is missing, without the map', async () => {
  const context = await city.browser.newContext({ viewport: { width: 360, height: 780 }, bypassCSP: true })
  const page = await context.newPage()
  await page.goto(`${city.url}/circle`)
  await page.getByRole('searchbox', { name: '您住在哪里' }).fill('桥头社区')
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: /桥头社区/ })
    .first()
    .click()
  await reads(page, /应有的 \d+ 类：够得着 \d+ 类/)
  await reads(page, '还缺什么')
  await reads(page, /分钟，应在 .* 分钟内/)
  await reads(page, /15 分钟内走得到的：\d+ 类/)
  // Whoever reads without the map comes to the answer first.
  const [answer, map] = await Promise.all([
    page.getByText(/够得着 \d+ 类/).boundingBox(),
    page.locator('canvas').first().boundingBox(),
  ])
  expect(answer?.y).toBeLessThan(map?.y ?? 0)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await faultsInBothTongues(page, 'What is missing')).toEqual([])
  await context.close()
}, 60_000)

test('whoever signs in to rate a spot comes back to it', async () => {
  const resident = await (await city.browser.newContext()).newPage()
  await resident.goto(`${city.url}/spots/qiaotou1`)
  expect(await resident.getByRole('link', { name: '登录后可以评价' }).getAttribute('href')).toBe(
    '/sign-in?next=%2Fspots%2Fqiaotou1',
  )
  await resident.context().close()
}, 60_000)

test('whoever changes his mind in the chooser of a file keeps the dialog and what is filled in', async () => {
  const page = await city.sits('shenghuoquan', '/life-circle/networks')
  await press(page, '导入地图')
  const dialog = page.getByRole('dialog')
  const map = dialog.locator('input[type=file]').first()
  await map.setInputFiles({ name: 'town.osm', mimeType: 'text/xml', buffer: Buffer.from('hello') })
  await map.evaluate((input) => input.dispatchEvent(new Event('cancel', { bubbles: true })))
  await dialog.getByRole('button', { name: '导入并启用' }).click()
  await dialog.getByText('这不是 OpenStreetMap 文件').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await page.context().close()
}, 60_000)

test('in a kind one reads how many there are to choose from; a street opens its communities, and these their grids', async () => {
  const page = await city.sits('shenghuoquan', '/life-circle?kind=market')
  await reads(page, '有几处可选（人数）')
  await reads(page, '15 分钟内')
  await page.goto(`${city.url}/desk/life-circle?view=areas`)
  for (const name of [/街道/, /社区$/]) await page.locator('tbody').getByRole('link', { name }).first().click()
  await reads(page, /第.网格/)
  await page.context().close()
}, 60_000)

test('a planner makes a gap a task, and prints a report whose maps are drawn in lines', async () => {
  const page = await city.sits('shenghuoquan', '/life-circle?kind=market')
  await press(page, '交办')
  await page.getByLabel(/责任单位/).selectOption({ index: 1 })
  await page.getByLabel(/任务要求/).fill('在缺口最大的地方设一处菜市场')
  await press(page, '交办这个缺口')
  await reads(page, /已交办，编号/)
  await page.getByRole('link', { name: '评估报告' }).click()

  await reads(page, /：覆盖与缺口$/)
  expect(await page.locator('.paper-map canvas').count()).toBe(0)
  expect(await page.locator('.paper-map .paper-area[d]').count()).toBe(16)
  expect(await page.locator('.paper-gap').count()).toBeGreaterThan(20)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  // A4 in points, as the style of the page asks.
  expect(pdf.toString('latin1')).toMatch(/MediaBox \[0 0 59[45][.\d]* 84[12]/)
  // On paper a grid keeps no heading with what follows it: the sheets must be plain blocks for one not to stand alone.
  await page.emulateMedia({ media: 'print' })
  const laid = await page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll('.report .sheet, .report .sheet-head')].map((one) => {
        const { display, breakAfter } = getComputedStyle(one)
        return one.matches('.sheet') ? display : breakAfter
      }),
    ),
  ])
  expect(laid.toSorted()).toEqual(['avoid', 'block'])
  await page.emulateMedia({ media: 'screen' })
  expect(await faultsInBothTongues(page, 'Life circle report')).toEqual([])
  await page.context().close()
}, 60_000)
