import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { closeEntry, openEntry } from '../../../kernel/channels/handle/entries.ts'

let here: TownWithDoors
let visitor: Asker

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  visitor = await here.by(null)
})
afterAll(() => here.close())

const lamp = {
  title: '桥头社区东门外的路灯不亮了',
  text: '桥头社区东门外的路灯不亮了，老人晚上出门看不清台阶。',
}

test('what is proposed while one writes is what the door will choose, and the date is the one it will keep', async () => {
  const proposed = (await visitor.post('/api/orders/proposal', lamp)).json()
  const filed = (await visitor.post('/api/orders', lamp)).json()
  expect(proposed.likely[0].name).toEqual(filed.matter)
  expect([proposed.due.at, proposed.due.explained]).toEqual([filed.due, filed.explained])
})

test('whoever chose the matter hears by its own promise', async () => {
  const flood = await visitor.post('/api/orders/proposal', { ...lamp, matter: 'matter_road-flooding' })
  expect(flood.json().due.at).toBe('2026-03-02T03:00:00.000Z')
})

test('of words that speak of nothing no matter is proposed, and the joint tasks of the units never are', async () => {
  expect((await visitor.post('/api/orders/proposal', { text: '想问一件事' })).json()).toEqual({ likely: [], due: null })
  const joint = (await visitor.post('/api/orders/proposal', { text: '协办任务' })).json()
  expect(joint.likely.map(({ id }: { id: string }) => id)).not.toContain('matter_assist')
})

test('whoever comes by the code of a mailbox writes from where it hangs, unless he names another place', async () => {
  const by = {
    district: '349901',
    who: 'staff_admin',
    unit: 'unit_quzhengfu',
    ip: '::1',
    at: here.clock.now(),
  } as const
  const place = { address: '石桥路 18 号社区服务站门口' }
  const made = await openEntry({ db: here.db }, by, { kind: 'mailbox', title: '桥头社区群众信箱', place, target: null })
  if (!made.ok) throw new Error(made.refusal)
  const entry = `349901.${made.code}`
  const li = await here.by(await here.resident('13900000001'))
  const filed = async (more: object) => {
    const { id } = (await li.post('/api/orders', { ...lamp, entry, ...more })).json()
    return { channel: (await here.stateOf(id)).filing.channel, place: (await li.get(`/api/orders/${id}`)).json().place }
  }
  expect(await filed({})).toEqual({ channel: 'mailbox', place: place.address })
  expect(await filed({ place: '青松路 12 号' })).toEqual({ channel: 'mailbox', place: '青松路 12 号' })
  await closeEntry({ db: here.db }, by, made.code)
  expect(await filed({ place: '青松路 12 号' })).toEqual({ channel: 'web', place: '青松路 12 号' })
})
