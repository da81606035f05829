/** One lesson as the learner sees it: features counted from 0 without gaps, and their values. */
export type Row = { readonly at: Int32Array; readonly values: Float32Array }

/** A weight for each feature, and what is added to every sum. */
export type Weights = { readonly weights: Float64Array; readonly shift: number }

export type LearnOptions = {
  readonly features: number
  /** How much a wrong lesson may cost. */
  readonly cost: number
  /** How much more a lesson of the class itself may cost, since there are fewer of them. */
  readonly favour: number
}

const ROUNDS = 14
const STILL = 0.02

/** The same shuffle every time, so that the same lessons give the same model. */
function shuffle(order: Int32Array, state: number): number {
  let next = state
  for (let at = order.length - 1; at > 0; at--) {
    next = (Math.imul(next, 1_664_525) + 1_013_904_223) >>> 0
    const other = Math.floor((next / 2 ** 32) * (at + 1))
    const held = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = held
  }
  return next
}

/**
 * A linear support vector machine with hinge loss, by dual coordinate descent (Hsieh and others, ICML 2008). The hinge
 * forgives a lesson with a wrong label: its price is capped by `cost`.
 */
export function learnHinge(rows: readonly Row[], isOurs: (row: number) => boolean, options: LearnOptions): Weights {
  const { features, cost, favour } = options
  const weights = new Float64Array(features)
  const prices = new Float64Array(rows.length)
  const lengths = Float64Array.from(rows, ({ values }) => values.reduce((sum, value) => sum + value * value, 1))
  const order = Int32Array.from(rows.keys())
  let state = 1
  let shift = 0
  for (let round = 0; round < ROUNDS; round++) {
    state = shuffle(order, state)
    let largest = 0
    for (const at of order) {
      const row = rows[at]
      if (row === undefined) continue
      const side = isOurs(at) ? 1 : -1
      const slope = side * (dot(weights, row) + shift) - 1
      const price = prices[at] ?? 0
      const most = side > 0 ? cost * favour : cost
      const next = Math.min(most, Math.max(0, price - slope / (lengths[at] ?? 1)))
      if (next === price) continue
      largest = Math.max(largest, Math.abs(next - price))
      prices[at] = next
      const move = (next - price) * side
      shift += move
      addTo(weights, row, move)
    }
    if (largest < STILL) break
  }
  return { weights, shift }
}

function dot(weights: Float64Array, { at, values }: Row): number {
  let sum = 0
  for (let k = 0; k < at.length; k++) sum += (weights[at[k] ?? 0] ?? 0) * (values[k] ?? 0)
  return sum
}

function addTo(weights: Float64Array, { at, values }: Row, move: number): void {
  for (let k = 0; k < at.length; k++) {
    const feature = at[k] ?? 0
    weights[feature] = (weights[feature] ?? 0) + move * (values[k] ?? 0)
  }
}

/** What a feature counts at least, however evenly it is spread, and how much the values weigh beside the one that all begin with. */
const EVEN = 0.1
const LOUDNESS = 10

/**
 * The same machine over features first multiplied by how much more often they stand in the class than elsewhere
 * (Wang and Manning, ACL 2012). The multiplier is folded into the weights.
 */
export function learnBayesHinge(
  rows: readonly Row[],
  isOurs: (row: number) => boolean,
  options: LearnOptions,
): Weights {
  const { features } = options
  const ours = new Float64Array(features).fill(1)
  const theirs = new Float64Array(features).fill(1)
  for (const [index, { at, values }] of rows.entries()) {
    const side = isOurs(index) ? ours : theirs
    for (let k = 0; k < at.length; k++) {
      const feature = at[k] ?? 0
      side[feature] = (side[feature] ?? 0) + LOUDNESS * (values[k] ?? 0)
    }
  }
  const sumOurs = ours.reduce((sum, value) => sum + value, 0)
  const sumTheirs = theirs.reduce((sum, value) => sum + value, 0)
  const ratio = ours.map((value, at) => Math.abs(Math.log((value * sumTheirs) / (sumOurs * (theirs[at] ?? 1)))) + EVEN)
  const scaled = rows.map(({ at, values }) => ({
    at,
    values: values.map((value, k) => value * (ratio[at[k] ?? 0] ?? 0)),
  }))
  const learnt = learnHinge(scaled, isOurs, options)
  return { weights: learnt.weights.map((weight, at) => weight * (ratio[at] ?? 0)), shift: learnt.shift }
}
