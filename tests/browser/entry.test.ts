import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveAreas } from '../../src/kernel/places/store.ts'
import { faultsOf } from './axe.ts'
import { type BuiltCity, openBuiltCity, press, reads } from './city.ts'

let city: BuiltCity

beforeAll(async () => {
  city = await openBuiltCity()
}, 120_000)
afterAll(() => city?.close())

test('an officer files for a caller with area, day, photo and the questions of the matter, and nothing typed is lost', async () => {
  await saveAreas(city.database.db, '349901', [
    { code: 'street_yunxi', level: 'street', name: '云溪街道', parent: null, aliases: [] },
  ])
  const desk = await city.sits('shouli1', '/new')
  await press(desk, '登记')
  await reads(desk, '请写标题，至少 2 个字')
  await reads(desk, '请写情况说明，至少 2 个字')
  await desk.getByLabel(/^电话/).fill('12')
  await reads(desk, '应是 11 位手机号，或带区号的固定电话')
  await desk.getByLabel(/^电话/).fill('13900000077')
  await desk.getByLabel('标题').fill('路灯不亮')
  await desk.getByLabel('情况说明').fill('青松路门前路灯三天不亮，晚上看不清路。')
  await desk.getByLabel(/^事项/).selectOption({ label: '路灯不亮或损坏' })
  await press(desk, '登记')
  await reads(desk, '请填写“地点”')
  await desk.getByLabel(/^地点/).fill('青松路 12 号')
  // The officer sits at the hotline: where his device is says nothing of the caller's place.
  expect(await desk.getByRole('button', { name: '用我现在的位置' }).count()).toBe(0)
  await press(desk, '在地图上选')
  await desk.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await desk.getByLabel(/^属地/).fill('云溪街道')
  await desk.locator('.ant-select-tree-title', { hasText: '云溪街道' }).first().click({ timeout: 5_000 })
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer()
  const input = desk.locator('input[type=file]')
  await input.setInputFiles({ name: '灯.heic', mimeType: 'image/heic', buffer: picture })
  await reads(desk, '这张是苹果手机的 HEIC 照片')
  await desk.getByRole('button', { name: '移除 灯.heic' }).click()
  await input.setInputFiles({ name: '灯.jpg', mimeType: 'image/jpeg', buffer: picture })
  await desk.getByText('已上传').waitFor({ state: 'attached' })
  await desk.reload()
  expect(await desk.getByLabel(/^地点/).inputValue()).toBe('青松路 12 号')
  await desk.getByText('已上传').waitFor({ state: 'attached' })
  await desk.locator('.photo').waitFor()
  expect(await faultsOf(desk)).toEqual([])
  await press(desk, '登记')
  await desk.getByRole('link', { name: '打开工单' }).click()
  await reads(desk, '青松路 12 号')
  await reads(desk, '照片和材料')
  await desk.context().close()
}, 60_000)
