import { expect, test } from 'vitest'
import { inPieces } from './marked.ts'

const text = 'the lamp at the gate is dark'
const mark = (from: number, to: number) => ({ from, to, weight: 0.5 })
const words = (marks: ReturnType<typeof mark>[]) => inPieces(text, marks).map((piece) => piece.words)

test('a text is cut at its marks and loses nothing', () => {
  expect(inPieces(text, [mark(24, 28), mark(4, 8)])).toEqual([
    { from: 0, words: 'the ', weight: null },
    { from: 4, words: 'lamp', weight: 0.5 },
    { from: 8, words: ' at the gate is ', weight: null },
    { from: 24, words: 'dark', weight: 0.5 },
  ])
})

test('without marks it is one piece, and an empty text none', () => {
  expect(words([])).toEqual([text])
  expect(inPieces('', [mark(0, 0)])).toEqual([])
})

test('marks that overlap or lie outside change no character', () => {
  const odd = words([mark(4, 8), mark(6, 12), mark(20, 99), mark(9, 9)])
  expect(odd.join('')).toBe(text)
  expect(odd).toEqual(['the ', 'lamp', ' at the gate is dark'])
})
