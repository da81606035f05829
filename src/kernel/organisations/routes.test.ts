import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, DISTRICT, type Town } from './town.spec.ts'

let town: Town
const tokens: Record<'admin' | 'unitAdmin' | 'handler' | 'resident', string> = {
  admin: '',
  unitAdmin: '',
  handler: '',
  resident: '',
}
const held = new Map<string, string[]>([['staff_jiaoyu-chengban', ['case_1', 'case_2']]])
let engineRefuses = false

beforeAll(async () => {
  town = await aTown({
    cases: {
      casesHeldBy: async (_db, _district, staff) => held.get(staff) ?? [],
      async moveCase(_tx, _district, id, to) {
        if (engineRefuses) return false
        for (const [staff, cases] of held)
          held.set(
            staff,
            cases.filter((each) => each !== id),
          )
        held.set(to, [...(held.get(to) ?? []), id])
        return true
      },
      openCasesAt: async (_db, _district, unit) => (unit === 'unit_wenlv' ? 2 : 0),
    },
  })
  tokens.admin = await town.tokenOf('admin')
  tokens.unitAdmin = await town.tokenOf('zhujian.chengban2')
  tokens.handler = await town.tokenOf('zhujian.chengban')
  tokens.resident = await town.residentToken('13800001111')
})
afterAll(() => town.close())

const post = { staff: 'staff_zhujian-chengban', unit: 'unit_zhujian', role: 'role_handler', from: '2026-03-02' }
const unit = {
  name: '新设处',
  shortName: '新设处',
  kind: 'line',
  level: 'section',
  parent: 'unit_zhujian',
  code: 'X1',
  from: '2026-03-02',
}
const duty = { category: '养蜂', unit: 'unit_nongye', part: 'lead', basis: '文件', from: '2026-03-02' }
const days = { substitute: 'staff_zhujian-kezhang', reason: '公休', from: '2026-03-02', to: '2026-03-09' }
const order = { from: 'staff_zhujian-chengban', to: 'staff_zhujian-kezhang', day: '2026-03-02' }

type Route = [method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown]
const forTheStaff: Route[] = [
  ['GET', '/api/organisations/tree'],
  ['GET', '/api/organisations/units/unit_zhujian/versions'],
  ['GET', '/api/organisations/roles'],
  ['GET', '/api/organisations/duties'],
  ['GET', '/api/organisations/duties/responsible?category=教育'],
]
const byRight: Route[] = [
  ['POST', '/api/organisations/units', unit],
  ['POST', '/api/organisations/units/unit_zhujian/change', { from: '2026-03-02', name: '住建委' }],
  ['POST', '/api/organisations/units/unit_zhujian/close', { from: '2026-03-02' }],
  ['POST', '/api/organisations/units/unit_zhujian/merge', { from: '2026-03-02', into: 'unit_chengguan' }],
  ['PUT', '/api/organisations/fallback-desk', { unit: 'unit_zfb', basis: '文件' }],
  ['PUT', '/api/organisations/roles/role_x', { name: 'x', rights: [], capacities: [], scope: 'own' }],
  ['DELETE', '/api/organisations/roles/role_x'],
  ['GET', '/api/organisations/posts'],
  ['POST', '/api/organisations/posts', post],
  ['POST', '/api/organisations/posts/post_zhujian-chengban-1/end', { day: '2026-03-02' }],
  ['POST', '/api/organisations/posts/post_zhujian-chengban-1/substitutes', days],
  ['GET', '/api/organisations/staff/staff_zhujian-chengban/substitutions'],
  ['POST', '/api/organisations/staff/staff_zhujian-chengban/substitutions/sub_1/end', { day: '2026-03-02' }],
  ['POST', '/api/organisations/hand-over/plan', order],
  ['POST', '/api/organisations/hand-over', order],
  ['POST', '/api/organisations/duties', duty],
  ['POST', '/api/organisations/duties/duty_001/end', { day: '2026-03-02' }],
]

test.each<Route>([...forTheStaff, ...byRight])(
  '%s %s is closed to who is not signed in, and to residents',
  async (method, url, body) => {
    expect((await town.ask(method, url, { body })).status).toBe(401)
    expect((await town.ask(method, url, { body, as: tokens.resident })).body).toMatchObject({
      status: 403,
      refusal: 'staff-only',
    })
  },
)

test.each<Route>(byRight)('%s %s is closed to staff without the right', async (method, url, body) => {
  expect((await town.ask(method, url, { body, as: tokens.handler })).body).toMatchObject({
    status: 403,
    refusal: 'not-yours',
  })
})

test.each<Route>(forTheStaff)('%s %s is open to all staff', async (method, url, body) => {
  expect((await town.ask(method, url, { body, as: tokens.handler })).status).toBe(200)
})

