import { afterAll, beforeAll, expect, test } from 'vitest'
import { later, SECOND } from '../../platform/time.ts'
import { aTown, type Town } from './town.spec.ts'

let town: Town
const tokens = { admin: '', unitAdmin: '', handler: '', resident: '' }
const held = new Map<string, string[]>([['staff_zhujian-chengban', ['case_1', 'case_2']]])

beforeAll(async () => {
  town = await aTown({
    cases: {
      casesHeldBy: async (_db, _district, staff) => held.get(staff) ?? [],
      async moveCase(_tx, _district, id, to) {
        for (const [staff, cases] of held)
          held.set(
            staff,
            cases.filter((each) => each !== id),
          )
        held.set(to, [...(held.get(to) ?? []), id])
        return true
      },
      openCasesAt: async (_db, _district, unit) => (unit === 'unit_wenlv' ? 2 : 0),
      mattersNaming: async (_db, _district, unit) => (unit === 'unit_wenlv' ? [{ id: 'matter_x', name: '演出' }] : []),
    },
  })
  tokens.admin = await town.tokenOf('admin')
  tokens.unitAdmin = await town.tokenOf('zhujian.chengban2')
  tokens.handler = await town.tokenOf('zhujian.chengban')
  tokens.resident = await town.residentToken('13800001111')
})
afterAll(() => town.close())

/** A second goes by, so that the next deed stands after the last in the history. */
const tick = () => town.clock.turnTo(later(town.clock.now(), SECOND))

const leave = {
  staff: 'staff_zhujian-chengban',
  deputy: 'staff_zhujian-chengban2',
  reason: 'annual',
  from: '2026-03-03',
  to: '2026-03-06',
}
const post = { staff: 'staff_zhujian-chengban', unit: 'unit_zhujian', role: 'role_handler', from: '2026-03-02' }
const role = { name: '承办人', rights: ['cases.read', 'cases.export'], capacities: ['handler'], scope: 'unit' }
const entry = { zh: '探亲假', en: 'Home leave', ordinal: 60, retired: false, seen: 0 }

type Route = [method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown]
const forTheStaff: Route[] = [
  ['GET', '/api/organisations/rights'],
  ['GET', '/api/organisations/dictionaries'],
  ['GET', '/api/organisations/dictionaries/dict_leave-reasons'],
  ['GET', '/api/organisations/units/export'],
]
const byRight: Route[] = [
  ['POST', '/api/organisations/units/preview', { type: 'Close', id: 'unit_wenlv', from: '2026-03-02' }],
  ['POST', '/api/organisations/roles/role_handler/preview', role],
  ['POST', '/api/organisations/posts/preview', post],
  ['GET', '/api/organisations/posts/export'],
  ['GET', '/api/organisations/staff/export'],
  ['GET', '/api/organisations/history?of=unit_zhujian'],
  ['GET', '/api/organisations/history?of=staff_zhujian-chengban'],
  ['GET', '/api/organisations/history?of=role_handler'],
  ['GET', '/api/organisations/history?of=dict_leave-reasons'],
  ['GET', '/api/organisations/history?of=calendar:2026'],
  ['GET', '/api/organisations/leaves'],
  ['GET', '/api/organisations/leaves/export'],
  ['POST', '/api/organisations/leaves/plan', leave],
  ['POST', '/api/organisations/leaves', leave],
  ['POST', '/api/organisations/leaves/leave_x/end', { day: '2026-03-03' }],
  ['POST', '/api/organisations/hand-over/cases', { from: leave.staff, to: leave.deputy }],
  ['POST', '/api/organisations/units/import'],
  ['POST', '/api/organisations/staff/import'],
  ['PUT', '/api/organisations/dictionaries/dict_leave-reasons/entries/home', entry],
  ['GET', '/api/people/staff/staff_zhujian-chengban'],
  ['GET', '/api/people/staff/staff_zhujian-chengban/sessions'],
  ['PUT', '/api/people/staff/staff_zhujian-chengban', { name: '某某', unit: 'unit_zhujian' }],
  ['DELETE', '/api/people/staff/staff_zhujian-chengban/totp'],
  ['GET', '/api/people/operation-log/export'],
]

