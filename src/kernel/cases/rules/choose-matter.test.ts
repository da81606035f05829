import { expect, test } from 'vitest'
import { matterByWords } from './choose-matter.ts'

const lamp = { id: 'matter_lamp', intakeWords: ['路灯', '灯不亮'] } as const
const elders = { id: 'matter_elders', intakeWords: ['老人', '养老院'] } as const
const chosen = (title: string, text = '') => matterByWords([elders, lamp], { title, text })?.id

test('a lamp that old people stumble under is a lamp, and not a matter of old age', () => {
  expect(chosen('门前的路灯坏了，老人晚上看不清路')).toBe('matter_lamp')
  expect(chosen('老人在路灯下的长椅坏了')).toBe('matter_elders')
})

test('long words say more than short ones, and the title more than the text', () => {
  expect(chosen('养老院的收费', '门前的路灯也不太亮')).toBe('matter_elders')
  expect(chosen('灯不亮', '老人')).toBe('matter_lamp')
})

test('words that belong to no matter choose none', () => {
  expect(chosen('想问一件事', '不知道该找谁')).toBeUndefined()
})
