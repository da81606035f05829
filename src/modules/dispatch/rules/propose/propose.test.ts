import { expect, test } from 'vitest'
import { isUnder, likeliest } from './propose.ts'

const themes: Readonly<Record<string, readonly string[]>> = {
  building: ['homes', 'streets'],
  schools: ['schools'],
  abroad: [],
}
const asked = {
  guesses: [
    { label: 'building', confidence: 0.8 },
    { label: 'schools', confidence: 0.15 },
  ],
  spoken: [],
  filed: null,
  labels: Object.keys(themes),
  themesOf: (label: string) => themes[label] ?? [],
}

test('a class without a finer word stands for its widest theme', () => {
  expect(likeliest(asked)).toEqual([
    { category: 'homes', label: 'building', confidence: 0.8 },
    { category: 'schools', label: 'schools', confidence: 0.15 },
  ])
})

test('within a class the loudest matter names the finer category', () => {
  const spoken = ['schools/meals', 'streets/lamps', 'homes/lifts']
  expect(likeliest({ ...asked, spoken }).map(({ category }) => category)).toEqual([
    'streets/lamps',
    'schools/meals',
    'homes/lifts',
  ])
})

test('what was filed within a class is kept where no word says better', () => {
  expect(likeliest({ ...asked, filed: 'streets/lamps' })[0]).toEqual({
    category: 'streets/lamps',
    label: 'building',
    confidence: 0.8,
  })
  const better = likeliest({ ...asked, filed: 'streets/lamps', spoken: ['homes/lifts'] })
  expect(better[0]).toEqual({ category: 'homes/lifts', label: 'building', confidence: 0.8 })
  expect(better.at(-1)).toEqual({ category: 'streets/lamps', label: null, confidence: null })
})

test('what lies outside of all classes goes first and claims no confidence', () => {
  expect(likeliest({ ...asked, filed: 'farming/water' })[0]).toEqual({
    category: 'farming/water',
    label: null,
    confidence: null,
  })
})

test('without a model the words of the matters answer, at most three', () => {
  const spoken = ['a/1', 'b/2', 'c/3', 'd/4']
  const alone = likeliest({ ...asked, guesses: [], labels: [], spoken, filed: 'b/2' })
  expect(alone.map(({ category }) => category)).toEqual(['b/2', 'a/1', 'c/3'])
  expect(alone.every(({ confidence }) => confidence === null)).toBe(true)
})

test('a class no theme of the city answers to proposes nothing', () => {
  expect(likeliest({ ...asked, guesses: [{ label: 'abroad', confidence: 0.9 }] })).toEqual([])
})

test('a category lies under itself and its theme, not under a name that only begins alike', () => {
  expect(isUnder('homes/lifts', 'homes')).toBe(true)
  expect(isUnder('homes', 'homes')).toBe(true)
  expect(isUnder('homestead/lifts', 'homes')).toBe(false)
})

test('a class that is next to impossible makes room for what the words say', () => {
  const guesses = [
    { label: 'building', confidence: 0.995 },
    { label: 'schools', confidence: 0.004 },
  ]
  const found = likeliest({ ...asked, guesses, spoken: ['streets/lamps', 'farming'] })
  expect(found.map(({ category }) => category)).toEqual(['streets/lamps', 'farming'])
})
