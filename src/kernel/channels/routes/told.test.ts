import { expect, test } from 'vitest'
import { later, MINUTE } from '../../../platform/time.ts'
import { monday } from '../handle/channels.spec.ts'
import { sendDueNotices } from '../handle/sending.ts'
import { doors, type Name } from './doors.spec.ts'

const words = { title: { zh: '受理', en: 'Taken' }, text: { zh: '编号 {number}', en: 'No. {number}' }, after: 0 }

test('one reads one’s own notices and those of one’s unit, newest first, and nobody else’s', async () => {
  const { ask, tell, clock } = await doors()
  await tell('notice_1', 'resident:person_li', { template: 'filed', params: { number: '17', code: '482913' } })
  clock.turnTo(later(monday, MINUTE))
  await tell('notice_2', 'resident:person_chen')
  await tell('notice_3', 'unit:unit_street', { template: 'assigned' })
  await tell('notice_4', 'unit:unit_bureau', { template: 'assigned' })
  clock.turnTo(later(monday, 2 * MINUTE))
  await tell('notice_5', 'staff:staff_wang', { template: 'urged' })
  await tell('notice_6', 'unit:capacity:verifier', { template: 'verify-at-your-desk' })
  const ids = async (who: Name) =>
    (await ask(who, 'GET /api/channels/inbox')).body.rows.map((row: { id: string }) => row.id)
  expect(await ids('li')).toEqual(['notice_1'])
  expect(await ids('wang')).toEqual(['notice_5', 'notice_3'])
  expect(await ids('zhao')).toEqual(['notice_6', 'notice_4'])
  const mine = (await ask('li', 'GET /api/channels/inbox')).body.rows[0]
  expect(mine).toMatchObject({
    number: '17',
    title: { zh: '我们收到了' },
    text: { zh: expect.stringContaining('482913') },
  })
})

test('the log covers the code that only the addressee may know', async () => {
  const { ask, tell } = await doors()
  await tell('notice_1', 'resident:person_li', { template: 'filed', params: { number: '17', code: '482913' } })
  const answer = await ask('zhao', 'GET /api/channels/notices')
  expect(answer.body.rows[0].text.zh).toContain('••••')
  expect(JSON.stringify(answer.body)).not.toContain('482913')
})

test('nobody marks the notice of another as read', async () => {
  const { ask, tell } = await doors()
  await tell('notice_1', 'resident:person_li')
  const one = { id: 'notice_1' }
  expect((await ask('chen', 'POST /api/channels/inbox/read', one)).status).toBe(404)
  expect((await ask('wang', 'POST /api/channels/inbox/read', one)).status).toBe(404)
  expect((await ask('chen', 'POST /api/channels/inbox/read', { until: later(monday, MINUTE) })).status).toBe(200)
  expect((await ask('li', 'GET /api/channels/inbox/unread')).body).toEqual({ count: 1 })
  expect((await ask('li', 'POST /api/channels/inbox/read', one)).status).toBe(200)
  expect((await ask('li', 'GET /api/channels/inbox/unread')).body).toEqual({ count: 0 })
})

test('a long inbox is read page by page without a gap and without a repeat', async () => {
  const { ask, tell, clock } = await doors()
  for (let count = 0; count < 7; count++) {
    if (count % 3 === 0) clock.turnTo(later(monday, count * MINUTE))
    await tell(`notice_${count}`, count % 2 === 0 ? 'unit:unit_street' : 'staff:staff_wang')
  }
  const seen: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page = await ask('wang', `GET /api/channels/inbox?limit=2${next === '' ? '' : `&after=${next}`}`)
    seen.push(...page.body.rows.map((row: { id: string }) => row.id))
    next = page.body.next
  }
  expect(seen).toEqual(['notice_6', 'notice_5', 'notice_4', 'notice_3', 'notice_2', 'notice_1', 'notice_0'])
  expect((await ask('wang', 'GET /api/channels/inbox?after=WyJ4IiwieSJd')).status).toBe(400)
})

