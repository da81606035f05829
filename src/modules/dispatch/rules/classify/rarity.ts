import type { Counts } from './features.ts'
import type { Row } from './linear.ts'

/** Which features are kept, how rare each is, and from which bucket it came. */
export type Vocabulary = {
  readonly size: number
  /** Bucket to feature, -1 where it is not kept. */
  readonly places: Int32Array
  readonly buckets: Int32Array
  readonly rarity: Float32Array
}

export type RarityOptions = {
  readonly bits: number
  /** In how many lessons a feature stands at least. */
  readonly fewest: number
  /** The rarity is raised to it: above 1 rare features count for more. */
  readonly power: number
}

export function vocabularyOf(lessons: readonly Counts[], { bits, fewest, power }: RarityOptions): Vocabulary {
  const holders = new Int32Array(2 ** bits)
  for (const { buckets } of lessons) for (const bucket of buckets) holders[bucket] = (holders[bucket] ?? 0) + 1
  const places = new Int32Array(holders.length).fill(-1)
  const kept: number[] = []
  for (let bucket = 0; bucket < holders.length; bucket++) {
    if ((holders[bucket] ?? 0) < fewest) continue
    places[bucket] = kept.length
    kept.push(bucket)
  }
  const rarity = Float32Array.from(kept, (bucket) => rarityOf(holders[bucket] ?? 0, lessons.length) ** power)
  return { size: kept.length, places, buckets: Int32Array.from(kept), rarity }
}

const rarityOf = (holders: number, lessons: number): number => Math.log((1 + lessons) / (1 + holders)) + 1

/** A word said five times says more than once said, but not five times more. */
export const damped = (count: number): number => 1 + Math.log(count)

/** A lesson as a row of length one: damped counts times rarity. */
export function rowOf({ buckets, counts }: Counts, { places, rarity }: Vocabulary): Row {
  const at: number[] = []
  const values: number[] = []
  let square = 0
  for (let k = 0; k < buckets.length; k++) {
    const place = places[buckets[k] ?? 0] ?? -1
    if (place < 0) continue
    const value = damped(counts[k] ?? 1) * (rarity[place] ?? 0)
    at.push(place)
    values.push(value)
    square += value * value
  }
  const length = Math.sqrt(square) || 1
  return { at: Int32Array.from(at), values: Float32Array.from(values, (value) => value / length) }
}
