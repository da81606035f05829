/** Lessons as rows of features one after the other: row `r` stands from `starts[r]` to `starts[r + 1]`. */
export type Rows = { readonly starts: Int32Array; readonly at: Int32Array; readonly values: Float32Array }

export type Machine = 'hinge' | 'bayes'

export type LearnOptions = {
  readonly features: number
  readonly classes: number
  /** How much a wrong lesson may cost. */
  readonly cost: number
  /** Per class, how much more a lesson of the class itself may cost, since there are fewer of them. */
  readonly favours: readonly number[]
}

/** `weights[feature * classes + class]`, and what is added to each class. */
export type Weights = { readonly weights: Float32Array; readonly shifts: Float64Array }

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
 * One linear support vector machine with hinge loss per class, by dual coordinate descent (Hsieh and others, ICML
 * 2008), all classes in one pass over each lesson. The hinge forgives a lesson with a wrong label: its price is capped.
 * `bayes` first multiplies features by how much more often they stand in the class than elsewhere (Wang and Manning, ACL
 * 2012); the multiplier is folded into the weights.
 */
export function learnMachine(machine: Machine, rows: Rows, classOf: Int32Array, options: LearnOptions): Weights {
  const { features, classes, cost, favours } = options
  const stretch = machine === 'bayes' ? stretchOf(rows, classOf, options) : null
  const weights = new Float32Array(features * classes)
  const shifts = new Float64Array(classes)
  const prices = new Float64Array(classOf.length * classes)
  const lengths = lengthsOf(rows, classOf.length, classes, stretch)
  const order = Int32Array.from(classOf.keys())
  const [sums, moves] = [new Float64Array(classes), new Float64Array(classes)]
  let state = 1
  for (let round = 0; round < ROUNDS; round++) {
    state = shuffle(order, state)
    let largest = 0
    for (const row of order) {
      sumsOf(rows, row, weights, sums)
      let moved = false
      for (let k = 0; k < classes; k++) {
        const own = classOf[row] === k
        const side = own ? 1 : -1
        const slope = side * ((sums[k] ?? 0) + (shifts[k] ?? 0)) - 1
        const at = row * classes + k
        const price = prices[at] ?? 0
        const most = own ? cost * (favours[k] ?? 1) : cost
        const next = Math.min(most, Math.max(0, price - slope / (lengths[at] ?? 1)))
        moves[k] = (next - price) * side
        if (next === price) continue
        moved = true
        prices[at] = next
        shifts[k] = (shifts[k] ?? 0) + (moves[k] ?? 0)
        largest = Math.max(largest, Math.abs(next - price))
      }
      if (moved) addMoves(rows, row, { weights, moves, stretch })
    }
    if (largest < STILL) break
  }
  return { weights, shifts }
}

function sumsOf({ starts, at, values }: Rows, row: number, weights: Float32Array, sums: Float64Array): void {
  sums.fill(0)
  const classes = sums.length
  const end = starts[row + 1] ?? 0
  for (let k = starts[row] ?? 0; k < end; k++) {
    const value = values[k] ?? 0
    const first = (at[k] ?? 0) * classes
    for (let index = 0; index < classes; index++)
      sums[index] = (sums[index] ?? 0) + value * (weights[first + index] ?? 0)
  }
}

type Moving = {
  readonly weights: Float32Array
  readonly moves: Float64Array
  readonly stretch: Float32Array | null
}

function addMoves({ starts, at, values }: Rows, row: number, { weights, moves, stretch }: Moving): void {
  const classes = moves.length
  const end = starts[row + 1] ?? 0
  for (let k = starts[row] ?? 0; k < end; k++) {
    const value = values[k] ?? 0
    const first = (at[k] ?? 0) * classes
    for (let index = 0; index < classes; index++) {
      const move = moves[index] ?? 0
      if (move === 0) continue
      const cell = first + index
      weights[cell] = (weights[cell] ?? 0) + move * value * (stretch === null ? 1 : (stretch[cell] ?? 0))
    }
  }
}

/** Squared lengths of the rows per class, with the one that all begin with. */
function lengthsOf({ starts, at, values }: Rows, rows: number, classes: number, stretch: Float32Array | null) {
  const lengths = new Float64Array(rows * classes).fill(1)
  for (let row = 0; row < rows; row++) {
    const end = starts[row + 1] ?? 0
    for (let k = starts[row] ?? 0; k < end; k++) {
      const square = (values[k] ?? 0) ** 2
      const first = (at[k] ?? 0) * classes
      for (let index = 0; index < classes; index++) {
        const cell = row * classes + index
        lengths[cell] = (lengths[cell] ?? 0) + square * (stretch === null ? 1 : (stretch[first + index] ?? 0))
      }
    }
  }
  return lengths
}

/** What a feature counts at least, however evenly it is spread, and how much the values weigh beside the one that all begin with. */
const EVEN = 0.1
const LOUDNESS = 10

/** The squares of the multipliers, feature by feature, class by class. */
function stretchOf(
  { starts, at, values }: Rows,
  classOf: Int32Array,
  { features, classes }: LearnOptions,
): Float32Array {
  const own = new Float64Array(features * classes)
  const all = new Float64Array(features)
  for (const [row, index] of classOf.entries()) {
    const end = starts[row + 1] ?? 0
    for (let k = starts[row] ?? 0; k < end; k++) {
      const feature = at[k] ?? 0
      const loud = LOUDNESS * (values[k] ?? 0)
      own[feature * classes + index] = (own[feature * classes + index] ?? 0) + loud
      all[feature] = (all[feature] ?? 0) + loud
    }
  }
  const whole = all.reduce((sum, value) => sum + value, 0)
  const squares = new Float32Array(features * classes)
  for (let index = 0; index < classes; index++) {
    let ours = features
    for (let feature = 0; feature < features; feature++) ours += own[feature * classes + index] ?? 0
    const theirs = features + whole - (ours - features)
    for (let feature = 0; feature < features; feature++) {
      const here = own[feature * classes + index] ?? 0
      const ratio = ((1 + here) * theirs) / (ours * (1 + (all[feature] ?? 0) - here))
      squares[feature * classes + index] = (Math.abs(Math.log(ratio)) + EVEN) ** 2
    }
  }
  return squares
}
