import type { Block, Classifier } from '../../model/classify.ts'
import { type Counts, damped } from './counting.ts'
import { sharesOf } from './fusion.ts'

/**
 * A block and the part of the fusion that reads it, multiplied out: beside the rarity of a feature what it adds to each
 * class. `shifts` is what the block adds whatever is written.
 */
export type Blend = {
  readonly reads: Block['reads']
  /** Rarity and classes, each in steps of its own: sixteen bits, so that a feature lies in one line of the cache. */
  readonly cells: Int16Array
  readonly rarityStep: number
  readonly steps: Float64Array
  readonly shifts: Float64Array
}

const MOST = 32_767

/** The blocks of a model as they are read; the same answers as machine by machine, in half the work. */
export function blendsOf({ blocks, fusion, labels }: Classifier): Blend[] {
  let first = 0
  return blocks.map((block) => {
    const from = first
    first += block.shifts.length
    return blendOf(
      block,
      labels.map((_, index) => (fusion.weights[index] ?? []).slice(from, first)),
    )
  })
}

function blendOf(
  { reads, cells, rarityStep, weightSteps, shifts }: Block,
  weights: readonly (readonly number[])[],
): Blend {
  const outputs = shifts.length
  const width = weights.length + 1
  const features = cells.length / (outputs + 1)
  const blended = new Int16Array(features * width)
  const steps = new Float64Array(weights.length)
  for (let feature = 0; feature < features; feature++) blended[feature * width] = cells[feature * (outputs + 1)] ?? 0
  for (const [index, row] of weights.entries()) {
    const scaled = row.map((weight, at) => weight * (weightSteps[at] ?? 0))
    const sums = Float32Array.from({ length: features }, (_, feature) => {
      let sum = 0
      for (let at = 0; at < outputs; at++) sum += (scaled[at] ?? 0) * (cells[feature * (outputs + 1) + 1 + at] ?? 0)
      return sum
    })
    const step = sums.reduce((most, sum) => Math.max(most, Math.abs(sum)), 0) / MOST || 1
    steps[index] = step
    for (let feature = 0; feature < features; feature++)
      blended[feature * width + 1 + index] = Math.round((sums[feature] ?? 0) / step)
  }
  const always = Float64Array.from(weights, (row) =>
    row.reduce((sum, weight, at) => sum + weight * (shifts[at] ?? 0), 0),
  )
  return { reads, cells: blended, rarityStep, steps, shifts: always }
}

/** Reads counted features by every blend in turn; `countFor` counts what a blend reads. */
export function confidencesBy(
  blends: readonly Blend[],
  shifts: readonly number[],
  countFor: (reads: Block['reads']) => Counts,
): number[] {
  const raised = Float64Array.from(shifts)
  const sums = new Float64Array(shifts.length)
  for (const blend of blends) addTo(raised, blend, countFor(blend.reads), sums)
  return sharesOf(raised)
}

function addTo(raised: Float64Array, { cells, steps, shifts }: Blend, counted: Counts, sums: Float64Array): void {
  const { slots, counts, size } = counted
  const classes = sums.length
  sums.fill(0)
  let square = 0
  for (let k = 0; k < size; k++) {
    const cell = (slots[k] as number) * (classes + 1)
    const rarity = cells[cell] as number
    if (rarity === 0) continue
    const value = rarity * damped(counts[k] as number)
    square += value * value
    for (let index = 0; index < classes; index++)
      sums[index] = (sums[index] as number) + value * (cells[cell + 1 + index] as number)
  }
  const scale = 1 / (Math.sqrt(square) || 1)
  for (let index = 0; index < classes; index++)
    raised[index] = (raised[index] ?? 0) + (sums[index] ?? 0) * scale * (steps[index] ?? 0) + (shifts[index] ?? 0)
}

/** What features add to each class in a blend, beyond what they add to all; written into `voices` from `at` on. */
export function putVoices(
  { cells, rarityStep, steps }: Blend,
  slots: Int32Array,
  voices: Float32Array,
  at: number,
): void {
  const classes = steps.length
  const own = new Float32Array(classes)
  for (const slot of slots) {
    const cell = slot * (classes + 1)
    const rarity = (cells[cell] ?? 0) * rarityStep
    for (let index = 0; index < classes; index++)
      own[index] = (own[index] ?? 0) + rarity * (cells[cell + 1 + index] ?? 0) * (steps[index] ?? 0)
  }
  const mean = own.reduce((sum, voice) => sum + voice, 0) / classes
  for (let index = 0; index < classes; index++) voices[at + index] = (own[index] ?? 0) - mean
}
