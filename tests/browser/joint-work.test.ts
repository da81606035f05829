import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, later, systemClock, turnableClock } from '../../src/platform/time.ts'
import { CHIEF, CLEANER, does, lyingWithCleaners, told } from './acts.ts'
import { faultsOf } from './axe.ts'
import { type BuiltCity, openBuiltCity, press, reads } from './city.ts'

let city: BuiltCity
let late: string

const phone = { width: 360, height: 780 }
/** Longer than any term with its holidays, so that a promise of then is broken today in every week of the year. */
const LONG_AGO = 30 * DAY
const forgotten = '锦绣花园南门垃圾无人过问'

/** The city is a month old: what was promised then is late now, when the browser comes. */
beforeAll(async () => {
  const now = systemClock.now()
  const clock = turnableClock(later(now, -LONG_AGO))
  city = await openBuiltCity(clock)
  late = await lyingWithCleaners(city, forgotten)
  clock.turnTo(now)
  // Each rung of the ladder is a fact of its own, written when its clock is looked at.
  for (let rung = 0; rung < 4; rung += 1) await city.app.city.runner.runDueJobs()
}, 120_000)
afterAll(() => city?.close())

const reply = { 答复内容: '今天上午已清运完毕，约定每天清运两次。' }
const solved = { 办理结果: '实际解决' }

async function answers(path: string, text = reply.答复内容): Promise<void> {
  const cleaner = await city.sits(CLEANER, path)
  await does(cleaner, '提交答复', { 答复内容: text }, solved)
  await told(cleaner, '提交答复')
  const chief = await city.sits(CHIEF, path)
  await does(chief, '审核通过')
  await told(chief, '审核通过')
}

/** Joint tasks are opened and ended by messages between cases. */
const jobsDone = () => city.app.city.runner.runDueJobs()

async function expectUsable(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect([await faultsOf(page), wider <= 0]).toEqual([[], true])
}

test('the cleaners ask the building office to help, cannot answer before it has, take its work and answer', async () => {
  const path = await lyingWithCleaners(city, '垃圾房漏水，污水流到路上')
  const lead = await city.sits(CLEANER, path)
  await press(lead, '请其他单位协办')
  const form = lead.getByRole('form', { name: '请其他单位协办' })
  await form.getByRole('combobox', { name: '单位' }).fill('住房')
  await lead.locator('.ant-select-tree-title', { hasText: '住房' }).first().click()
  await form.getByLabel('请协办单位做什么').fill('请派人修垃圾房的水管')
  await form.getByRole('button', { name: '请其他单位协办' }).click()
  await reads(lead, '已办理：请其他单位协办')
  await jobsDone()
  const child = lead.locator('section, .sheet').filter({ hasText: '相关工单' }).getByRole('link').last()
  const task = new URL((await child.getAttribute('href')) ?? '', city.url).pathname.replace('/desk', '')
  await lead.getByRole('button', { name: '登记进展', exact: true }).waitFor()
  expect(await lead.getByRole('button', { name: '提交答复', exact: true }).count()).toBe(0)
  await lead.context().close()

  const helper = await city.sits('zhujian.chengban', '/')
  await helper.getByRole('listitem').filter({ hasText: '请派人修垃圾房的水管' }).getByRole('link').click()
  await does(helper, '签收')
  await reads(helper, '已办理：签收')
  await does(helper, '交回结果', { 办了什么: '水管已换，不再漏水' })
  await told(helper, '交回结果')

  const taker = await city.sits(CLEANER, task)
  await reads(taker, '水管已换，不再漏水')
  await does(taker, '收下')
  await told(taker, '收下')
  await jobsDone()
  await answers(path)
  const reader = await city.sits(CLEANER, path)
  await reads(reader, '协办任务已结束')
  await reader.context().close()
}, 120_000)

test('the verifier finds on the spot that it was not done, on a phone; it is done again and passes', async () => {
  const path = await lyingWithCleaners(city, '公厕旁垃圾堆没有清')
  await answers(path)
  const finding = { 核查情况: '到现场看过，垃圾还在' }
  const verifier = await city.sits('hecha1', path, phone)
  await press(verifier, '核查不通过')
  await expectUsable(verifier)
  await verifier.getByRole('button', { name: '取消' }).click()
  await does(verifier, '核查不通过', finding, { 核查方式: '到现场看' })
  await told(verifier, '核查不通过')

  const cleaner = await city.sits(CLEANER, path)
  await reads(cleaner, '到现场看过，垃圾还在')
  await reads(cleaner, '核查不通过，退回重办')
  await cleaner.context().close()
  await answers(path, '这次全部清走了，照片已附，明天起每天两次。')

  const again = await city.sits('hecha1', path, phone)
  await does(again, '核查通过', { 核查情况: '又去看过，已经清空' }, { 核查方式: '到现场看' })
  await reads(again, '已办理：核查通过')
  await again.context().close()
}, 120_000)

test('what is late lies under supervision by itself; the supervisor says what to do, it is done, and the watch is over', async () => {
  const supervisor = await city.sits('duban1', '/?view=watching')
  const row = supervisor.getByRole('listitem').filter({ hasText: forgotten })
  await row
    .getByText(/已超期/)
    .first()
    .waitFor()
  await row.getByText(/督办/).first().waitFor()
  await row.getByRole('link').click()
  await does(supervisor, '督办', { 批示意见: '今天必须清完，并向诉求人说明为什么拖了这么久' })
  await told(supervisor, '督办')

  const cleaner = await city.sits(CLEANER, late)
  await reads(cleaner, '今天必须清完')
  await reads(cleaner, /已超期/)
  await cleaner.context().close()
  await answers(late, '今天已清完。拖延是因为车辆检修，向您道歉，以后每天清运两次。')

  const after = await city.sits('duban1', '/?view=watching')
  await after.getByRole('heading', { level: 1 }).waitFor()
  await after.locator('[role=status] .bones').first().waitFor({ state: 'detached' })
  expect(await after.getByText(forgotten).count()).toBe(0)
  await after.context().close()
}, 120_000)
