import { chance } from '../chance.ts'
import { along, communityPlot, gridPlot, type Plot, type Spot, STEP } from './plan.ts'
import type { Sheet, Tags } from './sheet.ts'
import { isRural, uses } from './uses.ts'
import { bank, EMBANKMENT, isBridge, isInLake, isOpenWater, lake, oval } from './water.ts'

type Rank = 'trunk' | 'primary' | 'secondary' | 'tertiary' | 'residential' | 'pedestrian'
export type Street = { readonly name: string; readonly rank: Rank; readonly from: Spot; readonly to: Spot }

/** The two roads that cross in the middle of each community: from west to east, and from south to north. */
const middles = {
  dukou: ['轮渡路', '渡口路'],
  lianchi: ['莲池路', '师范路'],
  qiaotou: ['石桥路', '桥东街'],
  zhaohua: ['百花路', '印刷厂路'],
  shuiku: ['白石村道', '水库路'],
  songlin: ['松林路', '工业大道'],
  hubin: ['湖心路', '学前路'],
  xincheng: ['新城大道', '金桂路'],
} as const

const great: readonly Street[] = [
  { name: '北环快速路', rank: 'trunk', from: [-300, 3_400], to: [7_500, 3_400] },
  { name: '云水路', rank: 'primary', from: [0, 1_700], to: [7_200, 1_700] },
  { name: '云溪大道', rank: 'primary', from: [4_000, 0], to: [4_000, 3_400] },
  { name: '白石大道', rank: 'secondary', from: [2_400, 0], to: [2_400, 3_400] },
  { name: '沿溪路', rank: 'secondary', from: [5_600, 0], to: [5_600, 3_400] },
  { name: '东环路', rank: 'secondary', from: [7_200, 0], to: [7_200, 3_400] },
]

const invented =
  '青松 槐荫 文苑 兴业 同乐 梧桐 春晖 晴川 书香 长宁 竹苑 海棠 丹桂 听泉 康宁 望湖 紫藤 云栖 和顺 锦绣'.split(' ')
const endings = ['路', '街', '巷'] as const

/** Where streets part the blocks of a grid, in metres from its south-western corner. */
export const cuts = { east: [250, 550], north: [300, 600] } as const

/** Every straight street of the town. */
export function streets(): readonly Street[] {
  return [...great, ...Object.keys(middles).flatMap((key) => [...crossOf(key as keyof typeof middles)]), ...small()]
}

function crossOf(key: keyof typeof middles): readonly Street[] {
  const [west, south, east, north] = communityPlot(key)
  const [across, up] = middles[key]
  const [x, y] = [(west + east) / 2, (south + north) / 2]
  return [
    { name: across, rank: 'tertiary', from: [west, y], to: [east, y] },
    { name: up, rank: 'tertiary', from: [x, south], to: [x, north] },
  ]
}

function small(): Street[] {
  let count = 0
  const nextName = () => {
    const name = `${invented[count % invented.length]}${endings[Math.floor(count / invented.length) % endings.length]}`
    const round = Math.floor(count / (invented.length * endings.length))
    count += 1
    return round === 0 ? name : `${name.slice(0, -1)}${['东', '西', '南', '北'][round - 1] ?? ''}${name.slice(-1)}`
  }
  return uses.flatMap((use) => {
    if (isRural(use)) return []
    const plot = gridPlot(use.community, use.grid)
    return streetsIn(plot, use.streets ?? {}, nextName)
  })
}

type Special = { readonly up?: string; readonly across?: string }

function streetsIn([west, south, east, north]: Plot, special: Special, nextName: () => string): Street[] {
  const up = cuts.east.map((cut, at): Street => {
    const name = at === 0 && special.up ? special.up : nextName()
    return { name, rank: 'residential', from: [west + cut, south], to: [west + cut, north] }
  })
  const across = cuts.north.map((cut, at): Street => {
    const walk = at === 0 && special.across !== undefined
    const name = walk ? (special.across ?? '') : nextName()
    return { name, rank: walk ? 'pedestrian' : 'residential', from: [west, south + cut], to: [east, south + cut] }
  })
  return [...up, ...across]
}

/** Draws the streets; answers every dry run of spots with its street, for what stands along them. */
export function drawStreets(sheet: Sheet): readonly { readonly street: Street; readonly spots: readonly Spot[] }[] {
  const shore: Spot[] = []
  const runs = streets().flatMap((street) => {
    const found = dryRuns(along(street.from, street.to), shore)
    for (const run of found) drawRun(sheet, street, run)
    const [longest] = found.toSorted((a, b) => b.length - a.length)
    const middle = longest?.[Math.floor(longest.length / 2)]
    if (middle) sheet.name(street.name, middle)
    return found.map((spots) => ({ street, spots }))
  })
  return [...runs, ...drawShores(sheet, shore)]
}

