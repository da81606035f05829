import { expect, test } from 'vitest'
import type { FieldView } from '../../../../../kernel/cases/model/views.ts'
import { bodyOfMove, faultsOfMove, isLow, shownAtDoor } from './move.ts'

const field = (name: string, control: FieldView['control'], more: Partial<FieldView> = {}): FieldView => ({
  name,
  control,
  label: { zh: name, en: name },
  type: 'string',
  required: true,
  ...more,
})
const supply = {
  move: 'supply',
  label: { zh: '补充', en: 'Add' },
  tone: 'primary' as const,
  fields: [
    field('text', 'long-text', { minLength: 2, maxLength: 6 }),
    field('evidence', 'evidence', { required: false, type: 'array' }),
  ],
}
const stars = [field('stars', 'stars', { type: 'integer' }), field('text', 'long-text', { required: false })]
const namesOf = (fields: FieldView[], values: object) => faultsOfMove(fields, { ...values }).map((fault) => fault.field)

test('a field that must be filled in says so; one that may stay empty does not', () => {
  expect(namesOf(supply.fields, { text: ' ' })).toEqual(['text'])
  expect(namesOf(supply.fields, { text: '一' })).toEqual(['text'])
  expect(namesOf(supply.fields, { text: '一二三四五六七' })).toEqual(['text'])
  expect(namesOf(supply.fields, { text: '灯杆 12' })).toEqual([])
})

test('nobody rates without choosing a star, and two stars are a bad rating', () => {
  expect(namesOf(stars, {})).toEqual(['stars'])
  expect([1, 2, 3].map((count) => isLow({ stars: count }))).toEqual([true, true, false])
  expect(isLow({})).toBe(false)
})

test('what is sent carries the version it was seen under, and nothing that was left empty', () => {
  expect(bodyOfMove(supply, { text: ' 灯杆 12 ' }, { photos: [], seen: 4 })).toEqual({
    fields: { text: '灯杆 12' },
    seen: 4,
  })
  expect(bodyOfMove({ ...supply, fields: [] }, {}, { photos: [], seen: 4 })).toEqual({ seen: 4 })
  expect(bodyOfMove(supply, { text: '见照片' }, { photos: ['f'], seen: 4 }).fields).toEqual({
    text: '见照片',
    evidence: ['f'],
  })
})

test('a visitor shows the code of the case, whoever is signed in shows nothing', () => {
  expect(shownAtDoor({ number: '2', code: '123456' })).toEqual({ 'x-follow-code': '123456' })
  expect(shownAtDoor(undefined)).toEqual({})
})
