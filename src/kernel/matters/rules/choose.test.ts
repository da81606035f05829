import { expect, test } from 'vitest'
import { matterByWords, matterOfCategory, mattersByWords } from './choose.ts'

const lamp = { id: 'matter_lamp', intakeWords: ['路灯', '灯不亮'] } as const
const elders = { id: 'matter_elders', intakeWords: ['老人', '养老院'] } as const
const noise = { id: 'matter_noise', intakeWords: ['噪音', '施工'] } as const
const gas = { id: 'matter_gas', intakeWords: ['燃气', '漏气'], urgent: true } as const
const all = [elders, lamp, noise, gas]
const chosen = (title: string, text = '') => matterByWords(all, { title, text })?.id

test('a lamp that old people stumble under is a lamp, and not a matter of old age', () => {
  expect(chosen('门前的路灯坏了，老人晚上看不清路')).toBe('matter_lamp')
  expect(chosen('老人在路灯下的长椅坏了')).toBe('matter_elders')
})

test('long words say more than short ones, and the title more than the text', () => {
  expect(chosen('养老院的收费', '门前的路灯也不太亮')).toBe('matter_elders')
  expect(chosen('灯不亮', '老人')).toBe('matter_lamp')
})

test('a word inside a longer one does not count twice', () => {
  const road = { id: 'matter_road', intakeWords: ['路面', '路'] } as const
  const tree = { id: 'matter_tree', intakeWords: ['梧桐树'] } as const
  const found = (title: string, text: string) => matterByWords([road, lamp, tree], { title, text })?.id
  expect(found('路灯不亮', '路面很黑')).toBe('matter_lamp')
  expect(found('树', '路灯旁的梧桐树快倒了')).toBe('matter_tree')
})

test('between equals the urgent one goes first', () => {
  expect(chosen('', '施工挖断管道，燃气味很大')).toBe('matter_gas')
})

test('words that belong to no matter choose none, not even an urgent one', () => {
  expect(chosen('想问一件事', '😀')).toBeUndefined()
  expect(mattersByWords(all, { title: '你好', text: '' })).toEqual([])
})

test('what might be meant is ranked as it would be filed', () => {
  const ranked = mattersByWords(all, { title: '路灯', text: '施工之后就不亮了，老人看不清' })
  expect(ranked.map(({ id }) => id)).toEqual(['matter_lamp', 'matter_noise', 'matter_elders'])
})

const ask = { id: 'matter_ask', category: ['环境'], kind: 'consult' } as const
const dust = { id: 'matter_dust', category: ['环境', '扬尘'], kind: 'complaint' } as const
const dustHelp = { id: 'matter_dust-help', category: ['环境', '扬尘'], kind: 'help' } as const
const road = { id: 'matter_road', category: ['道路'], kind: 'complaint' } as const
const catalogue = [ask, dust, dustHelp, road]
const under = (path: string, now: Parameters<typeof matterOfCategory>[2] = road) =>
  matterOfCategory(catalogue, path.split('/'), now)?.id

test('a category belongs to the matter that lies nearest above it', () => {
  expect(under('环境/扬尘')).toBe('matter_dust')
  expect(under('环境/扬尘/工地')).toBe('matter_dust')
  expect(under('环境/噪声')).toBe('matter_ask')
  expect(under('教育')).toBeUndefined()
})

test('of several matters of one category a case keeps its own, then its kind', () => {
  expect(under('环境/扬尘', dustHelp)).toBe('matter_dust-help')
  expect(under('环境/扬尘', { id: 'matter_other', kind: 'help' })).toBe('matter_dust-help')
})
