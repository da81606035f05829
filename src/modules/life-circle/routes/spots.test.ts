import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT } from '../../../../tests/town.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { keepPhoto } from '../../../kernel/cases/store/photos.ts'

let here: TownWithDoors
let keeper: Asker
let li: Asker
let code = ''

const bench = {
  ...{ kind: 'rest', name: '桥头休憩点', status: 'in-use', lng: 117.2, lat: 31.8, area: null, about: '', unit: null },
  ...{ keeper: '李阿姨', upkeepDays: 7, photos: [] },
}
const as = async (account: string) => {
  const { rows } = await here.db.pool.query<{ id: `staff_${string}` }>(
    'select id from people.staff where account = $1',
    [account],
  )
  return here.by(rows[0]?.id ?? null)
}
const whole = async (asker: Asker) => (await asker.get(`/api/life-circle/spots/${code}`)).json()

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  keeper = await as('shenghuoquan')
  li = await here.by(await here.resident('13900000001'))
  const added = await keeper.post('/api/life-circle/spots', bench)
  expect(added.statusCode, added.body).toBe(200)
  code = added.json().code
})
afterAll(() => here.close())

test('residents rate a spot once each, on the spot or from afar; whoever rates again changes his mind', async () => {
  const rate = (asker: Asker, body: object) => asker.post(`/api/life-circle/spots/${code}/rating`, body)
  expect(
    (await rate(li, { stars: 2, note: '凳子坏了，电话13900000001', at: { lng: 117.2005, lat: 31.8 } })).json(),
  ).toEqual({
    ok: true,
    onSpot: true,
  })
  const wang = await here.by(await here.resident('13900000002'))
  expect((await rate(wang, { stars: 5, note: '' })).json().onSpot).toBe(false)
  expect((await whole(li)).spot).toMatchObject({ ratings: 2, stars: 3.5, onSpot: 1 })
  await rate(li, { stars: 4, note: '修好了', at: { lng: 118, lat: 31.8 } })
  const seen = await whole(li)
  expect(seen.spot).toMatchObject({ ratings: 2, stars: 4.5, onSpot: 0 })
  expect(seen.mine).toEqual({ stars: 4, note: '修好了' })
  expect((await rate(li, { stars: 6, note: '' })).json().fields[0].pointer).toBe('/stars')
})

test('a telephone in an opinion is covered for everybody', async () => {
  await li.post(`/api/life-circle/spots/${code}/rating`, { stars: 4, note: '找我13900000001' })
  const visitor = await whole(await here.by(null))
  expect(visitor.opinions.map(({ note }: { note: string }) => note)).toContain('找我139****0001')
  expect(visitor.mine).toBeNull()
})

test('what residents around asked for stands beside the spot, one voice for each person and kind, to a hundred metres', async () => {
  const wish = { kind: 'canteen', note: '', lng: 117.20123, lat: 31.80077 }
  for (const phone of ['13900000001', '13900000001', '13900000002'])
    expect((await (await here.by(await here.resident(phone))).post('/api/life-circle/wishes', wish)).statusCode).toBe(
      200,
    )
  await li.post('/api/life-circle/wishes', { ...wish, kind: 'toilet', lng: 117.9 })
  expect((await whole(li)).wishes).toEqual([{ kind: 'canteen', people: 2, minutes: null, enough: null }])
  expect((await keeper.get('/api/life-circle/wishes')).json().rows).toEqual([
    { kind: 'canteen', people: 2 },
    { kind: 'toilet', people: 1 },
  ])
  const { rows } = await here.db.pool.query('select lng, lat from life_circle.wish where kind = $1', ['canteen'])
  expect(rows).toEqual([
    { lng: 117.201, lat: 31.801 },
    { lng: 117.201, lat: 31.801 },
  ])
})

test('upkeep is due by its period and shows as overdue until somebody looked after it', async () => {
  here.turnTo('2026-03-12T10:00:00+08:00')
  const now = await as('shenghuoquan')
  const late = async () => (await now.get('/api/life-circle/spots?overdue=yes&sort=upkeep')).json().rows.length
  expect(await late()).toBe(1)
  const done = await now.post(`/api/life-circle/spots/${code}/upkeep`, { note: '换了两块木板', photos: [] })
  expect(done.statusCode, done.body).toBe(200)
  expect(await late()).toBe(0)
  const seen = await whole(now)
  expect(seen.upkeeps).toMatchObject([{ note: '换了两块木板' }])
  expect(seen.upkeeps[0].by).toMatch(/\p{Script=Han}/u)
  expect((await whole(li)).upkeeps[0]).toMatchObject({ note: '换了两块木板', by: null })
  expect((await whole(await here.by(null))).upkeeps[0].by).toBeNull()
  const gone = { note: '换了', photos: ['0'.repeat(64)] }
  expect((await now.post(`/api/life-circle/spots/${code}/upkeep`, gone)).json().refusal).toBe('no-such-photo')
})

