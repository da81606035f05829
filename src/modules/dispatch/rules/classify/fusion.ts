import type { Fusion } from '../../model/classify.ts'

/** Scores of a letter, machine by machine, class by class, and the class it is of. */
export type Scored = { readonly scores: ArrayLike<number>; readonly truth: number }

/** How dear a large weight is; found on folds. */
const RIDGE = 8
const STEPS = 60
const MEMORY = 8
const STILL = 1e-4

/** The confidences of a letter's classes: they sum to 1. */
export function confidences(scores: ArrayLike<number>, { weights, shifts }: Fusion): number[] {
  const raised = shifts.map((shift, index) => {
    const row = weights[index] ?? []
    let sum = shift
    for (let at = 0; at < row.length; at++) sum += (row[at] ?? 0) * (scores[at] ?? 0)
    return sum
  })
  return sharesOf(raised)
}

/** The shares of the exponentials. */
export function sharesOf(raised: ArrayLike<number>): number[] {
  const values = Array.from(raised)
  const highest = Math.max(...values)
  const powers = values.map((value) => Math.exp(value - highest))
  const sum = powers.reduce((all, power) => all + power, 0)
  return powers.map((power) => power / sum)
}

/**
 * Stacking (Wolpert, Neural Networks 1992): a logistic layer over the scores that the machines gave to lessons they had
 * not seen. It weighs machines against one another and turns scores into confidences at once.
 */
export function fuse(scored: readonly Scored[], classes: number): Fusion {
  const width = scored[0]?.scores.length ?? 0
  const levels = levelsOf(scored, width)
  const rows = scored.map(({ scores }) =>
    Float64Array.from(levels, ({ mean, step }, at) => ((scores[at] ?? 0) - mean) / step),
  )
  const found = descend((values, slope) => costOf(values, slope, { rows, scored, classes }), classes * (width + 1))
  const weights: number[][] = []
  const shifts: number[] = []
  for (let index = 0; index < classes; index++) {
    const row = found.subarray(index * (width + 1), (index + 1) * (width + 1))
    weights.push(levels.map(({ step }, at) => (row[at] ?? 0) / step))
    shifts.push(levels.reduce((sum, { mean, step }, at) => sum - ((row[at] ?? 0) * mean) / step, row[width] ?? 0))
  }
  return { weights, shifts }
}

function levelsOf(scored: readonly Scored[], width: number) {
  return Array.from({ length: width }, (_, at) => {
    let [sum, square] = [0, 0]
    for (const { scores } of scored) {
      sum += scores[at] ?? 0
      square += (scores[at] ?? 0) ** 2
    }
    const mean = sum / scored.length
    return { mean, step: Math.sqrt(Math.max(0, square / scored.length - mean * mean)) || 1 }
  })
}

type Problem = {
  readonly rows: readonly Float64Array[]
  readonly scored: readonly Scored[]
  readonly classes: number
}

/** What the weights cost: surprise at the truth, and their own size. Writes into `slope` where it rises. */
function costOf(values: Float64Array, slope: Float64Array, { rows, scored, classes }: Problem): number {
  slope.fill(0)
  const width = values.length / classes
  const shares = new Float64Array(classes)
  let cost = 0
  for (let row = 0; row < rows.length; row++) {
    const scores = rows[row]
    if (scores === undefined) continue
    let highest = -Infinity
    for (let index = 0; index < classes; index++) {
      const first = index * width
      let sum = values[first + width - 1] ?? 0
      for (let at = 0; at < width - 1; at++) sum += (values[first + at] ?? 0) * (scores[at] ?? 0)
      shares[index] = sum
      highest = Math.max(highest, sum)
    }
    let all = 0
    for (let index = 0; index < classes; index++) all += shares[index] = Math.exp((shares[index] ?? 0) - highest)
    const truth = scored[row]?.truth ?? 0
    cost -= Math.log((shares[truth] ?? 0) / all)
    for (let index = 0; index < classes; index++) {
      const miss = (shares[index] ?? 0) / all - (index === truth ? 1 : 0)
      const first = index * width
      for (let at = 0; at < width - 1; at++) slope[first + at] = (slope[first + at] ?? 0) + miss * (scores[at] ?? 0)
      slope[first + width - 1] = (slope[first + width - 1] ?? 0) + miss
    }
  }
  for (let at = 0; at < values.length; at++) {
    if (at % width === width - 1) continue
    const value = values[at] ?? 0
    cost += (RIDGE / 2) * value * value
    slope[at] = (slope[at] ?? 0) + RIDGE * value
  }
  return cost
}

type CostOf = (values: Float64Array, slope: Float64Array) => number
type Pair = { readonly moved: Float64Array; readonly turned: Float64Array; readonly scale: number }

const dot = (one: Float64Array, other: Float64Array): number => {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

/** The lowest point of a convex cost, by limited-memory BFGS (Liu and Nocedal, 1989) with halving steps. */
function descend(cost: CostOf, size: number): Float64Array {
  let values = new Float64Array(size)
  let slope = new Float64Array(size)
  let height = cost(values, slope)
  const pairs: Pair[] = []
  for (let round = 0; round < STEPS; round++) {
    const way = wayDown(slope, pairs)
    const fall = dot(way, slope)
    const next = new Float64Array(size)
    const turned = new Float64Array(size)
    let length = pairs.length === 0 ? 1 / (Math.sqrt(dot(slope, slope)) || 1) : 1
    let lower = height
    for (let tries = 0; tries < 20; tries++, length /= 2) {
      for (let at = 0; at < size; at++) next[at] = (values[at] ?? 0) + length * (way[at] ?? 0)
      lower = cost(next, turned)
      if (lower <= height + 1e-4 * length * fall) break
    }
    const moved = next.map((value, at) => value - (values[at] ?? 0))
    const change = turned.map((value, at) => value - (slope[at] ?? 0))
    const curve = dot(moved, change)
    if (curve > 0) pairs.push({ moved, turned: change, scale: 1 / curve })
    if (pairs.length > MEMORY) pairs.shift()
    const gained = height - lower
    ;[values, slope, height] = [next, turned, lower]
    if (gained < (STILL * Math.abs(height)) / 10) break
  }
  return values
}

function wayDown(slope: Float64Array, pairs: readonly Pair[]): Float64Array {
  const way = slope.map((value) => -value)
  const shares: number[] = []
  for (const { moved, turned, scale } of pairs.toReversed()) {
    const share = scale * dot(moved, way)
    shares.push(share)
    for (let at = 0; at < way.length; at++) way[at] = (way[at] ?? 0) - share * (turned[at] ?? 0)
  }
  const last = pairs.at(-1)
  if (last) {
    const scale = 1 / (last.scale * dot(last.turned, last.turned))
    for (let at = 0; at < way.length; at++) way[at] = (way[at] ?? 0) * scale
  }
  for (const [index, { moved, turned, scale }] of pairs.entries()) {
    const back = scale * dot(turned, way)
    const share = shares[pairs.length - 1 - index] ?? 0
    for (let at = 0; at < way.length; at++) way[at] = (way[at] ?? 0) + (share - back) * (moved[at] ?? 0)
  }
  return way
}
