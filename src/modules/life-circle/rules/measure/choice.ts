import type { Capacity, Counts, Share } from '../../model/measures.ts'
import type { Homes } from '../../model/places.ts'

/** How many people have none, one, two, or three and more of a kind to choose from. */
export type Choice = { readonly none: number; readonly one: number; readonly two: number; readonly more: number }

/** The choice within each limit. `within`: -1 for buildings that do not count. */
export function choiceOf({ counts }: Counts, { count, people }: Homes, within: Int32Array): Choice[] {
  return counts.map((each) => {
    const sums = [0, 0, 0, 0]
    for (let home = 0; home < count; home += 1) {
      const rank = Math.min(3, each[home] ?? 0)
      if (within[home] !== -1) sums[rank] = (sums[rank] ?? 0) + (people[home] ?? 0)
    }
    const [none = 0, one = 0, two = 0, more = 0] = sums
    return { none, one, two, more }
  })
}

export type Enough = { readonly homes: Homes; readonly within: Int32Array; readonly asked: number }

/** People whose share of what stands around them comes up to what is asked for every thousand. */
export function enoughFor({ homes: each }: Capacity, { homes, within, asked }: Enough): Share {
  const { count, people } = homes
  let [covered, of] = [0, 0]
  for (let home = 0; home < count; home += 1) {
    if (within[home] === -1) continue
    of += people[home] ?? 0
    if ((each[home] ?? 0) * 1_000 >= asked) covered += people[home] ?? 0
  }
  return { covered, of }
}