test.each<Route>([...forTheStaff, ...byRight])(
  '%s %s is closed to strangers and to residents',
  async (method, url, body) => {
    expect((await town.ask(method, url, { body })).status).toBe(401)
    expect((await town.ask(method, url, { body, as: tokens.resident })).body).toMatchObject({ refusal: 'staff-only' })
  },
)

test.each<Route>(byRight)('%s %s is closed to staff without the right', async (method, url, body) => {
  expect((await town.ask(method, url, { body, as: tokens.handler })).body).toMatchObject({ refusal: 'not-yours' })
})

test.each<Route>(forTheStaff)('%s %s is open to all staff', async (method, url, body) => {
  expect((await town.ask(method, url, { body, as: tokens.handler })).status).toBe(200)
})

test('an administrator of one department looks at and touches nobody of another', async () => {
  const as = tokens.unitAdmin
  const no = async (...[method, url, body]: Route) => (await town.ask(method, url, { body, as })).body.refusal
  expect(await no('GET', '/api/people/staff/staff_jiaoyu-chengban')).toBe('no-such-account')
  expect(await no('GET', '/api/people/staff/staff_jiaoyu-chengban/sessions')).toBe('no-such-account')
  expect(await no('PUT', '/api/people/staff/staff_jiaoyu-chengban', { name: '甲', unit: 'unit_zhujian' })).toBe(
    'no-such-account',
  )
  expect(await no('PUT', '/api/people/staff/staff_zhujian-chengban', { name: '甲', unit: 'unit_jiaoyu' })).toBe(
    'not-yours',
  )
  expect(await no('GET', '/api/organisations/history?of=staff_jiaoyu-chengban')).toBe('not-yours')
  expect(await no('GET', '/api/organisations/history?of=unit_jiaoyu')).toBe('not-yours')
  expect(await no('POST', '/api/organisations/leaves', { ...leave, staff: 'staff_jiaoyu-chengban' })).toBe(
    'outside-your-scope',
  )
  expect(await no('POST', '/api/organisations/leaves/plan', { ...leave, deputy: 'staff_jiaoyu-chengban' })).toBe(
    'outside-your-scope',
  )
  expect(
    await no('POST', '/api/organisations/hand-over/cases', { from: 'staff_jiaoyu-chengban', to: leave.deputy }),
  ).toBe('outside-your-scope')
  const seen = await town.ask('POST', '/api/organisations/posts/preview', {
    as,
    body: { ...post, unit: 'unit_jiaoyu' },
  })
  expect(seen.body.refusal).toBe('outside-your-scope')
  const { body } = await town.ask('GET', '/api/people/staff?limit=200', { as })
  expect(new Set(body.rows.map(({ unit }: { unit: string }) => unit))).toEqual(
    new Set(['unit_zhujian', 'unit_zhujian-wuye']),
  )
})

test('before a unit closes it is said what hangs on it, and nothing is written', async () => {
  const asked = { type: 'Close', id: 'unit_wenlv', from: '2026-03-02' }
  const { body } = await town.ask('POST', '/api/organisations/units/preview', { as: tokens.admin, body: asked })
  expect(body).toMatchObject({ refusal: 'unit-holds-cases', openCases: 2, matters: [{ name: '演出' }] })
  expect(body.posts).toBeGreaterThan(0)
  const { body: tree } = await town.ask('GET', '/api/organisations/units/unit_wenlv/versions', { as: tokens.admin })
  expect(tree.rows).toHaveLength(1)
})

