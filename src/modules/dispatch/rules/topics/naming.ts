const LONGEST = 16
const SHORTEST = 2
const MOST_PHRASES = 3
/** A phrase of the name stands in at least this share of the titles. */
const SHARE = 0.3

/** Phrases that begin or end in the middle of a number, a division or a sentence name nothing. */
const isHollow = (phrase: string): boolean =>
  !/^[\p{Script=Han}A-Za-z0-9]+$/u.test(phrase) ||
  /^[\dA-Za-z市区县的了在是和与及等吗路年]|[的了在是和与及等吗被把将年月]$|[A-Za-z]\d*$/.test(phrase) ||
  /^(?:咨|询|于|对|请|在|向|投诉|反映|请求|举报|建议|关于|请问|希望)/.test(phrase)

/**
 * Names a topic by the phrases its own titles share, longest and most shared first, in the order in which they stand
 * there. `commonIn` tells how many of all titles hold a phrase, so that 投诉 and 小区 name nothing.
 */
export function nameOfTopic(titles: readonly string[], commonIn: (phrase: string) => number): string {
  const whole = new Set(titles.map((title) => title.replace(/\s/g, '')))
  const holding = countPhrases([...whole])
  const least = Math.max(2, Math.ceil(SHARE * whole.size))
  const ranked = [...holding]
    .filter(([phrase, count]) => count >= least && !isHollow(phrase))
    .map(([phrase, count]) => ({
      phrase,
      worth: (count / whole.size) * (phrase.length - 1) * rarity(commonIn(phrase), count),
    }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.phrase < b.phrase ? -1 : 1))
  const chosen: string[] = []
  for (const { phrase } of ranked) {
    if (chosen.some((one) => overlaps(one, phrase))) continue
    chosen.push(phrase)
    if (chosen.length === MOST_PHRASES) break
  }
  const [first = ''] = titles
  if (chosen.length === 0) return [...first].slice(0, 20).join('')
  return chosen.sort((a, b) => placeIn(whole, a) - placeIn(whole, b)).join(' ')
}

/** One for a phrase that only this topic's titles hold, less the more others hold it. */
const rarity = (all: number, here: number): number => (here / Math.max(all, here)) ** 0.5 - 0.1

/** Phrases that share two letters on end, or of which one begins as the other ends, are pieces of one. */
function overlaps(a: string, b: string): boolean {
  if (a.at(-1) === b[0] || b.at(-1) === a[0]) return true
  for (let at = 0; at + 2 <= b.length; at++) if (a.includes(b.slice(at, at + 2))) return true
  return false
}

const placeIn = (titles: ReadonlySet<string>, phrase: string): number => {
  const places = [...titles].flatMap((title) => (title.includes(phrase) ? [title.indexOf(phrase) / title.length] : []))
  return places.reduce((sum, place) => sum + place, 0) / Math.max(places.length, 1)
}

/** In how many titles each phrase of two to sixteen letters stands. */
export function countPhrases(titles: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const title of titles) {
    const seen = new Set<string>()
    for (let length = SHORTEST; length <= LONGEST; length++)
      for (let at = 0; at + length <= title.length; at++) seen.add(title.slice(at, at + length))
    for (const phrase of seen) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  }
  return counts
}
