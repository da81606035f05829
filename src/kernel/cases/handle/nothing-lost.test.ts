import { afterAll, beforeAll, expect, test } from 'vitest'
import { liFangWrites, someone } from '../../../../tests/journeys/cast.ts'
import { DISTRICT, type Town, town } from '../../../../tests/town.ts'
import { procedures } from '../../../city/engine.ts'
import { orderMeasures } from '../../../modules/orders/rules/measures.ts'
import { HOUR, later } from '../../../platform/time.ts'
import type { CaseId, CaseState } from '../model/case.ts'
import { type LostKind, lostKinds } from '../model/nothing-lost.ts'
import { evolve } from '../rules/evolve.ts'
import { difference } from '../rules/figures.ts'
import { refillAlive } from '../store/alive.ts'
import { timelineOf } from '../store/timeline.ts'
import { newCaseId } from './cases.ts'
import { auditCases, lostBehind, nothingLost, rebuildCase } from './nothing-lost.ts'

let here: Town
let lamp: CaseId
let joint: CaseId
let child: CaseId

beforeAll(async () => {
  here = await town('2026-03-02T10:00:00+08:00')
  lamp = await inHand()
  joint = await inHand()
  const opened = await here.cases.move(joint, {
    move: 'openChild',
    at: here.clock.now(),
    by: { id: 'staff_chengguan', unit: 'unit_chengguan', roles: new Set(['handler']) },
    fields: { unit: 'unit_zhujian', task: '请协助提供小区图纸' },
    childId: newCaseId(DISTRICT, here.clock.now()),
  })
  expect(opened).toMatchObject({ ok: true })
  await here.letJobsRun()
  child = Object.keys((await here.stateOf(joint)).children)[0] as CaseId
})
afterAll(() => here.close())

async function inHand(): Promise<CaseId> {
  const { state } = await liFangWrites(here)
  await here.as(await someone(here, 'intake'), state.id, 'accept')
  await here.as(await someone(here, 'dispatcher'), state.id, 'dispatch', { unit: 'unit_chengguan' })
  const handler = await someone(here, 'handler', 'unit_chengguan')
  expect(await here.as(handler, state.id, 'sign', { triage: 'can' })).toMatchObject({ ok: true })
  return state.id
}

/** An hour from now, before any clock of theirs has run out. */
const soon = () => later(here.clock.now(), HOUR)
const parts = () => ({ db: here.db, procedures })
const behind = (kind: LostKind) => lostBehind(parts(), { district: DISTRICT, at: soon(), kind }, { limit: 10 })

async function figures(): Promise<Record<string, number>> {
  const found = await nothingLost(parts(), DISTRICT, soon())
  return Object.fromEntries(found.filter(({ count }) => count > 0).map(({ kind, count }) => [kind, count]))
}

/** Breaks something by hand, looks, and mends it again. */
async function broken(breaking: string, mending: string): Promise<Record<string, number>> {
  await here.db.pool.query(breaking)
  try {
    return await figures()
  } finally {
    await here.db.pool.query(mending)
  }
}

test('in a town that works nothing is lost, and every case tells the same life as its ledger', async () => {
  expect(await figures()).toEqual({})
  const audit = await auditCases(parts(), { district: DISTRICT, at: soon(), measuring: orderMeasures })
  expect(audit).toMatchObject({ cases: 3, behind: [], untrue: [], figures: [] })
})

test.each<[LostKind, string, string]>([
  [
    'no-owner',
    "update cases.card set unit = null where id = '$lamp'",
    "update cases.card set unit = 'unit_chengguan' where id = '$lamp'",
  ],
  [
    'no-walker',
    "update cases.card set procedure = 'grid', stage = 'site-check', grid = 'nowhere' where id = '$lamp'",
    "update cases.card set procedure = 'orders', stage = 'handling', grid = null where id = '$lamp'",
  ],
  [
    'no-clock',
    "update cases.card set due = null where id = '$lamp'",
    "update cases.card set due = (select due - interval '1 millisecond' from jobs.timer where key = '$lamp') where id = '$lamp'",
  ],
  [
    'time-stood-still',
    "update jobs.timer set due = due - interval '30 days' where key = '$lamp'",
    "update jobs.timer set due = due + interval '30 days' where key = '$lamp'",
  ],
  [
    'timer-dead',
    "update jobs.timer set dead_at = now() where key = '$lamp'",
    "update jobs.timer set dead_at = null where key = '$lamp'",
  ],
  [
    'child-of-ended',
    "update cases.card set settled = true, ended = true where id = '$joint'",
    "update cases.card set settled = false, ended = false where id = '$joint'",
  ],
  [
    'waits-for-nobody',
    "update cases.card set ended = true where id = '$child'",
    "update cases.card set ended = false where id = '$child'",
  ],
])('%s is found', async (kind, breaking, mending) => {
  const named = (text: string) => text.replaceAll('$lamp', lamp).replaceAll('$joint', joint).replaceAll('$child', child)
  expect(await broken(named(breaking), named(mending))).toEqual({ [kind]: 1 })
  expect(await figures()).toEqual({})
})

