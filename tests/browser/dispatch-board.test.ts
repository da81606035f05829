import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MarkView as Mark } from '../../src/kernel/cases/model/reading.ts'
import { DEMO_PASSWORD } from '../../src/kernel/organisations/seed/organisations.ts'
import { faultsOf } from './axe.ts'
import { type BuiltCity, openBuiltCity } from './city.ts'

let city: BuiltCity

beforeAll(async () => {
  city = await openBuiltCity()
}, 120_000)
afterAll(() => city?.close())

const desktop = { width: 1440, height: 900 }
const phone = { width: 360, height: 780 }

const sits = (account: string, viewport = desktop) => city.sits(account, '/dispatch', viewport)

async function asks(account: string, method: 'GET' | 'POST', path: string, body?: object) {
  const payload = { account, password: DEMO_PASSWORD }
  const signed = await city.app.http.inject({ method: 'POST', url: '/api/people/staff/sign-in', payload })
  const headers = { authorization: `Bearer ${signed.json().token}` }
  const answer = await city.app.http.inject({ method, url: path, headers, ...(body && { payload: body }) })
  return answer.json()
}

/** A call that intake has taken on, so that it waits for dispatch. */
async function waits(title: string, text: string, urgent: 'yes' | 'no'): Promise<string> {
  const entry = { channel: 'hotline', caller: { name: '周海棠' }, title, text }
  const { id } = await asks('shouli1', 'POST', '/api/cases', entry)
  await asks('shouli1', 'POST', `/api/cases/${id}/moves/accept`, { fields: { urgent } })
  return id
}

const letters = [
  ['小区电梯经常停运', '锦绣花园三号楼的电梯三天两头停运，老人上下楼很不方便，物业一直不修。', 'no'],
  ['公交车改线以后没有站', '十二路公交车改线以后，我们这边没有公交站了，老人去医院要走两公里。', 'no'],
  ['学校门口路面塌陷', '第三小学门口路面突然塌陷，孩子上学要绕到机动车道上走，很危险。', 'yes'],
] as const

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 }).waitFor()

test('an empty board says that nothing waits; whoever is no dispatcher is told so', async () => {
  const dispatcher = await sits('paidan1')
  await dispatcher.getByText('没有待派的工单').waitFor()
  expect(await faultsOf(dispatcher)).toEqual([])
  const verifier = await sits('hecha1')
  await verifier.getByText('您没有查看这里的权限').first().waitFor()
  expect(await faultsOf(verifier)).toEqual([])
  await Promise.all([dispatcher.context().close(), verifier.context().close()])
}, 60_000)

test('a dispatcher works the board by keyboard: the urgent first, next and back, another route, and away it goes', async () => {
  const ids: string[] = []
  for (const [title, text, urgent] of letters) ids.push(await waits(title, text, urgent))
  const [lift, bus, hole] = ids
  const board = await sits('paidan1')
  await heading(board, letters[2][0])
  expect(await faultsOf(board)).toEqual([])

  await board.keyboard.press('j')
  await heading(board, letters[0][0])
  await board.keyboard.press('k')
  await heading(board, letters[2][0])

  const { proposal } = await asks('paidan1', 'GET', `/api/cases/${hole}`)
  await board.keyboard.press('2')
  const routes = board.getByRole('group', { name: '派单建议' })
  await expect.poll(() => routes.getByRole('radio').nth(1).isChecked()).toBe(true)
  await board.keyboard.press('Enter')
  await board.getByText('已派单：').first().waitFor()
  await heading(board, letters[0][0])
  const [, second] = proposal.best
  const sent = await asks('paidan1', 'GET', `/api/cases/${hole}`)
  expect(sent.card).toMatchObject({ stage: 'assigned', unit: second.unit, category: second.category })

  const first = (await asks('paidan1', 'GET', `/api/cases/${lift}`)).proposal
  await board.keyboard.press('Enter')
  await heading(board, letters[1][0])
  const lifted = await asks('paidan1', 'GET', `/api/cases/${lift}`)
  expect(lifted.card).toMatchObject({ stage: 'assigned', unit: first.unit })
  expect((await asks('paidan1', 'GET', `/api/cases/${bus}`)).card.stage).toBe('dispatching')
  await board.context().close()
}, 60_000)

test('the words that spoke are marked in the text, and what is done is counted by the hour', async () => {
  await city.app.city.runner.runDueJobs()
  const board = await sits('paidan1')
  await heading(board, letters[1][0])
  await board.getByText('今天我派了 2 件').waitFor()
  const [{ line }] = (await asks('paidan1', 'GET', '/api/dispatch/queue')).rows
  const shown = await asks('paidan1', 'GET', `/api/cases/${line.id}`)
  const marks: Mark[] = shown.proposal.marks
  const inText = marks.filter(({ field }) => field === 'text')
  const words = inText.map(({ from, to }) => shown.told.text.slice(from, to))
  expect(words.length).toBeGreaterThan(0)
  expect(await board.locator('mark').allTextContents()).toEqual(words)
  await board.context().close()
}, 60_000)

test('another move opens in a dialog, and Escape gives the board back', async () => {
  const board = await sits('paidan1')
  await board.getByRole('button', { name: '改分类', exact: true }).click()
  const dialog = board.getByRole('dialog', { name: '改分类' })
  await dialog.getByRole('form', { name: '改分类' }).waitFor()
  expect(await faultsOf(board)).toEqual([])
  await board.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await board.context().close()
}, 60_000)

test('on a phone the case stands first and nothing is wider than the screen', async () => {
  const board = await sits('paidan1', phone)
  await heading(board, letters[1][0])
  expect(await board.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  expect(await faultsOf(board)).toEqual([])
  await board.context().close()
}, 60_000)

test('a board that cannot be read says so, and reads again when asked', async () => {
  const context = await city.browser.newContext({ viewport: desktop, locale: 'zh-CN', bypassCSP: true })
  const data = { account: 'paidan1', password: DEMO_PASSWORD }
  await context.request.post(`${city.url}/api/people/staff/sign-in`, { data })
  const page = await context.newPage()
  await page.route('**/api/dispatch/queue', (route) => route.fulfill({ status: 500, body: '{}' }))
  await page.goto(`${city.url}/desk/dispatch`)
  const again = page.getByRole('button', { name: '再试一次' })
  await again.waitFor({ timeout: 30_000 })
  await page.unroute('**/api/dispatch/queue')
  await again.click()
  await heading(page, letters[1][0])
  await context.close()
}, 60_000)
