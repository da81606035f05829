import { expect, test } from 'vitest'
import { cutForIndex } from '../../../../platform/text/cut.ts'
import { groupByTies } from './cluster.ts'
import { heatOf } from './heat.ts'
import { nameOfTopic } from './naming.ts'
import { findTopics, type TopicText } from './topics.ts'

const tie = (a: number, b: number, strength = 0.6) => ({ a, b, strength })

test('texts tied to two others are a topic; one far-fetched tie joins nothing', () => {
  const two = [tie(0, 1), tie(1, 2), tie(0, 2), tie(3, 4), tie(4, 5), tie(3, 5)]
  expect(groupByTies(7, two)).toEqual([
    [0, 1, 2],
    [3, 4, 5],
  ])
  expect(groupByTies(2, [tie(0, 1)])).toEqual([])
})

test('who is tied to one heart belongs to it, and to the nearer of two', () => {
  const hearts = [tie(0, 1), tie(1, 2), tie(0, 2), tie(3, 4), tie(4, 5), tie(3, 5)]
  expect(groupByTies(7, [...hearts, tie(2, 6, 0.9)])).toEqual([
    [0, 1, 2, 6],
    [3, 4, 5],
  ])
})

const told = (author: string, day: number, likes = 0) => ({ author, day, likes })

test('heat counts people: who writes ten times counts one', () => {
  const one = heatOf(Array.from({ length: 10 }, (_, day) => told('li', day)))
  const ten = heatOf(Array.from({ length: 10 }, (_, day) => told(`person${day}`, day)))
  expect(one).toMatchObject({ people: 1, peak: 1, days: 10 })
  expect(ten).toMatchObject({ people: 10, peak: 7, days: 10 })
  expect(ten.heat).toBeGreaterThan(one.heat)
})

test('the same people in one week are hotter than over a year, and likes count by their size alone', () => {
  const quick = heatOf([told('a', 1), told('b', 2), told('c', 3), told('d', 4)])
  const slow = heatOf([told('a', 1), told('b', 100), told('c', 200), told('d', 300)])
  expect([quick.peak, slow.peak]).toEqual([4, 1])
  const campaign = heatOf([told('a', 1, 10_000)])
  expect(campaign.heat).toBeLessThan(heatOf(Array.from({ length: 40 }, (_, at) => told(`p${at}`, 1))).heat)
  expect(heatOf([])).toMatchObject({ heat: 0, people: 0, days: 0 })
})

test('a topic is named by what its own titles share and others do not, in their order', () => {
  const titles = ['投诉云溪花园捆绑销售车位', '云溪花园捆绑销售车位合法吗', '反映云溪花园强行捆绑销售车位']
  const name = nameOfTopic(titles, (phrase) => (phrase.includes('投诉') ? 900 : 3))
  expect(name).toContain('云溪花园')
  expect(name).toContain('捆绑销售车位')
  expect(name.indexOf('云溪花园')).toBeLessThan(name.indexOf('捆绑'))
  expect(nameOfTopic(['只有一个标题'], () => 1)).toBe('只有一个标题')
})

const message = (id: number, author: string, title: string, body: string, day = 20_000): TopicText => ({
  id: `m${id}`,
  author,
  title,
  titleWords: cutForIndex(title),
  words: cutForIndex(`${title} ${body}`),
  day,
  area: '',
  likes: 0,
})
const park = (id: number, author: string, day?: number) =>
  message(id, author, '云溪花园捆绑销售车位', `云溪花园开发商要求业主购买车位才能签合同，第${id}户`, day)
const others = ['路灯不亮', '公交改线', '学位不足', '电梯停运', '油烟扰民', '井盖丢失', '停水通知', '社保补缴'].map(
  (title, at) => message(100 + at, `other${at}`, title, `${title}的事情说了很多次`),
)

test('several people who speak of one thing are a topic; one person who repeats himself is none', () => {
  const [topic, ...rest] = findTopics([...others, park(1, 'a'), park(2, 'b'), park(3, 'c'), park(4, 'd')])
  expect(rest).toEqual([])
  expect(topic).toMatchObject({ people: 4, members: ['m1', 'm2', 'm3', 'm4'] })
  expect(topic?.name).toContain('云溪花园')
  expect(findTopics([...others, park(1, 'a'), park(2, 'a'), park(3, 'a'), park(4, 'a')])).toEqual([])
})

test('what lies a year apart is not one topic', () => {
  const far = [park(1, 'a', 20_000), park(2, 'b', 20_200), park(3, 'c', 20_400), park(4, 'd', 20_600)]
  expect(findTopics([...others, ...far])).toEqual([])
})