test('before a section moves to another department it is said who will see it and who will not', async () => {
  const body = { type: 'Change', id: 'unit_zhujian-wuye', from: '2026-03-02', parent: 'unit_chengguan' }
  const seen = await town.ask('POST', '/api/organisations/units/preview', { as: tokens.admin, body })
  expect(seen.body.refusal).toBe(null)
  const shifts: { roleName: string; gains: string[]; loses: string[] }[] = seen.body.shifts
  expect(shifts.some(({ loses }) => loses.includes('物业管理科'))).toBe(true)
  expect(shifts.some(({ gains }) => gains.includes('物业管理科'))).toBe(true)
})

test('before a role changes it is said who gains and who loses, and whoever has a button elsewhere loses nothing', async () => {
  const body = { ...role, rights: ['people.logs'] }
  const seen = await town.ask('POST', '/api/organisations/roles/role_unit-administrator/preview', {
    as: tokens.admin,
    body,
  })
  expect(seen.body).toMatchObject({ refusal: null, gained: ['people.logs'] })
  expect(seen.body.lost).toEqual(expect.arrayContaining(['people.manage', 'cases.export', 'cases.read']))
  const [one] = seen.body.holders
  expect(one.loses).toContain('people.manage')
  // His other post lets him read cases still.
  expect(one.loses).not.toContain('cases.read')
})

test('the history of a role tells which rights came and went, and by whom', async () => {
  const put = (rights: string[]) =>
    town.ask('PUT', '/api/organisations/roles/role_trial', {
      as: tokens.admin,
      body: { ...role, name: '试用', rights },
    })
  expect((await put(['cases.read'])).status).toBe(200)
  tick()
  expect((await put(['cases.export'])).status).toBe(200)
  const { body } = await town.ask('GET', '/api/organisations/history?of=role_trial', { as: tokens.admin })
  expect(body.rows[0].changes).toEqual([
    { field: 'right', before: null, after: 'cases.export' },
    { field: 'right', before: 'cases.read', after: null },
  ])
  expect(body.rows[0].whoName).toBeTruthy()
})

test('a leave covers every post, ends by itself, and the deputy carries nothing afterwards', async () => {
  const as = tokens.unitAdmin
  const plan = await town.ask('POST', '/api/organisations/leaves/plan', { as, body: leave })
  expect(plan.body).toMatchObject({ refusal: null, cases: ['case_1', 'case_2'], standsIn: [] })
  expect(plan.body.posts).toHaveLength(1)
  const taken = await town.ask('POST', '/api/organisations/leaves', { as, body: leave })
  expect(taken.body).toMatchObject({ ok: true, moved: 0 })
  const deputyOn = async (day: string) => {
    const { body } = await town.ask('GET', `/api/organisations/posts?staff=${leave.staff}&day=${day}`, { as })
    return body.rows[0].deputyName
  }
  expect([await deputyOn('2026-03-02'), await deputyOn('2026-03-06')]).toEqual([null, null])
  expect(await deputyOn('2026-03-03')).toBeTruthy()
  const twice = await town.ask('POST', '/api/organisations/leaves', { as, body: leave })
  expect(twice.body.refusal).toBe('leave-overlaps')
  const deputyGoes = { ...leave, staff: leave.deputy, deputy: 'staff_zhujian-kezhang' }
  const notNow = await town.ask('POST', '/api/organisations/leaves', { as: tokens.admin, body: deputyGoes })
  expect(notNow.body.refusal).toBe('stands-in-for-others')
  const { rows: found } = (await town.ask('GET', '/api/organisations/leaves?sort=back&q=没有的人', { as })).body
  expect(found).toEqual([])
  for (const sort of ['newest', 'oldest', 'back']) {
    const page = await town.ask('GET', `/api/organisations/leaves?sort=${sort}&limit=1`, { as })
    expect(page.body.rows[0].id).toBe(taken.body.id)
    expect(page.body.next).toBeNull()
  }
  expect((await town.ask('GET', '/api/organisations/leaves/export?sort=back', { as })).status).toBe(200)
  const list = await town.ask('GET', '/api/organisations/leaves?when=ahead', { as })
  expect(list.body.rows).toMatchObject([{ staff: leave.staff, reason: 'annual', posts: 1 }])
  const back = await town.ask('POST', `/api/organisations/leaves/${taken.body.id}/end`, {
    as,
    body: { day: '2026-03-04' },
  })
  expect(back.status).toBe(200)
  expect([Boolean(await deputyOn('2026-03-03')), await deputyOn('2026-03-04')]).toEqual([true, null])
})

