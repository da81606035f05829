import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHIEF, CLEANER, does, lyingWithCleaners, told } from './acts.ts'
import { faultsOf } from './axe.ts'
import { type BuiltCity, openBuiltCity, press, reads } from './city.ts'

let city: BuiltCity

beforeAll(async () => {
  city = await openBuiltCity()
}, 120_000)
afterAll(() => city?.close())

test('a call about rubbish is dispatched, signed for, answered, reviewed, verified and closed by six people', async () => {
  const desk = await city.sits('shouli1', '/new')
  await desk.getByLabel('姓名').fill('周海棠')
  await desk.getByLabel('标题').fill('小区垃圾三天没有清运')
  await desk.getByLabel('情况说明').fill('锦绣花园南门垃圾桶满了三天没人清，气味很大。')
  await press(desk, '登记')
  await desk.getByRole('link', { name: '打开工单' }).click()
  await does(desk, '受理')
  await reads(desk, '已办理：受理')
  const path = new URL(desk.url()).pathname.replace('/desk', '')
  await desk.context().close()

  const dispatcher = await city.sits('paidan1', path)
  await reads(dispatcher, '派单建议：市容环卫科')
  await does(dispatcher, '派单')
  await told(dispatcher, '派单')

  const cleaner = await city.sits(CLEANER, path)
  await does(cleaner, '签收', {}, { '办理研判（四办）': '能办（马上办）' })
  await reads(cleaner, '已办理：签收')
  await does(cleaner, '登记联系', { 对方怎么说: '希望今天清运' }, { 联系方式: '电话', 联系上了吗: '是' })
  await reads(cleaner, '已办理：登记联系')
  await does(cleaner, '提交答复', { 答复内容: '今天上午已清运完毕，约定每天清运两次。' }, { 办理结果: '实际解决' })
  await told(cleaner, '提交答复')

  const chief = await city.sits(CHIEF, path)
  await reads(chief, '今天上午已清运完毕')
  await does(chief, '审核通过')
  await told(chief, '审核通过')

  const verifier = await city.sits('hecha1', path)
  await does(verifier, '核查通过', { 核查情况: '到现场看过，桶已清空' }, { 核查方式: '到现场看' })
  await told(verifier, '核查通过')

  const caller = await city.sits('huifang1', path)
  const visit = { 联系上了吗: '是', 诉求人认为解决了吗: '解决了', 满意程度: '满意' }
  await does(caller, '登记回访', {}, visit)
  await reads(caller, '已办理：登记回访')
  await press(caller, '办结')
  await press(caller, '确认办结')
  await reads(caller, '已办理：办结')
  await reads(caller, '这件工单已经办结，不用再办')
  expect(await caller.getByText('本环节期限').count()).toBe(0)
  const number = (await caller.getByRole('article').getAttribute('aria-label')) ?? ''
  await caller.goto(`${city.url}/desk/cases/${number}`)
  await caller.waitForURL(new RegExp(`${path}$`))
  await reads(caller, '这件工单已经办结，不用再办')
  await caller.goto(`${city.url}/desk/cases/20200101000001`)
  await reads(caller, '没有找到这件工单')
  await caller.context().close()
}, 120_000)

test('a unit says no, its head overrules it, and it cannot say no again', async () => {
  const path = await lyingWithCleaners(city, '小区垃圾没人收')
  const cleaner = await city.sits(CLEANER, path)
  await does(cleaner, '提出“不”（提级）', {
    事实和理由: '不在我科清运范围',
    法律政策依据: '职责清单第三条',
    已经做过哪些努力: '已联系物业',
    可以走的其他途径: '可请物业清运',
  })
  await cleaner
    .getByRole('dialog')
    .getByRole('button', { name: '提出“不”（提级）' })
    .click({ timeout: 1_500 })
    .catch(() => undefined)
  await told(cleaner, '提出“不”')
  const chief = await city.sits(CHIEF, path)
  await does(chief, '要求办理', { 批示意见: '属于职责范围，今天办完' })
  await told(chief, '要求办理')
  const again = await city.sits(CLEANER, path)
  await reads(again, '属于职责范围，今天办完')
  await again.getByRole('button', { name: '提交答复', exact: true }).waitFor()
  expect(await again.getByRole('button', { name: '提出“不”（提级）' }).count()).toBe(0)
  await again.context().close()
}, 60_000)