function drawShores(sheet: Sheet, shore: readonly Spot[]) {
  const [x, y] = lake.middle
  const angle = (spot: Spot) => Math.atan2((spot[1] - y) / lake.high, (spot[0] - x) / lake.wide)
  const round = [...oval(lake, SHORE), ...shore].sort((a, b) => angle(a) - angle(b))
  sheet.ring(round, { highway: 'tertiary', name: '湖滨路', oneway: 'no' })
  sheet.name('湖滨路', round[0] ?? lake.middle)
  const river: Spot[] = []
  for (let east = 0; east <= 5_500; east += STEP) river.push([east, bank(east) + EMBANKMENT])
  sheet.line(river, { highway: 'secondary', name: '滨江大道' })
  sheet.name('滨江大道', river[40] ?? [0, 0])
  const name = (title: string): Street => ({ name: title, rank: 'tertiary', from: [0, 0], to: [0, 0] })
  return [
    { street: name('湖滨路'), spots: round },
    { street: name('滨江大道'), spots: river },
  ]
}

/** The road round the lake lies so far from the water. */
const SHORE = 60

/** The pieces of a line that lie on dry ground; where one meets the road round the lake, both get that spot. */
function dryRuns(spots: readonly Spot[], shore: Spot[]): Spot[][] {
  const runs: Spot[][] = [[]]
  const isOut = (spot: Spot) => isInLake(spot, SHORE) || isOpenWater(spot, EMBANKMENT)
  spots.forEach((spot, at) => {
    const before = spots[at - 1]
    const crosses = before !== undefined && isOut(before) !== isOut(spot)
    if (crosses) {
      const edge = edgeBetween(before, spot, isOut)
      if (isInLake(spot, SHORE) || isInLake(before, SHORE)) shore.push(edge)
      if (isOut(spot)) runs.at(-1)?.push(edge)
      else runs.push([edge])
    }
    if (!isOut(spot)) runs.at(-1)?.push(spot)
  })
  return runs.filter((run) => run.length > 1)
}

function edgeBetween(from: Spot, to: Spot, isOut: (spot: Spot) => boolean): Spot {
  const atRiver: Spot = [from[0], bank(from[0]) + EMBANKMENT]
  if (from[0] === to[0] && (atRiver[1] - from[1]) * (atRiver[1] - to[1]) <= 0) return atRiver
  let [low, high] = [0, 1]
  const at = (part: number): Spot => [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])]
  for (let turn = 0; turn < 24; turn += 1) {
    const half = (low + high) / 2
    if (isOut(at(half)) === isOut(from)) low = half
    else high = half
  }
  return at(low)
}

/** A run as ways: bridges and stairs are ways of their own. */
function drawRun(sheet: Sheet, street: Street, spots: readonly Spot[]): void {
  const { name, rank } = street
  const tags: Tags = { highway: rank, name, ...(rank === 'trunk' ? { oneway: 'no', maxspeed: '80' } : {}) }
  let open: Spot[] = spots.slice(0, 1)
  const close = () => {
    if (open.length > 1) sheet.line(open, tags)
  }
  for (const [at, spot] of spots.slice(1).entries()) {
    const before = spots[at] ?? spot
    const bridge = isBridge(before, spot)
    const stairs = bridge ? null : stairsAt(street, at)
    if (!bridge && !stairs) {
      open.push(spot)
      continue
    }
    close()
    if (stairs) sheet.line([before, spot], stairs)
    else {
      sheet.line([before, spot], { ...tags, bridge: 'yes', layer: '1' })
      sheet.name(`${name}桥`, [(before[0] + spot[0]) / 2, (before[1] + spot[1]) / 2])
    }
    open = [spot]
  }
  close()
  drawKerbs(sheet, street, spots)
}

/** Half of the lanes climb: their second piece is stairs, of which one in three has a ramp for pushchairs. */
function stairsAt({ name, rank }: Street, piece: number): Tags | null {
  if (rank !== 'residential' || piece !== 1 || !name.endsWith('巷') || chance(name, 'stairs') > 0.5) return null
  return { highway: 'steps', name, ...(chance(name, 'ramp') < 1 / 3 ? { 'ramp:stroller': 'yes' } : {}) }
}

/** Where a small street leaves a larger one, the old kerb often still stands. */
function drawKerbs(sheet: Sheet, { name, rank }: Street, spots: readonly Spot[]): void {
  if (rank !== 'residential' || spots.length < 4) return
  for (const spot of [spots[1], spots.at(-2)])
    if (spot && chance(name, 'kerb', ...spot) < 0.4) sheet.node(spot, { barrier: 'kerb', kerb: 'raised' })
}
