import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Area, AreaCode, AreaDraft } from './model.ts'
import { findPlaces, gazetteerOf, likelyArea, likelyPlace } from './rules/gazetteer.ts'
import { areaTree, checkAreas, pathTo, placeIn } from './rules.ts'

const area = (code: AreaCode, name: string, parent: AreaCode | null, ...aliases: string[]): Area => ({
  code,
  level: code.split('_')[0] as Area['level'],
  name,
  parent,
  aliases,
})

const yunxi: readonly Area[] = [
  area('street_xinglin', '杏林街道', null, '杏林街道办事处', '杏林街道办'),
  area('street_taoyuan', '桃园街道', null),
  area('community_xinglin_1', '幸福社区', 'street_xinglin'),
  area('community_taoyuan_1', '幸福社区', 'street_taoyuan'),
  area('community_taoyuan_2', '幸福里社区', 'street_taoyuan', '幸福里', 'Happy Lane'),
  area('grid_taoyuan_2_3', '幸福里社区第三网格', 'community_taoyuan_2', 'A3栋'),
]
const gazetteer = gazetteerOf(yunxi)
const areas = new Map(yunxi.map((one) => [one.code, one]))
const found = (text: string) => findPlaces(gazetteer, text).map(({ code, at, length }) => [code, at, length])

describe('reading places out of what people write', () => {
  test('a street is found where it is named', () => {
    expect(findPlaces(gazetteer, '请问桃园街道什么时候修路')).toEqual([
      { code: 'street_taoyuan', name: '桃园街道', at: 2, length: 4 },
    ])
  })

  test('the longest name holds: the grid, not the community inside its name', () => {
    expect(found('幸福里社区第三网格有人乱倒垃圾')).toEqual([['grid_taoyuan_2_3', 0, 9]])
    expect(found('找杏林街道办事处反映')).toEqual([['street_xinglin', 1, 7]])
    expect(found('幸福里社区第三排的路灯')).toEqual([['community_taoyuan_2', 0, 5]])
  })

  test('a name shared by two communities gives both', () => {
    expect(found('幸福社区停水')).toEqual([
      ['community_xinglin_1', 0, 4],
      ['community_taoyuan_1', 0, 4],
    ])
  })

  test('full-width and capital letters are the letters they look like', () => {
    expect(found('在ａ３栋门口，near happy lane')).toEqual([
      ['grid_taoyuan_2_3', 1, 3],
      ['community_taoyuan_2', 12, 10],
    ])
  })

  test('the street named beside it decides which community is meant', () => {
    expect(likelyArea(gazetteer, '杏林街道的幸福社区停水')).toBe('community_xinglin_1')
    expect(likelyArea(gazetteer, '桃园街道幸福社区停水')).toBe('community_taoyuan_1')
  })

  test('what stays undecided is not guessed', () => {
    expect(likelyArea(gazetteer, '幸福社区停水')).toBeNull()
    expect(likelyArea(gazetteer, '桃园街道幸福社区和幸福里社区都停水')).toBe('street_taoyuan')
    expect(likelyArea(gazetteer, '停水了')).toBeNull()
  })

  test('an estate or road speaks of the area it lies in, and what named it is told', () => {
    const ground = gazetteerOf(yunxi, [
      { name: '锦绣花园', aliases: ['锦绣'], code: 'grid_taoyuan_2_3' },
      { name: '幸福路', aliases: [], code: 'community_taoyuan_2' },
      { name: '无处小区', aliases: [], code: 'community_nowhere' },
    ])
    expect(likelyPlace(ground, '我家在锦绣花园，灯坏了')).toEqual({
      code: 'grid_taoyuan_2_3',
      by: { called: '锦绣花园', to: 7 },
    })
    expect(likelyPlace(ground, '幸福里社区幸福路积水')?.by).toEqual({ called: '幸福路', to: 8 })
    expect(likelyPlace(ground, '无处小区停水')).toBeNull()
    expect(likelyPlace(gazetteer, '桃园街道幸福社区和幸福里社区都停水')?.by?.called).toBe('桃园街道')
  })

  test('any text whatever is read without a stumble, and what is found stands there', () => {
    const pieces = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('幸福里社区', '第三', '\ud800', '杏林街')),
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('')
        let end = 0
        for (const { code, at, length } of findPlaces(gazetteer, text)) {
          const names = [areas.get(code)?.name ?? '', ...(areas.get(code)?.aliases ?? [])].map((name) =>
            name.toLowerCase(),
          )
          expect(names).toContain(
            text
              .slice(at, at + length)
              .normalize('NFKC')
              .toLowerCase(),
          )
          expect(at >= end || code.startsWith('community')).toBe(true)
          end = at + length
        }
      }),
    )
  })

  test('ten thousand names that almost fit are not found in a hundred thousand letters', () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      area(`community_${at}`, `${'甲'.repeat(20)}${at}社区`, 'street_taoyuan'),
    )
    const text = '甲'.repeat(100_000)
    expect(findPlaces(gazetteerOf(many), text)).toEqual([])
  })
})

describe('a list of areas', () => {
  const draft = (one: Area): AreaDraft => ({ ...one, aliases: [...one.aliases] })

  test('is taken when every area lies in one of the level before, in the list or already known', () => {
    expect(checkAreas(yunxi.map(draft))).toMatchObject({ ok: true })
    const grid = draft(area('grid_taoyuan_2_4', '第四网格', 'community_taoyuan_2', ' 四格 ', '', '四格'))
    expect(checkAreas([grid])).toEqual({ ok: false, faults: [{ row: 1, field: 'parent', fault: 'parent-missing' }] })
    expect(checkAreas([grid], yunxi)).toMatchObject({ ok: true, areas: [{ aliases: ['四格'] }] })
  })

  test('is refused whole, with every wrong row named', () => {
    const rows = [
      area('street_a', '甲街道', null),
      area('street_a', ' ', null),
      { ...area('community_b', '乙社区', 'street_a'), code: 'x' as AreaCode },
      area('grid_c', '丙网格', 'street_a'),
      area('street_d', '丁街道', 'street_a'),
      area('community_e', '戊社区', null),
    ]
    expect(checkAreas(rows.map(draft))).toEqual({
      ok: false,
      faults: [
        { row: 2, field: 'code', fault: 'code-twice' },
        { row: 2, field: 'name', fault: 'no-name' },
        { row: 3, field: 'code', fault: 'code-not-of-level' },
        { row: 4, field: 'parent', fault: 'parent-of-wrong-level' },
        { row: 5, field: 'parent', fault: 'parent-of-wrong-level' },
        { row: 6, field: 'parent', fault: 'parent-of-wrong-level' },
      ],
    })
  })

  test('is drawn as a tree, and a grid knows all it lies in', () => {
    const tree = areaTree(yunxi)
    expect(tree.map(({ code, inside }) => [code, inside.length])).toEqual([
      ['street_taoyuan', 2],
      ['street_xinglin', 1],
    ])
    expect(pathTo(areas, 'grid_taoyuan_2_3').map(({ level }) => level)).toEqual(['street', 'community', 'grid'])
    const place = { text: '幸福里东门', district: '349901', lng: 117.2, lat: 31.8, street: 'street_xinglin' }
    expect(placeIn(areas, place, 'community_taoyuan_2')).toEqual({
      text: '幸福里东门',
      district: '349901',
      street: 'street_taoyuan',
      community: 'community_taoyuan_2',
      lng: 117.2,
      lat: 31.8,
    })
  })
})
