import { expect, test } from 'vitest'
import { wayOfScan } from './entries.ts'

const way = (text: string) => wayOfScan(text, '349901')

test('a printed code leads to its page, whatever address the city had when it was printed', () => {
  expect(way('https://yiwang.example/e/349901/ab12cd34ef')).toBe('/e/349901/ab12cd34ef')
  expect(way('http://10.0.0.3:3000/e/349901001/ab12cd34ef?from=wechat')).toBe('/e/349901001/ab12cd34ef')
})

test('typed from the sign, with blanks and capitals, it leads there too; the number of a case leads to the case', () => {
  expect(way(' AB12 cd34-ef ')).toBe('/e/349901/ab12cd34ef')
  expect(way('20260302 000123')).toBe('/follow?number=20260302000123')
})

test('a code of somebody else leads nowhere', () => {
  for (const text of [
    'https://pay.example/x',
    'WIFI:S:home;;',
    '12345',
    '',
    'https://evil.example/e/349901/ab12cd34ef99',
  ])
    expect(way(text), text).toBeNull()
})
