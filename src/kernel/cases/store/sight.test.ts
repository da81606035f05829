import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts'
import { orderProcedure } from '../../../modules/orders/rules/order.ts'
import type { Capacity, HeldPost, Scope, StaffWho, UnitId } from '../../organisations/model.ts'
import { capacitiesOver, covers, postsWith } from '../../organisations/policy.ts'
import type { CaseId, CaseState } from '../model/case.ts'
import { needs, READ_RIGHT, reaches, sees, sightedOf, sightOf, workOf } from '../policy/sight.ts'
import { casesIn } from './lists.ts'
import { reachFilter, waitingFilter, waysOf } from './sight.ts'

const units = ['unit_a', 'unit_b', 'unit_c'] as const satisfies readonly UnitId[]
const people = ['staff_1', 'staff_2'] as const
const scopes = ['all', 'chosen-units', 'unit-and-below', 'unit', 'own', 'grid'] as const satisfies readonly Scope[]
const capacities = [
  'intake',
  'handler',
  'section-head',
  'leader-in-charge',
  'top-leader',
  'outside-leader',
  'verifier',
  'auditor',
] as const satisfies readonly Capacity[]
const stages = ['received', 'handling', 'refusal-ladder', 'verifying', 'archived'] as const

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null })
const aCase = fc.record({
  district: fc.constantFrom('349901', '349902'),
  unit: maybe(units),
  holder: maybe(people),
  enteredBy: maybe(people),
  grid: maybe(['g-1', 'g-2']),
  leadUnit: maybe(units),
  handlers: fc.subarray([...people]),
  stage: fc.constantFrom(...stages),
  level: fc.integer({ min: 1, max: 4 }),
})
const aPost: fc.Arbitrary<HeldPost> = fc
  .record({
    unit: fc.constantFrom(...units),
    capacities: fc.subarray([...capacities]),
    rights: fc.constantFrom([READ_RIGHT], ['cases.*'], ['*'], ['people.manage']),
    scope: fc.constantFrom(...scopes),
    reach: fc.subarray([...units]),
    below: fc.subarray([...units]),
    grids: fc.subarray(['g-1', 'g-2']),
    actingFor: fc.option(fc.constant('staff_2' as const), { nil: undefined }),
  })
  .map(({ actingFor, ...post }) => ({
    ...post,
    id: 'post_1',
    role: 'role_some',
    partTime: false,
    reach: post.scope === 'all' ? 'all' : post.scope === 'own' || post.scope === 'grid' ? [] : post.reach,
    ...(actingFor && { actingFor }),
  }))
const somebody = (posts: readonly HeldPost[]): StaffWho => ({
  kind: 'staff',
  id: 'staff_1',
  name: '陈明远',
  district: '349901',
  unit: 'unit_a',
  posts,
})

type Drawn = typeof aCase extends fc.Arbitrary<infer T> ? T : never
const stateOf = (one: Drawn, id: CaseId): CaseState =>
  ({
    id,
    filing: { procedure: 'orders', enteredBy: one.enteredBy, grid: one.grid, leadUnit: one.leadUnit },
    stage: one.stage,
    registers: { refusalLevel: one.level },
    unit: one.unit,
    holder: one.holder,
    handlers: one.handlers,
  }) as unknown as CaseState

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

async function laid(cases: readonly Drawn[]): Promise<CaseState[]> {
  const { kysely } = database.db
  const states = cases.map((one, at) => stateOf(one, `case_${one.district}_${String(at).padStart(4, '0')}`))
  await sql`truncate cases.card, cases.hand`.execute(kysely)
  for (const [at, state] of states.entries()) {
    const { filing, stage, unit, holder } = state
    const settled = orderProcedure.stages[stage]?.settled ?? orderProcedure.stages[stage]?.end !== undefined
    await sql`insert into cases.card (district, id, number, procedure, matter, category, kind, channel, stage, phase,
        settled, ended, unit, holder, entered_by, parent, grid, filed_at, changed_at, due, overdue, supervision, version,
        head, state)
      values (${cases[at]?.district}, ${state.id}, ${String(at)}, 'orders', 'matter_x', 'c', 'help', 'web', ${stage}, 'working',
        ${settled}, ${settled}, ${unit}, ${holder}, ${filing.enteredBy},
        ${filing.leadUnit === null ? null : 'case_parent'}, ${filing.grid}, now(), now(), now(), false, 0, 1, '\\x00',
        ${JSON.stringify(state)}::jsonb)`.execute(kysely)
    for (const hand of state.handlers)
      await sql`insert into cases.hand (district, staff, case_id)
        values (${cases[at]?.district}, ${hand}, ${state.id})`.execute(kysely)
  }
  return states
}

const idsWhere = async (condition: ReturnType<typeof reachFilter>): Promise<string[]> => {
  const found = await sql<{ id: string }>`select c.id from cases.card as c where ${condition} order by id`.execute(
    database.db.kysely,
  )
  return found.rows.map(({ id }) => id)
}

test('the list shows exactly the cases that the rule lets one see, whatever posts one holds', async () => {
  const cases = fc.array(aCase, { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(cases, fc.array(aPost, { maxLength: 3 }), async (drawn, posts) => {
      const who = somebody(posts)
      const states = await laid(drawn)
      const seen = states.filter((state) => sees(who, state)).map(({ id }) => id)
      expect(await idsWhere(reachFilter(sightOf(who)))).toEqual(seen.sort())
      const page = await casesIn(database.db, {
        district: who.district,
        filters: [],
        ways: waysOf(sightOf(who)),
        sort: 'filed',
        after: null,
        limit: 50,
      })
      expect(page.map(({ id }) => id)).toEqual(seen.sort().toReversed())
    }),
    { numRuns: 60 },
  )
})

test('the list of my work holds exactly the cases whose owner I am now', async () => {
  const cases = fc.array(aCase, { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(cases, fc.array(aPost, { maxLength: 3 }), async (drawn, posts) => {
      const work = workOf(somebody(posts), [orderProcedure])
      const states = await laid(drawn)
      const mine = states.filter((state) => needs(work, state)).map(({ id }) => id)
      const listed = new Set((await Promise.all(work.map((one) => idsWhere(waitingFilter(one))))).flat())
      expect([...listed].sort()).toEqual(mine.sort())
    }),
    { numRuns: 60 },
  )
})

test('one sees what the scopes of one’s reading posts cover, what a capacity makes one’s own, and one’s own past', () => {
  fc.assert(
    fc.property(aCase, fc.array(aPost, { maxLength: 3 }), (one, posts) => {
      const who = somebody(posts)
      const state = stateOf(one, `case_${one.district}_1`)
      const thing = sightedOf(state)
      const reading = { ...who, posts: postsWith(who, READ_RIGHT) }
      const leads = reading.posts.some(({ unit, capacities: of }) => unit === one.leadUnit && of.includes('handler'))
      const isHere = one.district === who.district && reading.posts.length > 0
      const expected =
        covers(who, READ_RIGHT, thing) ||
        capacitiesOver(reading, thing).size > 0 ||
        (isHere && (one.handlers.includes('staff_1') || leads))
      expect(reaches(sightOf(who), thing)).toBe(expected)
    }),
    { numRuns: 2_000 },
  )
})
