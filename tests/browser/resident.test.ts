import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffId } from '../../src/kernel/people/model.ts'
import { faultsOf } from './axe.ts'
import { type BuiltCity, openBuiltCity } from './city.ts'
import { drawStreet } from './street.ts'

let city: BuiltCity

beforeAll(async () => {
  city = await openBuiltCity()
}, 120_000)
afterAll(() => city?.close())

const phone = () => city.browser.newPage({ viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' })

/** The point that was filed with a case. */
async function pointOf(number: string | undefined): Promise<unknown> {
  const { rows } = await city.database.db.pool.query(
    'select lng, lat from cases.spot s join cases.card c on c.district = s.district and c.id = s.case_id where number = $1',
    [number],
  )
  return rows[0]
}

/** By keyboard alone: the map, opened, moved nowhere, and Enter on its middle. */
async function pickTheMiddle(page: Page): Promise<void> {
  await page.getByRole('button', { name: '在地图上改' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '在地图上选位置' })
  await dialog.getByRole('button', { name: '取地图正中' }).press('Enter')
  await dialog.getByText('云溪街道').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: '就选这里' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

/** Somebody at the desk does his part, by the same door the desk uses. */
async function atTheDesk(staff: StaffId, id: string, move: string, fields: object = {}) {
  const { sessions } = city.app.city
  const { token } = await sessions.begin(city.database.db, city.config.district, staff, 'password', {
    ip: '::1',
    agent: 'desk',
  })
  const answer = await city.app.http.inject({
    method: 'POST',
    url: `/api/cases/${id}/moves/${move}`,
    headers: { authorization: `Bearer ${token}` },
    payload: { fields },
  })
  expect([move, answer.statusCode]).toEqual([move, 200])
}

async function signIn(page: Page, number: string) {
  await page.goto(`${city.url}/sign-in?next=/write`)
  await page.getByLabel('手机号').fill(number)
  await page.getByRole('button', { name: '获取验证码' }).click()
  const sent = await page.getByRole('status').filter({ hasText: '验证码' }).innerText()
  await page
    .getByLabel('验证码', { exact: false })
    .last()
    .fill(/\d{6}/.exec(sent)?.[0] ?? '')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(`${city.url}/write`)
}

const titled = '青松路 12 号门前的路灯三天不亮了'
const story = '您好，青松路 12 号门前的路灯三天不亮了，晚上老人出门看不清路。请尽快来修。'

/** Writes and sends the story; gives the id of the case once its page is open. */
async function writeAsSignedIn(page: Page): Promise<string> {
  await page.getByLabel('您要反映什么？').fill(story)
  await page.getByText('系统推荐').waitFor()
  await page.getByLabel('地点').fill('青松路 12 号')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('link', { name: '看进度' }).click()
  await page.waitForURL(/\/mine\/case_/)
  await page.getByRole('heading', { name: '办理经过' }).waitFor()
  return page.url().split('/').at(-1) ?? ''
}

test('a visitor writes in the one box, loses nothing on the way, and follows with number and code', async () => {
  const page = await phone()
  await page.goto(city.url)
  await page.getByRole('textbox', { name: '您要反映什么？' }).fill(story)
  await page.getByRole('button', { name: '下一步' }).click()
  const text = page.getByLabel('您要反映什么？')
  await expect.poll(() => text.inputValue()).toBe(story)
  expect(await page.getByLabel('标题').inputValue()).toBe('青松路 12 号门前的路灯三天不亮了')
  await page.getByText('路灯不亮或损坏').waitFor()
  await page.getByText('告诉您是否受理，最晚').waitFor()

  await page.getByRole('button', { name: '提交' }).click()
  expect(await page.getByRole('alert').allInnerTexts()).toContain('请填写“地点”')
  expect(await page.getByLabel('地点').evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await faultsOf(page)).toEqual([])

  await drawStreet(city)
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ longitude: 117.25, latitude: 31.75, accuracy: 12 })
  await page.getByRole('button', { name: '用我现在的位置' }).click()
  await page.getByText('云溪街道').waitFor()
  await page.reload()
  expect(await text.inputValue()).toBe(story)
  await page.getByText('云溪街道').waitFor()
  await pickTheMiddle(page)
  await page.getByLabel('地点').fill('青松路 12 号')
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer()
  await page.locator('input[type=file]').setInputFiles({ name: '灯.jpg', mimeType: 'image/jpeg', buffer: picture })
  await page.getByText('已上传').waitFor({ state: 'attached' })
  await page.getByText('系统推荐').waitFor()

  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('heading', { name: '提交成功' }).waitFor()
  const [number, code] = await page.getByText(/^\d{6,14}$/).allInnerTexts()
  const filedAt = await pointOf(number)
  expect(filedAt).toMatchObject({ lng: expect.closeTo(117.25, 3), lat: expect.closeTo(31.75, 3) })
  expect(await faultsOf(page)).toEqual([])

  await page.goto(`${city.url}/follow`)
  await page.getByLabel('编号').fill(number ?? '')
  await page.getByLabel('查询码').fill(code ?? '')
  await page.getByRole('button', { name: '查看' }).click()
  await page.getByRole('heading', { name: '青松路 12 号门前的路灯三天不亮了' }).waitFor()
  expect(page.url()).toBe(`${city.url}/follow?number=${number}`)
  await page.reload()
  await page.getByRole('heading', { name: '青松路 12 号门前的路灯三天不亮了' }).waitFor()
  expect(await page.getByRole('list', { name: '办理流程' }).locator('[aria-current=step]').innerText()).toContain(
    '收到',
  )
  expect(await page.getByRole('img', { name: '照片 1' }).count()).toBe(1)
  expect(await faultsOf(page)).toEqual([])
  await page.close()
}, 90_000)

test('what is written without a line waits on the device, goes out by itself, and arrives once', async () => {
  const page = await phone()
  await page.goto(`${city.url}/write`)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
  await page.context().setOffline(true)
  await page.reload()
  await page.getByText('没有网络，可以照样写').waitFor()
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ longitude: 117.5, latitude: 31.5, accuracy: 80 })
  await page.getByRole('button', { name: '用我现在的位置' }).click()
  await page.getByText('定位误差约 80 米').waitFor()
  await page.getByText('现在查不到是哪个社区').waitFor()
  await page.getByLabel('您要反映什么？').fill(story)
  await page.getByLabel('地点').fill('青松路 12 号')
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#753' } })
    .jpeg()
    .toBuffer()
  await page.locator('input[type=file]').setInputFiles({ name: '灯.jpg', mimeType: 'image/jpeg', buffer: picture })
  await page.getByText('等有网再传').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '存下，有网就发' }).click()
  await page.getByRole('heading', { name: '等着发送的' }).waitFor()
  await page.getByText('等有网就发', { exact: true }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.reload()
  await page.getByRole('button', { name: '拿回来改' }).waitFor()

  await page.context().setOffline(false)
  await page.getByText('已发送').waitFor()
  const [number, code] = await page.getByText(/^\d{6,14}$/).allInnerTexts()
  expect([number?.length, code?.length]).toEqual([14, 6])
  expect(await pointOf(number)).toEqual({ lng: 117.5, lat: 31.5 })
  expect(await faultsOf(page)).toEqual([])
  const filed = await city.database.db.pool.query('select number from cases.card where title = $1', [titled])
  await page.getByRole('link', { name: '看进度' }).click()
  await page.getByRole('heading', { name: '办理经过' }).waitFor()
  expect(await page.getByRole('img', { name: '照片 1' }).count()).toBe(1)
  expect(filed.rows.filter((row) => row.number === number)).toHaveLength(1)
  await page.goto(`${city.url}/waiting`)
  await page.getByRole('button', { name: '记下了，收起' }).click()
  await page.getByText('没有等着发送的').waitFor()
  const after = await city.database.db.pool.query('select number from cases.card where title = $1', [titled])
  expect(after.rows).toHaveLength(filed.rows.length)
  await page.close()
}, 90_000)

