import { afterAll, beforeAll, expect, test } from 'vitest'
import { liFangWrites, someone } from '../../tests/journeys/cast.ts'
import { type Town, town } from '../../tests/town.ts'
import type { News } from '../kernel/cases/handle/parts.ts'
import { newsOf } from './news.ts'

const heard: News[] = []
let city: Town
beforeAll(async () => {
  city = await town(undefined, (news) => heard.push(news))
})
afterAll(() => city.close())

const lastTopics = () => heard.slice(-1).flatMap(newsOf)

test('a case that goes from one unit to another is news for the desks of both', async () => {
  const { state } = await liFangWrites(city)
  const [about, desk] = [`case/${state.id}`, `desk/${state.unit}`]
  expect(lastTopics()).toEqual([about, desk, 'screen'])

  const cleaners = 'unit_chengguan-shirong'
  expect(await city.as(await someone(city, 'intake'), state.id, 'accept')).toMatchObject({ ok: true })
  expect(lastTopics()).toEqual([about, desk, 'screen'])
  expect(await city.as(await someone(city, 'dispatcher'), state.id, 'dispatch', { unit: cleaners })).toMatchObject({
    ok: true,
  })
  expect(lastTopics().toSorted()).toEqual([about, desk, `desk/${cleaners}`, 'screen'].toSorted())
})
