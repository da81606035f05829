import { expect, test } from 'vitest'
import type { JsonSchema } from '../../platform/forms/schema.ts'
import { asked, chosenValue, fieldsOf, optionsOf, problemAt } from './fields.ts'

const form: JsonSchema = {
  type: 'object',
  'x-order': ['what', 'reply'],
  properties: {
    reply: { type: 'string', title: '答复方式', enum: ['phone', 'text'], 'x-labels': [{ zh: '电话', en: 'Phone' }] },
    what: { type: 'string', title: '诉求内容', 'x-title-en': 'What' },
    floors: { type: 'integer', enum: [1, 2] },
  },
  required: ['what'],
  if: { type: 'object', properties: { reply: { const: 'phone' } }, required: ['reply'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { properties: { phone: { type: 'string', title: '电话' } }, required: ['phone'] },
}
const names = (value: Record<string, unknown>) => fieldsOf(form, value).map(({ name }) => name)

test('questions stand in the order the matter gives them, the rest after', () => {
  expect(names({})).toEqual(['what', 'reply', 'floors'])
})

test('the telephone is asked for only when somebody wants to be called', () => {
  expect(names({ reply: 'phone' })).toContain('phone')
  expect(names({ reply: 'text' })).not.toContain('phone')
  expect(fieldsOf(form, { reply: 'phone' }).find(({ name }) => name === 'phone')?.required).toBe(true)
})

test('an answer to a question that has gone away is not sent', () => {
  expect(asked(form, { what: '灯坏了', reply: 'text', phone: '13800138000' })).toEqual({
    what: '灯坏了',
    reply: 'text',
  })
})

test('a choice without a label is called by its value, and keeps its type', () => {
  const { reply = {}, floors = {} } = form.properties ?? {}
  expect(optionsOf(reply).map(({ label }) => label.zh)).toEqual(['电话', 'text'])
  expect(chosenValue(floors, '2')).toBe(2)
})

test('what is wrong is said at its own field', () => {
  const problems = [{ path: '/what', said: { zh: '请填写诉求内容', en: 'What is required' } }]
  expect(problemAt(problems, '/what')?.zh).toBe('请填写诉求内容')
  expect(problemAt(problems, '/reply')).toBeUndefined()
})
