/** A tie between two texts, by their places in the list. */
export type Tie = { readonly a: number; readonly b: number; readonly strength: number }

/** A text with so many others tied to it is the heart of a topic. */
const HEART = 2

/**
 * Groups texts by their ties: texts with at least two ties are hearts, hearts that are tied are one topic, and whoever
 * is tied to a heart belongs to the heart he is tied to most. So one far-fetched tie joins nothing, and a text more or
 * less changes little (density clustering after Ester et al. 1996). Lists of places, each in order.
 */
export function groupByTies(count: number, ties: readonly Tie[]): number[][] {
  const near = Array.from({ length: count }, () => [] as { to: number; strength: number }[])
  for (const { a, b, strength } of ties) {
    near[a]?.push({ to: b, strength })
    near[b]?.push({ to: a, strength })
  }
  const isHeart = near.map((tied) => tied.length >= HEART)
  const group = new Int32Array(count).fill(-1)
  let groups = 0
  for (let start = 0; start < count; start++) {
    if (!isHeart[start] || group[start] !== -1) continue
    const waiting = [start]
    group[start] = groups
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
      for (const { to } of near[at] ?? []) {
        if (!isHeart[to] || group[to] !== -1) continue
        group[to] = groups
        waiting.push(to)
      }
    groups++
  }
  near.forEach((tied, at) => {
    if (isHeart[at]) return
    const [best] = tied.filter(({ to }) => isHeart[to]).sort((one, two) => two.strength - one.strength)
    if (best) group[at] = group[best.to] ?? -1
  })
  const found = Array.from({ length: groups }, () => [] as number[])
  group.forEach((of, at) => {
    found[of]?.push(at)
  })
  return found
}
