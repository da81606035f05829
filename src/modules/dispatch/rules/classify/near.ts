import { hashOfWord } from './hashes.ts'

/** A sketch of 96 minima read in 48 bands of two: texts that share 40 % of their runs meet with near certainty. */
const SKETCH = 96
const BAND = 2
const RUN = 4
/** Shared runs among all of both; and among those of the shorter one, if it is long enough to tell. */
const LIKE = { shared: 0.4, held: 0.7, longEnough: 20 }
/** How many of one band are looked at: a phrase that hundreds begin with makes no group. */
const CROWD = 50

const factors = Int32Array.from({ length: SKETCH }, (_, at) => hashOfWord(`a${at}`) | 1)
const shifts = Int32Array.from({ length: SKETCH }, (_, at) => hashOfWord(`b${at}`))

/**
 * Near-duplicates: the number of the first text of its group for every text. Lessons of one group must never stand on
 * both sides of a measurement, or the figure praises memory.
 */
export function groupsOf(texts: readonly string[]): number[] {
  const runs = texts.map(runsOf)
  const sketches = runs.map(sketchOf)
  const parents = texts.map((_, at) => at)
  const find = (at: number): number => {
    let top = at
    while (parents[top] !== top) top = parents[top] ?? top
    parents[at] = top
    return top
  }
  for (let band = 0; band < SKETCH; band += BAND) {
    const met = new Map<number, number[]>()
    for (const [at, sketch] of sketches.entries()) {
      const key = (sketch[band] ?? 0) * 2 ** 21 + ((sketch[band + 1] ?? 0) >>> 11)
      const others = met.get(key)
      if (others === undefined) {
        met.set(key, [at])
        continue
      }
      for (const other of others.slice(0, CROWD)) {
        const [a, b] = [find(at), find(other)]
        if (a !== b && alike(runs[at], runs[other])) parents[Math.max(a, b)] = Math.min(a, b)
      }
      others.push(at)
    }
  }
  return texts.map((_, at) => find(at))
}

function runsOf(text: string): Set<number> {
  const runs = new Set<number>()
  for (let at = 0; at + RUN <= text.length; at++) runs.add(hashOfWord(text.slice(at, at + RUN)))
  if (runs.size === 0) runs.add(hashOfWord(text))
  return runs
}

function sketchOf(runs: ReadonlySet<number>): Uint32Array {
  const sketch = new Uint32Array(SKETCH).fill(0xffffffff)
  for (const run of runs)
    for (let at = 0; at < SKETCH; at++) {
      const value = (Math.imul(run, factors[at] ?? 0) + (shifts[at] ?? 0)) >>> 0
      if (value < (sketch[at] ?? 0)) sketch[at] = value
    }
  return sketch
}

function alike(one: ReadonlySet<number> | undefined, other: ReadonlySet<number> | undefined): boolean {
  if (one === undefined || other === undefined) return false
  let both = 0
  for (const run of one) if (other.has(run)) both++
  const shorter = Math.min(one.size, other.size)
  return (
    both >= LIKE.shared * (one.size + other.size - both) || (shorter > LIKE.longEnough && both >= LIKE.held * shorter)
  )
}

/**
 * A fold for every group, even within each class; `classes` gives the class of a group's first text. The same lessons
 * get the same folds.
 */
export function foldsOf(groups: readonly number[], classes: readonly number[], folds: number): number[] {
  const firsts = [...new Set(groups)].toSorted((a, b) => hashOfWord(`fold ${a}`) - hashOfWord(`fold ${b}`))
  const counts = new Map<number, number>()
  const foldOf = new Map<number, number>()
  for (const first of firsts) {
    const count = counts.get(classes[first] ?? 0) ?? 0
    counts.set(classes[first] ?? 0, count + 1)
    foldOf.set(first, count % folds)
  }
  return groups.map((group) => foldOf.get(group) ?? 0)
}
