import type { Block } from '../../model/classify.ts'
import { type Counts, damped } from './counting.ts'

const BYTE = 127

/** What a block learnt: rarity per feature (0 where it is not kept), a weight per feature, machine and class, and shifts. */
export type Learnt = {
  readonly rarity: Float64Array
  readonly weights: Float32Array
  readonly shifts: readonly number[]
}

/** Weights as bytes beside the rarity of their feature, so that one look at the memory brings them all. */
export function blockOf(reads: Block['reads'], { rarity, weights, shifts }: Learnt): Block {
  const outputs = shifts.length
  const width = outputs + 1
  const cells = new Int8Array(rarity.length * width)
  const rarityStep = largest(rarity) / BYTE || 1
  const weightSteps = shifts.map((_, output) => {
    let most = 0
    for (let at = output; at < weights.length; at += outputs) most = Math.max(most, Math.abs(weights[at] ?? 0))
    return most / BYTE || 1
  })
  for (let feature = 0; feature < rarity.length; feature++) {
    const rare = rarity[feature] ?? 0
    if (rare === 0) continue
    cells[feature * width] = Math.max(1, Math.round(rare / rarityStep))
    for (let output = 0; output < outputs; output++)
      cells[feature * width + 1 + output] = Math.round(
        (weights[feature * outputs + output] ?? 0) / (weightSteps[output] ?? 1),
      )
  }
  return { reads, cells, rarityStep, weightSteps, shifts }
}

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, value), 0)

/** Writes a block's scores of a letter, one per machine and class, into `scores` from `at` on. */
export function putScores(
  { cells, weightSteps, shifts }: Block,
  counted: Counts,
  scores: Float64Array,
  at: number,
): void {
  const { slots, counts, size } = counted
  const outputs = weightSteps.length
  for (let output = 0; output < outputs; output++) scores[at + output] = 0
  let square = 0
  for (let k = 0; k < size; k++) {
    const cell = (slots[k] ?? 0) * (outputs + 1)
    const rarity = cells[cell] ?? 0
    if (rarity === 0) continue
    const value = rarity * damped(counts[k] ?? 1)
    square += value * value
    for (let output = 0; output < outputs; output++)
      scores[at + output] = (scores[at + output] ?? 0) + value * (cells[cell + 1 + output] ?? 0)
  }
  const scale = 1 / (Math.sqrt(square) || 1)
  for (let output = 0; output < outputs; output++)
    scores[at + output] = (scores[at + output] ?? 0) * scale * (weightSteps[output] ?? 0) + (shifts[output] ?? 0)
}
