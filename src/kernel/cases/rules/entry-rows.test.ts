import { expect, test } from 'vitest'
import { readEntryRows } from './entry-rows.ts'

const choices = {
  areas: new Map([
    ['云溪街道', 'yunxi'],
    ['云溪街道/桥头社区', 'qiaotou'],
    ['云溪街道/新村社区', 'xincun-yunxi'],
    ['南山街道/新村社区', 'xincun-nanshan'],
  ]),
  categories: new Set(['道路与设施', '道路与设施/路灯照明']),
}

const read = (area: string, category: string) => {
  const cells = { 情况说明: '桥头社区东门外的路灯不亮已经三天。', 属地: area, 分类: category }
  const [row] =
    readEntryRows({ name: '来件', rows: [Object.keys(cells), Object.values(cells)] }, choices, '2026-03-02') ?? []
  return row && 'entry' in row ? row.entry : row?.faults.map(({ column }) => column)
}

test('a place and a category are named by their end alone where nothing else ends so', () => {
  expect(read('桥头社区', '路灯照明')).toMatchObject({ area: 'qiaotou', category: '道路与设施/路灯照明' })
  expect(read('云溪街道 ＞ 桥头社区', '道路与设施')).toMatchObject({ area: 'qiaotou', category: '道路与设施' })
  expect(read('南山街道/新村社区', '')).toMatchObject({ area: 'xincun-nanshan' })
})

test('a name that stands for two places, for half of one, or for none is asked for again', () => {
  expect(read('新村社区', '')).toEqual(['area'])
  expect(read('头社区', '照明')).toEqual(['area', 'category'])
  expect(read('/', '/')).toEqual(['area', 'category'])
})

test('a row tells everything that is wrong with it at once, also that its day is still to come', () => {
  const cells = { 电话: '62345678', 情况说明: '', 属地: '没有的街道', 渠道: '电报', 发生日期: '2026-03-03' }
  const sheet = { name: '来件', rows: [Object.keys(cells), Object.values(cells)] }
  const [row] = readEntryRows(sheet, choices, '2026-03-02') ?? []
  expect(row && 'faults' in row ? row.faults.map(({ column }) => column) : []).toEqual([
    'text',
    'phone',
    'area',
    'channel',
    'happenedOn',
  ])
})

test('the example that the template brings along is passed over, and a fixed line is taken', () => {
  const rows = [
    ['电话', '标题', '情况说明'],
    ['13800138000', '示例（不登记）：翠竹路路灯不亮', '翠竹路 18 号门口的路灯不亮。'],
    ['055162345678', '井盖响', '长青路井盖松动，过车就响。'],
  ]
  const read = readEntryRows({ name: '来件', rows }, choices, '2026-03-02') ?? []
  expect(read).toMatchObject([{ row: 3, entry: { caller: { phone: '0551-62345678' }, title: '井盖响' } }])
})
