import { afterAll, beforeAll, expect, test } from 'vitest'
import { liFangWrites } from '../../../../tests/journeys/cast.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import type { StaffId } from '../../people/model.ts'
import type { CaseId } from '../model/case.ts'

const unit = 'unit_chengguan'
let here: TownWithDoors
let staff: Record<'intake' | 'dispatcher' | 'handler' | 'head' | 'verifier' | 'stranger' | 'auditor' | 'admin', StaffId>
const askers = new Map<string, Asker>()

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  const handler = await here.who('handler', unit)
  staff = {
    intake: await here.who('intake'),
    dispatcher: await here.who('dispatcher'),
    handler,
    head: await here.who('section-head', unit, handler),
    verifier: await here.who('verifier'),
    stranger: await here.who('handler', 'unit_shuiwu'),
    auditor: await here.who('auditor'),
    admin: await here.who('administrator'),
  }
})
afterAll(() => here.close())

/** Signed in once, however often he asks. */
async function as(who: keyof typeof staff): Promise<Asker> {
  const asker = askers.get(who) ?? (await here.by(staff[who]))
  askers.set(who, asker)
  return asker
}
const move = async (who: keyof typeof staff, id: CaseId, name: string, fields: object = {}, headers = {}) =>
  (await as(who)).post(`/api/cases/${id}/moves/${name}`, { fields }, headers)

async function atUnit(): Promise<CaseId> {
  const { id } = (await liFangWrites(here)).state
  expect((await move('intake', id, 'accept')).statusCode).toBe(200)
  expect((await move('dispatcher', id, 'dispatch', { unit })).statusCode).toBe(200)
  return id
}

test('a case on one screen: what was told with the telephone covered, who has it, clocks, timeline, moves, proposal', async () => {
  const { id } = (await liFangWrites(here)).state
  await move('intake', id, 'accept')
  const seen = (await (await as('dispatcher')).get(`/api/cases/${id}`)).json()
  expect(seen).toMatchObject({
    card: {
      stage: 'dispatching',
      light: 'green',
      unitName: expect.any(String),
      matterName: { zh: expect.any(String) },
    },
    owner: { role: 'dispatcher' },
    told: { state: 'open', title: '路灯坏了三天没人修', contact: { name: '李*', phone: '139****0001' } },
    proposal: { unitName: expect.any(String), reason: { zh: expect.any(String) }, basis: expect.any(String) },
    children: [],
    parent: null,
    version: 2,
  })
  expect(seen.clocks[0]).toMatchObject({
    clock: 'stage',
    status: 'running',
    explained: { zh: expect.stringContaining('。') },
  })
  expect(seen.timeline.map((entry: { event: string }) => entry.event)).toEqual(['Filed', 'Accepted'])
  expect(seen.timeline[1].by).toMatchObject({ kind: 'staff', id: staff.intake, as: 'intake' })
  const dispatch = seen.moves.find((open: { move: string }) => open.move === 'dispatch')
  expect(dispatch.fields.map((field: { name: string; control: string }) => [field.name, field.control])).toContainEqual(
    ['unit', 'unit'],
  )
  expect((await (await as('verifier')).get(`/api/cases/${id}`)).json().moves).toEqual([])
})

test.each([
  ['handler', 200],
  ['head', 200],
  ['intake', 200],
  ['verifier', 200],
  ['auditor', 200],
  ['stranger', 404],
] as const)('a case of the city managers: %s is answered %i', async (who, status) => {
  const id = await atUnit()
  expect((await (await as(who)).get(`/api/cases/${id}`)).statusCode).toBe(status)
  expect((await (await as(who)).get(`/api/cases/${id}/diagram.svg`)).statusCode).toBe(status)
})

test('a visitor and a resident find no desk', async () => {
  const id = await atUnit()
  const resident = await here.by(await here.resident('13900000001'))
  for (const url of ['/api/cases', '/api/cases/counts', `/api/cases/${id}`, '/api/cases/export.xlsx']) {
    expect((await (await here.by(null)).get(url)).statusCode, url).toBe(401)
    expect((await resident.get(url)).statusCode, url).toBe(403)
  }
})

test.each([
  ['head', 'sign', 403, 'not-your-move', { triage: 'can' }],
  ['auditor', 'sign', 403, 'not-your-move', { triage: 'can' }],
  ['stranger', 'sign', 404, 'no-such-case', { triage: 'can' }],
  ['handler', 'dispatch', 409, 'not-at-this-stage', { unit }],
  ['handler', 'reply', 409, 'not-at-this-stage', { answer: '已更换灯头，恢复照明。', outcome: 'solved', evidence: [] }],
  ['handler', 'assignPerson', 409, 'no-such-staff', { person: 'staff_nobody' }],
  ['handler', 'assignPerson', 409, 'person-not-in-unit', { person: 'staff_shuiwu1' }],
] as const)('%s may not %s: %i %s', async (who, name, status, refusal, fields) => {
  const id = await atUnit()
  const named = refusal === 'person-not-in-unit' ? { person: staff.stranger } : fields
  expect((await move(who, id, name, named)).json()).toMatchObject({ status, refusal })
})

