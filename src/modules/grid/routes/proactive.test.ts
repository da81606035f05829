import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT } from '../../../../tests/town.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { DAY, later } from '../../../platform/time.ts'
import { proposeMonth } from '../handle/proactive.ts'

let here: TownWithDoors
const grid = `${DISTRICT}001001-01`

beforeAll(async () => {
  here = await townWithDoors('2026-01-05T10:00:00+08:00')
  for (let week = 0; week < 5; week++) {
    await reported(week)
    here.turnTo(later(here.clock.now(), 7 * DAY))
  }
})
afterAll(() => here.close())

async function reported(week: number) {
  const matter = here.matters.find(({ id }) => id === 'matter_grid-litter')
  if (!matter) throw new Error('no such type')
  const filed = await here.cases.file({
    district: DISTRICT,
    matter,
    told: { title: `垃圾 ${week}`, text: '石桥路公交站旁垃圾散落。' },
    at: here.clock.now(),
    by: null,
    key: null,
    applicant: `person_${week % 3}`,
    channel: 'patrol',
    enteredBy: null,
    parent: null,
    leadUnit: null,
    category: matter.category.join('/'),
    area: `${DISTRICT}001/${DISTRICT}001001`,
    grid,
    unit: 'unit_wangge',
    evidence: [],
    given: { seen: 1 },
  })
  if (!filed.ok) throw new Error(filed.refusal)
}

/** Signed in anew, for days go by. */
const as = async (capacity: 'supervisor' | 'handler'): Promise<Asker> => here.by(await here.who(capacity))
const list = async (query = '') => (await (await as('supervisor')).get(`/api/grid/proposals${query}`)).json()

test('what came five times in five weeks at one place is proposed once a month, with what it would save', async () => {
  expect(await proposeMonth(here.db, DISTRICT, here.clock.now())).toBe(1)
  expect(await proposeMonth(here.db, DISTRICT, here.clock.now())).toBe(0)
  const { rows, next } = await list()
  expect(next).toBeNull()
  expect(rows).toMatchObject([
    {
      kind: 'place',
      place: grid,
      cases: 5,
      people: 3,
      weeks: 5,
      saves: { days: 90, cases: 5, people: 3 },
      state: 'open',
    },
  ])
  expect(rows[0].caseIds).toHaveLength(5)
})

test('it is ordered as one asks and goes out as a table with what would be spared; a handler gets none', async () => {
  for (const sort of ['cases', 'people', 'weeks', 'latest'])
    expect((await list(`?sort=${sort}&limit=1`)).rows).toHaveLength(1)
  const out = await (await as('supervisor')).get('/api/grid/proposals/export?format=csv&state=open')
  const [head, line] = out.body.replace(/^\uFEFF/, '').split(/\r?\n/)
  expect(head).toContain('90天预计减少件数')
  expect(line?.split(',').slice(2, 5)).toEqual(['5', '3', '5'])
  expect((await (await as('handler')).get('/api/grid/proposals/export')).statusCode).toBe(403)
})

test('nobody but who watches over the district reads and decides; a reason must be given', async () => {
  const [{ id }] = (await list()).rows
  const handler = await as('handler')
  expect((await handler.get('/api/grid/proposals')).statusCode).toBe(403)
  expect((await handler.post(`/api/grid/proposals/${id}/accept`, { instruction: '源头治理' })).statusCode).toBe(403)
  expect((await (await here.by(null)).get('/api/grid/proposals')).statusCode).toBe(401)
  const empty = await (await as('supervisor')).post(`/api/grid/proposals/${id}/dismiss`, { reason: '无' })
  expect(empty.json().fields[0].pointer).toBe('/reason')
  const gone = await (await as('supervisor')).post('/api/grid/proposals/proposal_nothing/dismiss', {
    reason: '没有必要',
  })
  expect(gone.json()).toMatchObject({ status: 404, refusal: 'no-such-proposal' })
})

test('accepted it becomes a registered task with two milestones; nobody decides it twice', async () => {
  const [{ id }] = (await list('?state=open')).rows
  const body = { instruction: '增设果皮箱，调整清运时间，月底前见效。' }
  const done = (await (await as('supervisor')).post(`/api/grid/proposals/${id}/accept`, body)).json()
  expect(done.proposal).toMatchObject({ state: 'accepted', reason: body.instruction })
  const task = await here.stateOf(done.proposal.taskCase)
  expect(task).toMatchObject({ stage: 'dispatching', filing: { matter: 'matter_grid-proactive', grid } })
  expect(task.registers.milestones).toBe(2)
  const again = await (await as('supervisor')).post(`/api/grid/proposals/${id}/dismiss`, { reason: '重复建议' })
  expect(again.json().refusal).toBe('proposal-is-decided')
  expect((await list('?state=open')).rows).toEqual([])
  here.turnTo(later(here.clock.now(), 31 * DAY))
  expect(await proposeMonth(here.db, DISTRICT, here.clock.now())).toBe(0)
})