test('an administrator of one department changes nothing in another', async () => {
  const as = tokens.unitAdmin
  const refused = async (route: Route) => (await town.ask(route[0], route[1], { body: route[2], as })).body.refusal
  expect(await refused(['POST', '/api/organisations/posts', { ...post, unit: 'unit_chengguan' }])).toBe(
    'outside-your-scope',
  )
  expect(await refused(['POST', '/api/organisations/posts/post_jiaoyu-chengban-1/end', { day: '2026-03-02' }])).toBe(
    'outside-your-scope',
  )
  expect(await refused(['POST', '/api/organisations/posts/post_jiaoyu-chengban-1/substitutes', days])).toBe(
    'outside-your-scope',
  )
  expect(await refused(['POST', '/api/organisations/hand-over', { ...order, from: 'staff_jiaoyu-chengban' }])).toBe(
    'outside-your-scope',
  )
  const { body } = await town.ask('GET', '/api/organisations/posts?limit=200', { as })
  expect(new Set(body.rows.map((row: { unit: string }) => row.unit))).toEqual(
    new Set(['unit_zhujian', 'unit_zhujian-wuye']),
  )
})

test('nobody gives away a right he lacks, nor a post wider than his own', async () => {
  const as = tokens.unitAdmin
  const give = async (role: string) =>
    (await town.ask('POST', '/api/organisations/posts', { as, body: { ...post, role } })).body
  expect(await give('role_administrator')).toMatchObject({ status: 403, refusal: 'outside-your-scope' })
  expect(await give('role_dispatcher')).toMatchObject({ status: 403, refusal: 'outside-your-scope' })
  expect(await give('role_top-leader')).toMatchObject({ status: 403, refusal: 'right-you-lack' })
  expect(await give('role_section-head')).toMatchObject({ ok: true })
})

test('a new part-time post gives its rights at once, and takes them when it ends', async () => {
  const as = tokens.handler
  const given = await town.ask('POST', '/api/organisations/posts', {
    as: tokens.admin,
    body: { ...post, role: 'role_unit-administrator', partTime: true },
  })
  expect((await town.ask('GET', '/api/organisations/posts', { as })).status).toBe(200)
  const { body: me } = await town.ask('GET', '/api/people/me', { as })
  expect(me.posts.find(({ id }: { id: string }) => id === given.body.id)).toMatchObject({
    partTime: true,
    roleName: '单位管理员',
  })
  await town.ask('POST', `/api/organisations/posts/${given.body.id}/end`, {
    as: tokens.admin,
    body: { day: '2026-03-02' },
  })
  expect((await town.ask('GET', '/api/organisations/posts', { as })).status).toBe(403)
})

test('a substitute holds the post for the given days, marked as standing in, and not a day longer', async () => {
  const as = await town.tokenOf('zhujian.kezhang')
  const put = await town.ask('POST', '/api/organisations/posts/post_zhujian-chengban2-2/substitutes', {
    as: tokens.admin,
    body: days,
  })
  expect(put.body).toMatchObject({ ok: true })
  const acting = async () =>
    (await town.directory.staff(DISTRICT, 'staff_zhujian-kezhang'))?.posts.filter(
      ({ actingFor }) => actingFor === 'staff_zhujian-chengban2',
    )
  expect(await acting()).toHaveLength(1)
  expect((await town.ask('GET', '/api/organisations/posts', { as })).status).toBe(200)
  town.clock.turnTo('2026-03-08T16:30:00.000Z') // half past midnight of the 9th, in the city
  expect(await acting()).toHaveLength(0)
  town.clock.turnTo('2026-03-02T01:00:00.000Z')
  await town.ask('POST', `/api/organisations/staff/staff_zhujian-chengban2/substitutions/${put.body.id}/end`, {
    as: tokens.admin,
    body: { day: '2026-03-02' },
  })
  expect(await acting()).toHaveLength(0)
})

test('a unit renamed today is still found under its old name yesterday', async () => {
  const renamed = await town.ask('POST', '/api/organisations/units/unit_minzheng/change', {
    as: tokens.admin,
    body: { from: '2026-03-02', name: '云溪区民政和社会工作局' },
  })
  expect(renamed.body).toEqual({ ok: true })
  const nameOn = async (day: string) => {
    const { body } = await town.ask('GET', `/api/organisations/tree?day=${day}`, { as: tokens.handler })
    return body.rows.find(({ id }: { id: string }) => id === 'unit_minzheng').name
  }
  expect(await nameOn('2026-03-01')).toBe('云溪区民政局')
  expect(await nameOn('2026-03-02')).toBe('云溪区民政和社会工作局')
  const { body } = await town.ask('GET', '/api/organisations/units/unit_minzheng/versions', { as: tokens.handler })
  expect(body.rows).toHaveLength(2)
})

test('a merged unit takes its people, its duties and its sections to the other', async () => {
  const merged = await town.ask('POST', '/api/organisations/units/unit_shuiwu/merge', {
    as: tokens.admin,
    body: { into: 'unit_chengguan', from: '2026-03-02' },
  })
  expect(merged.body).toEqual({ ok: true })
  const who = await town.directory.staff(DISTRICT, 'staff_shuiwu-chengban')
  expect(who?.posts.map((each) => each.unit)).toEqual(['unit_chengguan'])
  const { body } = await town.ask(
    'GET',
    '/api/organisations/duties/responsible?category=道路与设施/积水排涝&area=349901001',
    { as: tokens.handler },
  )
  expect(body).toMatchObject({ unit: 'unit_chengguan', because: 'category', rule: { category: '道路与设施/积水排涝' } })
  expect(
    (await town.ask('GET', '/api/organisations/duties/responsible?category=养蜂', { as: tokens.handler })).body,
  ).toMatchObject({ unit: 'unit_rexian', because: 'fallback' })
})

