import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantLayers } from '../../../seed/layers.ts'
import { someone } from '../../../tests/journeys/cast.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../tests/town-doors.ts'
import type { CaseId } from '../../kernel/cases/model/case.ts'
import { forgetAtlas } from '../../kernel/places/handle/atlas.ts'
import type { AreaDraft } from '../../kernel/places/model.ts'
import { saveAreas } from '../../kernel/places/store.ts'
import { instant } from '../../platform/time.ts'

let here: TownWithDoors
let anybody: Asker

const lamp = {
  title: '桥头社区东门外的路灯不亮了',
  text: '桥头社区东门外的路灯不亮了，老人晚上出门看不清台阶。',
}

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  const street: AreaDraft = { code: 'street_349901001', level: 'street', name: '云溪街道', parent: null, aliases: [] }
  const inside = { level: 'community', parent: street.code, aliases: [] } as const
  const community: AreaDraft = { ...inside, code: 'community_349901001001', name: '桥头社区', aliases: [] }
  await saveAreas(here.db, '349901', [street, community])
  anybody = await here.by(null)
  const li = await here.by(await here.resident('13900000001'))
  const intake = await someone(here, 'intake')
  for (let count = 0; count < 6; count++) {
    const { id } = (await li.post('/api/orders', lamp)).json() as { id: CaseId }
    const answer = { answer: '路灯已修好，欢迎再反映。', outcome: count === 0 ? 'explained' : 'solved' }
    expect(await here.as(intake, id, 'answerAtOnce', answer)).toMatchObject({ ok: true })
  }
})
afterAll(() => here.close())

test('before the week is over nothing is published', async () => {
  await here.letJobsRun()
  expect((await anybody.get('/api/results/summary')).json()).toMatchObject({ edition: null, editions: [] })
  expect((await anybody.get('/api/results/rows')).json()).toEqual({ rows: [], next: null })
})

test('when it is over anybody may read what was answered, by place and theme, and no word of a letter', async () => {
  here.clock.turnTo(instant('2026-03-09T10:00:00+08:00'))
  await here.letJobsRun()
  const { edition, sums, places, themes } = (await anybody.get('/api/results/summary')).json()
  expect(edition).toMatchObject({ until: '2026-03-08', from: '2025-12-15', least: 5 })
  expect(sums).toMatchObject({ answered: 6, solved: 5, explained: 1, unsolved: 0 })
  const { area, place } = places.at(-1)
  expect([area, place]).toEqual(['349901001/349901001001', '云溪街道 · 桥头社区'])
  const answer = await anybody.get(`/api/results/rows?area=349901001&theme=${encodeURIComponent(themes[0])}`)
  const { rows } = answer.json()
  expect(rows).toEqual([
    {
      id: `349901001/349901001001:${themes[0]}`,
      level: 'community',
      area,
      place,
      theme: themes[0],
      rest: false,
      answered: 6,
      solved: 5,
      explained: 1,
      unsolved: 0,
      inTime: 0,
      late: 0,
      rated: null,
      satisfied: null,
    },
  ])
  for (const told of ['台阶', '东门', '修好', '13900000001']) expect(answer.body).not.toContain(told)
  const file = await anybody.get('/api/results/file')
  expect(file.headers['content-type']).toContain('text/csv')
  expect(file.body).toContain('云溪街道 · 桥头社区')
})

test('on the map a place tells in which class its solved cases lie, of one theme the published figure, and never a case', async () => {
  await plantLayers(here.db, '349901', instant('2026-03-09T10:00:00+08:00'))
  forgetAtlas(here.db)
  const first = await anybody.get('/api/results/areas')
  const { level, levels, areas, steps, cut } = first.json()
  expect([level, levels, steps, cut]).toEqual([
    'community',
    ['street', 'community', 'grid'],
    [5, 10, 20, 50, 100],
    false,
  ])
  const figures = (list: { area: string; solvedFrom: number | null; solvedTo: number | null }[]) =>
    list
      .filter(({ solvedFrom }) => solvedFrom !== null)
      .map(({ area, solvedFrom, solvedTo }) => [area, solvedFrom, solvedTo])
  expect(areas).toHaveLength(8)
  expect(figures(areas)).toEqual([['349901001/349901001001', 5, 9]])
  const [{ theme }] = (await anybody.get('/api/results/rows')).json().rows
  const ofTheme = (await anybody.get(`/api/results/areas?theme=${encodeURIComponent(theme)}&level=street`)).json()
  expect([ofTheme.level, figures(ofTheme.areas)]).toEqual(['street', [['349901001', 5, 5]]])
  const bridgehead = (await anybody.get('/api/results/summary?area=349901001/349901001001')).json()
  expect(bridgehead.near).toEqual({ solvedFrom: 5, solvedTo: 9 })
  const grids = (await anybody.get('/api/results/areas?level=grid&within=349901001')).json().areas
  expect(grids.length).toBeGreaterThan(0)
  expect(grids.every(({ area }: { area: string }) => /^349901001\/\d+\/[\w-]+$/.test(area))).toBe(true)
  for (const told of ['台阶', '东门', 'case_', '13900000001']) expect(first.body).not.toContain(told)
  expect((await anybody.get('/api/results/areas?within=somewhere')).json().fields[0].pointer).toBe('/within')
})

test('an edition that is out stays as it is', async () => {
  await here.letJobsRun()
  expect((await anybody.get('/api/results/summary')).json().editions).toEqual(['2026-03-08'])
})

test('nobody changes anything there, and a question that makes no sense is answered with what is wrong', async () => {
  expect((await anybody.post('/api/results/rows', {})).statusCode).toBe(404)
  const wrong = await anybody.get('/api/results/rows?area=somewhere')
  expect([wrong.statusCode, wrong.json().fields[0].pointer]).toEqual([400, '/area'])
  expect((await anybody.get('/api/results/rows?after=nonsense')).json()).toMatchObject({ refusal: 'bad-cursor' })
})
