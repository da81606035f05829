import { expect, test } from 'vitest'
import { chooseMatter } from './choose.ts'

const lamp = { id: 'matter_lamp', intakeWords: ['路灯', '灯杆'] } as const
const gas = { id: 'matter_gas', intakeWords: ['燃气', '漏气'], urgent: true } as const
const noise = { id: 'matter_noise', intakeWords: ['噪音', '施工'] } as const
const all = [lamp, noise, gas]

test('the matter whose words stand in the title wins over one that is only mentioned', () =>
  expect(chooseMatter(all, { title: '路灯不亮', text: '旁边在施工' })).toBe(lamp))

test('between equals the urgent one goes first', () =>
  expect(chooseMatter(all, { title: '', text: '施工挖断管道，燃气味很大' })).toBe(gas))

test('a message in which no word speaks has no matter, not even an urgent one', () =>
  expect(chooseMatter(all, { title: '你好', text: '😀' })).toBeNull())
