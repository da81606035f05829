import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCircleCity } from './circle-city.ts'
import { type BuiltCity, press, reads } from './city.ts'

let city: BuiltCity

beforeAll(async () => {
  city = await openCircleCity()
}, 120_000)
afterAll(() => city?.close())

/** A request of a page of our own; the door asks where it comes from. */
const own = { 'sec-fetch-site': 'same-origin' }

const figure = (text: string | null): number => Number((text ?? '').replace(/[^\d]/g, ''))

test('a planner opens a gate from the list under the map and reads whom it brings nearer, then takes it back', async () => {
  const page = await city.sits('shenghuoquan', '/life-circle?view=try')
  const ask = async (edits: object[]) =>
    (await page.context().request.post(`${city.url}/api/life-circle/what-if`, { data: { edits }, headers: own })).json()
  const { gates } = await (await page.context().request.get(`${city.url}/api/life-circle/ground?kind=market`)).json()
  expect(gates.length).toBeGreaterThan(10)
  const gains = await Promise.all(
    gates.map(async ({ gate }: { gate: number }) => (await ask([{ edit: 'open-gate', gate }])).outcome.gained),
  )
  const most = gains.indexOf(Math.max(...gains))
  expect(gains[most]).toBeGreaterThan(0)

  await page.getByLabel('在图上做什么').selectOption('open-gate')
  await page.locator('.map-list summary').click()
  await page.getByRole('button', { name: new RegExp(`门 ${gates[most].gate + 1}$`) }).click()
  await reads(page, `1. 打开 ${gates[most].gate + 1} 号门`)
  const gained = page.locator('.figure', { hasText: '新够得着的人' })
  await gained.waitFor()
  expect(figure(await gained.locator('.figure-value').textContent())).toBe(Math.round(gains[most]))

  // Another walker is another question: the figure is not left standing.
  await page.getByLabel('看哪类人').selectOption('elder')
  const elder = (
    await (
      await page.context().request.post(`${city.url}/api/life-circle/what-if`, {
        headers: own,
        data: { walker: 'elder', edits: [{ edit: 'open-gate', gate: gates[most].gate }] },
      })
    ).json()
  ).outcome
  await expect
    .poll(async () =>
      figure(
        await gained
          .locator('.figure-value')
          .textContent()
          .catch(() => ''),
      ),
    )
    .toBe(Math.round(elder.gained))
  await press(page, '撤掉最后一步')
  await reads(page, '还没有改动')
  await page.context().close()
}, 90_000)

test('two presses one right after the other are both in the figure that stands there in the end', async () => {
  const page = await city.sits('shenghuoquan', '/life-circle?view=try')
  const { request } = page.context()
  const chooser = page.getByLabel('设施', { exact: true })
  await chooser.selectOption('market')
  const { places } = await (await request.get(`${city.url}/api/life-circle/ground?kind=market`)).json()
  const edits = places.slice(0, 2).map(({ id }: { id: string }) => ({ edit: 'close', place: id }))
  const asked = { data: { edits }, headers: own }
  const both = (await (await request.post(`${city.url}/api/life-circle/what-if`, asked)).json()).outcome
  expect(both.lost).toBeGreaterThan(0)

  await page.getByLabel('在图上做什么').selectOption('close')
  await page.locator('.map-list summary').click()
  const lines = page.getByRole('region', { name: '现有设施' }).getByRole('button')
  await expect.poll(() => lines.count()).toBe(places.length)
  await lines.evaluateAll((buttons) => {
    for (const button of buttons.slice(0, 2)) if (button instanceof HTMLElement) setTimeout(() => button.click(), 0)
  })
  await reads(page, /^2\. 关闭/)
  const lost = page.locator('.figure', { hasText: '不再够得着的人' })
  await expect
    .poll(
      async () =>
        figure(
          await lost
            .locator('.figure-value')
            .textContent()
            .catch(() => ''),
        ),
      { timeout: 20_000 },
    )
    .toBe(Math.round(both.lost))
  await page.context().close()
}, 90_000)

test('a gap of a Saturday evening becomes a task; when it is verified the page shows the figure of before and after', async () => {
  const planner = await city.sits('shenghuoquan', '/life-circle?kind=canteen&openAt=sa-18:00')
  await reads(planner, /只算周六 18:00开着的/)
  await press(planner, '交办')
  await planner.getByLabel(/责任单位/).selectOption('unit_shichang')
  await planner.getByLabel(/任务要求/).fill('周六晚上要有食堂开着')
  await press(planner, '交办这个缺口')
  await reads(planner, /已交办，编号/)
  await planner.goto(`${city.url}/desk/life-circle?view=tasks`)
  const task = planner.getByRole('link', { name: /全区 · .*食堂 · 只算周六 18:00开着的/ })
  await task.click()
  await planner.waitForURL(/\/cases\//)
  const path = new URL(planner.url()).pathname.replace('/desk', '')

  const moves = async (
    account: string,
    ...done: readonly (readonly [move: string, label?: string, text?: string])[]
  ) => {
    const page = await city.sits(account, path)
    for (const [move, label, text] of done) {
      await press(page, move)
      const form = page.getByRole('form', { name: move })
      if (label && text) await form.getByLabel(label).fill(text)
      await form.getByRole('button', { name: move, exact: true }).click()
      await reads(page, `已办理：${move}`)
    }
    await page.context().close()
  }
  await moves('shichang.chengban', ['签收'], ['报告办好', '办了什么', '新食堂已经开业，周六晚上营业。'])
  const request = planner.context().request
  const [home] = (await (await request.get(`${city.url}/api/life-circle/left-out?kind=canteen&openAt=sa-18:00`)).json())
    .rows
  const body = {
    ...{ kind: 'canteen', name: '新食堂', status: 'open', lng: home.lng, lat: home.lat, area: null, address: '' },
    ...{ hours: '每天 6:30-20:00', openToAll: true, capacity: null, capacityUnit: null, floorArea: null, evidence: '' },
  }
  expect((await request.post(`${city.url}/api/life-circle/facilities`, { data: body, headers: own })).status()).toBe(
    200,
  )
  await moves('hecha1', ['核查属实', '核查情况', '到现场看过，已经开业。'])
  // What runs every minute by itself.
  await city.app.city.runner.runDueJobs()
  await planner.goto(`${city.url}/desk/life-circle?view=tasks`)
  await reads(planner, '已完成')
  const cells = await planner.getByRole('row', { name: /食堂/ }).getByRole('cell').allTextContents()
  const [before = '', after = ''] = cells.slice(-2)
  const reached = (cell: string) => figure(cell.match(/%\s*([\d,]+)/)?.[1] ?? '')
  expect(reached(after)).toBeGreaterThan(reached(before))
  expect(before.split('/')[1]).toBe(after.split('/')[1])
  await planner.context().close()
}, 120_000)
