import { describe, expect, test } from 'vitest'
import { readFacilityGeoJson, readFacilitySheet } from './facility-file.ts'

const known = { system: 'WGS84', isArea: (code: string) => code === 'community_1' } as const
const heading = [
  '编号',
  '设施类别',
  '名称',
  '经度',
  '纬度',
  '状态',
  '规模',
  '规模单位',
  '所属社区或街道编码',
  '对外开放',
]
const sheet = (...rows: (string | number | null)[][]) => [{ name: '', rows: [heading, ...rows] }]
const good = ['A-1', '菜市场、生鲜超市', '幸福菜市', 117.2, 31.8, '开放中', 800, '平方米', 'community_1', '是']

describe('a table of facilities', () => {
  test('is read by its Chinese headings', () => {
    const read = readFacilitySheet(sheet(good), known)
    expect(read).toMatchObject({
      ok: true,
      faults: [],
      drafts: [{ row: 2, code: 'A-1', body: { kind: 'market', status: 'open', capacityUnit: 'm2', openToAll: true } }],
    })
  })

  test('names every fault with its row, its column and what stands there', () => {
    const read = readFacilitySheet(
      sheet(
        good,
        ['A-1', '菜市', '', 'x', 31.8, '营业', -1, '亩', 'community_9', '大概'],
        ['A 2', '公园', '东湖', 31.8, 117.2, '', '', '', '', ''],
        ['A-3', '公园', '西湖', 200, 31.8, '', '', '', '', ''],
      ),
      known,
    )
    const faults = read.ok ? read.faults.map(({ row, column, code }) => [row, column, code]) : []
    expect(faults).toEqual([
      [3, '名称', 'missing'],
      [3, '所属社区或街道编码', 'unknown-area'],
      [3, '经度', 'not-a-number'],
      [3, '设施类别', 'unknown-kind'],
      [3, '状态', 'unknown-state'],
      [3, '对外开放', 'not-yes-or-no'],
      [3, '规模', 'number-outside'],
      [3, '规模单位', 'unknown-unit'],
      [3, '编号', 'code-twice'],
      [4, '编号', 'code-wrong'],
      [4, '经度', 'coordinates-swapped'],
      [5, '经度', 'coordinates-outside'],
    ])
    expect(read.ok && read.drafts).toHaveLength(1)
  })

  test('without its columns, or without a row, is refused whole', () => {
    expect(readFacilitySheet([{ name: '', rows: [['名称'], ['x']] }], known)).toEqual({
      ok: false,
      refusal: 'columns-missing',
    })
    expect(readFacilitySheet(sheet(), known)).toEqual({ ok: false, refusal: 'file-without-rows' })
  })

  test('in the system of the national maps is shifted to where things really stand', () => {
    const read = readFacilitySheet(sheet(good), { ...known, system: 'GCJ-02' })
    const [draft] = read.ok ? read.drafts : []
    expect(draft?.body.lng).not.toBe(117.2)
    expect(Math.abs((draft?.body.lng ?? 0) - 117.2)).toBeLessThan(0.01)
  })
})

describe('GeoJSON', () => {
  const feature = (geometry: unknown, properties: unknown) => ({ type: 'Feature', geometry, properties })
  const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })

  test('points are facilities, their properties named by key or in Chinese; other shapes are faults', () => {
    const read = readFacilityGeoJson(
      file(
        feature({ type: 'Point', coordinates: [117.2, 31.8] }, { kind: 'park', 名称: '东湖' }),
        feature({ type: 'Polygon', coordinates: [] }, { kind: 'park', name: '西湖' }),
        null,
      ),
      known,
    )
    expect(read.ok && read.drafts.map(({ body }) => body.name)).toEqual(['东湖'])
    expect(read.ok && read.faults.map(({ row, code }) => [row, code])).toEqual([
      [2, 'not-a-point'],
      [3, 'not-a-point'],
    ])
  })

  test('what is no GeoJSON is refused', () => {
    expect(readFacilityGeoJson('{', known)).toEqual({ ok: false, refusal: 'file-unreadable' })
    expect(readFacilityGeoJson('[]', known)).toEqual({ ok: false, refusal: 'file-unreadable' })
    expect(readFacilityGeoJson(file(), known)).toEqual({ ok: false, refusal: 'file-without-rows' })
  })
})
