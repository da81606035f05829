import { expect, test } from 'vitest'
import { confidences, fuse } from './fusion.ts'
import { readLessons } from './lessons.ts'
import { automaticAt, measure, thresholdFor } from './measure.ts'
import { foldsOf, groupsOf } from './near.ts'

test('precision, recall, F1 and their mean are those of the hand-made example', () => {
  const judged = [
    { truth: 0, proposed: 0, confidence: 0.9 },
    { truth: 0, proposed: 1, confidence: 0.6 },
    { truth: 1, proposed: 1, confidence: 0.8 },
    { truth: 1, proposed: -1, confidence: 0 },
  ]
  const { classes, macroF1, accuracy, confusion, ece } = measure(judged, ['a', 'b', 'never'])
  expect(classes[0]).toEqual({ label: 'a', count: 2, precision: 1, recall: 0.5, f1: 2 / 3 })
  expect(classes[1]).toEqual({ label: 'b', count: 2, precision: 0.5, recall: 0.5, f1: 0.5 })
  expect(macroF1).toBeCloseTo((2 / 3 + 0.5) / 2)
  expect(accuracy).toBe(0.5)
  expect(confusion).toEqual([
    [1, 1, 0],
    [0, 1, 0],
    [0, 0, 0],
  ])
  expect(ece).toBeCloseTo((0.1 + 0.6 + 0.2 + 0) / 4)
})

test('the threshold lets as much go by itself as the wanted error allows', () => {
  const judged = Array.from({ length: 100 }, (_, at) => ({
    truth: 0,
    proposed: at < 90 || at % 2 === 0 ? 0 : 1,
    confidence: 1 - at / 200,
  }))
  const threshold = thresholdFor(judged, 0.02)
  const { share, error } = automaticAt(judged, threshold)
  expect(error).toBeLessThanOrEqual(0.02)
  expect(share).toBe(0.93)
  expect(thresholdFor([{ truth: 0, proposed: 1, confidence: 1 }], 0.02)).toBeGreaterThan(1)
})

test('fusing turns boasting scores into the share that is right, and trusts the better machine', () => {
  const scored = Array.from({ length: 1_000 }, (_, at) => ({
    scores: at % 2 === 0 ? [5, -5, at % 3, 0] : [-5, 5, at % 3, 0],
    truth: at % 10 < 2 ? (at + 1) % 2 : at % 2,
  }))
  const fusion = fuse(scored, 2)
  expect(Math.max(...confidences([5, -5, 0, 0], fusion))).toBeCloseTo(0.8, 2)
  expect(confidences([5, -5, 2, 0], fusion)[0]).toBeCloseTo(confidences([5, -5, 0, 0], fusion)[0] ?? 0, 1)
})

test('near-duplicates are one group, and no group stands in two folds', () => {
  const texts = [
    '南门小区三号楼电梯经常停运物业一直没有维修老人上下楼很不方便',
    '反映南门小区三号楼电梯经常停运物业一直没有维修老人上下楼很不方便请处理',
    '学校在暑假里组织补课并且收取高额费用家长意见很大希望教育局调查',
    '河边的工厂半夜偷排污水水里的鱼都死了气味刺鼻',
  ]
  const groups = groupsOf(texts)
  expect(groups).toEqual([0, 0, 2, 3])
  const folds = foldsOf(groups, [0, 0, 0, 0], 3)
  expect(folds[0]).toBe(folds[1])
  expect(new Set(folds).size).toBe(3)
})

test('bad lines are named by number, and the good ones read', () => {
  const { lessons, troubles } = readLessons(
    [
      '\ufeff{"topic":"路灯","detail":"不亮","label":"道路"}',
      '',
      '{"topic":',
      '[1]',
      '{"topic":"","detail":" "}',
      '{"topic":1}',
      '{"text":"路灯 不亮"}',
      '{"text":"路灯 不亮","label":"道路"}',
      '{"topic":"不知何类"}',
    ].join('\r\n'),
  )
  expect(lessons).toEqual([
    { form: 'raw', title: '路灯', detail: '不亮', label: '道路' },
    { form: 'segmented', words: '路灯 不亮', label: '道路' },
    { form: 'raw', title: '不知何类', detail: '', label: null },
  ])
  expect(troubles).toEqual([
    { line: 3, trouble: 'not-json' },
    { line: 4, trouble: 'not-an-object' },
    { line: 5, trouble: 'no-text' },
    { line: 6, trouble: 'field-is-no-text' },
    { line: 7, trouble: 'no-label' },
  ])
})
