/** One telling of a topic: who, on which day since 1970, and how many agreed with him. */
export type Telling = { readonly author: string; readonly day: number; readonly likes: number }

/** How hot a topic is, and from what. */
export type Heat = {
  readonly heat: number
  readonly people: number
  /** The most people in any seven days on end. */
  readonly peak: number
  /** Days from the first telling to the last, both counted. */
  readonly days: number
  readonly likes: number
}

const WEEK = 7

/**
 * Every person counts one, whoever writes ten times counts one; every person of the hottest week counts half as much
 * again; lasting and likes count by their size alone (logarithms), so that neither a chain letter nor a click campaign
 * outweighs people. One decimal.
 */
export function heatOf(tellings: readonly Telling[]): Heat {
  const people = new Set(tellings.map(({ author }) => author)).size
  const likes = tellings.reduce((sum, telling) => sum + telling.likes, 0)
  const last = Math.max(...tellings.map(({ day }) => day))
  const first = Math.min(...tellings.map(({ day }) => day))
  const days = tellings.length === 0 ? 0 : last - first + 1
  const peak = hottestWeek(tellings)
  const heat = people + peak / 2 + 2 * Math.log(1 + days) + 2 * Math.log(1 + likes)
  return { heat: tellings.length === 0 ? 0 : Math.round(heat * 10) / 10, people, peak, days, likes }
}

function hottestWeek(tellings: readonly Telling[]): number {
  const sorted = [...tellings].sort((a, b) => a.day - b.day)
  let peak = 0
  let from = 0
  const within = new Map<string, number>()
  for (const telling of sorted) {
    within.set(telling.author, (within.get(telling.author) ?? 0) + 1)
    for (let oldest = sorted[from]; oldest && oldest.day <= telling.day - WEEK; oldest = sorted[++from]) {
      const left = (within.get(oldest.author) ?? 1) - 1
      if (left === 0) within.delete(oldest.author)
      else within.set(oldest.author, left)
    }
    peak = Math.max(peak, within.size)
  }
  return peak
}