test('open cases go to a colleague as a whole, and the history of both the deed and the day is kept', async () => {
  const as = tokens.unitAdmin
  tick()
  const body = { from: leave.staff, to: 'staff_zhujian-kezhang' }
  const moved = await town.ask('POST', '/api/organisations/hand-over/cases', { as, body })
  expect(moved.body).toMatchObject({ ok: true, moved: 2 })
  expect(held.get('staff_zhujian-kezhang')).toEqual(['case_1', 'case_2'])
  const { body: history } = await town.ask('GET', `/api/organisations/history?of=${leave.staff}`, { as })
  expect(history.rows[0].what).toBe('organisations.cases.hand-over')
})

test('an entry of a dictionary is added, renamed where it was read last, and its old names stand in the history', async () => {
  const put = (code: string, body: object) =>
    town.ask('PUT', `/api/organisations/dictionaries/dict_leave-reasons/entries/${code}`, { as: tokens.admin, body })
  expect((await put('home', entry)).status).toBe(200)
  expect((await put('home', { ...entry, zh: '探亲' })).body.refusal).toBe('entry-changed')
  tick()
  expect((await put('home', { ...entry, zh: '探亲', seen: 1 })).status).toBe(200)
  tick()
  expect((await put('other', { ...entry, zh: '病假' })).body.refusal).toBe('entry-twice')
  expect((await put('sick', { ...entry, zh: '病休', en: 'Sick leave', retired: true })).status).toBe(200)
  const { body } = await town.ask('GET', '/api/organisations/dictionaries/dict_leave-reasons', { as: tokens.handler })
  const of = (code: string) => body.rows.find((row: { code: string }) => row.code === code)
  expect([of('home').name.zh, of('home').revision, of('annual').used]).toEqual(['探亲', 2, 1])
  const off = await town.ask('POST', '/api/organisations/leaves', {
    as: tokens.admin,
    body: { ...leave, from: '2026-03-09', to: '2026-03-10', reason: 'sick' },
  })
  expect(off.body.refusal).toBe('no-such-reason')
  const history = await town.ask('GET', '/api/organisations/history?of=dict_leave-reasons', { as: tokens.admin })
  expect(history.body.rows[1].changes).toEqual([{ field: 'entry', before: '探亲假', after: '探亲' }])
})

test('a locked account is opened again with its wrong tries forgotten, and the reason stands in the history', async () => {
  const url = '/api/people/staff/staff_zhujian-chengban'
  const state = (body: object) => town.ask('POST', `${url}/state`, { as: tokens.unitAdmin, body })
  tick()
  expect((await state({ state: 'locked', reason: 'away' })).status).toBe(200)
  tick()
  expect((await state({ state: 'active' })).status).toBe(200)
  const { body } = await town.ask('GET', `/api/organisations/history?of=staff_zhujian-chengban`, { as: tokens.admin })
  expect(body.rows[1].changes).toContainEqual({ field: 'reason', before: null, after: 'away' })
  const one = await town.ask('GET', url, { as: tokens.unitAdmin })
  expect(one.body).toMatchObject({ state: 'active', heldUntil: null, may: true })
  expect((await town.ask('DELETE', `${url}/totp`, { as: tokens.unitAdmin })).body.refusal).toBe('totp-not-started')
})