test('more time is asked for with a reason and a plan, and granted by somebody else', async () => {
  const path = await lyingWithCleaners(city, '垃圾中转站异味')
  const cleaner = await city.sits(CLEANER, path)
  await press(cleaner, '申请延期')
  await cleaner.getByRole('form').getByRole('button', { name: '申请延期' }).click()
  await reads(cleaner, '请填写这一项')
  await cleaner.getByLabel('理由').fill('清运车辆检修')
  await cleaner.reload()
  await press(cleaner, '申请延期')
  expect(await cleaner.getByLabel('理由').inputValue()).toBe('清运车辆检修')
  await cleaner.getByLabel('下一步计划').fill('明天借调车辆，后天清运完毕')
  await cleaner.getByRole('form').getByRole('button', { name: '申请延期' }).click()
  await told(cleaner, '申请延期')
  const approver = await city.sits('shenpi', path)
  await does(approver, '同意延期', { 理由: '情况属实' })
  await told(approver, '同意延期')
}, 60_000)

test('who comes second learns who was first, and what he wrote is still there', async () => {
  const path = await lyingWithCleaners(city, '早市垃圾遍地')
  const first = await city.sits(CLEANER, path)
  const second = await city.sits(CLEANER, path)
  await press(second, '登记进展')
  await second.getByLabel('办理进展').fill('已安排人员清扫')
  await does(first, '登记联系', { 对方怎么说: '希望今天清扫' }, { 联系方式: '电话', 联系上了吗: '是' })
  await told(first, '登记联系')
  await reads(second, '别人先办了一步')
  expect(await second.getByLabel('办理进展').inputValue()).toBe('已安排人员清扫')
  await second.getByRole('form').getByRole('button', { name: '登记进展' }).click()
  await told(second, '登记进展')
}, 60_000)

test('whoever presses twice has done it once, and is told once', async () => {
  const cleaner = await city.sits(CLEANER, await lyingWithCleaners(city, '公厕门口积水'))
  await press(cleaner, '登记进展')
  await cleaner.getByLabel('办理进展').fill('已派人疏通')
  await cleaner.getByRole('form').getByRole('button', { name: '登记进展' }).dblclick()
  await reads(cleaner, '已办理：登记进展')
  await cleaner.waitForLoadState('networkidle').catch(() => undefined)
  expect(await cleaner.getByText('已办理：登记进展').count()).toBe(1)
  await expect.poll(() => cleaner.getByRole('listitem').filter({ hasText: '已派人疏通' }).count()).toBe(1)
  await cleaner.context().close()
}, 60_000)

test('the head of a case tells when the stage and when the case are due, each by its name', async () => {
  const path = await lyingWithCleaners(city, '广场地砖油污')
  const cleaner = await city.sits(CLEANER, path)
  await reads(cleaner, '办理期限')
  await does(cleaner, '提交答复', { 答复内容: '今天上午已冲洗干净，每周冲洗一次。' }, { 办理结果: '实际解决' })
  await told(cleaner, '提交答复')
  const chief = await city.sits(CHIEF, path)
  await reads(chief, '本环节期限')
  await reads(chief, '办理期限')
  await chief.context().close()
}, 60_000)

test('of several cases that are done together, those that somebody else moved meanwhile are named, and no word is lost', async () => {
  const titles = ['菜场门口菜叶满地', '滨河步道落叶未清']
  const [moved] = [await lyingWithCleaners(city, titles[0] ?? ''), await lyingWithCleaners(city, titles[1] ?? '')]
  const second = await city.sits(CLEANER, '/')
  for (const title of titles)
    await second.getByRole('listitem').filter({ hasText: title }).getByRole('checkbox').check()
  await press(second, '批量办理')
  await press(second, '登记进展')
  await second.getByLabel('办理进展').fill('已排入下午清扫')

  const first = await city.sits(CLEANER, moved ?? '')
  await does(first, '登记联系', { 对方怎么说: '希望今天清扫' }, { 联系方式: '电话', 联系上了吗: '是' })
  await told(first, '登记联系')
  await reads(second, '别人先办了一步')
  expect(await second.getByLabel('办理进展').inputValue()).toBe('已排入下午清扫')
  await second.getByRole('form').getByRole('button', { name: '登记进展' }).click()
  await reads(second, '办成 2 · 没办成 0')
  await second.context().close()
}, 60_000)

