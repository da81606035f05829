import type { Calibration } from '../../model/classify.ts'

/** Scores of a letter, one per class, and the class it is of. */
export type Scored = { readonly scores: readonly number[]; readonly truth: number }

const STEPS = 400
const RATE = 0.05
const MEMORY = { first: 0.9, second: 0.999 }

/** The confidences of a letter's classes: they sum to 1. */
export function confidences(scores: readonly number[], { slopes, shifts }: Calibration): number[] {
  const raised = scores.map((score, at) => (slopes[at] ?? 1) * score + (shifts[at] ?? 0))
  const highest = Math.max(...raised)
  const powers = raised.map((value) => Math.exp(value - highest))
  const sum = powers.reduce((all, power) => all + power, 0)
  return powers.map((power) => power / sum)
}

/**
 * Slopes and shifts that make the confidences of letters not trained on as likely as they can be (vector scaling, Guo
 * and others, ICML 2017), found by Adam over all of them at once.
 */
export function calibrate(scored: readonly Scored[], classes: number): Calibration {
  const values = Float64Array.from({ length: classes * 2 }, (_, at) => (at < classes ? 3 : 0))
  const means = new Float64Array(values.length)
  const squares = new Float64Array(values.length)
  for (let step = 1; step <= STEPS; step++) {
    const slope = gradient(scored, { slopes: [...values.subarray(0, classes)], shifts: [...values.subarray(classes)] })
    for (let at = 0; at < values.length; at++) {
      const push = slope[at] ?? 0
      const mean = MEMORY.first * (means[at] ?? 0) + (1 - MEMORY.first) * push
      const square = MEMORY.second * (squares[at] ?? 0) + (1 - MEMORY.second) * push * push
      means[at] = mean
      squares[at] = square
      const fair = { mean: mean / (1 - MEMORY.first ** step), square: square / (1 - MEMORY.second ** step) }
      values[at] = (values[at] ?? 0) - (RATE * fair.mean) / (Math.sqrt(fair.square) + 1e-9)
    }
  }
  return { slopes: [...values.subarray(0, classes)], shifts: [...values.subarray(classes)] }
}

function gradient(scored: readonly Scored[], calibration: Calibration): Float64Array {
  const classes = calibration.slopes.length
  const sums = new Float64Array(classes * 2)
  for (const { scores, truth } of scored) {
    for (const [at, confidence] of confidences(scores, calibration).entries()) {
      const miss = (confidence - (at === truth ? 1 : 0)) / scored.length
      sums[at] = (sums[at] ?? 0) + miss * (scores[at] ?? 0)
      sums[classes + at] = (sums[classes + at] ?? 0) + miss
    }
  }
  return sums
}
