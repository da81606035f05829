import { expect, test } from 'vitest'
import { cutForIndex, cutForQuestion, cutInOrder } from './cut.ts'

test('a long word is found by its parts, and punctuation is no word', () => {
  const words = cutForIndex('小区路灯不亮，晚上出行很不安全！')
  expect(words).toContain('路灯')
  expect(words).toContain('小区')
  expect(words).not.toContain('，')
})

test('every word of a question stands in the index of the text it was taken from', () => {
  const text = '幸福苑3栋电梯经常停运，物业公司说没有维修基金'
  const index = new Set(cutForIndex(text))
  for (const question of ['电梯停运', '维修基金', '幸福苑'])
    for (const word of cutForQuestion(question)) expect(index).toContain(word)
})

test('nothing, gibberish and emoji have no words that hurt', () => {
  expect(cutForIndex('')).toEqual([])
  expect(cutForIndex('😀😀')).toEqual([])
  expect(cutForIndex('a'.repeat(100))).toEqual([])
})

test.each(['', ' ', '小区路灯不亮，晚上出行很不安全！', 'a\t😀\n中 文１２３', '\ud83d半个'])(
  '%j cut in order is whole again',
  (text) => {
    expect(cutInOrder(text).join('')).toHaveLength(text.length)
  },
)
