import { expect, test } from 'vitest'
import { labelsOfDecisions } from './decisions.ts'

const themes: Readonly<Record<string, readonly string[]>> = {
  交通运输: ['出行与停车'],
  城乡建设: ['住房与小区', '出行与停车/停车管理'],
}
const of = (categories: readonly string[]) =>
  labelsOfDecisions(categories, { labels: Object.keys(themes), themesOf: (label) => themes[label] ?? [] })

test('a decision teaches the class that speaks of its category, the narrowest part first', () => {
  expect(of(['出行与停车/公交线路', '出行与停车/停车管理', '住房与小区', '交通运输'])).toEqual([
    '交通运输',
    '城乡建设',
    '城乡建设',
    '交通运输',
  ])
})

test('what no class speaks of becomes a class when enough is decided about it, else it teaches nothing', () => {
  expect(of(['企业服务/用工'])).toEqual([null])
  expect(new Set(of(Array.from({ length: 30 }, (_, at) => `企业服务/${at}`)))).toEqual(new Set(['企业服务']))
})
