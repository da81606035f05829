import { chance, pick } from '../chance.ts'
import type { Drawn } from './blocks.ts'
import { communityKeys, gridPlot, type Spot } from './plan.ts'
import type { Sheet, Tags } from './sheet.ts'
import { type Street, streets } from './streets.ts'
import { isRural, uses } from './uses.ts'
import { isWet } from './water.ts'

/** What every community has, and in which of its grids. */
const ofCommunity: readonly (readonly [suffix: string, grid: number, tags: Tags])[] = [
  ['社区服务站', 1, { amenity: 'community_centre', community_centre: 'neighbourhood' }],
  ['社区卫生服务站', 1, { amenity: 'clinic', healthcare: 'clinic' }],
  ['社区助餐点', 3, { amenity: 'social_facility', social_facility: 'food_bank', 'social_facility:for': 'senior' }],
  ['日间照料中心', 2, { amenity: 'social_facility', social_facility: 'day_care', 'social_facility:for': 'senior' }],
  ['社区文化活动室', 4, { amenity: 'community_centre', community_centre: 'cultural' }],
  ['警务室', 4, { amenity: 'police', police: 'office' }],
  ['托育园', 2, { amenity: 'childcare' }],
]

/** Shops and small services: how many a grid of the town has. */
const ofGrid: readonly (readonly [name: string, many: number, tags: Tags])[] = [
  ['便利店', 4, { shop: 'convenience' }],
  ['小吃店', 4, { amenity: 'restaurant' }],
  ['药房', 1, { amenity: 'pharmacy' }],
  ['银行网点', 0.5, { amenity: 'bank' }],
  ['邮政所', 0.2, { amenity: 'post_office' }],
  ['公共厕所', 1, { amenity: 'toilets', access: 'yes' }],
  ['垃圾分类收集点', 3, { amenity: 'recycling', recycling_type: 'centre' }],
  ['停车场', 1, { amenity: 'parking' }],
  ['充电站', 0.6, { amenity: 'charging_station' }],
  ['自行车停放点', 2, { amenity: 'bicycle_parking' }],
  ['健身点', 1.5, { leisure: 'fitness_station' }],
  ['儿童乐园', 0.8, { leisure: 'playground' }],
  ['篮球场', 0.4, { leisure: 'pitch', sport: 'basketball' }],
  ['快递驿站', 1, { amenity: 'parcel_locker' }],
  ['菜店', 0.8, { shop: 'greengrocer' }],
]

/** Single places that people write about, at a spot of the plan. */
const single: readonly (readonly [name: string, spot: Spot, tags: Tags])[] = [
  ['老石桥', [5_530, 858], { historic: 'bridge', tourism: 'attraction' }],
  ['云溪站', [6_700, 3_360], { railway: 'station', public_transport: 'station' }],
  ['江滨公园北门公厕', [1_900, 420], { amenity: 'toilets' }],
  ['云溪市场公厕', [4_090, 440], { amenity: 'toilets' }],
  ['白石水库大坝', [930, 2_700], { waterway: 'dam' }],
  ['大坝村卫生室', [380, 2_600], { amenity: 'clinic' }],
  [
    '区养老院',
    [3_300, 1_400],
    { amenity: 'social_facility', social_facility: 'nursing_home', 'social_facility:for': 'senior' },
  ],
  ['云溪区文化馆', [5_300, 1_990], { amenity: 'arts_centre' }],
  ['云溪博物馆', [5_200, 2_060], { tourism: 'museum' }],
  ['南湖社区医院', [5_100, 2_900], { amenity: 'clinic', healthcare: 'centre' }],
  ['零工驿站', [2_600, 2_500], { office: 'employment_agency' }],
  ['水库新村站', [1_212, 2_100], { highway: 'bus_stop', public_transport: 'platform' }],
]

type Run = { readonly street: Street; readonly spots: readonly Spot[] }

/** Everything small: services of communities and grids, stops, lamps, hydrants, signals. */
export function drawThings(sheet: Sheet, runs: readonly Run[], blocks: readonly Drawn[]): void {
  for (const [name, spot, tags] of single) put(sheet, name, spot, tags)
  for (const key of communityKeys) {
    const name = communityNames[key]
    for (const [suffix, grid, tags] of ofCommunity)
      put(sheet, `${name}${suffix}`, edgeSpot(key, grid, blocks, `${name}${suffix}`), tags)
  }
  for (const use of uses) {
    const scale = isRural(use) ? 0.3 : 1
    for (const [title, many, tags] of ofGrid) {
      const count = Math.floor(many * scale + chance(use.community, use.grid, title))
      for (let at = 1; at <= count; at += 1) {
        const spot = edgeSpot(use.community, use.grid, blocks, `${title}${at}`)
        put(sheet, nameOf(title, spot, at), spot, tags)
      }
    }
  }
  drawCrossings(sheet)
  for (const run of runs) drawAlong(sheet, run)
}

