import { createSimilarIndex } from '../similar/similar.ts'
import { groupByTies, type Tie } from './cluster.ts'
import { type Heat, heatOf } from './heat.ts'
import { nameOfTopic } from './naming.ts'

/** A message as topics are found among: its words cut, its title whole. */
export type TopicText = {
  readonly id: string
  readonly author: string
  readonly title: string
  readonly titleWords: readonly string[]
  readonly words: readonly string[]
  /** Days since 1970. */
  readonly day: number
  readonly area: string
  readonly likes: number
}

export type Topic = Heat & {
  readonly name: string
  readonly members: readonly string[]
  readonly from: number
  readonly to: number
}

/** Texts so alike are tied, if they lie no more days apart. */
const TIED = 0.55
const APART = 90
const NEIGHBOURS = 24
/** Fewer people make no topic. */
const FEWEST = 3

/** Topics of a list of messages, the hottest first. */
export function findTopics(texts: readonly TopicText[]): Topic[] {
  const tier = createTier(texts)
  return topicsFrom(texts, inOrder(texts).flatMap(tier.tiesOf))
}

/** Places of the texts in the order in which they were told: ties are looked for backwards in time. */
export const inOrder = (texts: readonly TopicText[]): number[] =>
  texts.map((_, place) => place).sort((a, b) => (texts[a]?.day ?? 0) - (texts[b]?.day ?? 0) || a - b)

/** Finds ties text by text, so that whoever has little time at once can stop between two. */
export function createTier(texts: readonly TopicText[]) {
  const index = createSimilarIndex()
  for (const { words } of texts) index.count(words)
  const places = new Map<string, number>()
  return {
    /** The ties of the text at this place to those asked for before. */
    tiesOf(place: number): Tie[] {
      const text = texts[place]
      if (!text) return []
      const asked = { words: text.words, title: text.titleWords, day: text.day, area: text.area }
      const ties = index.find({ ...asked, limit: NEIGHBOURS }).flatMap(({ id, score }) => {
        const other = places.get(id)
        const then = other === undefined ? undefined : texts[other]
        if (other === undefined || !then || score < TIED || text.day - then.day > APART) return []
        return [{ a: other, b: place, strength: score }]
      })
      places.set(text.id, place)
      index.add({ id: text.id, ...asked })
      return ties
    },
  }
}

/** Topics out of texts and their ties. */
export function topicsFrom(texts: readonly TopicText[], ties: readonly Tie[]): Topic[] {
  const commonIn = phraseCounter(texts)
  return groupByTies(texts.length, ties)
    .flatMap((places) =>
      topicOf(
        places.flatMap((place) => texts[place] ?? []),
        commonIn,
      ),
    )
    .sort((a, b) => b.heat - a.heat || b.people - a.people || (a.name < b.name ? -1 : 1))
}

function topicOf(members: readonly TopicText[], commonIn: (phrase: string) => number): Topic[] {
  const heat = heatOf(members)
  if (heat.people < FEWEST) return []
  const days = members.map(({ day }) => day)
  const titles = members.map(({ title }) => title)
  return [
    {
      ...heat,
      name: nameOfTopic(titles, commonIn),
      members: members.map(({ id }) => id),
      from: Math.min(...days),
      to: Math.max(...days),
    },
  ]
}

/** In how many of all titles a phrase stands; asked for few phrases, so each is looked for when it is asked for. */
function phraseCounter(texts: readonly TopicText[]): (phrase: string) => number {
  const all = texts.map(({ title }) => title.replace(/\s/g, ''))
  const known = new Map<string, number>()
  return (phrase) => {
    const kept = known.get(phrase)
    if (kept !== undefined) return kept
    const count = all.filter((title) => title.includes(phrase)).length
    known.set(phrase, count)
    return count
  }
}
