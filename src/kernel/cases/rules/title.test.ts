import { expect, test } from 'vitest'
import { proposedTitle } from './title.ts'

test('the first sentence becomes the title, a greeting does not', () => {
  expect(proposedTitle('您好！青松路 12 号门前的路灯三天不亮了。晚上看不清。')).toBe('青松路 12 号门前的路灯三天不亮了')
  expect(proposedTitle('尊敬的领导：我家楼下每天半夜施工，吵得睡不着')).toBe('我家楼下每天半夜施工')
})

test('the first part of a sentence will do when it says enough, and no title runs on for ever', () => {
  expect(proposedTitle('门口停水，已经两天了')).toBe('门口停水，已经两天了')
  expect([...proposedTitle('路'.repeat(80))]).toHaveLength(30)
  const long = '我是幸福里小区三号楼的住户，从上个月开始楼下烧烤店每天晚上十一点以后还在营业，油烟很大'
  expect(proposedTitle(long)).toBe('我是幸福里小区三号楼的住户')
})

test('a cry alone is no title while something more telling follows', () => {
  expect(proposedTitle('救命！\n小区停水两天了')).toBe('小区停水两天了')
  expect(proposedTitle('停水')).toBe('停水')
  expect(proposedTitle('  ')).toBe('')
})
