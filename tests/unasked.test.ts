import { expect, test } from 'vitest'
import { type ProcedureWords, wordsBy } from '../src/kernel/cases/words.ts'
import { gridWords } from '../src/modules/grid/words.ts'
import { orderWords } from '../src/modules/orders/words.ts'
import type { Said } from '../src/platform/words.ts'

const zh = /诉求|群众|您|反映|来件|诉求人|上报人|对方/
const en = /\b(you|your|applicant|request|resident|they)\b/i
const speaksOfSomebody = (said: Said | undefined) => said !== undefined && (zh.test(said.zh) || en.test(said.en))

/** Shown to nobody but those who rate or add to their own case. */
const ofApplicants = ['rate.text', 'supply.text']
/** Spoken to the officer, of himself. */
const ofTheOfficer = [
  'suggestedUnit',
  'spot',
  'passOnSite.evidence',
  'passMilestone.evidence',
  'failOnSite.evidence',
  'confirmOnSite.finding',
  'notFoundOnSite.finding',
]

const sentences = ({ stages, moves, fields }: ProcedureWords): (readonly [string, Said | undefined])[] => [
  ...Object.entries(stages).map(([stage, { now }]) => [stage, now] as const),
  ...Object.entries(moves).flatMap(([move, { name, done, confirm }]) =>
    [name, done, confirm].map((one) => [move, one] as const),
  ),
  ...Object.entries(fields).flatMap(([field, { label, hint }]) => [label, hint].map((one) => [field, one] as const)),
]

test.each([
  ['orders', orderWords],
  ['grid', gridWords],
])('no sentence in the life of a case that a sensor opened speaks of somebody who asked: %s', (_, words) => {
  const told = sentences(wordsBy(words, 'sensor'))
  const wrong = told.filter(
    ([name, said]) => ![...ofApplicants, ...ofTheOfficer].includes(name) && speaksOfSomebody(said),
  )
  expect(wrong).toEqual([])
})

test('whoever asked himself is spoken of as before', () => {
  expect(wordsBy(orderWords, 'web')).toBe(orderWords)
  expect(wordsBy(orderWords, 'sensor').moves.verify?.name).toEqual(orderWords.moves.verify.name)
})
