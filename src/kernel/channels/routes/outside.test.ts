import { expect, test } from 'vitest'
import { later, MINUTE } from '../../../platform/time.ts'
import { district, monday } from '../handle/channels.spec.ts'
import { doors } from './doors.spec.ts'

test('a secret is handed over once and stands in no list', async () => {
  const { ask } = await doors()
  const body = { name: '市平台', url: 'http://127.0.0.1:1/', topics: ['cn.yiwang.case.*'] }
  const made = (await ask('admin', 'POST /api/channels/subscriptions', body)).body
  expect(made.secret).toMatch(/^whsec_/)
  const list = await ask('admin', 'GET /api/channels/subscriptions')
  expect(list.body.rows).toMatchObject([{ id: made.id, ...body, active: true }])
  expect(JSON.stringify(list.body)).not.toContain('secret')
  expect((await ask('admin', `POST /api/channels/subscriptions/${made.id}/ping`)).body).toMatchObject({
    outcome: 'unreachable',
  })
  expect((await ask('admin', `GET /api/channels/subscriptions/${made.id}/deliveries`)).body.rows).toMatchObject([
    { topic: 'cn.yiwang.ping' },
  ])
  expect((await ask('admin', 'POST /api/channels/subscriptions', { ...body, topics: ['everything'] })).status).toBe(400)
  expect(
    (await ask('admin', 'POST /api/channels/subscriptions', { ...body, url: 'https://10.0.0.1' })).body,
  ).toMatchObject({
    refusal: 'url-host-not-allowed',
    title: '不允许向该地址推送，请联系运维加入名单',
  })
})

const issue = { name: '市12345', rights: ['intake.write'], perMinute: 2 }

test('another system comes in with its key, is known by it, and goes no faster than agreed', async () => {
  const { ask, clock } = await doors()
  const { key, id } = (await ask('admin', 'POST /api/channels/clients', issue)).body
  const call = () => ask(null, 'GET /api/called', undefined, { 'x-api-key': key })
  expect((await call()).body).toEqual({ district, id, name: '市12345', rights: ['intake.write'] })
  expect((await call()).status).toBe(200)
  clock.turnTo(later(monday, 45_000))
  const third = await call()
  expect([third.status, third.headers['retry-after'], third.body.refusal]).toEqual([429, '15', 'quota-used-up'])
  clock.turnTo(later(monday, MINUTE))
  expect((await call()).status).toBe(200)
  const [line] = (await ask('admin', 'GET /api/channels/clients')).body.rows
  expect(line).toMatchObject({ name: '市12345', hint: key.slice(-4), seenAt: later(monday, MINUTE) })
  expect(JSON.stringify(line)).not.toContain(key)
})

test('a wrong key, a key without the right and an ended key open nothing', async () => {
  const { ask } = await doors()
  const { key, id } = (await ask('admin', 'POST /api/channels/clients', issue)).body
  const reader = (await ask('admin', 'POST /api/channels/clients', { ...issue, rights: ['intake.read'] })).body
  const call = (given: string) => ask(null, 'GET /api/called', undefined, { 'x-api-key': given })
  expect((await ask(null, 'GET /api/called')).status).toBe(401)
  for (const wrong of [
    '',
    'yw.349901',
    `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`,
    key.replace('349901', '349902'),
  ])
    expect((await call(wrong)).body).toMatchObject({ status: 401, refusal: 'key-unknown' })
  expect((await call(reader.key)).body).toMatchObject({ status: 403, refusal: 'key-lacks-right' })
  expect((await ask('admin', `POST /api/channels/clients/${id}/end`)).status).toBe(200)
  expect((await call(key)).status).toBe(401)
  expect((await ask('admin', `POST /api/channels/clients/${id}/key`)).body).toMatchObject({
    refusal: 'client-ended-now',
  })
  expect((await ask('admin', `POST /api/channels/clients/client_${'0'.repeat(26)}/end`)).status).toBe(404)
})

test('after a change of key the old one opens for one more day', async () => {
  const { ask, clock } = await doors()
  const old = (await ask('admin', 'POST /api/channels/clients', { ...issue, perMinute: 60 })).body
  const fresh = (await ask('admin', `POST /api/channels/clients/${old.id}/key`)).body
  const call = async (key: string) => (await ask(null, 'GET /api/called', undefined, { 'x-api-key': key })).status
  expect([await call(old.key), await call(fresh.key)]).toEqual([200, 200])
  clock.turnTo(later(monday, 24 * 60 * MINUTE))
  expect([await call(old.key), await call(fresh.key)]).toEqual([401, 200])
})

test('a scanned mailbox leads to writing with its place; an ended code says so; a made-up one leads nowhere', async () => {
  const { ask } = await doors()
  const place = { address: '梧桐路 12 号', lng: 117.2, lat: 31.8 }
  const { code } = (await ask('admin', 'POST /api/channels/entries', { kind: 'mailbox', title: '梧桐路 邮筒', place }))
    .body
  expect((await ask(null, `GET /api/channels/entry/${district}/${code}`)).body).toEqual({
    ok: true,
    kind: 'mailbox',
    title: '梧桐路 邮筒',
    place,
    goTo: `/write?entry=${district}.${code}`,
  })
  await ask('admin', `POST /api/channels/entries/${code}/end`)
  expect((await ask(null, `GET /api/channels/entry/${district}/${code}`)).body).toMatchObject({
    status: 404,
    refusal: 'entry-ended',
  })
  expect((await ask(null, `GET /api/channels/entry/${district}/0000000000`)).body).toMatchObject({
    refusal: 'no-such-entry',
  })
})

test('a case has one code however often it is asked for, and the sheet can be printed', async () => {
  const { ask } = await doors()
  const body = { kind: 'case', title: '<路灯> & 井盖', target: '20260302-0001' }
  const first = (await ask('admin', 'POST /api/channels/entries', body)).body
  expect((await ask('admin', 'POST /api/channels/entries', body)).body).toEqual(first)
  expect((await ask('admin', 'POST /api/channels/entries', { kind: 'case', title: 'x' })).body).toMatchObject({
    refusal: 'entry-target-needed',
  })
  const sheet = await ask('admin', `GET /api/channels/entries/${first.code}/sheet`)
  expect(sheet.headers['content-type']).toBe('image/svg+xml; charset=utf-8')
  expect(sheet.body).toContain('&#60;路灯&#62; &#38; 井盖')
  const list = (await ask('admin', 'GET /api/channels/entries?kind=case')).body.rows
  expect(list).toMatchObject([{ code: first.code, url: `https://yiwang.yunxi.example/e/${district}/${first.code}` }])
})
