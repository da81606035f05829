import { afterAll, beforeAll, expect, test } from 'vitest'
import { liFangWrites, someone } from '../../../../tests/journeys/cast.ts'
import { type Town, town } from '../../../../tests/town.ts'
import { procedures } from '../../../city/engine.ts'
import { orderMeasures } from '../../../modules/orders/rules/measures.ts'
import type { Db } from '../../../platform/db/db.ts'
import { instant } from '../../../platform/time.ts'
import { type CaseId, districtOf } from '../model/case.ts'
import { auditCases } from './nothing-lost.ts'
import { type Writing, writingTogether } from './writing.ts'

const at = instant('2026-03-02T10:00:00+08:00')
const act = (id: string, first = false): Writing => ({
  ...{ id: id as CaseId, at, version: 2, first, row: { id }, facts: [], figures: [], notices: [], messages: [] },
})

/** A database that answers only when it is told to, and remembers which cases each statement wrote. */
function slowDatabase() {
  const asked: { readonly ids: readonly string[]; yes(): void; no(code: string): void }[] = []
  const prepared = (_statement: unknown, values: readonly unknown[]) =>
    new Promise<never[]>((resolve, reject) => {
      asked.push({
        ids: values.at(-1) as readonly string[],
        yes: () => resolve([]),
        no: (code) => reject(Object.assign(new Error(code), { code })),
      })
    })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return { db: { prepared } as unknown as Db, asked, settle, ids: () => asked.map(({ ids }) => ids.join(' ')) }
}

test('who comes first goes at once; who comes meanwhile goes together with the next statement', async () => {
  const { db, asked, settle, ids } = slowDatabase()
  const write = writingTogether(db)
  const done = ['case_1_a', 'case_1_b', 'case_1_c'].map((id) => write(act(id)))
  expect(ids()).toEqual(['case_1_a'])
  asked[0]?.yes()
  await settle()
  expect(ids()).toEqual(['case_1_a', 'case_1_b case_1_c'])
  asked[1]?.yes()
  await Promise.all(done)
})

test('a case stands in a statement once, districts and first facts have statements of their own', async () => {
  const { db, asked, settle, ids } = slowDatabase()
  const write = writingTogether(db)
  const done = [
    act('case_1_a'),
    act('case_1_a'),
    act('case_2_b'),
    act('case_1_c', true),
    act('case_1_d'),
    act('case_1_a'),
  ].map(write)
  for (let round = 0; round < 5; round++) {
    asked[round]?.yes()
    await settle()
  }
  expect(ids()).toEqual(['case_1_a', 'case_1_a case_1_d', 'case_2_b', 'case_1_c', 'case_1_a'])
  await Promise.all(done)
})

test('where the database refuses one of several, each goes by itself and only that one hears no', async () => {
  const { db, asked, settle, ids } = slowDatabase()
  const write = writingTogether(db)
  const done = Promise.allSettled(['case_1_a', 'case_1_b', 'case_1_c'].map((id) => write(act(id))))
  asked[0]?.yes()
  await settle()
  asked[1]?.no('23505')
  await settle()
  asked[2]?.no('23505')
  await settle()
  asked[3]?.yes()
  expect(ids()).toEqual(['case_1_a', 'case_1_b case_1_c', 'case_1_b', 'case_1_c'])
  expect((await done).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('where the connection breaks nobody knows what was written: all hear it, nothing is written again', async () => {
  const { db, asked, settle } = slowDatabase()
  const write = writingTogether(db)
  const done = Promise.allSettled(['case_1_a', 'case_1_b', 'case_1_c'].map((id) => write(act(id))))
  asked[0]?.yes()
  await settle()
  asked[1]?.no('ECONNRESET')
  expect((await done).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(asked).toHaveLength(2)
})

let here: Town
beforeAll(async () => {
  here = await town('2026-03-02T10:00:00+08:00')
})
afterAll(() => here.close())

test('thirty cases at once, two hands on each: every case moves once and all that follows from it is there', async () => {
  const filed = await Promise.all(Array.from({ length: 30 }, () => liFangWrites(here)))
  const intake = await someone(here, 'intake')
  const moved = await Promise.all(
    filed.flatMap(({ state: { id } }) => [here.as(intake, id, 'accept'), here.as(intake, id, 'accept')]),
  )
  expect(moved.filter(({ ok }) => ok)).toHaveLength(30)
  const states = await Promise.all(filed.map(({ state: { id } }) => here.stateOf(id)))
  expect(states.map(({ version }) => version)).toEqual(filed.map(() => 2))
  const { cases, lost, untrue, behind, figures } = await auditCases(
    { db: here.db, procedures },
    { district: districtOf(filed[0]?.state.id as CaseId), at: here.clock.now(), measuring: orderMeasures },
  )
  expect({ cases, lost: lost.filter(({ count }) => count > 0), untrue, behind, figures }).toEqual({
    ...{ cases: 30, lost: [], untrue: [], behind: [], figures: [] },
  })
})