test('a session that ends while she writes is said; she loses nothing, and signed in again it is hers', async () => {
  const page = await phone()
  await signIn(page, '13900000003')
  await page.getByLabel('您要反映什么？').fill(story)
  await page.getByText('系统推荐').waitFor()
  await page.getByLabel('地点').fill('青松路 12 号')
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('您的登录已结束，内容还没有提交').first().waitFor()
  await expect.poll(() => page.locator('#session-ended').evaluate((it) => it === document.activeElement)).toBe(true)
  expect(await faultsOf(page)).toEqual([])
  await page.reload()
  await page.getByRole('button', { name: '不登录，继续' }).waitFor()
  expect(await page.getByLabel('您要反映什么？').inputValue()).toBe(story)
  await page.getByRole('button', { name: '重新登录' }).click()
  await page.getByRole('dialog', { name: '重新登录' }).getByLabel('手机号').waitFor()
  // A telephone gets one code a minute, and the minute is a real one: signed in again is here the session back.
  await page.context().addCookies(cookies)
  await page.reload()
  await page.getByText('办理人员会打您登录用的手机').waitFor()
  expect(await page.getByRole('button', { name: '不登录，继续' }).count()).toBe(0)
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('link', { name: '看进度' }).click()
  await page.waitForURL(/\/mine\/case_/)
  await page.close()
}, 90_000)