test('a clock without its timer, or with one that comes too late, is found', async () => {
  await here.db.pool.query("update jobs.timer set due = due + interval '1 day' where key = $1", [lamp])
  expect(await behind('timer-missing')).toEqual([lamp])
  await here.db.pool.query("update jobs.timer set due = due - interval '1 day' where key = $1", [lamp])
  const { rows } = await here.db.pool.query('delete from jobs.timer where key = $1 returning *', [lamp])
  expect(await behind('timer-missing')).toEqual([lamp])
  const { district, key, kind, due, payload } = rows[0]
  await here.db.pool.query('insert into jobs.timer (district, key, kind, due, payload) values ($1, $2, $3, $4, $5)', [
    district,
    key,
    kind,
    due,
    payload,
  ])
  expect(await figures()).toEqual({})
})

test('a message between cases that nobody could deliver is found at the case that waits', async () => {
  await here.db.pool.query(
    `insert into jobs.outbox (district, id, topic, payload, at, due, dead_at)
     values ($1, 'message_x', 'case.child-ended', $2, now(), now(), now())`,
    [DISTRICT, { parent: joint, child, end: 'completed' }],
  )
  expect(await behind('message-dead')).toEqual([joint])
  await here.db.pool.query("delete from jobs.outbox where id = 'message_x'")
})

test('every figure of the audit has its list', async () => {
  for (const kind of lostKinds) expect(await behind(kind)).toEqual([])
})

test('a snapshot that tells another life than the ledger is named, with what differs', async () => {
  const { rows } = await here.db.pool.query('select version, state, stage from cases.card where id = $1', [lamp])
  const [card] = rows
  await here.db.pool.query('update cases.card set version = version - 1 where id = $1', [lamp])
  expect(await rebuildCase(here.db, lamp)).toEqual(['version'])
  const audit = await auditCases(parts(), { district: DISTRICT, at: soon(), measuring: orderMeasures })
  expect(audit.behind).toEqual([lamp])
  await here.db.pool.query('update cases.card set version = $2, state = state || \'{"holder":null}\' where id = $1', [
    lamp,
    card.version,
  ])
  expect(await rebuildCase(here.db, lamp)).toEqual(['state'])
  await here.db.pool.query("update cases.card set state = $2, stage = 'closed' where id = $1", [lamp, card.state])
  expect(await rebuildCase(here.db, lamp)).toEqual(['columns'])
  await here.db.pool.query('update cases.card set stage = $2 where id = $1', [lamp, card.stage])
  expect(await rebuildCase(here.db, lamp)).toEqual([])
  expect(await rebuildCase(here.db, 'case_349901_nobody')).toEqual([])
})

test('the books of figures can be written again from the ledger alone', async () => {
  const { rows: books } = await here.db.pool.query<BookRow>(
    'select case_id, measure, day, unit, category, area, n, at from cases.delta',
  )
  const again: BookRow[] = []
  for (const id of [lamp, joint, child]) {
    let state: CaseState | null = null
    for (const event of await timelineOf(here.db, id)) {
      const before: CaseState | null = state
      const after = evolve(before, event, id)
      for (const figure of difference(before ? orderMeasures(before) : [], orderMeasures(after)))
        again.push({ case_id: id, ...figure, at: event.at })
      state = after
    }
  }
  expect(netOf(again)).toEqual(netOf(books))
})

type BookRow = ReturnType<typeof difference>[number] & { readonly case_id: string; readonly at: string }

/** One commit may hold several events: what they added at one instant is compared, not in which order. */
function netOf(rows: readonly BookRow[]): Map<string, number> {
  const net = new Map<string, number>()
  for (const { n, ...about } of rows) {
    const { case_id, measure, day, unit, category, area, at } = about
    const key = [case_id, measure, day, unit, category, area, at].join('|')
    net.set(key, (net.get(key) ?? 0) + n)
  }
  return new Map([...net].filter(([, n]) => n !== 0).sort())
}

test('the narrow rows of what is alive can be filled again from the cards', async () => {
  const rows = async () => (await here.db.pool.query('select * from cases.alive order by case_id')).rows
  const before = await rows()
  expect(before).toHaveLength(3)
  // Cases filed in one millisecond sort by the random part of their names.
  expect(before.filter(({ joint }) => joint).map(({ case_id }) => case_id)).toEqual([child])
  expect(await refillAlive(here.db, DISTRICT)).toBe(3)
  expect(await rows()).toEqual(before)
})

test('a figure that somebody wrote into the books by hand is found', async () => {
  await here.db.pool.query(
    `insert into cases.delta (district, measure, day, case_id, version, line, unit, category, area, n, at)
     values ($1, 'solved', '2026-03-02', $2, 99, 1, 'unit_x', '', '', 1, now())`,
    [DISTRICT, lamp],
  )
  const audit = await auditCases(parts(), { district: DISTRICT, at: soon(), measuring: orderMeasures, every: 100 })
  expect(audit.figures).toEqual(['solved|2026-03-02|unit_x'])
})
