import { cutForIndex } from '../../../platform/text/cut.ts'
import { DAY } from '../../../platform/time.ts'
import { findTopics, type Topic } from '../rules/topics/topics.ts'

/** One row of a file of messages; `at` with its zone, likes where the platform counts them. */
export type FileMessage = {
  readonly id: string
  readonly author: string
  readonly topic: string
  readonly at: string
  readonly detail: string
  readonly likes?: number
}

/** The topics of a file of messages, the hottest first; nothing is kept. */
export const topicsOfFile = (messages: readonly FileMessage[]): Topic[] =>
  findTopics(
    messages.map(({ id, author, topic, at, detail, likes = 0 }) => ({
      id,
      author,
      title: topic,
      titleWords: cutForIndex(topic),
      words: cutForIndex(`${topic} ${detail}`),
      day: Math.floor(Date.parse(at) / DAY),
      area: '',
      likes,
    })),
  )
