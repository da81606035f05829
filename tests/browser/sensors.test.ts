import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueKey } from '../../src/kernel/channels/handle/clients.ts'
import { later, MINUTE } from '../../src/platform/time.ts'
import { type BuiltCity, openBuiltCity, press, reads } from './city.ts'

let city: BuiltCity
let key: string

beforeAll(async () => {
  city = await openBuiltCity()
  const by = {
    district: city.config.district,
    who: 'staff_admin',
    unit: null,
    ip: '127.0.0.1',
    at: new Date().toISOString(),
  }
  key = (await issueKey(city.app.city, by as never, { name: '网关', rights: ['sensors.write'], perMinute: 1_000 })).key
}, 120_000)
afterAll(() => city?.close())

test('a sensor is registered, a rule written for it, readings come by HTTP, and the case is on the desk with its curve', async () => {
  const page = await city.sits('admin', '/sensors/new')
  const type = (name: string, text: string) => page.getByRole('textbox', { name }).fill(text)
  await type('编号 必填', 'wl-test-1')
  await type('名称', '石桥路下穿通道')
  await type('单位', 'cm')
  await type('位置 必填', '石桥路铁路下穿通道')
  await press(page, '保存')
  await page.getByRole('heading', { name: '石桥路下穿通道' }).waitFor()

  await page.goto(`${city.url}/desk/sensors?view=rules`)
  await press(page, '新增规则')
  await press(page, '保存为新版本')
  await reads(page, '请选择立案事项')
  await type('案件标题', '下穿通道积水')
  await page.getByLabel('立案事项').selectOption({ label: '路面积水' })
  await type('触发值', '30')
  await type('恢复值', '20')
  await press(page, '保存为新版本')
  await page.getByRole('cell', { name: '下穿通道积水' }).waitFor()

  const now = city.app.city.clock.now()
  const readings = Array.from({ length: 13 }, (_, at) => ({
    sensor: 'wl-test-1',
    at: later(now, (at - 12) * MINUTE),
    value: 36,
  }))
  const sent = await fetch(`${city.url}/api/sensors/readings`, {
    method: 'POST',
    headers: { 'x-api-key': key, 'content-type': 'application/json' },
    body: JSON.stringify({ readings }),
  })
  expect(await sent.json()).toMatchObject({ stored: 13, faults: [] })
  await city.app.city.runner.runDueJobs()
  await page.context().close()

  const desk = await city.sits('paidan1', '/?view=all')
  await desk.getByText('下穿通道积水：石桥路下穿通道').first().click()
  await desk.getByRole('heading', { name: '传感器读数' }).waitFor()
  await reads(desk, '读数还没有恢复')
  await desk.getByRole('img', { name: /石桥路下穿通道的读数，最低/ }).waitFor()
  await desk.context().close()
}, 60_000)
