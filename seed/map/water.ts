import type { Plot, Spot } from './plan.ts'
import type { Sheet } from './sheet.ts'

/** The great river along the south: how far north its bank stands. */
export const bank = (east: number): number => 235 - 0.045 * east + 28 * Math.sin(east / 520)
/** Between bank and embankment road. */
export const EMBANKMENT = 45

type Oval = { readonly middle: Spot; readonly wide: number; readonly high: number }
export const lake: Oval = { middle: [4_740, 2_420], wide: 400, high: 300 }
const reservoir: Oval = { middle: [600, 2_960], wide: 430, high: 300 }
const pond: Oval = { middle: [3_620, 420], wide: 90, high: 60 }

/** The stream from the reservoir through the town to the river. */
export const stream: readonly Spot[] = [
  [960, 2_740],
  [1_240, 2_420],
  [1_500, 2_180],
  [1_720, 1_900],
  [2_060, 1_660],
  [2_600, 1_630],
  [3_400, 1_645],
  [4_300, 1_625],
  [5_100, 1_640],
  [5_400, 1_600],
  [5_520, 1_480],
  [5_545, 1_200],
  [5_530, 850],
  [5_545, 500],
  [5_530, 200],
  [5_560, bank(5_560) - 40],
]

/** A wavy oval, so that it is not taken for a pond of concrete. */
export function oval({ middle, wide, high }: Oval, wider = 0, points = 72): Spot[] {
  return Array.from({ length: points }, (_, at) => spotOn({ middle, wide, high }, (at / points) * 2 * Math.PI, wider))
}

function spotOn({ middle: [x, y], wide, high }: Oval, angle: number, wider: number): Spot {
  const wave = 1 + 0.05 * Math.sin(3 * angle + 1) + 0.03 * Math.sin(5 * angle)
  return [x + Math.cos(angle) * (wide * wave + wider), y + Math.sin(angle) * (high * wave + wider)]
}

function isInOval({ middle: [x, y], wide, high }: Oval, [east, north]: Spot, wider: number): boolean {
  const angle = Math.atan2((north - y) / high, (east - x) / wide)
  const wave = 1 + 0.05 * Math.sin(3 * angle + 1) + 0.03 * Math.sin(5 * angle)
  return Math.hypot((east - x) / (wide * wave + wider), (north - y) / (high * wave + wider)) < 1
}

export const isInLake = (spot: Spot, near: number): boolean => isInOval(lake, spot, near)

/** Water over which no road leads: all but the stream. `near`: metres from the river that count as well. */
export const isOpenWater = (spot: Spot, near: number): boolean =>
  spot[1] < bank(spot[0]) + near || [lake, reservoir, pond].some((one) => isInOval(one, spot, 12))

/** Whether a spot lies in water or less than `near` metres from it. */
export function isWet(spot: Spot, near = 0): boolean {
  const [east, north] = spot
  if (north < bank(east) + near) return true
  if ([lake, reservoir, pond].some((one) => isInOval(one, spot, near))) return true
  return stream.some((to, at) => at > 0 && metresToLine(spot, stream[at - 1] ?? to, to) < 12 + near)
}

export const plotIsDry = ([west, south, east, north]: Plot, near: number): boolean => {
  for (let x = west; x <= east; x += 20) if (isWet([x, south], near) || isWet([x, north], near)) return false
  for (let y = south; y <= north; y += 20) if (isWet([west, y], near) || isWet([east, y], near)) return false
  return !isWet([(west + east) / 2, (south + north) / 2], near)
}

function metresToLine([x, y]: Spot, [ax, ay]: Spot, [bx, by]: Spot): number {
  const [dx, dy] = [bx - ax, by - ay]
  const part = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - ax - part * dx, y - ay - part * dy)
}

/** Whether a piece of straight road crosses the stream. */
export const isBridge = (from: Spot, to: Spot): boolean =>
  stream.some((end, at) => at > 0 && meets([from, to], [stream[at - 1] ?? end, end]))

function meets([a, b]: readonly [Spot, Spot], [c, d]: readonly [Spot, Spot]): boolean {
  const side = (p: Spot, q: Spot, r: Spot) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

export function drawWater(sheet: Sheet): void {
  const easts = Array.from({ length: 90 }, (_, at) => -300 + at * 90)
  const north = easts.map((east): Spot => [east, bank(east)])
  const south = easts.map((east): Spot => [east, bank(east) - 420]).reverse()
  sheet.ring([...north, ...south], { natural: 'water', water: 'river', name: '云江' })
  sheet.line(
    easts.map((east): Spot => [east, bank(east) - 210]),
    { waterway: 'river', name: '云江' },
  )
  sheet.line(stream, { waterway: 'stream', name: '云溪河', width: '24' })
  sheet.ring(banks(stream, 12), { natural: 'water', water: 'stream', name: '云溪河' })
  sheet.ring(oval(lake), { natural: 'water', water: 'lake', name: '南湖' })
  sheet.ring(oval(reservoir), { natural: 'water', water: 'reservoir', name: '白石水库' })
  sheet.ring(oval(pond, 0, 24), { natural: 'water', water: 'pond', name: '莲池' })
  sheet.name('云溪河', stream[8] ?? [0, 0])
  sheet.name('池塘', [2_250, 1_900])
  sheet.name('东干渠', [1_300, 2_340])
}

/** Both banks of a line, as one ring. */
function banks(line: readonly Spot[], half: number): Spot[] {
  const shifted = (sign: number) =>
    line.map(([x, y], at): Spot => {
      const [ax, ay] = line[Math.max(0, at - 1)] ?? [x, y]
      const [bx, by] = line[Math.min(line.length - 1, at + 1)] ?? [x, y]
      const length = Math.hypot(bx - ax, by - ay) || 1
      return [x - (sign * half * (by - ay)) / length, y + (sign * half * (bx - ax)) / length]
    })
  return [...shifted(1), ...shifted(-1).reverse()]
}
