import { expect, test } from 'vitest'
import type { JsonSchema } from '../../../platform/forms/schema.ts'
import { instant } from '../../../platform/time.ts'
import { attributesOf } from './definition.ts'
import { readAnswers, readPosting } from './posting.ts'
import { readQuestion } from './question.ts'
import { escapedXml, written } from './spark.ts'
import { readW3, writeW3 } from './w3-time.ts'

const now = instant('2026-03-02T02:00:00Z')

test('a time is read with its zone in any of the forms of the note, and nothing else is', () => {
  expect(readW3('2026-03-02T10:00:00+08:00', 'start')).toBe('2026-03-02T02:00:00.000Z')
  expect(readW3('2026-03-02T10:00:00 08:00', 'start')).toBe('2026-03-02T02:00:00.000Z')
  expect(readW3('2026-03-02T02:00Z', 'start')).toBe('2026-03-02T02:00:00.000Z')
  expect(readW3('2026-03-02T02:00:00.1234567Z', 'start')).toBe('2026-03-02T02:00:00.123Z')
  expect([readW3('2026-03-02', 'start'), readW3('2026-03-02', 'end')]).toEqual([
    '2026-03-01T16:00:00.000Z',
    '2026-03-02T15:59:59.999Z',
  ])
  for (const wrong of ['2026-03-02T10:00:00', '2026-02-30', '2026-13-01T00:00:00Z', '2026-03-02T25:00:00Z', '1', ''])
    expect(readW3(wrong, 'start'), wrong).toBeNull()
  expect(writeW3(instant('2026-03-02T02:00:00.987Z'))).toBe('2026-03-02T02:00:00Z')
})

test('ninety days are asked for where no dates are given, and follow or go before the one that is', () => {
  const asked = (given: Record<string, string>) => {
    const question = readQuestion(given, now)
    return question.ok ? [question.from, question.to] : question.errors.length
  }
  expect(asked({})).toEqual(['2025-12-02T02:00:00.000Z', null])
  expect(asked({ start_date: '2026-01-01T00:00:00Z' })).toEqual([
    '2026-01-01T00:00:00.000Z',
    '2026-04-01T00:00:00.000Z',
  ])
  expect(asked({ end_date: '2026-04-01T00:00:00Z' })).toEqual(['2026-01-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'])
  expect(asked({ start_date: '2026-01-01T00:00:00Z', end_date: '2026-04-01T00:00:01Z' })).toBe(1)
  expect(asked({ start_date: '2026-01-01', end_date: '2026-03-31' })).toEqual([
    '2025-12-31T16:00:00.000Z',
    '2026-03-31T15:59:59.999Z',
  ])
  expect(asked({ updated_after: '2026-03-01T00:00:00Z' })).toEqual([null, null])
})

test('several values come with commas or again and again; both states are no filter', () => {
  const question = readQuestion({ service_code: ['a,b', 'b, c'], status: 'open,closed' }, now)
  expect(question).toMatchObject({ ok: true, codes: ['a', 'b', 'c'], status: null })
})

test('signs of markup are escaped, and what XML cannot hold is left out', () => {
  expect(escapedXml('<a href="x">\u0000\u000b&\ud800\'')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&apos;')
  expect(written('xml', 'services', [{ service_code: 'a', group: null }])).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<services><service><service_code>a</service_code><group/></service></services>',
  )
})

const form: JsonSchema = {
  type: 'object',
  required: ['title', 'employer'],
  properties: {
    title: { type: 'string', title: '标题' },
    employer: { type: 'string', title: '用人单位', maxLength: 100 },
    people: { type: 'integer', title: '人数' },
    urgent: { type: 'boolean', title: '紧急' },
    on: { type: 'string', format: 'day', title: '日期' },
    kinds: { type: 'array', title: '种类', items: { type: 'string', enum: ['a', 'b'] } },
    inner: { type: 'object', title: '里面', properties: {} },
  },
}
const answersTo = (given: Record<string, unknown>) => {
  const posting = readPosting({ service_code: 'x', address_string: '桥头', ...given })
  if (!posting.ok) throw new Error(JSON.stringify(posting))
  return readAnswers(attributesOf(form), form, posting)
}

test('attributes become the answers of the form, whichever way they are written', () => {
  const form = {
    'attribute[employer]': '某公司',
    'attribute[people]': '3',
    'attribute[urgent]': 'true',
    'attribute[on]': '2026-03-02T20:00:00Z',
    'attribute[kinds][]': ['a', 'b'],
  }
  const answers = { employer: '某公司', people: 3, urgent: true, on: '2026-03-03', kinds: ['a', 'b'] }
  expect(answersTo(form)).toEqual({ ok: true, form: answers })
  expect(answersTo({ attribute: { employer: '某公司', kinds: ['a'] } })).toMatchObject({ form: { kinds: ['a'] } })
})

test.each([
  [{}, 'attribute[employer]'],
  [{ 'attribute[employer]': '甲', 'attribute[people]': 'many' }, 'attribute[people]'],
  [{ 'attribute[employer]': '甲', 'attribute[kinds]': 'c' }, 'attribute[kinds]'],
  [{ 'attribute[employer]': ['甲', '乙'] }, 'attribute[employer]'],
  [{ 'attribute[employer]': '甲', 'attribute[inner]': '1' }, 'attribute[inner]'],
])('an attribute that is missing or wrong is named: %j', (given, named) => {
  const answers = answersTo(given)
  expect(answers.ok ? '' : answers.errors.map(({ said }) => said.en).join()).toContain(named)
})

test('a name stands in the order of its tongue', () => {
  const nameOf = (first: string, last: string) => {
    const posting = readPosting({ service_code: 'x', address_id: '1', first_name: first, last_name: last })
    return posting.ok ? posting.name : null
  }
  expect([nameOf('芳', '李'), nameOf('Ada', 'Lovelace'), nameOf('', '')]).toEqual(['李芳', 'Ada Lovelace', null])
})

test.each([
  ['start_date=yesterday', 'start_date'],
  ['start_date=2026-03-01T10:00:00', 'start_date'],
  ['start_date=2026-02-30', 'start_date'],
  ['start_date=2026-03-02&end_date=2026-03-01', 'start_date'],
  ['start_date=2025-01-01T00:00:00Z&end_date=2026-01-01T00:00:00Z', '90'],
  ['status=maybe', 'status'],
  ['page=0', 'page'],
  ['page_size=1001', 'page_size'],
  ['lat=1', 'long'],
  ['radius=5', 'radius'],
])('a list that cannot be asked for says why: %s', (query, named) => {
  const question = readQuestion(Object.fromEntries(new URLSearchParams(query)), now)
  expect(question.ok ? '' : question.errors[0]?.said.en).toContain(named)
})

test.each([
  [{ service_code: '' }, 'service_code'],
  [{ lat: '24.5', long: '' }, 'long'],
  [{ lat: '95', long: '118' }, 'lat'],
  [{ lat: 'north', long: '118' }, 'lat'],
  [{ description: 'x'.repeat(4_001) }, 'description'],
  [{ media_url: 'javascript:alert(1)' }, 'media_url'],
  [{ email: 'nobody' }, 'email'],
  [{ phone: 'call me' }, 'phone'],
  [{ account_id: 'x'.repeat(201) }, 'account_id'],
])('a request that is not in order names the argument: %#', (given, named) => {
  const posting = readPosting({ service_code: 'x', address_string: '桥头', ...given })
  expect(posting.ok ? '' : posting.errors[0]?.said.en).toContain(named)
})