test('a unit with open cases, and the fallback desk, stay open', async () => {
  const close = async (id: string) =>
    (await town.ask('POST', `/api/organisations/units/${id}/close`, { as: tokens.admin, body: { from: '2026-03-02' } }))
      .body.refusal
  expect(await close('unit_wenlv')).toBe('unit-holds-cases')
  expect(await close('unit_rexian')).toBe('fallback-desk-needed')
  expect(await close('unit_jiaoyu')).toBe('unit-still-used')
})

test('the dispatcher is told why a community may not receive a matter', async () => {
  const { body } = await town.ask(
    'GET',
    '/api/organisations/duties/responsible?category=住房与小区/物业管理&unit=unit_yunxi-qiaotou',
    { as: tokens.handler },
  )
  expect(body).toMatchObject({ unit: 'unit_zhujian-wuye', whyNot: 'assists-only' })
})

test('a role ever given stays; one never given may go; changed rights count at once', async () => {
  const as = tokens.admin
  expect((await town.ask('DELETE', '/api/organisations/roles/role_handler', { as })).body.refusal).toBe('role-in-use')
  await town.ask('PUT', '/api/organisations/roles/role_spare', {
    as,
    body: { name: '备用', rights: ['orders.read'], capacities: [], scope: 'own' },
  })
  expect((await town.ask('DELETE', '/api/organisations/roles/role_spare', { as })).body).toEqual({ ok: true })
})

test("the last post of somebody who holds cases is not ended: they would be in nobody's hands", async () => {
  const end = () =>
    town.ask('POST', '/api/organisations/posts/post_jiaoyu-chengban-1/end', {
      as: tokens.admin,
      body: { day: '2026-03-02' },
    })
  expect((await end()).body.refusal).toBe('hand-over-first')
})

test('nothing stays with a leaver: when one case cannot be moved, nothing is handed over', async () => {
  const leaving = { from: 'staff_jiaoyu-chengban', to: 'staff_jiaoyu-fenguan', day: '2026-03-02' }
  const token = await town.tokenOf('jiaoyu.chengban')
  engineRefuses = true
  expect(
    (await town.ask('POST', '/api/organisations/hand-over', { as: tokens.admin, body: leaving })).body.refusal,
  ).toBe('cases-not-moved')
  expect((await town.directory.staff(DISTRICT, 'staff_jiaoyu-chengban'))?.posts).toHaveLength(1)
  engineRefuses = false

  expect(
    (await town.ask('POST', '/api/organisations/hand-over/plan', { as: tokens.admin, body: leaving })).body,
  ).toMatchObject({ cases: ['case_1', 'case_2'], posts: [{ id: 'post_jiaoyu-chengban-1' }] })
  expect(held.get('staff_jiaoyu-chengban')).toHaveLength(2)

  expect((await town.ask('POST', '/api/organisations/hand-over', { as: tokens.admin, body: leaving })).status).toBe(200)
  expect(held.get('staff_jiaoyu-chengban')).toEqual([])
  expect(held.get('staff_jiaoyu-fenguan')).toEqual(['case_1', 'case_2'])
  expect(await town.directory.staff(DISTRICT, 'staff_jiaoyu-chengban')).toBeNull()
  expect((await town.ask('GET', '/api/people/me', { as: token })).status).toBe(401)
  expect(await town.tokenOf('jiaoyu.chengban')).toBeUndefined()
})

test('a hand-over is carried out on its day, as until then more would come to the leaver', async () => {
  expect(
    (
      await town.ask('POST', '/api/organisations/hand-over', {
        as: tokens.admin,
        body: { ...order, day: '2026-03-09' },
      })
    ).body.refusal,
  ).toBe('only-today')
})

test('what is done and what is refused both stand in the operation log', async () => {
  const { rows } = await sql<{ what: string; outcome: string }>`select what, outcome from people.operation_log
    where what in ('organisations.unit.merge', 'organisations.hand-over') order by id`.execute(town.db.kysely)
  expect(rows).toContainEqual({ what: 'organisations.unit.merge', outcome: 'done' })
  expect(rows).toContainEqual({ what: 'organisations.hand-over', outcome: 'done' })
})

test('two administrators at once change one tree one after the other', async () => {
  const move = (id: string, parent: string) =>
    town.ask('POST', `/api/organisations/units/${id}/change`, {
      as: tokens.admin,
      body: { from: '2026-03-02', parent },
    })
  const answers = await Promise.all([move('unit_gongan', 'unit_shichang'), move('unit_shichang', 'unit_gongan')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})
