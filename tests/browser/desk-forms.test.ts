import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, HOUR } from '../../src/platform/time.ts'
import { asks } from './acts.ts'
import { faultsOf } from './axe.ts'
import { type BuiltCity, openBuiltCity, press, reads } from './city.ts'

let city: BuiltCity

beforeAll(async () => {
  city = await openBuiltCity()
}, 120_000)
afterAll(() => city?.close())

const heading = '姓名,电话,标题,情况说明,地点,属地,分类,渠道,发生日期'
const lamp = '李芳,0551-62345678,翠竹路路灯不亮,翠竹路 18 号门口的路灯从上周开始不亮,翠竹路 18 号,,,热线,'
const rubbish = ',,,小区门口的垃圾三天没人收，有异味,朝花社区东门,,,,'
const wrong = '王五,62345678,没有区号,这一行处处是错,,没有的街道,,电报,2099-01-01'

async function sendsTable(page: Page, rows: readonly string[], mode: string): Promise<void> {
  const buffer = Buffer.from([heading, ...rows].join('\r\n'))
  await page.getByLabel(/表格文件/).setInputFiles({ name: '三月来件.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('radio', { name: mode }).check()
  await press(page, '上传表格')
  await page.waitForURL(/\/new\/table\/entries_/)
  await city.app.city.runner.runDueJobs()
}

/** Whether this is where the keyboard is, and marked as wrong. */
const isFirstFault = (page: Page, name: RegExp) =>
  page.waitForFunction(
    (named) => {
      const at = document.activeElement
      const label = at?.id ? document.querySelector(`label[for="${at.id}"]`)?.textContent : undefined
      return at?.getAttribute('aria-invalid') === 'true' && new RegExp(named).test(label ?? '')
    },
    name.source,
    { timeout: 5_000 },
  )

test('many calls are filed from one table: all or nothing, every fault of a row at once, and the template brings an example', async () => {
  const desk = await city.sits('shouli1', '/new/table')
  const [template] = await Promise.all([desk.waitForEvent('download'), press(desk, 'CSV 模板')])
  expect(readFileSync(await template.path(), 'utf8')).toContain('示例（不登记）：')

  await press(desk, '上传表格')
  await reads(desk, '请先选择文件')
  await isFirstFault(desk, /表格文件/)

  await sendsTable(desk, [lamp, wrong, rubbish], '全部无误才登记')
  await reads(desk, '有误，全部未登记')
  const row = desk.getByRole('row').filter({ hasText: '有误，未登记' })
  for (const fault of [
    /电话 · 应是 11 位手机号/,
    /属地 · 没有这个属地/,
    /渠道 · 渠道应为/,
    /发生日期 · 请填写不晚于今天/,
  ])
    await row.getByText(fault).waitFor()
  expect(await desk.getByRole('row').filter({ hasText: '无误，但未登记' }).count()).toBe(2)
  expect(await faultsOf(desk)).toEqual([])

  await desk.getByRole('link', { name: '全部文件' }).click()
  await sendsTable(desk, [lamp, rubbish], '全部无误才登记')
  await reads(desk, '登记了 2 件，有误 0 行，以前登记过 0 行')
  await desk.getByRole('row').filter({ hasText: '已登记' }).getByRole('link').first().click()
  await reads(desk, '翠竹路 18 号')
  await desk.context().close()
}, 90_000)

const dayAhead = (days: number) => new Date(Date.now() + 8 * HOUR + days * DAY).toISOString().slice(0, 10)

async function chooses(page: Page, form: string, field: RegExp, name: string): Promise<void> {
  await page.getByRole('form', { name: form }).getByRole('combobox', { name: field }).fill(name)
  await page.locator('.ant-select-dropdown:visible .ant-select-tree-title', { hasText: name }).first().click()
}

async function writesDay(page: Page, form: string, field: RegExp, day: string): Promise<void> {
  const input = page.getByRole('form', { name: form }).getByLabel(field)
  await input.fill(day)
  await input.press('Enter')
}

test('a line of the duty list is added: what is wrong is marked and stood at, what follows is seen before it holds', async () => {
  const desk = await city.sits('admin', '/admin/duties')
  await press(desk, '新增一条')
  const form = desk.getByRole('form', { name: '新增一条' })
  await form.getByRole('button', { name: '看看会怎样' }).click()
  await isFirstFault(desk, /单位/)
  expect(await form.locator('[aria-invalid="true"]').count()).toBe(3)
  expect(await faultsOf(desk)).toEqual([])

  await chooses(desk, '新增一条', /单位/, '住房')
  await form.getByRole('button', { name: '看看会怎样' }).click()
  await isFirstFault(desk, /依据/)
  await form.getByLabel(/依据/).fill('区政府办〔2026〕8 号')
  await form.getByRole('button', { name: '看看会怎样' }).click()
  await isFirstFault(desk, /生效日期/)
  await writesDay(desk, '新增一条', /生效日期/, dayAhead(2))
  await writesDay(desk, '新增一条', /结束日期/, dayAhead(1))
  await form.getByRole('button', { name: '看看会怎样' }).click()
  await isFirstFault(desk, /结束日期/)
  await form.getByText('结束日期须晚于开始日期').first().waitFor()

  await writesDay(desk, '新增一条', /结束日期/, dayAhead(30))
  await form.getByRole('button', { name: '看看会怎样' }).click()
  await form.getByRole('button', { name: '确认保存' }).waitFor()
  await form
    .getByText(/会改派|没有变化/)
    .first()
    .waitFor()
  await form.getByRole('button', { name: '确认保存' }).click()
  await reads(desk, '已保存')
  await desk.getByLabel('时间').selectOption({ label: '将要生效' })
  await desk.getByRole('row').filter({ hasText: '区政府办〔2026〕8 号' }).waitFor()
  await desk.context().close()
}, 90_000)

test('a notice is worded anew: it is read before it holds, cannot lose the number, and an older wording comes back', async () => {
  const desk = await city.sits('admin', '/admin/wordings?q=我们收到了')
  await press(desk, '修改 我们收到了')
  const form = desk.getByRole('form', { name: '修改' })
  const text = form.getByLabel(/^正文(?!（)/)
  const kept = await text.inputValue()
  await text.fill('您反映的事情我们收到了。')
  await form.getByText('必须写明受理编号：{number}，且不能放在方括号里').waitFor()
  await form.getByRole('button', { name: '保存，立即启用' }).click()
  await isFirstFault(desk, /正文/)
  await reads(desk, '请先改正标出的地方')

  await text.fill(`${kept}谢谢您。`)
  await form.getByText('谢谢您。').last().waitFor()
  expect(await faultsOf(desk)).toEqual([])
  await form.getByRole('button', { name: '保存，立即启用' }).click()
  await reads(desk, '已启用新的用语')
  await reads(desk, '版本 1')
  await press(desk, '历次版本 我们收到了')
  await press(desk, '恢复系统原文 版本 0')
  await form.getByRole('button', { name: '保存，立即启用' }).click()
  await reads(desk, '版本 2')
  await desk.context().close()
}, 60_000)

test('a paper of a case is written, looked at as it will lie on the table, issued, and found beside the case', async () => {
  const caller = { name: '周海棠', phone: '13900000018' }
  const call = { channel: 'hotline', caller, title: '路灯不亮', text: '青松路 12 号门前的路灯三天不亮。' }
  const { id } = (await asks(city, 'shouli1', '/api/cases', call)).json()
  await asks(city, 'shouli1', `/api/cases/${id}/moves/accept`, { fields: {} })
  const desk = await city.sits('shouli1', `/cases/${id}`)
  await press(desk, '出具 受理通知书')
  const dialog = desk.getByRole('dialog', { name: '出具 受理通知书' })
  await dialog.getByRole('button', { name: '预览' }).waitFor()
  const empty = dialog.locator('textarea, input[type=text]')
  for (const field of await empty.all()) if ((await field.inputValue()) === '') await field.fill('《某某条例》第三条。')
  expect(await faultsOf(desk)).toEqual([])
  await dialog.getByRole('button', { name: '预览' }).click()
  await dialog.getByText('出具后编入文号').waitFor()
  await dialog.getByRole('button', { name: '确认出具' }).click()
  await reads(desk, /已出具/)
  await desk.getByRole('link', { name: /^受理通知书/ }).click()
  await desk.locator('[lang="zh-CN"]').getByText('受理通知书').first().waitFor()
  await desk.context().close()
}, 60_000)
