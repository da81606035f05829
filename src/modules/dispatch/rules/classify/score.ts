import type { Block } from '../../model/classify.ts'
import type { Counts } from './features.ts'
import type { Weights } from './linear.ts'
import { damped, type Vocabulary } from './rarity.ts'

const BYTE = 127
/** Memory of one block at most, in bytes; with many classes there are fewer buckets. */
const LARGEST = 2 ** 25
const MOST_BITS = 20

/** How many buckets, as a power of two, so many classes can afford. */
export const bitsFor = (classes: number): number => Math.min(MOST_BITS, Math.floor(Math.log2(LARGEST / (classes + 1))))

/** Weights of each class as bytes beside the rarity of their feature, so that one look at the memory brings them all. */
export function blockOf(learnt: readonly Weights[], { places, buckets, rarity }: Vocabulary): Block {
  const width = learnt.length + 1
  const cells = new Int8Array(places.length * width)
  const rarityStep = rarity.reduce((most, value) => Math.max(most, value), 0) / BYTE || 1
  const weightSteps = learnt.map(({ weights }) => largestOf(weights) / BYTE || 1)
  for (const [feature, bucket] of buckets.entries()) {
    const at = bucket * width
    cells[at] = Math.max(1, Math.round((rarity[feature] ?? 0) / rarityStep))
    for (const [index, { weights }] of learnt.entries())
      cells[at + 1 + index] = Math.round((weights[feature] ?? 0) / (weightSteps[index] ?? 1))
  }
  return { bits: Math.log2(places.length), cells, rarityStep, weightSteps, shifts: learnt.map(({ shift }) => shift) }
}

const largestOf = (weights: Float64Array): number =>
  weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)

/** Adds the scores of a letter's features to `scores`, one per class. */
export function addScores(block: Block, { buckets, counts }: Counts, scores: Float64Array): void {
  const { cells, weightSteps, shifts, rarityStep } = block
  const classes = weightSteps.length
  const sums = new Float64Array(classes)
  let square = 0
  for (let k = 0; k < buckets.length; k++) {
    const at = (buckets[k] ?? 0) * (classes + 1)
    const rarity = cells[at] ?? 0
    if (rarity === 0) continue
    const count = counts[k] ?? 1
    const value = count === 1 ? rarity : rarity * damped(count)
    square += value * value
    for (let index = 0; index < classes; index++)
      sums[index] = (sums[index] ?? 0) + value * (cells[at + 1 + index] ?? 0)
  }
  const length = Math.sqrt(square) * rarityStep || 1
  for (let index = 0; index < classes; index++) {
    const sum = (sums[index] ?? 0) * rarityStep * (weightSteps[index] ?? 0)
    scores[index] = (scores[index] ?? 0) + sum / length + (shifts[index] ?? 0)
  }
}

/** Whether the training texts knew a feature. */
export const knows = (block: Block, hash: number): boolean =>
  block.cells[(hash >>> (32 - block.bits)) * (block.weightSteps.length + 1)] !== 0

/** How much a feature speaks for a class beyond what it says for all of them. */
export function speaksFor(block: Block, hash: number, index: number): number {
  const classes = block.weightSteps.length
  const at = (hash >>> (32 - block.bits)) * (classes + 1)
  let sum = 0
  for (let other = 0; other < classes; other++)
    sum += (block.cells[at + 1 + other] ?? 0) * (block.weightSteps[other] ?? 0)
  const own = (block.cells[at + 1 + index] ?? 0) * (block.weightSteps[index] ?? 0)
  return (block.cells[at] ?? 0) * block.rarityStep * (own - sum / classes)
}