test('what is asked for is checked: fields the table does not know, missing ones, units and papers that are not there', async () => {
  const { id } = (await liFangWrites(here)).state
  await move('intake', id, 'accept')
  const pointers = async (fields: object) =>
    (await move('dispatcher', id, 'dispatch', fields)).json().fields?.map((one: { pointer: string }) => one.pointer)
  expect(await pointers({})).toEqual(['/fields/unit'])
  expect(await pointers({ unit, whatever: 1 })).toEqual(['/fields/whatever'])
  const refusal = async (fields: object) => (await move('dispatcher', id, 'dispatch', fields)).json().refusal
  expect(await refusal({ unit: 'unit_nowhere' })).toBe('no-such-unit')
  expect(await refusal({ unit: 'unit_yunxi-qiaotou' })).toMatch(/communitys-duty|assists-only/)
  expect(await refusal({ unit, category: '没有/这一类' })).toBe('no-such-category')
  await move('dispatcher', id, 'dispatch', { unit })
  const signed = (await move('handler', id, 'sign', { whatever: 1 })).json()
  expect(signed.fields.map((one: { pointer: string }) => one.pointer)).toEqual(['/fields/triage', '/fields/whatever'])
  await move('handler', id, 'sign', { triage: 'can' })
  const reply = { answer: '已更换灯头，恢复照明。', outcome: 'solved', evidence: ['a'.repeat(64)] }
  expect((await move('handler', id, 'reply', reply)).json().refusal).toBe('no-such-photo')
})

test('the same move sent twice is made once and answered alike; who saw an older case is told', async () => {
  const id = await atUnit()
  const key = { 'idempotency-key': 'sign-once-1' }
  const one = await move('handler', id, 'sign', { triage: 'can' }, key)
  const two = await move('handler', id, 'sign', { triage: 'can' }, key)
  expect([one.json().repeated, two.json().repeated, two.json().version]).toEqual([false, true, one.json().version])
  const other = await move('handler', id, 'sign', { triage: 'hard' }, key)
  expect(other.json()).toMatchObject({ status: 422, refusal: 'key-of-another-request' })
  const late = await (await as('handler')).post(`/api/cases/${id}/moves/report`, { fields: { text: '在办' }, seen: 1 })
  expect(late.json()).toMatchObject({ refusal: 'somebody-was-first', status: 409 })
})

test('the lead asks another unit to help: the joint task has its own case, and both sides see it', async () => {
  const id = await atUnit()
  await move('handler', id, 'sign', { triage: 'joint' })
  const opened = (
    await move('handler', id, 'openChild', { unit: 'unit_shuiwu', task: '请协助排查地下水管是否渗漏。' })
  ).json()
  expect(opened.child).toMatch(/^case_349901_/)
  await here.letJobsRun()
  const lead = (await (await as('handler')).get(`/api/cases/${id}`)).json()
  expect(lead.children).toMatchObject([{ id: opened.child, stage: 'assigned', ended: false }])
  const asked = lead.timeline.find((entry: { move: string | null }) => entry.move === 'openChild')
  expect(asked.sentence.zh).toBe(`请${asked.fields[0].value}协办`)
  expect(asked.fields[0]).toMatchObject({ name: 'unit', value: lead.children[0].unitName })
  const helper = (await (await as('stranger')).get(`/api/cases/${opened.child}`)).json()
  expect(helper).toMatchObject({ card: { procedure: 'assist' }, parent: { id } })
  expect((await (await as('handler')).get(`/api/cases/${opened.child}`)).statusCode).toBe(200)
})

test('the views: my work, my unit, what I watch, what is late, and how many of each', async () => {
  const id = await atUnit()
  const ids = async (who: keyof typeof staff, query: string) =>
    (await (await as(who)).get(`/api/cases?limit=200&${query}`)).json().rows.map((row: { id: string }) => row.id)
  expect(await ids('handler', 'view=work')).toContain(id)
  expect(await ids('head', 'view=work')).not.toContain(id)
  expect(await ids('head', 'view=unit')).toContain(id)
  expect(await ids('stranger', 'view=all')).not.toContain(id)
  expect(await ids('intake', 'view=all')).toContain(id)
  await move('handler', id, 'sign', { triage: 'can' })
  const colleague = await here.who('handler', unit, staff.handler, staff.head)
  const other = await here.by(colleague)
  const work = (await other.get('/api/cases?view=work&limit=200')).json().rows
  expect(work.map((row: { id: string }) => row.id)).not.toContain(id)
  const counts = (await (await as('handler')).get('/api/cases/counts')).json()
  expect(counts).toMatchObject({ most: 1000, work: (await ids('handler', 'view=work')).length })
})

