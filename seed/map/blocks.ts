import { chance } from '../chance.ts'
import { gridPlot, inset, middleOf, type Plot, type Spot } from './plan.ts'
import type { Sheet, Tags } from './sheet.ts'
import { cuts } from './streets.ts'
import { type BlockKind, isRural, type Use } from './uses.ts'
import { isWet, plotIsDry } from './water.ts'

/** How blocks of a kind lie on the ground, and what stands in them. */
type Look = {
  readonly ground: Tags
  /** What the block as a whole is. */
  readonly is?: Tags
  readonly house?: House
}
type House = {
  readonly wide: number
  readonly deep: number
  readonly apart: Spot
  readonly tags: Tags
  readonly flats?: number
}

const house = (size: Spot, apart: Spot, tags: Tags, flats?: number): House => ({
  wide: size[0],
  deep: size[1],
  apart,
  tags,
  ...(flats === undefined ? {} : { flats }),
})
const school = (size: Spot) => house(size, [85, 75], { building: 'school', 'building:levels': '4' })
const living = { landuse: 'residential' }

/** Flats per floor times floors give the dwellings of a house. */
const looks: Readonly<Record<BlockKind, Look>> = {
  towers: { ground: living, house: house([30, 22], [62, 66], { building: 'apartments', 'building:levels': '18' }, 4) },
  slabs: { ground: living, house: house([56, 13], [74, 40], { building: 'apartments', 'building:levels': '6' }, 6) },
  old: { ground: living, house: house([38, 11], [50, 30], { building: 'apartments', 'building:levels': '4' }, 4) },
  park: { ground: { leisure: 'park' } },
  square: { ground: { leisure: 'park', park: 'square' }, is: { place: 'square' } },
  primary: { ground: { amenity: 'school', 'isced:level': '1' }, house: school([60, 16]) },
  middle: { ground: { amenity: 'school', 'isced:level': '2' }, house: school([72, 18]) },
  kindergarten: { ground: { amenity: 'kindergarten' }, house: school([40, 22]) },
  market: { ground: { amenity: 'marketplace' }, house: house([90, 60], [130, 110], { building: 'retail' }) },
  hospital: {
    ground: { amenity: 'hospital', opening_hours: '24/7' },
    house: house([70, 26], [100, 70], { building: 'hospital', 'building:levels': '9' }),
  },
  shops: {
    ground: { landuse: 'retail' },
    house: house([64, 40], [84, 66], { building: 'retail', 'building:levels': '4' }),
  },
  office: {
    ground: { landuse: 'commercial' },
    house: house([44, 34], [90, 80], { building: 'office', 'building:levels': '12' }),
  },
  civic: {
    ground: { landuse: 'commercial' },
    house: house([80, 34], [130, 90], { building: 'public', 'building:levels': '5' }),
  },
  factory: { ground: { landuse: 'industrial' }, house: house([96, 54], [124, 84], { building: 'industrial' }) },
  terminal: { ground: { amenity: 'bus_station' }, house: house([90, 24], [140, 120], { building: 'transportation' }) },
  fields: { ground: { landuse: 'farmland' } },
  village: { ground: living, house: house([11, 12], [25, 30], { building: 'house', 'building:levels': '2' }, 0.5) },
}

/** What a named house is, where its kind alone does not say it. */
const named: Readonly<Record<string, Tags>> = {
  桥头派出所: { amenity: 'police', opening_hours: '24/7' },
  云溪街道办事处: { amenity: 'townhall' },
  望江街道办事处: { amenity: 'townhall' },
  白石街道办事处: { amenity: 'townhall' },
  南湖街道办事处: { amenity: 'townhall' },
  区政务服务中心: { amenity: 'townhall' },
  云溪图书馆: { amenity: 'library', opening_hours: 'Tu-Su 09:00-20:30; Mo off' },
  湖滨体育馆: { leisure: 'sports_centre', opening_hours: '08:00-21:00' },
  云溪影院: { amenity: 'cinema', opening_hours: '10:00-01:30' },
  老轮渡站: { historic: 'building', tourism: 'museum' },
  云江船厂: { man_made: 'works' },
  印艺文创园: { amenity: 'arts_centre' },
  园区服务中心: { office: 'coworking' },
  人才公寓: { residential: 'rental' },
}

export type Drawn = { readonly use: Use; readonly plot: Plot; readonly name: string; readonly kind: BlockKind }

/** The plots of a grid's blocks, in the order of its use. */
export function plotsOf(use: Use): Plot[] {
  const [west, south, east, north] = gridPlot(use.community, use.grid)
  const cut = isRural(use) ? { east: [600], north: [425] } : cuts
  const [xs, ys] = [
    [west, ...cut.east.map((at) => west + at), east],
    [south, ...cut.north.map((at) => south + at), north],
  ]
  return ys
    .slice(1)
    .flatMap((top, row) => xs.slice(1).map((right, column): Plot => [xs[column] ?? 0, ys[row] ?? 0, right, top]))
}

/** Draws the blocks of a grid: ground, fence and gates, houses. Answers them, for what stands along their edges. */
export function drawBlocks(sheet: Sheet, use: Use, numbers: Map<string, number>): readonly Drawn[] {
  return plotsOf(use).flatMap((whole, at) => {
    const [name = '', kind = 'park'] = use.blocks[at] ?? []
    const plot = inset(whole, 18)
    if (!plotIsDry(plot, 14) && kind !== 'park' && kind !== 'fields' && kind !== 'towers') return []
    drawGround(sheet, plot, name, kind)
    const { house: look } = looks[kind]
    if (look) drawHouses(sheet, { use, plot, name, kind }, look, numbers)
    return [{ use, plot, name, kind }]
  })
}

