import { expect, test } from 'vitest'
import type { JsonSchema } from '../../../../../platform/forms/schema.ts'
import { emptyEntry, entryBody, entryFaults, moreOf } from './draft.ts'

const form: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['title', 'text', 'place', 'lampNumber'],
  properties: {
    title: { type: 'string', title: '标题' },
    text: { type: 'string', title: '情况说明' },
    place: { type: 'object', title: '地点', required: ['address'], properties: { address: { type: 'string' } } },
    lampNumber: { type: 'string', title: '灯杆编号' },
  },
}
const told = { ...emptyEntry, title: '路灯不亮', text: '门口路灯三天不亮。' }
const paths = (...of: Parameters<typeof entryFaults>) => entryFaults(...of).map(({ path }) => path)

test('an officer hears of every field that is not right, and of a form only once its matter is chosen', () => {
  expect(paths({ ...emptyEntry, phone: '12' }, [])).toEqual(['/title', '/text', '/phone'])
  expect(paths(told, [])).toEqual([])
  expect(paths(told, [], form)).toEqual(['/place', '/lampNumber'])
  expect(paths({ ...told, place: '青松路', form: { lampNumber: '12' } }, [], form)).toEqual([])
})

test('what goes to the door holds what was answered and nothing empty', () => {
  const draft = {
    ...told,
    matter: 'matter_lamp',
    area: 'street_baishi',
    point: { lng: 117.2, lat: 31.8 },
    form: { lampNumber: '12', other: 'x' },
  }
  expect(entryBody(draft, ['a'], form)).toEqual({
    channel: 'hotline',
    caller: {},
    title: told.title,
    text: told.text,
    area: 'street_baishi',
    point: { lng: 117.2, lat: 31.8 },
    matter: 'matter_lamp',
    photos: ['a'],
    form: { lampNumber: '12' },
  })
  expect(moreOf(form)?.properties).toEqual({ lampNumber: { type: 'string', title: '灯杆编号' } })
})
