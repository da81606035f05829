import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT, type Town, town } from '../../../../tests/town.ts'
import type { Reading } from '../../../kernel/cases/model/reading.ts'
import type { Proposal } from '../model/classify.ts'
import { createReading, type Reader } from './reading.ts'

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

const text = '小区电梯三天两头停运，老人被困在里面。'
const says = (label: string, confidence: number): Proposal => ({
  label,
  confidence,
  sure: confidence > 0.9,
  best: [{ label, confidence }],
  reasons: [{ field: 'detail', from: 2, to: 4, words: '电梯', weight: 1 }],
  silence: null,
})
const modelThat = (answer: Proposal): Reader => ({ labels: ['城乡建设', '教育文体'], read: () => answer })
const silent: Proposal = { label: null, confidence: 0, sure: false, best: [], reasons: [], silence: 'nothing-known' }

const readBy = (reader: Reader | null, category: string, words = text): Promise<Reading> =>
  createReading({
    db: here.db,
    clock: here.clock,
    reader: async () => reader,
    offered: ['orders'],
    fallbackMatter: 'matter_anything-else',
  })(DISTRICT, { title: '电梯停运', text: words, category })

const nothing = () => {
  const matter = here.matters.find(({ id }) => id === 'matter_anything-else')
  if (!matter) throw new Error('no fallback matter')
  return matter.category.join('/')
}

test('a class of the model is made finer by the words of the town’s matters, and its words are marked', async () => {
  const { best, sure, marks } = await readBy(modelThat(says('城乡建设', 0.95)), nothing())
  expect(best[0]).toEqual({ category: '住房与小区/电梯运行', label: '城乡建设', confidence: 0.95 })
  expect({ sure, marks }).toEqual({ sure: true, marks: [{ field: 'text', from: 2, to: 4, weight: 1 }] })
})

test('a class whose words no matter speaks stands for its theme', async () => {
  const { best } = await readBy(modelThat(says('教育文体', 0.6)), nothing())
  expect(best[0]).toEqual({ category: '教育', label: '教育文体', confidence: 0.6 })
  expect(best.map(({ category }) => category)).toContain('住房与小区/电梯运行')
})

test('without a model, and before a silent one, the words of the matters answer and claim nothing', async () => {
  for (const reader of [null, modelThat(silent)]) {
    const { best, sure, marks } = await readBy(reader, nothing())
    expect(best[0]).toEqual({ category: '住房与小区/电梯运行', label: null, confidence: null })
    expect({ sure, marks }).toEqual({ sure: false, marks: [] })
  }
})

test('what was filed outside of every class of the model goes first, unmarked', async () => {
  const { best, marks, sure } = await readBy(modelThat(says('城乡建设', 0.99)), '农业与村镇')
  expect(best[0]).toEqual({ category: '农业与村镇', label: null, confidence: null })
  expect({ sure, marks }).toEqual({ sure: false, marks: [] })
})

test('where nothing at all is said the case stays where it stands', async () => {
  const unread = await createReading({
    db: here.db,
    clock: here.clock,
    reader: async () => null,
    offered: ['orders'],
    fallbackMatter: 'matter_anything-else',
  })(DISTRICT, { title: '？', text: '？？？', category: nothing() })
  expect(unread.best).toEqual([{ category: nothing(), label: null, confidence: null }])
})
