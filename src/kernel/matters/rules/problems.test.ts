import { expect, test } from 'vitest'
import type { Matter, Paper, ServicePromise } from '../model.ts'
import { matterProblems } from './problems.ts'

const promise: ServicePromise = {
  key: 'handle',
  term: { amount: 5, unit: 'workday' },
  warning: { amount: 1, unit: 'workday' },
  source: '云溪区热线办理办法',
  mark: '○',
  from: '2024-01-01',
  until: null,
}

const matter: Matter = {
  id: 'matter_street-lamp',
  version: 0,
  district: '349901',
  name: { zh: '路灯不亮', en: 'A street lamp is out' },
  category: ['市政设施', '路灯'],
  kind: 'help',
  procedure: 'orders',
  form: { type: 'object', properties: { title: { type: 'string', title: '标题' } } },
  papers: [],
  promises: [promise],
  duty: { rule: 'duty-list' },
  refusalLadder: { confirmAt: 3 },
  rating: { asked: true, rectify: true },
  audience: ['person'],
  intakeWords: ['路灯'],
  effectiveFrom: '2024-01-01',
  effectiveTo: null,
  status: 'draft',
  sourceDoc: '云溪区热线办理办法',
}

const orders = { name: 'orders', needs: ['handle'] }
const problems = (changed: Partial<Matter>) =>
  matterProblems({ ...matter, ...changed }, [orders]).map(({ code, at }) => `${code} ${at}`)
const withPromise = (changed: Partial<ServicePromise>) => problems({ promises: [{ ...promise, ...changed }] })
const paper: Paper = { key: 'lease', name: { zh: '租赁合同', en: 'Lease' }, need: 'must', form: 'copy' }
const named = (zh: string, en = 'x') => problems({ papers: [{ ...paper, name: { zh, en } }] })

test('a sound matter has no problem', () => {
  expect(problems({})).toEqual([])
})

test('a clock of the procedure without a promise on the first day keeps the matter from being published', () => {
  const needs = [{ name: 'orders', needs: ['handle', 'sign'] }]
  expect(matterProblems(matter, needs).map(({ said }) => said.zh)).toEqual(['生效之日没有“签收”（sign）的时限'])
  expect(withPromise({ from: '2024-02-01' })).toEqual(['promise-missing /promises'])
})

test('a procedure nobody knows is named', () => {
  expect(problems({ procedure: 'magic' })).toEqual(['unknown-procedure /procedure'])
})

test('two promises under one key may follow each other, never overlap', () => {
  const first = { ...promise, until: '2024-12-31' } as const
  expect(problems({ promises: [first, { ...promise, from: '2025-01-01' }] })).toEqual([])
  expect(problems({ promises: [first, { ...promise, from: '2024-12-31' }] })).toEqual([
    'promise-overlaps /promises/1/from',
  ])
})

test('a promise may shorten what the law allows and never lengthen it', () => {
  const legal = { term: { amount: 20, unit: 'workday' }, basis: '行政许可法 第四十二条' } as const
  expect(withPromise({ legal })).toEqual([])
  expect(withPromise({ legal, term: { amount: 21, unit: 'workday' } })).toEqual([
    'promise-longer-than-law /promises/0/term',
  ])
  expect(withPromise({ legal, term: { amount: 25, unit: 'day' } })).toEqual(['promise-beside-law /promises/0/term'])
})

test('a number whose source is to be confirmed is shown, and does not stop publishing', () => {
  const found = matterProblems({ ...matter, promises: [{ ...promise, mark: '△' }] }, [orders])
  expect(found.map(({ code, weight }) => [code, weight])).toEqual([['promise-unconfirmed', 'notice']])
})

test('a warning stands inside its term and an extension says how long it is', () => {
  expect(withPromise({ warning: { amount: 6, unit: 'workday' } })).toEqual(['warning-outside-term /promises/0/warning'])
  expect(withPromise({ warning: { share: 1 } })).toEqual(['warning-outside-term /promises/0/warning'])
  expect(withPromise({ maxExtensions: 1 })).toEqual(['extension-without-term /promises/0/extension'])
})

test('days are promised whole', () => {
  expect(withPromise({ term: { amount: 2.5, unit: 'workday' } })).toEqual(['term-not-whole /promises/0/term/amount'])
  expect(withPromise({ term: { amount: 0.5, unit: 'hour' }, warning: { share: 0.2 } })).toEqual([])
})

test('a catch-all among the papers or conditions is found in either tongue', () => {
  for (const phrase of [
    '其他材料',
    '其他相关材料',
    '法律法规规定的其他材料',
    '窗口认为需要的证明',
    '视情况补充',
    '其他有关证明文件',
  ])
    expect(named(phrase), phrase).toEqual(['catch-all /papers/0/name'])
  expect(named('补充', 'Any other documents')).toEqual(['catch-all /papers/0/name'])
  expect(problems({ conditions: [{ zh: '符合规定的其他条件', en: 'x' }] })).toEqual(['catch-all /conditions/0'])
})

test('a plain paper is no catch-all', () => {
  for (const name of ['租赁合同', '居民身份证', '房屋权属证明材料', '与其他股东的协议'])
    expect(named(name), name).toEqual([])
})

test('a paper needed sometimes says when, and no paper stands twice', () => {
  expect(problems({ papers: [{ ...paper, need: 'sometimes' }, paper] })).toEqual([
    'paper-without-when /papers/0/when',
    'paper-repeated /papers/1/key',
  ])
})

test('a form that cannot be checked faithfully keeps the matter from being published', () => {
  expect(problems({ form: { type: 'object', properties: { title: { type: 'string' } } } })).toEqual([
    'form-wrong /form/properties/title',
  ])
})

test('the head of a matter is complete', () => {
  expect(
    problems({
      name: { zh: '路灯', en: ' ' },
      sourceDoc: '',
      audience: [],
      category: [],
      duty: { rule: 'unit' },
      effectiveTo: '2023-12-31',
      rating: { asked: false, rectify: true },
    }),
  ).toEqual([
    'name-missing /name',
    'source-missing /sourceDoc',
    'audience-missing /audience',
    'category-missing /category',
    'unit-missing /duty/unit',
    'span-reversed /effectiveTo',
    'rectify-without-rating /rating/rectify',
  ])
})

test('a category outside the tree is named', () => {
  expect(matterProblems(matter, [orders], () => false).map(({ said }) => said.zh)).toEqual([
    '分类目录中没有“市政设施/路灯”',
  ])
})