test('two cases get the same move at once, and each says what became of it', async () => {
  await lyingWithCleaners(city, '绿化带有积存垃圾')
  await lyingWithCleaners(city, '河边垃圾桶破损')
  const cleaner = await city.sits(CLEANER, '/')
  for (const title of ['绿化带有积存垃圾', '河边垃圾桶破损']) {
    const row = cleaner.getByRole('listitem').filter({ hasText: title })
    await row.getByRole('checkbox').check()
  }
  await reads(cleaner, '已选 2 件')
  await press(cleaner, '批量办理')
  await does(cleaner, '登记进展', { 办理进展: '已排入明早清运路线' })
  await reads(cleaner, '办成 2 · 没办成 0')
  await cleaner.context().close()
}, 60_000)

test.each([
  ['/', 1440],
  ['/', 360],
  ['/search?q=垃圾', 1440],
  ['/new', 360],
  ['/inbox', 360],
] as const)('%s at %i pixels can be used by everybody and needs no sideways scrolling', async (path, width) => {
  const page = await city.sits('shouli1', path, { width, height: 800 })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('[role=status] .bones').first().waitFor({ state: 'detached' })
  await expectUsable(page)
})

test('a case on a phone can be used by everybody and needs no sideways scrolling', async () => {
  const page = await city.sits(CLEANER, await lyingWithCleaners(city, '垃圾清运不及时'), { width: 360, height: 780 })
  await press(page, '提交答复')
  await expectUsable(page)
})

async function expectUsable(page: Page): Promise<void> {
  const faults = await faultsOf(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect([faults, overflow <= 0]).toEqual([[], true])
  await page.context().close()
}

test('what is drawn round on the map is the list below it, which is opened and handled as any other', async () => {
  await lyingWithCleaners(city, '南门垃圾', { lng: 117.63, lat: 32.01 })
  const away = await lyingWithCleaners(city, '北门垃圾', { lng: 117.66, lat: 32.03 })
  const around = '117.62,32.02;117.64,32.02;117.64,32;117.62,32'
  const desk = await city.sits('duban1', `/map?within=${around}`)
  await reads(desk, '圈内的工单')
  await desk.getByRole('link', { name: '南门垃圾' }).waitFor()
  expect(await desk.getByRole('link', { name: '北门垃圾' }).count()).toBe(0)
  await desk.getByRole('link', { name: '南门垃圾' }).click()
  await reads(desk, '锦绣花园南门垃圾桶满了三天没人清')
  await press(desk, '不限地图范围')
  await desk
    .locator(`a[href*="${away.split('/').at(-1)}"]`)
    .first()
    .waitFor()
  await desk.locator('.map-view[data-idle]').waitFor()
  expect(await faultsOf(desk)).toEqual([])
  await desk.context().close()
})
test('by keyboard alone: Ctrl+K finds a case by its number, one key opens a move, and ? names the keys', async () => {
  const path = await lyingWithCleaners(city, '垃圾桶盖坏了')
  const page = await city.sits(CLEANER, path)
  const number = (await page.getByRole('article').getAttribute('aria-label')) ?? ''
  await page.goto(`${city.url}/desk/inbox`)
  await page.getByRole('heading', { name: '通知' }).waitFor()
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: '快速操作' })
  await dialog.getByRole('option', { name: '工单', exact: true }).waitFor()
  await page.keyboard.type(number)
  await dialog.getByRole('option', { name: number }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: number }).waitFor()
  await page.keyboard.press('Control+k')
  await dialog.getByRole('option', { name: '提交答复' }).waitFor()
  await page.keyboard.type('答复')
  await page.keyboard.press('Enter')
  await page.getByRole('form', { name: '提交答复' }).waitFor()
  await page.getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '提交答复', exact: true }).waitFor()
  await page.keyboard.press('1')
  await page.getByRole('form', { name: '提交答复' }).getByLabel('答复内容').waitFor()
  await page.getByRole('button', { name: '取消' }).click()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: '本页快捷键' })
  await keys.getByText('提交答复').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
}, 60_000)
