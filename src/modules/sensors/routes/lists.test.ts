import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT } from '../../../../tests/town.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { instant, later, MINUTE } from '../../../platform/time.ts'
import { takeReadings } from '../handle/intake.ts'

let here: TownWithDoors
let admin: Asker
const start = instant('2026-03-02T10:00:00+08:00')

const sensor = {
  name: '下穿通道水位',
  kind: 'water-level',
  unit: 'm',
  place: '桥头路下穿通道',
  area: null,
  lat: 31.1,
  long: 117.6,
  scale: 1,
  shift: 0,
  maintenanceUntil: null,
  keepDays: 30,
  active: true,
}

beforeAll(async () => {
  here = await townWithDoors(start)
  admin = await here.by(await here.who('administrator'))
  const names = ['丙', '甲', '乙']
  for (const [at, name] of names.entries())
    await admin.put(`/api/sensors/wl-${at + 1}`, { ...sensor, name, active: at !== 2 })
  await admin.put('/api/sensors/smoke-1', { ...sensor, name: '丁', kind: 'smoke' })
  await admin.post('/api/sensors/rules', {
    kind: 'water-level',
    sensor: null,
    when: 'above',
    mark: 3,
    clear: 2,
    hold: 0,
    clearHold: 0,
    matter: 'matter_road-flooding',
    title: '水位超过警戒',
    urgent: false,
    active: true,
    version: 0,
  })
  const values = [1, 4, 1, 5, 1.5]
  const reads = values.map((raw, at) => ({
    ok: true as const,
    raw: { sensor: 'wl-1', at: later(start, (at - 10) * MINUTE), value: raw },
  }))
  await takeReadings({ db: here.db, clock: here.clock, known: here.app.city.sensorsKnown }, DISTRICT, reads, {
    atomic: true,
  })
})
afterAll(() => here.close())

const listed = async (path: string) => {
  const answer = await admin.get(path)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const idsOf = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id)

/** Every row of a list, two at a time. */
async function everyPage(path: string): Promise<{ id: string; at: string }[]> {
  const rows: { id: string; at: string }[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: { rows: typeof rows; next: string | null } = await listed(
      `${path}&limit=2${after && `&after=${after}`}`,
    )
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

test('sensors are narrowed, sorted and paged by the key of their order', async () => {
  expect(idsOf(await listed('/api/sensors?kind=smoke'))).toEqual(['smoke-1'])
  expect(idsOf(await listed('/api/sensors?use=off'))).toEqual(['wl-3'])
  expect(idsOf(await listed(`/api/sensors?q=${encodeURIComponent('桥头路')}&kind=water-level`))).toHaveLength(3)
  expect(idsOf(await listed('/api/sensors?q=%25'))).toEqual([])
  for (const sort of ['id', 'name', 'last']) {
    const whole = idsOf(await listed(`/api/sensors?sort=${sort}`))
    expect(whole).toHaveLength(4)
    expect((await everyPage(`/api/sensors?sort=${sort}`)).map(({ id }) => id)).toEqual(whole)
  }
  expect(idsOf(await listed('/api/sensors?sort=last'))[0]).toBe('wl-1')
  expect(await listed('/api/sensors/wl-1')).toMatchObject({ id: 'wl-1', name: '丙', lastValue: 1.5 })
})

test('episodes by sensor, day and whether they last; both ways round', async () => {
  const newest = await everyPage('/api/sensors/episodes?sensor=wl-1')
  expect(newest.length).toBeGreaterThan(1)
  const oldest = await everyPage('/api/sensors/episodes?sensor=wl-1&sort=oldest')
  expect(oldest.map(({ id }) => id)).toEqual(newest.map(({ id }) => id).toReversed())
  expect(await everyPage('/api/sensors/episodes?sensor=wl-1&stands=lasting')).toEqual([])
  expect(await everyPage('/api/sensors/episodes?from=2026-03-03')).toEqual([])
  expect(await everyPage('/api/sensors/episodes?from=2026-03-02&to=2026-03-02')).toHaveLength(newest.length)
})

test('readings of a sensor, a page at a time, in either order', async () => {
  const newest = await everyPage('/api/sensors/wl-1/readings?sort=newest')
  expect(newest.map(({ at }) => at)).toHaveLength(5)
  const oldest = await everyPage('/api/sensors/wl-1/readings?sort=oldest')
  expect(oldest).toEqual(newest.toReversed())
})

test('each list as a file, under the same filters', async () => {
  const file = async (path: string) => {
    const answer = await admin.get(path)
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    return answer.body.split('\r\n').filter((line) => line !== '')
  }
  expect(await file('/api/sensors/export?format=csv&kind=smoke')).toHaveLength(2)
  expect((await file('/api/sensors/episodes/export?format=csv')).length).toBeGreaterThan(2)
  expect(await file('/api/sensors/wl-1/readings/export?format=csv')).toHaveLength(6)
  const book = await admin.get('/api/sensors/export')
  expect(book.headers['content-disposition']).toMatch(/^attachment; filename="sensors-2026-03-02.xlsx"$/)
})

test('what is no day, no place of the list and no sensor is refused; strangers see nothing', async () => {
  const refusal = async (path: string) => (await admin.get(path)).json().refusal
  expect(await refusal('/api/sensors/episodes?from=2026-02-30')).toBe('no-such-day')
  expect(await refusal('/api/sensors/episodes?from=2026-03-02&to=2026-03-01')).toBe('reading-days-reversed')
  expect(await refusal('/api/sensors?after=x')).toBe('bad-cursor')
  expect(await refusal(`/api/sensors?sort=last&after=${btoa('["x","y"]')}`)).toBe('bad-cursor')
  expect(await refusal('/api/sensors/nobody/readings')).toBe('no-such-sensor')
  expect(await refusal('/api/sensors/nobody')).toBe('no-such-sensor')
  const visitor = await here.by(null)
  const resident = await here.by(await here.resident('13900000001'))
  for (const path of ['/api/sensors/export', '/api/sensors/wl-1/readings', '/api/sensors/episodes/export']) {
    expect((await visitor.get(path)).statusCode).toBe(401)
    expect((await resident.get(path)).statusCode).toBe(403)
  }
})
