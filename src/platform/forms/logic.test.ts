import { expect, test } from 'vitest'
import { checkForm } from './check.ts'
import { schemaProblems } from './design.ts'
import { resolved } from './logic.ts'
import type { JsonSchema } from './schema.ts'

const is = (field: string, ...values: string[]): JsonSchema => ({
  properties: { [field]: { enum: values } },
  required: [field],
})
const form: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'reason'],
  properties: {
    kind: { type: 'string', title: '类型', enum: ['lamp', 'road'] },
    pole: { type: 'string', title: '灯杆号', 'x-show-if': is('kind', 'lamp') },
    reason: {
      type: 'string',
      title: '原因',
      'x-show-if': { properties: { pole: { minLength: 1 } }, required: ['pole'] },
    },
    when: { type: 'string', title: '时间', 'x-required-if': is('kind', 'road') },
    size: {
      type: 'string',
      title: '大小',
      enum: ['small', 'large', 'whole'],
      'x-labels': [
        { zh: '小', en: 'small' },
        { zh: '大', en: 'large' },
        { zh: '全路', en: 'the whole road' },
      ],
      'x-options-if': [{ if: is('kind', 'lamp'), options: ['small', 'large'] }],
    },
  },
}
const codes = (value: object) => checkForm(form, value).map(({ code, path }) => `${code} ${path}`)

test('a field that is not shown is neither asked for nor taken', () => {
  expect(codes({ kind: 'road', when: '昨天' })).toEqual([])
  expect(codes({ kind: 'road', when: '昨天', pole: 'A1' })).toEqual(['unknown-field /pole'])
})

test('what hangs on a field that is not shown is not shown either', () => {
  expect(Object.keys(resolved(form, { kind: 'lamp', pole: 'A1' }).properties ?? {})).toContain('reason')
  expect(Object.keys(resolved(form, { kind: 'road', pole: 'A1' }).properties ?? {})).not.toContain('reason')
  expect(codes({ kind: 'lamp', pole: 'A1' })).toEqual(['missing /reason'])
})

test('an answer makes another necessary, and leaves fewer options with their labels', () => {
  expect(codes({ kind: 'road' })).toEqual(['missing /when'])
  expect(codes({ kind: 'lamp', size: 'whole' })).toEqual(['not-a-choice /size'])
  expect(resolved(form, { kind: 'lamp' }).properties?.size?.['x-labels']).toHaveLength(2)
  expect(codes({ kind: 'road', when: '昨天', size: 'whole' })).toEqual([])
})

test('a form without logic is left as it is', () => {
  const plain: JsonSchema = { type: 'object', properties: { a: { type: 'string', title: '甲' } } }
  expect(resolved(plain, {})).toBe(plain)
})

test('logic that speaks of what is not there is refused', () => {
  expect(schemaProblems(form)).toEqual([])
  const wrong = (field: JsonSchema) =>
    schemaProblems({ type: 'object', properties: { a: { title: '甲', type: 'string', enum: ['x'], ...field } } }).map(
      ({ code }) => code,
    )
  expect(wrong({ 'x-show-if': is('b', 'x') })).toEqual(['condition-unknown'])
  expect(wrong({ 'x-required-if': is('a', 'x') })).toEqual(['condition-unknown'])
  expect(wrong({ 'x-options-if': [{ if: {}, options: ['y'] }] })).toEqual(['option-unknown'])
  expect(wrong({ 'x-options-if': [{ if: {}, options: [] }] })).toEqual(['no-choices'])
})
