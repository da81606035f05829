import { expect, test } from 'vitest'
import { piecesOf } from './pieces.ts'

test('a page is read line by line, without signs that say nothing and without saying a line twice', () => {
  expect(piecesOf('您要反映什么？\n您要反映什么？\n\n·\n下一步')).toEqual(['您要反映什么？', '下一步'])
})

test('a long sentence is cut where one would breathe, and nothing of it is lost', () => {
  const long = `${'路灯坏了，'.repeat(40)}请来修。`
  const pieces = piecesOf(long)
  expect(pieces.length).toBeGreaterThan(1)
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(120)
  expect(pieces.join('')).toBe(long)
})
