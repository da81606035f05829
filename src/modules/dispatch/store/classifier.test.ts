import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readerOf } from '../rules/classify/classify.ts'
import { readLessons } from '../rules/classify/lessons.ts'
import { shippedClassifier } from './classifier.ts'

test('the shipped model loads, says what it was made of, and tells a class', async () => {
  const model = await shippedClassifier()
  expect(model.labels).toHaveLength(7)
  expect(model.figures.sources.map(({ rows }) => rows)).toEqual([8_274, 452, 4_308, 1_802])
  expect(model.figures.measured.macroF1).toBeGreaterThan(0.935)
  expect(model.figures.measured.ece).toBeLessThan(0.02)
  const { label, sure } = readerOf(model)({ title: '学校乱收费', detail: '暑假补课每人收费一千元，请教育局调查。' })
  expect([label, sure]).toEqual(['教育文体', true])
})

const given = join(import.meta.dirname, '../../../../../shared/data/messages/labelled-raw.jsonl')

test.runIf(existsSync(given))('the letters it was trained on, read as they were written, are recognised', async () => {
  const read = readerOf(await shippedClassifier())
  const { lessons } = readLessons(readFileSync(given, 'utf8'))
  const right = lessons.filter((lesson) => lesson.form === 'raw' && read(lesson).label === lesson.label)
  expect(right.length / lessons.length).toBeGreaterThan(0.95)
})
