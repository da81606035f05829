import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEngine, measuring, procedures } from '../src/city/engine.ts'
import { plantDistrict } from '../src/city/plant.ts'
import { auditCases } from '../src/kernel/cases/handle/nothing-lost.ts'
import type { CaseState } from '../src/kernel/cases/model/case.ts'
import { entriesOf } from '../src/kernel/channels/store/entries.ts'
import { auditLedger } from '../src/kernel/ledger/handle/audit.ts'
import { residentWith } from '../src/kernel/people/handle/residents.ts'
import { areasOf } from '../src/kernel/places/store.ts'
import { gridEvent } from '../src/modules/grid/rules/grid-event.ts'
import { assist } from '../src/modules/orders/rules/assist.ts'
import { order } from '../src/modules/orders/rules/order.ts'
import { createCrypto } from '../src/platform/crypto/crypto.ts'
import { instant, turnableClock } from '../src/platform/time.ts'
import { freshDatabase, type TestDatabase } from '../tests/database.ts'
import { type ToldTown, tellTown } from './demo-town.ts'
import { guests, residents } from './residents.ts'

const district = '349901'
/** A Sunday night: nobody has been at his desk for two days. */
const now = instant('2026-11-22T21:30:00+08:00')
const crypto = createCrypto()
const master = Buffer.alloc(32, 7)
const mac = (text: string) => crypto.mac(master, text).toString('hex')

let database: TestDatabase
let town: ToldTown
let cards: readonly { readonly state: CaseState; readonly supervision: number; readonly light: string }[]
const parts = () => ({ db: database.db, crypto, master, mac, district, now })

beforeAll(async () => {
  database = await freshDatabase()
  await plantDistrict(database.db, district, now)
  await killedHalfWay()
  const told = await tellTown(parts())
  if (!told) throw new Error('the town was not told')
  town = told
  const { rows } = await database.db.pool.query(
    `select state, supervision, case when settled then 'none' when overdue then 'red' when warn_at <= $1 then 'yellow' else 'green'
     end as light from cases.card order by id`,
    [now],
  )
  cards = rows
}, 300_000)
afterAll(() => database.close())

/** Stopped in the middle of filing, and again in the middle of living. */
async function killedHalfWay(): Promise<void> {
  for (const step of ['filing', 'living'] as const) {
    const stop = new AbortController()
    await tellTown({
      ...parts(),
      signal: stop.signal,
      onProgress: (progress) => {
        if (progress.step === step) stop.abort()
      },
    })
  }
}

const at = (place: string) => cards.filter(({ state }) => `${state.filing.procedure}/${state.stage}` === place)

test('a town that was interrupted twice is told to its end, every story once, and nobody was refused anything', () => {
  const orders = cards.filter(({ state }) => state.filing.parent === null && state.filing.procedure === 'orders')
  expect(orders.length).toBe(town.cases.size)
  expect(orders.length).toBeGreaterThan(130)
  expect(town.life.refusals).toEqual({})
})

test('every case lived again from the ledger is as it stands, and the books hold what the cases of all houses add up to', async () => {
  const { cases, lost, untrue, behind, figures } = await auditCases(
    { db: database.db, procedures },
    { district, at: now, measuring },
  )
  expect(cases).toBe(cards.length)
  expect({ lost: lost.filter(({ count }) => count > 0), untrue, behind, figures }).toEqual({
    ...{ lost: [], untrue: [], behind: [], figures: [] },
  })
})

test('at every stage of an order, and of a task for another unit, something stands on a Sunday night', () => {
  const places = [
    ...Object.keys(order.stages).map((stage) => `orders/${stage}`),
    ...Object.keys(assist.stages).map((stage) => `assist/${stage}`),
  ]
  expect(places.filter((place) => at(place).length === 0)).toEqual([])
  expect(at('orders/archived').length).toBeGreaterThan(50)
})

test('at every stage of a grid case something stands as well, and one is on its second milestone', () => {
  const stages = Object.keys(gridEvent.stages).filter((stage) => stage !== 'linked')
  expect(stages.filter((stage) => at(`grid/${stage}`).length === 0)).toEqual([])
  expect(at('grid/handling').map(({ state }) => state.registers.milestone)).toContain(2)
  expect(at('grid/archived').length).toBeGreaterThan(10)
  const checks = at('grid/archived').map(({ state }) => state.marks.sameSpot)
  expect(new Set(checks)).toEqual(new Set(['same']))
})

test('lights of every colour, supervision of every rung, a no at every level, stars of every number', () => {
  const of = (numbers: readonly number[]) => [...new Set(numbers)].sort()
  expect(cards.filter(({ light }) => light === 'yellow').length).toBeGreaterThan(2)
  expect(of(cards.filter(({ light }) => light === 'red').map(({ supervision }) => supervision))).toEqual([1, 2, 3])
  expect(of(at('orders/refusal-ladder').map(({ state }) => Number(state.registers.refusalLevel)))).toEqual([1, 2, 3, 4])
  expect(of(cards.flatMap(({ state }) => (state.marks.stars ? [Number(state.marks.stars)] : [])))).toEqual([
    1, 2, 3, 4, 5,
  ])
})

test('two later reports of the dark lane are linked to the first, whose handler hears of it', async () => {
  const { rows } = await database.db.pool.query(
    `select type from ledger.event where stream = $1 and type = 'RepeatLinked'`,
    [town.cases.get('lamp-zhaohua')],
  )
  expect(rows.length).toBe(2)
})

test('the chain of the ledger verifies', async () => {
  expect((await auditLedger(database.db, {})).broken).toBeNull()
})

test('whoever signs in by a telephone of the town finds his cases and his notices', async () => {
  const clock = turnableClock(now)
  const { vault } = createEngine({ db: database.db, clock, crypto, master })
  for (const { name, phone } of guests) {
    const id = await residentWith({ db: database.db, clock, mac, vault }, { district, phone, name, at: now })
    const own = cards.filter(({ state }) => state.filing.applicant === id && state.filing.parent === null)
    expect(own.length).toBeGreaterThan(1)
    const { rows } = await database.db.pool.query(`select 1 from channels.notice where to_id = $1`, [id])
    expect(rows.length).toBeGreaterThan(own.length)
  }
  const { rows } = await database.db.pool.query('select count(*)::int as count from people.resident')
  expect(rows[0]).toEqual({ count: residents.length })
})

test('the district has its streets, communities and grids, and mailboxes hang in them', async () => {
  const areas = await areasOf(database.db, district)
  const count = (level: string) => areas.filter((area) => area.level === level).length
  expect([count('street'), count('community'), count('grid')]).toEqual([4, 8, 32])
  expect(areas.flatMap(({ aliases }) => aliases).length).toBeGreaterThan(40)
  const mailboxes = await entriesOf(database.db, { district, kind: 'mailbox', after: null, limit: 10 })
  expect(mailboxes.length).toBe(3)
  const grids = new Set(areas.map(({ code }) => code.replace('grid_', '')))
  expect(cards.filter(({ state }) => state.filing.grid !== null && !grids.has(state.filing.grid))).toEqual([])
})

test('a second start tells nothing', async () => {
  expect(await tellTown(parts())).toBeNull()
})