test('whoever knows the number of a picture has not yet sent it: only his own goes on a spot, and what hangs there stays', async () => {
  const at = here.clock.now()
  const now = await as('shenghuoquan')
  const { rows } = await here.db.pool.query<{ id: string }>('select id from people.staff where account = $1', [
    'shenghuoquan',
  ])
  const send = (hash: string, by: string) =>
    keepPhoto(here.db, DISTRICT, { hash, kind: 'jpg', thumb: null, width: 8, height: 8 }, { by, at })
  const [own, other] = ['ab'.repeat(32), 'cd'.repeat(32)]
  await send(own, rows[0]?.id ?? '')
  await send(other, 'staff_somebody-else')
  const added = (await now.post('/api/life-circle/spots', { ...bench, name: '西桥休憩点', photos: [own] })).json()
  const put = async (seen: number, photos: string[]) =>
    (await now.put(`/api/life-circle/spots/${added.code}`, { seen, body: { ...bench, photos } })).json()
  expect((await put(1, [own, other])).refusal).toBe('no-such-photo')
  const upkeep = await now.post(`/api/life-circle/spots/${added.code}/upkeep`, { note: '看过', photos: [other] })
  expect(upkeep.json().refusal).toBe('no-such-photo')
  // Another keeper's picture that hangs there already need not be sent again.
  await here.db.pool.query('delete from cases.photo_sender where hash = $1', [own])
  expect((await put(1, [own])).ok).toBe(true)
  await put(2, [])
  await here.db.pool.query('delete from life_circle.spot where code = $1', [added.code])
})

test('a spot is changed by whoever has read it, and only a place in use is rated', async () => {
  const now = await as('shenghuoquan')
  const at = `/api/life-circle/spots/${code}`
  const planned = { seen: 1, body: { ...bench, status: 'given-up' } }
  expect((await now.put(at, planned)).statusCode).toBe(200)
  expect((await now.put(at, planned)).json().refusal).toBe('changed-meanwhile')
  const li2 = await here.by(await here.resident('13900000001'))
  expect((await li2.post(`${at}/rating`, { stars: 1, note: '' })).json().refusal).toBe('spot-not-in-use')
  expect((await now.get('/api/life-circle/spots/00000000')).statusCode).toBe(404)
  for (const sort of ['changed', 'name', 'upkeep'])
    expect((await now.get(`/api/life-circle/spots?sort=${sort}&limit=1`)).json().rows).toHaveLength(1)
  expect((await now.get('/api/life-circle/spots?after=x')).statusCode).toBe(400)
})

test('residents keep no ledger, visitors rate nothing, staff rate nothing', async () => {
  const visitor = await here.by(null)
  const at = `/api/life-circle/spots/${code}`
  const now = await as('shenghuoquan')
  const one = await here.by(await here.resident('13900000001'))
  expect((await one.post('/api/life-circle/spots', bench)).statusCode).toBe(403)
  expect((await one.post(`${at}/upkeep`, { note: '看过', photos: [] })).statusCode).toBe(403)
  expect((await one.put(at, { seen: 2, body: bench })).statusCode).toBe(403)
  expect((await one.get('/api/life-circle/wishes')).statusCode).toBe(403)
  for (const [asker, status] of [
    [visitor, 401],
    [now, 403],
  ] as const) {
    expect((await asker.post(`${at}/rating`, { stars: 5, note: '' })).statusCode).toBe(status)
    const wish = { kind: 'park', note: '', lng: 117.2, lat: 31.8 }
    expect((await asker.post('/api/life-circle/wishes', wish)).statusCode).toBe(status)
  }
})

test('the ledger of small places goes out as a file and comes in again, with every fault by its row', async () => {
  const now = await as('shenghuoquan')
  const send = async (asker: Asker, name: string, text: string, query = '') => {
    const form = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${text}\r\n--x--\r\n`
    const type = { 'content-type': 'multipart/form-data; boundary=x' }
    return (await asker.post(`/api/life-circle/spots/import${query}`, form, type)).json()
  }
  const table = (...lines: string[]) => ['编号,微设施类别,名称,经度,纬度,责任单位,养护周期（天）', ...lines].join('\n')
  const wrong = table(',小广场,东门小广场,117.2,31.8,,10', ',喷泉,,31.8,117.2,没有的单位,0')
  expect(await send(now, 'a.csv', wrong, '?atomic=true')).toMatchObject({ taken: false, added: 0 })
  const read = await send(now, 'a.csv', wrong)
  expect(read).toMatchObject({ taken: true, added: 1 })
  expect(read.faults.map(({ row, code: why }: { row: number; code: string }) => [row, why])).toEqual([
    [3, 'missing'],
    [3, 'coordinates-swapped'],
    [3, 'unknown-spot-kind'],
    [3, 'unknown-office'],
    [3, 'number-outside'],
  ])
  for (const format of ['csv', 'geojson']) {
    const out = await now.get(`/api/life-circle/spots/export?format=${format}`)
    expect(out.body).toContain('东门小广场')
    expect(await send(now, `a.${format}`, out.body)).toMatchObject({ added: 0, changed: 0, unchanged: 2, faults: [] })
  }
  expect((await now.get('/api/life-circle/spots/export?format=xlsx')).statusCode).toBe(200)
  const renamed = table(`${code},休憩点,桥头凉亭,117.2,31.8,,7`)
  expect(await send(now, 'b.csv', renamed)).toMatchObject({ changed: 1, faults: [] })
  expect((await whole(now)).spot.name).toBe('桥头凉亭')
  const one = await here.by(await here.resident('13900000001'))
  expect((await one.get('/api/life-circle/spots/export?format=csv')).statusCode).toBe(403)
  expect((await send(one, 'b.csv', renamed)).refusal ?? 'refused').toBeTruthy()
})
