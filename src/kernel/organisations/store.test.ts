import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HeldPost, Scope, StaffWho, UnitId } from './model.ts'
import { covers, type Scoped } from './policy.ts'
import { dutiesOn, dutyPage, setFallbackDesk } from './store/duties.ts'
import { scopeFilter } from './store/scope.ts'
import { aTown, DISTRICT, type Town } from './town.spec.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
  await sql`create table thing (district text, id int, unit text, holder text, created_by text, grid text)`.execute(
    town.db.kysely,
  )
})
afterAll(() => town.close())

const oneOf = <const T extends readonly unknown[]>(...values: T) =>
  fc.constantFrom<T[number]>(...(values as unknown as T[number][]))
const unit = oneOf<UnitId[]>('unit_a', 'unit_b', 'unit_c')
const staff = oneOf('staff_1', 'staff_2', 'staff_3')
const right = oneOf('orders.read', 'orders.*', '*', 'cases.export')

const heldPost: fc.Arbitrary<HeldPost> = fc
  .record({
    unit,
    rights: fc.array(right, { maxLength: 2 }),
    scope: oneOf<Scope[]>('all', 'chosen-units', 'unit-and-below', 'unit', 'own', 'grid'),
    units: fc.uniqueArray(unit, { maxLength: 3 }),
    grids: fc.uniqueArray(oneOf('g1', 'g2')),
    actingFor: fc.option(staff),
  })
  .map(({ units, actingFor, scope, ...rest }) => ({
    ...rest,
    id: 'post_1',
    role: 'role_1',
    capacities: [],
    scope,
    reach: scope === 'all' ? 'all' : scope === 'own' || scope === 'grid' ? [] : units,
    below: units,
    partTime: false,
    ...(actingFor ? { actingFor } : {}),
  }))
const who: fc.Arbitrary<StaffWho> = fc
  .record({ id: staff, posts: fc.array(heldPost, { maxLength: 3 }), district: oneOf('349901', '349902') })
  .map((some) => ({ kind: 'staff', name: '某人', unit: 'unit_a', ...some }))
const thing: fc.Arbitrary<Scoped> = fc.record({
  district: oneOf('349901', '349902'),
  unit: fc.option(unit),
  holder: fc.option(staff),
  createdBy: fc.option(oneOf('staff_1', 'person_1')),
  grid: fc.option(oneOf('g1', 'g2', 'g3')),
})

test('a list shows exactly the rows the policy lets somebody touch: one truth as a rule and as SQL', async () => {
  await fc.assert(
    fc.asyncProperty(
      who,
      fc.array(thing, { minLength: 1, maxLength: 25 }),
      oneOf('orders.read', 'cases.export'),
      async (somebody, things, asked) => {
        await sql`truncate thing`.execute(town.db.kysely)
        const rows = things.map((each, id) => ({ ...each, id, created_by: each.createdBy }))
        await sql`insert into thing (district, id, unit, holder, created_by, grid)
        select district, id, unit, holder, created_by, grid from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(district text, id int, unit text, holder text, created_by text, grid text)`.execute(town.db.kysely)
        const columns = { unit: 'unit', holder: 'holder', createdBy: 'created_by', grid: 'grid' }
        const filter = scopeFilter(somebody, asked, columns)
        const shown = await sql<{ id: number }>`select id from thing where ${filter()} order by id`.execute(
          town.db.kysely,
        )
        const hidden = await sql<{ id: number }>`select id from thing where not ${filter()} order by id`.execute(
          town.db.kysely,
        )
        const expected = rows.filter((each) => covers(somebody, asked, each)).map(({ id }) => id)
        expect(shown.rows.map(({ id }) => id)).toEqual(expected)
        expect(hidden.rows).toHaveLength(rows.length - expected.length)
      },
    ),
    { numRuns: 250, seed: 20261123 },
  )
})

test('every district has a fallback desk, and the database will not let it go', async () => {
  const fallback = (await dutiesOn(town.db, DISTRICT, '2026-03-02')).find(({ id }) => id === 'duty_fallback')
  expect(fallback).toMatchObject({ unit: 'unit_rexian', category: '', area: null })
  await expect(sql`delete from organisations.fallback_desk`.execute(town.db.kysely)).rejects.toThrow(
    'always has a fallback desk',
  )
  await expect(sql`truncate organisations.fallback_desk`.execute(town.db.kysely)).rejects.toThrow(
    'always has a fallback desk',
  )
  await expect(dutiesOn(town.db, '349999', '2026-03-02')).rejects.toThrow('no fallback desk')
})

test('the fallback desk may move to another unit', async () => {
  await setFallbackDesk(town.db, DISTRICT, 'unit_zfb', '文件')
  expect((await dutiesOn(town.db, DISTRICT, '2026-03-02')).find(({ id }) => id === 'duty_fallback')?.unit).toBe(
    'unit_zfb',
  )
  await setFallbackDesk(town.db, DISTRICT, 'unit_rexian', '文件')
})

test.each(['category', 'unit'] as const)(
  'the duty list by %s comes in pages that join without gap or repeat',
  async (sort) => {
    const rest = { category: null, unit: null, area: null, part: null, text: null, when: 'now' } as const
    const asked = { district: DISTRICT, day: '2026-03-02', ...rest, sort, limit: 7 } as const
    const seen: string[] = []
    let after: readonly [string, string] | null = null
    for (;;) {
      const rows = (await dutyPage(town.db, { ...asked, after })).slice(0, 7)
      seen.push(...rows.map(({ id }) => id))
      const last = rows.at(-1)
      if (rows.length < 7 || !last) break
      after = [last[sort], last.id]
    }
    const all = (await dutiesOn(town.db, DISTRICT, '2026-03-02')).filter(({ id }) => id !== 'duty_fallback')
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(all.length)
  },
)

test('the demo district has every role filled, and a ladder of superiors in every unit that leads', async () => {
  const duties = await dutiesOn(town.db, DISTRICT, '2026-03-02')
  const { rows } = await sql<{
    unit: string
    capacity: string
  }>`select distinct p.unit, c.capacity from organisations.post p
    join organisations.role r on r.district = p.district and r.id = p.role, unnest(r.capacities) as c(capacity)`.execute(
    town.db.kysely,
  )
  const capacities = new Set(rows.map(({ capacity }) => capacity))
  expect(capacities.size).toBe(16)
  const tree = await town.directory.tree(DISTRICT)
  for (const unitId of new Set(duties.filter(({ part }) => part === 'lead').map((duty) => duty.unit))) {
    const has = (capacity: string, units: readonly string[]) =>
      rows.some((row) => row.capacity === capacity && units.includes(row.unit))
    const superiors = [unitId, ...(tree.get(unitId)?.parent ? [String(tree.get(unitId)?.parent)] : [])]
    expect(has('handler', [unitId]), `${unitId} has somebody to handle`).toBe(true)
    expect(has('leader-in-charge', superiors), `${unitId} has a leader in charge`).toBe(true)
    expect(has('top-leader', superiors), `${unitId} has a top leader`).toBe(true)
  }
})
