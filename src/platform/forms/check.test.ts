import { expect, test } from 'vitest'
import { checkForm } from './check.ts'
import { schemaProblems } from './design.ts'
import type { JsonSchema } from './schema.ts'
import { tidied } from './tidy.ts'

const form: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['title', 'phone'],
  properties: {
    title: { type: 'string', title: '标题', 'x-title-en': 'Title', minLength: 2, maxLength: 10 },
    phone: { type: 'string', title: '联系电话', 'x-title-en': 'Phone', format: 'mobile' },
    count: { type: 'integer', title: '人数', 'x-title-en': 'People', minimum: 1, maximum: 9 },
    kind: { type: 'string', title: '类型', 'x-title-en': 'Kind', enum: ['road', 'lamp'] },
    anonymous: { type: 'boolean', title: '匿名' },
    reason: { type: 'string', title: '匿名原因', 'x-title-en': 'Reason', maxLength: 20 },
    shops: {
      type: 'array',
      title: '店铺',
      maxItems: 2,
      items: {
        type: 'object',
        required: ['code'],
        properties: { code: { type: 'string', title: '代码', format: 'credit-code' } },
      },
    },
  },
  if: { properties: { anonymous: { const: true } }, required: ['anonymous'] },
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
  then: { required: ['reason'], properties: { reason: { type: 'string', minLength: 3 } } },
}

const answers = { title: '路灯不亮', phone: '13800000001' }
const said = (value: unknown) => checkForm(form, value).map((problem) => `${problem.path} ${problem.said.zh}`)

test('a form filled as it asks has no problem', () => {
  expect(checkForm(form, answers)).toEqual([])
})

test('every wrong field is named in both tongues, all at once', () => {
  expect(checkForm(form, { title: '灯', phone: '123', count: 10, kind: 'x' })).toEqual([
    expect.objectContaining({
      path: '/title',
      said: { zh: '“标题”至少 2 个字', en: 'Title needs at least 2 characters' },
    }),
    expect.objectContaining({ path: '/phone', code: 'wrong-format' }),
    expect.objectContaining({ path: '/count', said: { zh: '“人数”不能大于 9', en: 'People may not be more than 9' } }),
    expect.objectContaining({ path: '/kind', code: 'not-a-choice' }),
  ])
})

test('a missing field is pointed at where it should stand', () => {
  expect(said({ title: '路灯不亮' })).toEqual(['/phone 请填写“联系电话”'])
})

test('blanks are no answer to a required question, and are reported once', () => {
  expect(said({ ...answers, title: '   ' })).toEqual(['/title 请填写“标题”'])
  expect(said({ ...answers, title: '' })).toEqual(['/title 请填写“标题”'])
})

test('a field deep in a list is pointed at by its place', () => {
  expect(said({ ...answers, shops: [{ code: '91350100M000100Y43' }, {}, { code: 'x' }] })).toEqual([
    '/shops/1/code 请填写“代码”',
    expect.stringContaining('/shops/2/code “代码”应是18 位统一社会信用代码'),
    '/shops “店铺”最多 2 项',
  ])
})

test('what an answer makes necessary is asked for by name', () => {
  expect(said({ ...answers, anonymous: true })).toEqual(['/reason 请填写“匿名原因”'])
  expect(said({ ...answers, anonymous: true, reason: '怕' })).toEqual(['/reason “匿名原因”至少 3 个字'])
  expect(said({ ...answers, anonymous: false })).toEqual([])
})

test('several conditions side by side each ask by the title of the field', () => {
  const lamp = { if: { properties: { kind: { const: 'lamp' } }, required: ['kind'] } }
  const both: JsonSchema = {
    ...form,
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    allOf: [{ ...lamp, then: { required: ['count'] } }],
  }
  expect(checkForm(both, { ...answers, kind: 'lamp' }).map(({ said }) => said.zh)).toEqual(['请填写“人数”'])
})

test('a field the form does not have is refused, and so is something that is no form at all', () => {
  expect(said({ ...answers, admin: true })).toEqual(['/admin 表单中没有“admin”这一项'])
  expect(said('hello')).toEqual([' “表单”要分项填写'])
})

test('thirty wrong fields give thirty problems', () => {
  const fields = Array.from({ length: 30 }, (_, at) => [`f${at}`, { type: 'string', title: `第${at}项` }] as const)
  const wide: JsonSchema = {
    type: 'object',
    required: fields.map(([name]) => name),
    properties: Object.fromEntries(fields),
  }
  expect(checkForm(wide, Object.fromEntries(fields.map(([name]) => [name, 1])))).toHaveLength(30)
})

test('empty boxes are left out and text is trimmed before anything is checked or kept', () => {
  expect(tidied({ title: ' 路灯 ', note: '', list: ['', ' a '], count: 0, anonymous: false, none: null })).toEqual({
    title: '路灯',
    list: ['a'],
    count: 0,
    anonymous: false,
  })
})

test('a sound form definition has no problem', () => {
  expect(schemaProblems(form)).toEqual([])
})

const codes = (schema: unknown) => schemaProblems(schema).map(({ code, path }) => `${code} ${path}`)

test('a form definition that could not be checked faithfully is refused', () => {
  expect(codes([])).toEqual(['not-an-object '])
  expect(codes({ type: 'object', required: 'a', allOf: {} })).toEqual(['wrong-shape /required', 'wrong-shape /allOf'])
  expect(codes({ type: 'object', properties: { a: null } })).toEqual(['wrong-shape /properties/a'])
  expect(codes({ type: 'string' })).toEqual(['root-not-object /type'])
  const of = (field: unknown) => codes({ type: 'object', properties: { a: field } })
  expect(of({ title: '甲', type: 'string', $ref: '#/x' })).toEqual(['unknown-keyword /properties/a/$ref'])
  expect(of({ title: '甲', type: 'date' })).toEqual(['unknown-type /properties/a/type'])
  expect(of({ title: '甲', type: 'string', format: 'ipv9' })).toEqual(['unknown-format /properties/a/format'])
  expect(of({ title: '甲', type: 'string', pattern: '[' })).toEqual(['bad-pattern /properties/a/pattern'])
  expect(of({ title: '甲', type: 'string', pattern: '(a+)+$' })).toEqual(['slow-pattern /properties/a/pattern'])
  expect(of({ title: '甲', enum: [] })).toEqual(['no-choices /properties/a/enum'])
  expect(of({ title: '甲', type: 'string', minLength: 5, maxLength: 2 })).toEqual([
    'limits-crossed /properties/a/minLength',
  ])
  expect(of({ type: 'string' })).toEqual(['no-title /properties/a'])
  expect(codes({ type: 'object', required: ['b'], properties: {} })).toEqual(['required-unknown /required'])
  expect(codes({ type: 'object', properties: { __proto: { title: '甲' } } })).toEqual([
    'bad-field-name /properties/__proto',
  ])
})
