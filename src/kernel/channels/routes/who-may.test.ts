import { expect, test } from 'vitest'
import { monday } from '../handle/channels.spec.ts'
import { doors } from './doors.spec.ts'

const hook = `hook_${'0'.repeat(26)}`
const client = `client_${'0'.repeat(26)}`
const words = { title: { zh: '受理', en: 'Taken' }, text: { zh: '编号 {number}', en: 'No. {number}' }, after: 0 }
const setting = { sms: true, mail: true, quiet: { from: '21:00', to: '08:00' } }

const forEverybodySignedIn: readonly [`${'GET' | 'POST' | 'PUT'} ${string}`, object?][] = [
  ['GET /api/channels/inbox'],
  ['GET /api/channels/inbox/unread'],
  ['POST /api/channels/inbox/read', { until: monday }],
  ['GET /api/channels/preference'],
  ['PUT /api/channels/preference', { sms: true, mail: true, tongue: 'zh' }],
]
const forTheLog: typeof forEverybodySignedIn = [['GET /api/channels/notices'], ['GET /api/channels/recorded']]
const forManagers: typeof forEverybodySignedIn = [
  ['POST /api/channels/notices/retry', { id: 'notice_1' }],
  ['GET /api/channels/templates'],
  ['GET /api/channels/templates/accepted'],
  ['GET /api/channels/templates/accepted/example'],
  ['PUT /api/channels/templates/accepted', words],
  ['GET /api/channels/setting'],
  ['PUT /api/channels/setting', setting],
  ['GET /api/channels/subscriptions'],
  ['POST /api/channels/subscriptions', { name: '市平台', url: 'http://127.0.0.1:1/', topics: ['*'] }],
  [`POST /api/channels/subscriptions/${hook}/secret`],
  [`POST /api/channels/subscriptions/${hook}/stop`],
  [`POST /api/channels/subscriptions/${hook}/resume`],
  [`POST /api/channels/subscriptions/${hook}/ping`],
  [`GET /api/channels/subscriptions/${hook}/deliveries`],
  [`POST /api/channels/subscriptions/${hook}/retry`],
  ['GET /api/channels/clients'],
  ['POST /api/channels/clients', { name: '市12345', rights: ['intake.write'], perMinute: 60 }],
  [`POST /api/channels/clients/${client}/key`],
  [`POST /api/channels/clients/${client}/end`],
  ['GET /api/channels/entries'],
  ['POST /api/channels/entries', { kind: 'mailbox', title: '梧桐路邮筒' }],
  ['POST /api/channels/entries/0123456789/end'],
  ['GET /api/channels/entries/0123456789/sheet'],
]
const forAll = ['GET /api/channels/entry/:district/:code']

test('every door of the house is on one of the lists of who may open it', async () => {
  const { routes } = await doors()
  const plain = (line: string) =>
    line
      .replace(hook, ':id')
      .replace(client, ':id')
      .replace('0123456789', ':code')
      .replace('/templates/accepted', '/templates/:key')
  const listed = [...forEverybodySignedIn, ...forTheLog, ...forManagers].map(([line]) => plain(line))
  const ours = [...new Set(routes)].filter((line) => line.includes('/api/channels/'))
  expect(ours.sort()).toEqual([...listed, ...forAll].sort())
})

test('nobody who is not signed in opens any door but that of a printed code', async () => {
  const { ask } = await doors()
  for (const [line, body] of [...forEverybodySignedIn, ...forTheLog, ...forManagers])
    expect([line, (await ask(null, line, body)).status]).toEqual([line, 401])
})

test('a resident opens only what is his own', async () => {
  const { ask } = await doors()
  for (const [line, body] of [...forTheLog, ...forManagers])
    expect([line, (await ask('li', line, body)).status]).toEqual([line, 403])
  for (const [line, body] of forEverybodySignedIn)
    expect([line, (await ask('li', line, body)).status]).toEqual([line, 200])
})

test('staff without the right open neither the log nor the workshop, and the log is not the workshop', async () => {
  const { ask } = await doors()
  for (const [line, body] of [...forTheLog, ...forManagers])
    expect([line, (await ask('wang', line, body)).status]).toEqual([line, 403])
  for (const [line, body] of forManagers) expect([line, (await ask('zhao', line, body)).status]).toEqual([line, 403])
  for (const [line] of forTheLog) {
    expect([line, (await ask('zhao', line)).status]).toEqual([line, 200])
    expect([line, (await ask('admin', line)).status]).toEqual([line, 403])
  }
})

test('the right of another district opens nothing of this one', async () => {
  const { ask, tell } = await doors()
  await tell('notice_1', 'resident:person_li')
  const made = await ask('admin', 'POST /api/channels/subscriptions', {
    name: 'a',
    url: 'http://127.0.0.1:1/',
    topics: ['*'],
  })
  expect((await ask('elsewhere', 'GET /api/channels/notices')).body.rows).toEqual([])
  expect((await ask('elsewhere', 'GET /api/channels/subscriptions')).body.rows).toEqual([])
  for (const deed of ['secret', 'stop', 'resume', 'ping', 'retry'] as const)
    expect((await ask('elsewhere', `POST /api/channels/subscriptions/${made.body.id}/${deed}`)).status).toBe(404)
})
