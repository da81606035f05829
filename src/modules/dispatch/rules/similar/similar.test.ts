import { expect, test } from 'vitest'
import { cutForIndex } from '../../../../platform/text/cut.ts'
import { createSimilarIndex } from './similar.ts'
import { scoreOf } from './sketch.ts'

const text = (title: string, body: string) => ({ title: cutForIndex(title), words: cutForIndex(`${title} ${body}`) })
const lamp = text('桥头社区东门路灯不亮', '桥头社区东门外的路灯坏了半个月，晚上老人摔倒，请尽快维修。')
const others = [
  text('云溪花园小区电梯故障', '云溪花园三栋电梯经常停运，物业一直不修。'),
  text('滨河路烧烤摊油烟扰民', '滨河路夜宵烧烤摊油烟大，凌晨还在营业，噪音扰民。'),
  text('公积金贷款怎么办', '咨询首套房公积金贷款需要哪些材料。'),
  text('人民路公交线路调整', '建议增加人民路到高铁站的公交线路。'),
  text('幼儿园学位不足', '片区幼儿园学位不足，孩子没有地方上学。'),
]

function filled() {
  const index = createSimilarIndex()
  for (const [at, other] of others.entries()) index.add({ id: `other${at}`, ...other, day: 20_000, area: '' })
  index.add({ id: 'lamp', ...lamp, day: 20_000, area: '桥头' })
  return index
}
const ask = (
  index: ReturnType<typeof filled>,
  asked: typeof lamp,
  more: { day?: number; area?: string; but?: string } = {},
) => index.find({ ...asked, day: 20_001, area: '', limit: 3, ...more })

test('the same words are the same matter, in whatever order they stand', () => {
  const [best] = ask(filled(), { ...lamp, words: [...lamp.words].reverse() })
  expect(best).toMatchObject({ id: 'lamp', exact: true, likeness: 1 })
})

test('the same matter in other words is found before another matter at another place', () => {
  const index = filled()
  const [best, next] = ask(index, text('桥头社区东门的路灯坏了', '东门那边晚上一片漆黑，路灯一直没人修。'))
  expect(best?.id).toBe('lamp')
  expect(best?.exact).toBe(false)
  expect(best?.likeness).toBeGreaterThan(0.45)
  expect(next?.likeness ?? 0).toBeLessThan(0.2)
})

test('another street speaks against one matter, and what lies a year back is less likely a repeat', () => {
  const likeness = 0.6
  expect(scoreOf(likeness, { days: 1, area: '桥头/东门', other: '桥头' })).toBeGreaterThan(likeness)
  expect(scoreOf(likeness, { days: 1, area: '桥头', other: '滨河' })).toBeLessThan(likeness)
  expect(scoreOf(likeness, { days: 1, area: '桥头', other: '' })).toBe(likeness)
  expect(scoreOf(likeness, { days: 400, area: '', other: '' })).toBeLessThan(likeness)
  const index = filled()
  const near = text('桥头社区东门的路灯坏了', '东门那边一片漆黑，路灯没人修。')
  expect(ask(index, near, { area: '滨河' })[0]?.score).toBeLessThan(ask(index, near, { area: '桥头' })[0]?.score ?? 0)
})

test('a case is not its own repeat, and what was taken out is found no more', () => {
  const index = filled()
  expect(ask(index, lamp, { but: 'lamp' }).map(({ id }) => id)).not.toContain('lamp')
  index.remove('lamp')
  expect(index.has('lamp')).toBe(false)
  expect(ask(index, lamp).map(({ id }) => id)).not.toContain('lamp')
  expect(index.size()).toBe(others.length)
})

test.each(['', '。', '😀😀😀', '1', '1234567', '的'])('%j is compared with nothing', (words) => {
  expect(ask(filled(), text(words, ''))).toEqual([])
})

test('the index grows past its first room and still finds each text', () => {
  const index = createSimilarIndex()
  const numbered = (at: number) => ({
    title: [`标题${at}`],
    words: [`标题${at}`, `甲${at % 97}`, `乙${at % 89}`, '路灯'],
  })
  for (let at = 0; at < 3_000; at++) index.add({ id: `text${at}`, ...numbered(at), day: 1, area: `街道${at % 7}` })
  for (const at of [0, 1_023, 1_024, 1_537, 2_999])
    expect(index.find({ ...numbered(at), day: 1, area: '', limit: 1 })[0]).toMatchObject({
      id: `text${at}`,
      exact: true,
    })
  expect(index.bytes()).toBeGreaterThan(3_000 * 100)
})