const communityNames = {
  qiaotou: '桥头',
  zhaohua: '朝花',
  dukou: '渡口',
  lianchi: '莲池',
  songlin: '松林',
  shuiku: '水库',
  hubin: '湖滨',
  xincheng: '新城',
} as const

const families = ['云客', '惠民', '百姓', '好邻居', '康宁', '福満', '同心', '家家乐', '四季', '老街坊', '晨光', '悦来']
const nameOf = (title: string, spot: Spot, at: number): string =>
  /店|药房|驿站/.test(title) ? `${pick(families, ...spot, at)}${title}` : title

function put(sheet: Sheet, name: string, spot: Spot, tags: Tags): void {
  sheet.node(spot, { ...tags, name })
  sheet.name(name, spot)
}

/** A spot at the street side of some block of the grid: where a shop has its door. */
function edgeSpot(key: Drawn['use']['community'], grid: number, blocks: readonly Drawn[], word: string): Spot {
  const own = blocks.filter(({ use, kind }) => use.community === key && use.grid === grid && kind !== 'fields')
  for (let turn = 0; turn < 30; turn += 1) {
    const { plot } = pick(own, key, grid, word, turn)
    const [west, south, east, north] = plot
    const part = 0.12 + 0.76 * chance(word, key, grid, turn, 'part')
    const side = Math.floor(chance(word, key, grid, turn, 'side') * 4)
    const [x, y] = [west + part * (east - west), south + part * (north - south)]
    const spot = (
      [
        [x, south + 6],
        [x, north - 6],
        [west + 6, y],
        [east - 6, y],
      ] as const
    )[side] ?? [x, south + 6]
    if (!isWet(spot, 8)) return [Math.round(spot[0] * 10) / 10, Math.round(spot[1] * 10) / 10]
  }
  const [west, south] = gridPlot(key, grid)
  return [west + 300, south + 12]
}

const wide = ['trunk', 'primary', 'secondary', 'tertiary']

/** Signals where two wide roads cross. */
function drawCrossings(sheet: Sheet): void {
  const all = streets().filter(({ rank }) => wide.includes(rank))
  for (const across of all.filter(({ from, to }) => from[1] === to[1]))
    for (const up of all.filter(({ from, to }) => from[0] === to[0])) {
      const spot: Spot = [up.from[0], across.from[1]]
      const meet = spot[0] >= across.from[0] && spot[0] <= across.to[0] && spot[1] >= up.from[1] && spot[1] <= up.to[1]
      if (!meet || isWet(spot, 40)) continue
      if (across.rank !== 'trunk') sheet.node(spot, { highway: 'traffic_signals' })
      sheet.name(`${across.name}与${up.name}路口`, [spot[0] - 14, spot[1] + 14])
      sheet.name(`${up.name}与${across.name}路口`, [spot[0] - 14, spot[1] + 14])
    }
}

/** Lamps every fifty metres on alternate sides, hydrants, manholes and bins less often, stops every four hundred. */
function drawAlong(sheet: Sheet, { street, spots }: Run): void {
  const isWide = wide.includes(street.rank)
  spots.slice(1, -1).forEach((spot, at) => {
    const before = spots[at] ?? spot
    const length = Math.hypot(spot[0] - before[0], spot[1] - before[1]) || 1
    const aside = (metres: number): Spot => [
      spot[0] - (metres * (spot[1] - before[1])) / length + 4,
      spot[1] + (metres * (spot[0] - before[0])) / length + 4,
    ]
    const side = at % 2 === 0 ? 1 : -1
    const thing = (metres: number, tags: Tags) => sheet.node(aside(metres * side), tags)
    if (isWide || at % 2 === 0) thing(isWide ? 11 : 7, { highway: 'street_lamp', ref: `${street.name}${at + 1}号` })
    if (at % 6 === 2) thing(9, { emergency: 'fire_hydrant' })
    if (at % 4 === 1) thing(2, { man_made: 'manhole' })
    if (isWide && at % 5 === 3) thing(12, { amenity: 'waste_basket' })
    if (isWide && street.rank !== 'trunk' && at % 8 === 4)
      stop(sheet, `${street.name}${Math.floor(at / 8) + 1}站`, aside(9), aside(-9))
  })
}

function stop(sheet: Sheet, name: string, ...platforms: readonly Spot[]): void {
  for (const spot of platforms) put(sheet, name, spot, { highway: 'bus_stop', public_transport: 'platform' })
}
