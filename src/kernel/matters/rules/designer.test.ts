import { expect, test } from 'vitest'
import { checkForm } from '../../../platform/forms/check.ts'
import { schemaProblems } from '../../../platform/forms/design.ts'
import type { JsonSchema } from '../../../platform/forms/schema.ts'
import { orderForm, themes } from '../seed/forms.ts'
import {
  added,
  answersOf,
  asKind,
  changed,
  conditionOf,
  fieldKinds,
  kindOf,
  moved,
  optionsOf,
  orderOf,
  removed,
  renamed,
  wantedOf,
  withOptions,
} from './designer.ts'

const form: JsonSchema = {
  type: 'object',
  required: ['a'],
  properties: {
    a: {
      type: 'string',
      title: '甲',
      enum: ['x', 'y'],
      'x-labels': [
        { zh: '一', en: 'one' },
        { zh: '二', en: 'two' },
      ],
    },
    b: { type: 'string', title: '乙', 'x-show-if': conditionOf({ field: 'a', values: ['x'] }) },
    c: { type: 'boolean', title: '丙', 'x-required-if': conditionOf({ field: 'a', values: ['y'] }) },
  },
}

test('a field is moved up, down and past the ends', () => {
  expect(orderOf(moved(form, 'c', 0))).toEqual(['c', 'a', 'b'])
  expect(orderOf(moved(form, 'a', 1))).toEqual(['b', 'a', 'c'])
  expect(orderOf(moved(form, 'a', 99))).toEqual(['b', 'c', 'a'])
})

test('a field that goes takes along the logic that spoke of it; one renamed is spoken of by its new name', () => {
  const without = removed(form, 'a')
  expect(schemaProblems(without)).toEqual([])
  expect(without.properties?.b?.['x-show-if']).toBeUndefined()
  expect(without.required).toEqual([])
  const other = renamed(form, 'a', 'kind')
  expect(schemaProblems(other)).toEqual([])
  expect(wantedOf(other.properties?.b?.['x-show-if'])).toEqual({ field: 'kind', values: ['x'] })
  expect(other.required).toEqual(['kind'])
})

test('every kind of field can be added, is known again, and makes a sound form', () => {
  for (const kind of fieldKinds) {
    const [next, name] = added(form, kind, { zh: '新', en: 'New' })
    expect(kindOf(next.properties?.[name] ?? {}), kind).toBe(kind)
    expect(schemaProblems(next), kind).toEqual([])
  }
})

test('a field made over into another kind keeps its words and logic', () => {
  const { b = {} } = form.properties ?? {}
  const number = asKind(b, 'integer')
  expect(number).toMatchObject({ type: 'integer', title: '乙', 'x-show-if': b['x-show-if'] })
  expect(kindOf(asKind(number, 'long-text'))).toBe('long-text')
})

test('options are read and written as lines, of one choice and of many', () => {
  const { a = {} } = form.properties ?? {}
  expect(optionsOf(a)).toEqual([
    { value: 'x', zh: '一', en: 'one' },
    { value: 'y', zh: '二', en: 'two' },
  ])
  const many = withOptions(asKind(a, 'choices'), optionsOf(a))
  expect(optionsOf(many)).toEqual(optionsOf(a))
  expect(answersOf(a)).toEqual(['x', 'y'])
})

test('what was designed is drawn and checked by the same rules as any form', () => {
  const [next, name] = added(orderForm('help', 'none'), 'text', { zh: '灯杆号', en: 'Pole' })
  const shown = changed(
    next,
    name,
    { ...next.properties?.[name], 'x-show-if': conditionOf({ field: 'contactBy', values: ['phone'] }) },
    true,
  )
  const filled = { title: '路灯坏了', text: '桥头社区东门的路灯坏了三天。', place: { address: '桥头社区东门' } }
  expect(checkForm(shown, { ...filled, contactBy: 'sms' })).toEqual([])
  expect(checkForm(shown, { ...filled, contactBy: 'phone', contactAt: 'any' }).map(({ path }) => path)).toEqual([
    `/${name}`,
  ])
})

test('the forms of the seed can be shown by the designer', () => {
  for (const theme of Object.keys(themes) as (keyof typeof themes)[])
    for (const field of Object.values(orderForm('help', theme).properties ?? {}))
      expect(fieldKinds).toContain(kindOf(field))
})
