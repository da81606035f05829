import { expect, test } from 'vitest'
import type { JsonSchema } from '../../../../../platform/forms/schema.ts'
import { restored } from '../../../../../ui/api/kept-photos.ts'
import * as forms from '../../../../../ui/forms/forms.ts'
import { asAsked, bodyOf, type Draft, emptyDraft, faultsOf, partOf, titleOf } from './draft.ts'

const schema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['title', 'text', 'place'],
  properties: {
    title: { type: 'string', title: '标题', minLength: 4, maxLength: 50 },
    text: { type: 'string', title: '情况说明', minLength: 10 },
    place: {
      type: 'object',
      title: '地点',
      required: ['address'],
      properties: { address: { type: 'string', title: '详细地址', minLength: 2 } },
    },
    noiseAt: { type: 'string', title: '主要在什么时候', enum: ['day', 'night'] },
    photos: { type: 'array', title: '照片', items: { type: 'string' } },
    contactBy: { type: 'string', title: '希望如何联系您', enum: ['phone', 'none'] },
    contactAt: { type: 'string', title: '方便联系的时间', enum: ['any'] },
  },
  if: { properties: { contactBy: { const: 'phone' } }, required: ['contactBy'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { required: ['contactAt'] },
}
const form = { schema, forms }
const lamp: Draft = { ...emptyDraft, text: '青松路 12 号门前的路灯三天不亮了，请来修。', place: '青松路 12 号' }
const pathsOf = (draft: Draft) => faultsOf(draft, [], form).map(({ path }) => path)

test('who says what and where may send; who leaves out the place is told so at the place', () => {
  expect(pathsOf(lamp)).toEqual([])
  expect(pathsOf({ ...lamp, place: ' ' })).toEqual(['/place'])
})

test('too few words and half a telephone number are found before anything is sent, in the order of the page', () => {
  expect(pathsOf({ ...lamp, text: '灯坏了', place: '', phone: '1380' })).toEqual(['/text', '/place', '/phone'])
})

test('the form of a matter nobody knows yet is not missed', () => {
  expect(faultsOf({ ...lamp, place: '' }, [], undefined)).toEqual([])
})

test('a title of one’s own stays, an emptied one gives way to the first sentence', () => {
  expect(titleOf(lamp)).toBe('青松路 12 号门前的路灯三天不亮了')
  expect(titleOf({ ...lamp, title: '修路灯', titleTouched: true })).toBe('修路灯')
})

test('nothing empty is sent, and of the form only what the page does not ask in its own way', () => {
  expect(bodyOf({ ...lamp, form: { noiseAt: 'night', gone: 1 } }, ['a'], 'matter_lamp', form)).toEqual({
    matter: 'matter_lamp',
    title: '青松路 12 号门前的路灯三天不亮了',
    text: lamp.text,
    place: '青松路 12 号',
    photos: ['a'],
    form: { noiseAt: 'night' },
  })
  const point = { lng: 117.2, lat: 31.8 }
  expect(bodyOf({ ...lamp, point }, [], '').point).toEqual(point)
  expect(bodyOf(lamp, [], '')).not.toHaveProperty('point')
  expect(bodyOf({ ...lamp, place: '', phone: '138 0013 8000', name: '李芳' }, [], '')).toMatchObject({
    contact: { name: '李芳', phone: '13800138000' },
  })
})

test('who leaves no telephone is not asked when to be called, whatever he chose before', () => {
  const chosen = { ...lamp, form: { contactBy: 'phone', noiseAt: 'day' } }
  expect(pathsOf(chosen)).toEqual(['/contactAt'])
  expect(asAsked(chosen, false).form).toEqual({ noiseAt: 'day' })
  expect(pathsOf(asAsked(chosen, false))).toEqual([])
})

test('each sheet draws its own part of the form, and none where there is nothing to ask', () => {
  expect(Object.keys(partOf(form, 'more')?.properties ?? {})).toEqual(['noiseAt'])
  expect(Object.keys(partOf(form, 'contact')?.properties ?? {})).toEqual(['contactBy', 'contactAt'])
  expect(partOf({ schema: { type: 'object', properties: { text: { type: 'string' } } }, forms }, 'more')).toBeNull()
})

test('of the photographs of yesterday those come back that had arrived', () => {
  const arrived = { id: '1', name: '灯.jpg', preview: '/api/x', hash: 'a'.repeat(64) }
  expect(restored([arrived, { id: '2', name: 'b' }, null, 'x']).map(({ id, state }) => [id, state])).toEqual([
    ['1', 'sent'],
  ])
  expect(restored('rubbish')).toEqual([])
})