test('the log finds what did not go out, and a manager tries it again', async () => {
  const { ask, tell, parts, db } = await doors()
  await tell('notice_1', 'resident:person_li', { template: 'unheard-of' })
  await tell('notice_2', 'resident:person_chen', { caseId: 'case_2' })
  await sendDueNotices(parts)
  const ids = async (query: string) =>
    (await ask('zhao', `GET /api/channels/notices?${query}`)).body.rows.map((row: { id: string }) => row.id)
  expect(await ids('state=dead')).toEqual(['notice_1'])
  expect(await ids('state=sent')).toEqual(['notice_2'])
  expect(await ids('case=case_2')).toEqual(['notice_2'])
  expect(await ids('template=unheard-of')).toEqual(['notice_1'])
  expect((await ask('admin', 'POST /api/channels/notices/retry', { id: 'notice_2' })).body).toMatchObject({
    refusal: 'notice-not-dead',
  })
  expect((await ask('admin', 'POST /api/channels/notices/retry', { id: 'notice_1' })).status).toBe(200)
  expect(await ids('state=waiting')).toEqual(['notice_1'])
  const operations = await db.prepared(
    { name: 'ops', text: 'select what, outcome from people.operation_log order by outcome desc' },
    [],
  )
  expect(operations).toEqual([
    { what: 'channels.notice.retry', outcome: 'notice-not-dead' },
    { what: 'channels.notice.retry', outcome: 'done' },
  ])
})

test('the log of the demo shows what would have been sent, with the number covered', async () => {
  const { ask, tell, parts } = await doors()
  await tell('notice_1', 'resident:person_li')
  await sendDueNotices(parts)
  expect((await ask('zhao', 'GET /api/channels/recorded')).body.rows).toMatchObject([
    { medium: 'sms', to: '139****0001' },
  ])
})

test('a city words a notice in its own way; the words before stay readable; two editors do not overwrite each other', async () => {
  const { ask } = await doors()
  expect((await ask('admin', 'PUT /api/channels/templates/accepted', words)).body).toEqual({ ok: true, version: 1 })
  expect((await ask('admin', 'PUT /api/channels/templates/accepted', words)).body).toMatchObject({
    refusal: 'wording-changed-meanwhile',
  })
  const history = (await ask('admin', 'GET /api/channels/templates/accepted')).body.rows
  expect(history.map((row: { version: number; text: { zh: string } }) => [row.version, row.text.zh])).toEqual([
    [1, '编号 {number}'],
    [0, '您反映的事情（编号 {number}）已经受理[，最晚{due}给您答复]。'],
  ])
  const now = (await ask('admin', 'GET /api/channels/templates')).body.rows
  expect(now.find((row: { key: string }) => row.key === 'accepted')).toMatchObject({ version: 1, by: 'staff_admin' })
  expect((await ask('admin', 'PUT /api/channels/templates/unheard-of', words)).status).toBe(404)
})

test('a wording is shown with the values of the newest notice given by it, and never with a real code', async () => {
  const { ask, tell } = await doors()
  const example = async (key: string) => (await ask('admin', `GET /api/channels/templates/${key}/example`)).body
  expect(await example('accepted')).toMatchObject({ isReal: false, params: { number: '20260302000123' } })
  await tell('notice_1', 'resident:person_li')
  const real = await example('accepted')
  expect(real.isReal).toBe(true)
  expect(real.params.number).not.toBe('20260302000123')
  expect((await ask('admin', 'GET /api/channels/templates/unheard-of/example')).status).toBe(404)
})

test('a wording that cannot be used is sent back with the place and the reason of each fault', async () => {
  const { ask } = await doors()
  const text = { zh: '已受理 {phone}', en: 'No. {number} [' }
  const answer = await ask('admin', 'PUT /api/channels/templates/accepted', { ...words, text })
  expect(answer.status).toBe(400)
  expect(answer.body.fields).toMatchObject([
    { pointer: '/text/zh', zh: '这条通知里不能用 {phone}' },
    { pointer: '/text/zh', zh: '必须写明受理编号：{number}，且不能放在方括号里' },
    { pointer: '/text/en', en: 'Brackets do not pair: {…} is filled in, […] may be left out' },
  ])
})
