import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT } from '../../../../tests/town.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'

let here: TownWithDoors
let watcher: Asker

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  watcher = await here.by(await here.who('supervisor'))
})
afterAll(() => here.close())

const state = async () => (await watcher.get('/api/dispatch/learning')).json()
let minute = 0
/** Time goes on between one act and the next. */
const goOn = () => here.turnTo(`2026-03-02T10:${String(++minute).padStart(2, '0')}:00+08:00`)

async function trained() {
  goOn()
  const begun = await watcher.post('/api/dispatch/learning', {})
  expect(begun.statusCode, begun.body).toBe(200)
  await here.app.city.learning.settled()
  const [row] = (await state()).rows
  expect(row.id).toBe(begun.json().id)
  return row
}
const readBy = async (title: string) => (await here.app.city.models.reader(DISTRICT)).read({ title, detail: '请处理' })

const subjects = {
  河道水面: ['河道发臭', '湖面垃圾', '水沟漂绿', '鱼塘死鱼', '排口黑水'],
  道路: ['路灯不亮', '路面坑洼', '井盖破损', '人行道积水', '车道线不清'],
}
const places = ['东山街', '西河村', '南门小区', '北苑路', '中心广场', '云溪桥', '长乐巷', '和平里', '新安镇', '光明路']
const lines = Object.entries(subjects).flatMap(([label, things]) =>
  things.flatMap((thing, at) =>
    places.map((place, turn) => {
      const next = things[(at + 1 + (turn % 2)) % things.length]
      return JSON.stringify({ topic: `${place}${thing}`, detail: `${place}的${thing}，${next}，请处理${turn}`, label })
    }),
  ),
)

test('a city that has nothing to learn from is told so, and the shipped model stays in force', async () => {
  const row = await trained()
  expect(row).toMatchObject({ state: 'failed', canSwitch: false })
  expect((await state()).inForce.id).toBe('shipped')
})

test('labelled lessons under DATA_DIR make a model with a before and an after, and a person puts it in force', async () => {
  const folder = join(here.app.city.config.dataDir, 'lessons')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'town.jsonl'), lines.join('\n'))
  const row = await trained()
  expect(row).toMatchObject({ state: 'ready', inForce: false, canSwitch: true })
  expect(row.comparison.lessons).toEqual({ files: 100, decisions: 0, leftOut: 0 })
  expect(row.comparison.before.all.macroF1).toBeGreaterThan(0.9)
  expect(row.comparison.after.all.count).toBeGreaterThan(20)
  expect((await readBy('河道发臭')).label).not.toBe('河道水面')

  const switched = await watcher.post(`/api/dispatch/models/${row.id}/switch`, {})
  expect(switched.statusCode, switched.body).toBe(200)
  expect((await readBy('河道发臭')).label).toBe('河道水面')
  expect((await state()).inForce).toMatchObject({ id: row.id, labels: ['河道水面', '道路'] })
  expect((await watcher.post(`/api/dispatch/models/${row.id}/switch`, {})).json().refusal).toBe('model-in-force')

  goOn()
  expect((await watcher.post('/api/dispatch/models/shipped/switch', {})).statusCode).toBe(200)
  expect((await readBy('河道发臭')).label).not.toBe('河道水面')
})

test('a training runs once at a time, can be called off, and leaves no model', async () => {
  goOn()
  const begun = (await watcher.post('/api/dispatch/learning', {})).json()
  expect((await watcher.post('/api/dispatch/learning', {})).json().refusal).toBe('learning-already')
  expect((await watcher.post(`/api/dispatch/learning/${begun.id}/call-off`, {})).statusCode).toBe(200)
  await here.app.city.learning.settled()
  const [row] = (await state()).rows
  expect(row).toMatchObject({ id: begun.id, state: 'called-off', canSwitch: false })
  expect((await watcher.post(`/api/dispatch/learning/${begun.id}/call-off`, {})).statusCode).toBe(404)
})

test('who sees only his own unit does not see it, who may not switch cannot, a visitor neither', async () => {
  const handler = await here.by(await here.who('handler'))
  const dispatcher = await here.by(await here.who('dispatcher'))
  expect((await handler.get('/api/dispatch/learning')).statusCode).toBe(403)
  expect((await dispatcher.get('/api/dispatch/learning')).json().may).toBe(false)
  for (const url of ['/api/dispatch/learning', '/api/dispatch/models/shipped/switch'])
    expect((await dispatcher.post(url, {})).statusCode).toBe(403)
  expect((await (await here.by(null)).get('/api/dispatch/learning')).statusCode).toBe(401)
})