test('asked for more, Li Fang adds it; news that comes in while she writes takes nothing from under her hands', async () => {
  const page = await phone()
  await signIn(page, '13900000001')
  const id = await writeAsSignedIn(page)
  await atTheDesk('staff_shouli1', id, 'askSupplement', { missing: '请补一张灯杆编号的照片。' })
  await page.getByText('请补一张灯杆编号的照片。').first().waitFor()
  await page.getByRole('button', { name: '补充', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '补充' })
  await dialog.getByRole('button', { name: '补充', exact: true }).click()
  await dialog.getByRole('alert').filter({ hasText: '请填写这一项' }).waitFor()
  await dialog.getByLabel('补充说明').fill('灯杆编号是 QS-012。')
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: '取消' }).click()

  await page.getByRole('button', { name: '催办' }).click()
  const urging = page.getByRole('dialog', { name: '催办' })
  await urging.getByRole('textbox').fill('请快一点')
  await urging.getByRole('button', { name: '催办' }).click()
  await urging.waitFor({ state: 'hidden' })

  await page.getByRole('button', { name: '补充', exact: true }).click()
  expect(await dialog.getByLabel('补充说明').inputValue()).toBe('灯杆编号是 QS-012。')
  await dialog.getByRole('button', { name: '补充', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('list', { name: '办理经过' }).getByText('灯杆编号是 QS-012。').waitFor()
  expect(await page.getByRole('button', { name: '补充', exact: true }).count()).toBe(0)

  await page.goto(`${city.url}/mine`)
  await page.getByRole('list', { name: '我的诉求' }).getByRole('link').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.goto(`${city.url}/notices`)
  await page.getByText('请补充材料').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.close()
}, 90_000)

test('two stars send the case back to be put right; what is put right she may still ask to have done again', async () => {
  const page = await phone()
  await signIn(page, '13900000002')
  const id = await writeAsSignedIn(page)
  await atTheDesk('staff_shouli1', id, 'answerAtOnce', {
    answer: '路灯今天下午已经派人去看，灯头明天更换。',
    outcome: 'explained',
  })
  await page.getByRole('heading', { name: '给您的答复' }).waitFor()
  await page.getByRole('button', { name: '评价' }).click()
  const dialog = page.getByRole('dialog', { name: '评价' })
  await dialog.getByRole('button', { name: '评价' }).click()
  await dialog.getByText('请选几颗星').waitFor()
  await dialog.getByRole('radio', { name: /2 ★/ }).focus()
  await page.keyboard.press('Space')
  await dialog.getByText('一星、二星会退回整改').waitFor()
  await dialog.getByRole('textbox').fill('说是明天修，到现在没有人来。')
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: '评价' }).click()
  await page.getByRole('heading', { name: '差评整改' }).waitFor()
  await page.getByRole('list', { name: '办理经过' }).getByText('说是明天修，到现在没有人来。').waitFor()
  expect(await page.getByRole('button', { name: '评价' }).count()).toBe(0)
  expect(await faultsOf(page)).toEqual([])

  await atTheDesk('staff_paidan2', id, 'rectify', { answer: '灯头已经换好，当晚亮灯。' })
  await page.getByRole('heading', { name: '整改核实' }).waitFor()
  await atTheDesk('staff_huifang1', id, 'confirmRectified', { said: '电话核实，灯已亮。' })
  await page.getByRole('heading', { name: '已办结' }).waitFor()
  await page.getByRole('button', { name: '要求重办' }).click()
  const again = page.getByRole('dialog', { name: '要求重办' })
  await again.getByRole('textbox').fill('亮了两天又灭了。')
  expect(await faultsOf(page)).toEqual([])
  await again.getByRole('button', { name: '要求重办' }).click()
  await page.getByRole('heading', { name: '重办审核' }).waitFor()
  await atTheDesk('staff_duban1', id, 'reopen', { reason: '问题没有解决，同意重办。' })
  await page.getByRole('heading', { name: '办理中' }).waitFor()
  expect(await page.getByRole('button', { name: '要求重办' }).count()).toBe(0)
  await page.close()
}, 90_000)