function drawGround(sheet: Sheet, plot: Plot, name: string, kind: BlockKind): void {
  const { ground, is = {} } = looks[kind]
  const title = name === '' ? {} : { name }
  const corners = cornersOf(plot)
  sheet.ring(corners, { ...ground, ...is, ...title, ...named[name] })
  if (name !== '') sheet.name(name, middleOf(plot))
  if (['towers', 'slabs', 'primary', 'middle', 'kindergarten', 'hospital', 'factory'].includes(kind))
    gated(sheet, plot, kind)
  if (kind === 'park' || kind === 'square') paths(sheet, plot)
  if (kind === 'old' || kind === 'village') lanes(sheet, plot)
}

const cornersOf = ([west, south, east, north]: Plot): Spot[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

/** A fence with a gate to the north and one to the south, and a drive that joins them and goes round the houses. */
function gated(sheet: Sheet, plot: Plot, kind: BlockKind): void {
  const [west, south, east, north] = plot
  const middle = driveAt(plot)
  const gates: Spot[] = [
    [middle, south],
    [middle, north],
  ]
  const [sw, se, ne, nw] = cornersOf(plot) as [Spot, Spot, Spot, Spot]
  sheet.ring([sw, gates[0] ?? sw, se, ne, gates[1] ?? ne, nw], { barrier: 'fence' })
  const access = kind === 'towers' ? { access: 'private' } : { access: 'permissive' }
  for (const gate of gates) if (!isWet(gate)) sheet.node(gate, { barrier: 'gate', foot: 'yes', ...access })
  const drive = { highway: 'service', service: 'driveway', ...access }
  const [low, high, left, right] = [south + 12, north - 12, west + 12, east - 12]
  const bottom: Spot = [middle, low]
  const top: Spot = [middle, high]
  sheet.line([[middle, south - 18], gates[0] ?? bottom, bottom], drive)
  sheet.line([top, gates[1] ?? top, [middle, north + 18]], drive)
  sheet.line([bottom, [right, low], [right, high], top, [left, high], [left, low], bottom], drive)
  sheet.line([bottom, top], { ...drive, service: 'alley' })
}

function paths(sheet: Sheet, [west, south, east, north]: Plot): void {
  const [x, y] = middleOf([west, south, east, north])
  const foot = { highway: 'footway' }
  const lines: Spot[][] = [
    [
      [west, south],
      [x - 30, y - 20],
      [x + 30, y + 20],
      [east, north],
    ],
    [
      [west, north],
      [x - 30, y + 30],
      [x + 30, y - 20],
      [east, south],
    ],
  ]
  for (const line of lines) if (line.every((spot) => !isWet(spot, 4))) sheet.line(line, foot)
}

/** Lanes that anybody walks through, to the streets around. */
function lanes(sheet: Sheet, plot: Plot): void {
  const [west, south, east, north] = plot
  const middle = driveAt(plot)
  const y = (south + north) / 2
  sheet.line(
    [
      [middle, south - 18],
      [middle, y],
      [middle, north + 18],
    ],
    { highway: 'living_street' },
  )
  sheet.line(
    [
      [west, y],
      [middle, y],
      [east, y],
    ],
    { highway: 'living_street' },
  )
}

/** The drive through a block joins the streets where they have a bend. */
export const driveAt = ([west, , east]: Plot): number => Math.round((west + east) / 2 / 50) * 50

function drawHouses(sheet: Sheet, { plot, name, kind }: Drawn, look: House, numbers: Map<string, number>): void {
  const [west, south, east, north] = inset(plot, 20)
  const [dx, dy] = look.apart
  const drive = driveAt(plot)
  const halves = dx > 120 ? [[west, east] as const] : [[west, drive - 5] as const, [drive + 5, east] as const]
  const rows = Math.max(1, Math.floor((north - south) / dy))
  for (let row = 0; row < rows; row += 1)
    for (const [left, right] of halves) {
      const columns = Math.floor((right - left + dx - look.wide) / dx)
      for (let column = 0; column < columns; column += 1) {
        const across = left + ((column + 0.5) / columns) * (right - left)
        const middle: Spot = [across, south + ((row + 0.5) / rows) * (north - south)]
        if (isWet(middle, 30) || chance('gap', name, ...middle) < (kind === 'village' ? 0.35 : 0.06)) continue
        const number = (numbers.get(name) ?? 0) + 1
        numbers.set(name, number)
        drawHouse(sheet, { middle, name, number, look, kind })
      }
    }
}

type OneHouse = { middle: Spot; name: string; number: number; look: House; kind: BlockKind }

function drawHouse(sheet: Sheet, { middle, name, number, look, kind }: OneHouse): void {
  const shift = kind === 'village' ? 5 : 1.5
  const [x, y]: Spot = [
    middle[0] + (chance('x', name, number) - 0.5) * 2 * shift,
    middle[1] + (chance('y', name, number) - 0.5) * 2 * shift,
  ]
  const [wide, deep] = [look.wide / 2, look.deep / 2]
  const levels =
    Number(look.tags['building:levels'] ?? 1) + (kind === 'towers' ? Math.floor(chance('up', name, number) * 9) : 0)
  const isHome = look.flats !== undefined
  sheet.ring(cornersOf([x - wide, y - deep, x + wide, y + deep]), {
    ...look.tags,
    ...(look.tags['building:levels'] ? { 'building:levels': String(levels) } : {}),
    ...(isHome ? { 'building:flats': String(Math.round((look.flats ?? 0) * levels)) } : {}),
    ...(isHome && name ? { 'addr:place': name, 'addr:housenumber': `${number}栋` } : {}),
  })
  if (name) sheet.name(`${name}${number}栋`, [x, y])
}
