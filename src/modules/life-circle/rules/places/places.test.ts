import { latLngToCell } from 'h3-js'
import { expect, test } from 'vitest'
import { drawnMap, latAt, lngAt } from '../../../../../tests/life-circle/made-map.ts'
import { kinds } from '../../model/kinds.ts'
import { troubleSentence } from '../../words/engine.ts'
import { importMap } from '../import.ts'
import { kindOf, placesToldBy } from './from-map.ts'
import { mapping } from './mapping.ts'
import { areSwapped, dwellingsIn, homesFrom, readPeople, spread } from './people.ts'
import { peopleOfFeatures } from './people-features.ts'

test('tags say what a facility is; names do where the map has no such kind; what is closed or private is none', () => {
  expect(kindOf({ amenity: 'pharmacy' })).toBe('pharmacy')
  expect(kindOf({ amenity: 'clinic', name: '杏林街道社区卫生服务中心' })).toBe('health-centre')
  expect(kindOf({ amenity: 'clinic', name: '桃园社区卫生服务站' })).toBe('health-station')
  expect(kindOf({ amenity: 'school', name: '第二中学' })).toBe('middle-school')
  expect(kindOf({ amenity: 'school', name: '实验小学' })).toBe('primary-school')
  expect(kindOf({ office: 'government', name: '桃园社区居委会' })).toBe('community-station')
  expect(kindOf({ highway: 'residential', name: '菜市场路' })).toBeNull()
  expect(kindOf({ amenity: 'toilets', access: 'private' })).toBeNull()
  expect(kindOf({ amenity: 'bank', disused: 'yes' })).toBeNull()
})

test('every kind of the circle can come from the map', () => {
  expect(kinds.filter((kind) => !mapping.some((line) => line.kind === kind))).toEqual([])
})

test('a park is entered by its gates, or where a way meets its rim', () => {
  const ring = [
    [1, 0, 0],
    [2, 200, 0],
    [3, 200, 200, { barrier: 'gate' }],
    [4, 0, 200],
    [5, 300, 0],
  ] as const
  const park = [1, [1, 2, 3, 4, 1], { leisure: 'park', name: '中山公园' }] as const
  const street = [2, [2, 5], { highway: 'residential' }] as const
  const [gated] = placesToldBy(drawnMap(ring, [park, street]))
  expect(gated).toMatchObject({ id: 'way/1', kind: 'park', name: '中山公园' })
  expect(gated?.doors.map(([lng]) => lng)).toEqual([expect.closeTo(lngAt(200), 6)])
  const open = ring.map(([id, x, y]) => [id, x, y] as const)
  expect(placesToldBy(drawnMap(open, [park, street]))[0]?.doors).toEqual([
    [expect.closeTo(lngAt(200), 6), expect.closeTo(latAt(0), 6)],
  ])
})

const dwelling = (id: string, room: number, east = 0) => ({ id, room, at: [lngAt(east), latAt(0)] as const })

test('people spread over dwellings by floor area are whole, and add up', () => {
  const given = spread(100, [dwelling('a', 100), dwelling('b', 100), dwelling('c', 100)]).map(({ people }) => people)
  expect(given).toEqual([34, 33, 33])
  expect(spread(7, [dwelling('a', 900), dwelling('b', 100)]).map(({ people }) => people)).toEqual([6, 1])
})

test('only buildings that people live in are dwellings, and floors count', () => {
  const corners = [
    [1, 0, 0],
    [2, 10, 0],
    [3, 10, 10],
    [4, 0, 10],
  ] as const
  const building = (id: number, tags: Record<string, string>) => [id, [1, 2, 3, 4, 1], tags] as const
  const found = dwellingsIn(
    drawnMap(corners, [
      building(1, { building: 'apartments', 'building:levels': '6' }),
      building(2, { building: 'school' }),
      building(3, { building: 'yes', amenity: 'bank' }),
    ]),
  )
  expect(found.map(({ id }) => id)).toEqual(['way/1'])
  expect(found[0]?.room).toBeCloseTo(600, -1)
})

test('the people of an H3 cell live in its dwellings, or in its middle; broken rows are told by their number', () => {
  const cell = latLngToCell(latAt(0), lngAt(0), 9)
  const empty = latLngToCell(latAt(5_000), lngAt(0), 9)
  const rows = [
    ['id', 'lon', 'lat', 'population'],
    [cell, String(lngAt(0)), String(latAt(0)), '90'],
    [empty, '', '', '5'],
    ['x', '', '', '7'],
    ['y', '121.4', '31.2', 'many'],
  ]
  const read = readPeople({ rows, are: 'rows' })
  expect(read?.troubles.map(({ trouble, of }) => [trouble, of])).toEqual([
    ['row-broken', 'row 4'],
    ['population-unread', 'row 5'],
  ])
  const world = [-180, -90, 180, 90] as const
  const { homes } = homesFrom(read?.rows ?? [], [dwelling('a', 200), dwelling('b', 100)], world)
  expect(homes.map(({ id, people }) => [id, people])).toEqual([
    ['a', 60],
    ['b', 30],
    [empty, 5],
  ])
  expect(readPeople({ rows: [['name'], ['x']], are: 'rows' })).toBeNull()
})