test('every filter narrows, every sort goes on from page to page without loss or repetition', async () => {
  const all = async (query: string) => {
    const found: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const url = `/api/cases?limit=3&${query}${next === '' ? '' : `&after=${next}`}`
      const page: { rows: { id: string }[]; next: string | null } = (await (await as('intake')).get(url)).json()
      found.push(...page.rows.map(({ id }) => id))
      next = page.next
    }
    return found
  }
  const whole = await all('view=all')
  expect(new Set(whole).size).toBe(whole.length)
  expect([...(await all('view=all&sort=changed'))].sort()).toEqual([...whole].sort())
  const open = await all('view=all&open=true')
  expect([...(await all('view=all&sort=due'))].sort()).toEqual([...open].sort())
  const parts = [...(await all('view=all&stage=handling')), ...(await all('view=all&phase=filed'))]
  for (const id of parts) expect(whole).toContain(id)
  expect(await all('category=没有这一类')).toEqual([])
  expect((await all('from=2026-03-02&to=2026-03-02')).length).toBe(whole.length)
  expect(await all('from=2026-03-03')).toEqual([])
  const lights = await Promise.all(['green', 'yellow', 'red', 'none'].map((light) => all(`light=${light}`)))
  expect(lights.flat().sort()).toEqual([...whole].sort())
  for (const wrong of ['stage=nope', 'procedure=nope', 'kind=nope', 'stge=handling', 'channel=pigeon']) {
    const refused = await (await as('intake')).get(`/api/cases?${wrong}`)
    expect([wrong, refused.statusCode]).toEqual([wrong, 400])
    expect(refused.json().fields[0].pointer).toBe(`/${wrong.split('=')[0]}`)
  }
  expect((await (await as('intake')).get('/api/cases?after=nonsense')).json().refusal).toBe('bad-cursor')
})

test('a case is found by the words of its message, by its number, and by a telephone, which is recorded', async () => {
  const resident = await here.by(await here.resident('13900000077'))
  const text = '幼儿园门口的梧桐树枯枝摇晃，怕砸到孩子。'
  const { number } = (await resident.post('/api/orders', { title: '枯枝危险', text })).json()
  const found = async (query: string) =>
    (await (await as('intake')).get(`/api/cases?${query}`)).json().rows.map((row: { number: string }) => row.number)
  expect(await found(`words=${encodeURIComponent('幼儿园 枯枝')}`)).toEqual([number])
  expect(await found(`words=${encodeURIComponent('地铁')}`)).toEqual([])
  expect(await found(`number=${number}`)).toEqual([number])
  expect(await found(`number=${number.slice(0, 8)}`)).toContain(number)
  expect(await found(`phone=${encodeURIComponent('139 0000 0077')}`)).toEqual([number])
  expect(await found('phone=13900000078')).toEqual([])
  const log = await (await as('admin')).get('/api/people/operation-log?what=cases.search-phone')
  expect(log.json().rows).toHaveLength(2)
  expect(log.body).not.toContain('13900000077')
})

test('a batch answers for each case by itself', async () => {
  const [one, two] = [(await liFangWrites(here)).state.id, (await liFangWrites(here)).state.id]
  await move('intake', two, 'accept')
  const ids = [one, two, 'case_349901_nothing']
  const done = await (await as('intake')).post('/api/cases/batch', { ids, move: 'accept' })
  expect(done.json()).toMatchObject({
    done: 1,
    refused: 2,
    results: [
      { id: one, ok: true },
      { id: two, ok: false, refusal: { code: 'not-at-this-stage', said: { zh: expect.any(String) } } },
      { ok: false, refusal: { code: 'no-such-case' } },
    ],
  })
  const { id: three, version } = (await liFangWrites(here)).state
  const seenAt = async (seen: number) =>
    (
      await (await as('intake')).post('/api/cases/batch', { ids: [three], move: 'accept', seen: { [three]: seen } })
    ).json()
  expect((await seenAt(version + 1)).results[0].refusal.code).toBe('somebody-was-first')
  expect(await seenAt(version)).toMatchObject({ done: 1, refused: 0 })
  const unknown = await (await as('intake')).post('/api/cases/batch', { ids: [one], move: 'fly' })
  expect(unknown.json().results[0].refusal.code).toBe('no-such-move')
})
