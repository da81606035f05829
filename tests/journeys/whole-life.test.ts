import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Town, town } from '../town.ts'
import { liFang, liFangWrites, someone } from './cast.ts'

let here: Town

beforeAll(async () => {
  here = await town('2026-03-02T10:00:00+08:00')
})
afterAll(() => here.close())

test('Li Fang writes, the lamp is mended, somebody else looks at it, she rates it, and it is closed and archived', async () => {
  const { state } = await liFangWrites(here)
  const id = state.id
  const unit = 'unit_chengguan'
  const handler = await someone(here, 'handler', unit)
  const steps = [
    [await someone(here, 'intake'), 'accept', {}],
    [await someone(here, 'dispatcher'), 'dispatch', { unit }],
    [handler, 'sign', { triage: 'can' }],
    [handler, 'contact', { how: 'phone', reached: 'yes', said: '已与李女士通话，约定明晚到场。' }],
    [handler, 'reply', { answer: '已更换灯头，当晚恢复照明。', outcome: 'solved', evidence: [] }],
    [await someone(here, 'section-head', unit, handler), 'approveReply', {}],
    [await someone(here, 'verifier'), 'verify', { how: 'on-site', finding: '现场亮灯，属实。' }],
  ] as const
  for (const [who, move, fields] of steps)
    expect(await here.as(who, id, move, fields), move).toMatchObject({ ok: true })
  expect(await liFang(here, id, 'rate', { stars: 5, text: '谢谢' })).toMatchObject({ ok: true })
  expect(await here.as(await someone(here, 'visit-steward'), id, 'close')).toMatchObject({ ok: true })
  expect((await here.stateOf(id)).stage).toBe('closed')

  here.turnTo('2026-03-20T10:00:00+08:00')
  await here.letJobsRun()
  const end = await here.stateOf(id)
  expect(end.stage).toBe('archived')
  expect(end.marks).toMatchObject({ outcome: 'solved', stars: 5, verified: true })
  expect(end.promised?.stoppedAt && end.promised.stoppedAt <= end.promised.due).toBe(true)
})

test('nobody lifts a finger: the case accepts, dispatches and signs itself, goes overdue and up to the top', async () => {
  here.turnTo('2026-04-07T10:00:00+08:00')
  const { state } = await liFangWrites(here)
  const seen: string[] = []
  for (let day = 8; day <= 30; day++) {
    here.turnTo(`2026-04-${String(day).padStart(2, '0')}T10:00:00+08:00`)
    await here.letJobsRun()
    const now = await here.stateOf(state.id)
    seen.push(`${now.stage}/${now.registers.supervision}`)
  }
  const end = await here.stateOf(state.id)
  expect(end.stage).toBe('handling')
  expect(end.unit).toBeTruthy()
  expect(end.registers.supervision).toBe(3)
  expect(end.marks).toMatchObject({ unsigned: true, contactMissed: true, overdue: true })
  expect(seen).toContain('handling/1')
})

test('the same request sent twice files one case and gets one answer', async () => {
  const [one, two] = [await liFangWrites(here, 'lifang/1'), await liFangWrites(here, 'lifang/1')]
  expect(two.state.id).toBe(one.state.id)
  expect(two.code).toBe(one.code)
})

test('two officers press at once: one is first, the other is told so', async () => {
  const { state } = await liFangWrites(here)
  const intake = await someone(here, 'intake')
  const both = await Promise.all([here.as(intake, state.id, 'accept'), here.as(intake, state.id, 'accept')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'not-at-this-stage' })
})

test('a handler may not verify his own work, and a stranger may do nothing', async () => {
  const { state } = await liFangWrites(here)
  const handler = await someone(here, 'handler', 'unit_chengguan')
  expect(await here.as(handler, state.id, 'accept')).toEqual({ ok: false, refusal: 'not-your-move' })
  expect(await here.as(handler, state.id, 'verify', {})).toMatchObject({ ok: false })
})