test('people come as points and surfaces of GeoJSON too, and a cell is known by its own column beside a number', () => {
  const point = { properties: { 编号: 'a', 人口: 12 }, geometry: { type: 'Point', coordinates: [lngAt(10), latAt(0)] } }
  const ring = [
    [lngAt(0), latAt(0)],
    [lngAt(20), latAt(0)],
    [lngAt(20), latAt(20)],
    [lngAt(0), latAt(20)],
    [lngAt(0), latAt(0)],
  ]
  const block = { properties: { 编号: 'b', 人口: '7' }, geometry: { type: 'Polygon', coordinates: [ring] } }
  const line = { properties: { 编号: 'c', 人口: 1 }, geometry: { type: 'LineString', coordinates: ring } }
  const read = readPeople(peopleOfFeatures([point, block, line]))
  expect(read?.rows.map(({ id, people }) => [id, people])).toEqual([
    ['a', 12],
    ['b', 7],
  ])
  expect(read?.rows[1]?.at?.[0]).toBeCloseTo(lngAt(10), 6)
  expect(read?.troubles).toEqual([{ trouble: 'row-broken', of: 'feature 3', amount: 0 }])
  const cell = latLngToCell(latAt(0), lngAt(0), 9)
  const numbered = [
    ['id', 'h3', 'pop'],
    ['1', cell, '4'],
  ]
  expect(readPeople({ rows: numbered, are: 'rows' })?.rows.map(({ id }) => id)).toEqual([cell])
})

const street = () =>
  drawnMap(
    [
      [1, 0, 0],
      [2, 90, 0],
      [3, 200, 0],
    ],
    [
      [1, [1, 2], { highway: 'residential' }],
      [2, [2, 3], { route: 'ferry', duration: 'a while' }],
    ],
  )

test('whoever lives outside the map is told and not counted, and a crossing whose time is no time is told', () => {
  const answer = importMap({
    osm: street(),
    people: {
      are: 'rows',
      rows: [
        ['id', 'lng', 'lat', 'people'],
        ['here', String(lngAt(40)), String(latAt(20)), '3'],
        ['afar', String(lngAt(900)), String(latAt(0)), '8'],
        [latLngToCell(latAt(90_000), lngAt(0), 9), '', '', '5'],
      ],
    },
  })
  const { homes, report } = answer.ok ? answer.imported : {}
  expect([homes?.ids, report?.troubles]).toEqual([
    ['here'],
    [
      { trouble: 'duration-unread', of: 'way 2', amount: 0 },
      { trouble: 'population-outside', of: 'row 3', amount: 8 },
      { trouble: 'population-outside', of: 'row 4', amount: 5 },
    ],
  ])
  for (const trouble of report?.troubles ?? []) expect(troubleSentence(trouble).zh).toContain(trouble.of)
})

test('a population file whose longitude and latitude are exchanged is told so, also where both could be a longitude', () => {
  const table = (lng: number, lat: number) => ({
    are: 'rows' as const,
    rows: [
      ['lng', 'lat', 'people'],
      [String(lng), String(lat), '3'],
    ],
  })
  const into = (people: ReturnType<typeof table>) => importMap({ osm: street(), people })
  expect(into(table(lngAt(40), latAt(20))).ok).toBe(true)
  expect(into(table(latAt(20), lngAt(40)))).toEqual({ ok: false, refusal: 'population-swapped' })
  expect(into(table(lngAt(9_000), latAt(20)))).toEqual({ ok: false, refusal: 'population-elsewhere' })
  const map = [-9, 41, -8, 42] as const
  expect(areSwapped([{ of: 'row 2', id: 'a', at: [41.1, -8.6], people: 1 }], map)).toBe(true)
  expect(areSwapped([{ of: 'row 2', id: 'a', at: [-8.6, 41.1], people: 1 }], map)).toBe(false)
})

test('a map without a crossroads in the district is refused', () => {
  const square = (east: number) => {
    const corners = [
      [0, 0],
      [1_000, 0],
      [1_000, 1_000],
      [0, 1_000],
      [0, 0],
    ] as const
    return [[corners.map(([x, y]) => [lngAt(x + east), latAt(y - 500)] as const)]]
  }
  const into = (district: ReturnType<typeof square> | null) => importMap({ osm: street(), people: null, district })
  expect(into(square(50)).ok).toBe(true)
  expect(into(null).ok).toBe(true)
  expect(into(square(250))).toEqual({ ok: false, refusal: 'outside-district' })
  expect(into(square(9_000))).toEqual({ ok: false, refusal: 'outside-district' })
})

test('a population that cannot be read changes nothing, and an import can be stopped at every step', () => {
  const osm = drawnMap(
    [
      [1, 0, 0],
      [2, 90, 0],
    ],
    [[1, [1, 2], { highway: 'residential' }]],
  )
  expect(importMap({ osm, people: { rows: [['a'], ['b']], are: 'rows' } })).toEqual({
    ok: false,
    refusal: 'population-not-a-table',
  })
  expect(importMap({ osm, people: { rows: [['lng', 'lat', 'people']], are: 'rows' } })).toEqual({
    ok: false,
    refusal: 'population-empty',
  })
  for (const at of [0, 0.2, 0.4, 0.65, 0.75])
    expect(importMap({ osm, people: null, onStep: (share) => share < at })).toEqual({ ok: false, refusal: 'cancelled' })
  expect(importMap({ osm, people: null }).ok).toBe(true)
})
