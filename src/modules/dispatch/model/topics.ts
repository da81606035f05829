import { type Static, Type } from 'typebox'
import { CaseLink, OrNull } from '../../../kernel/cases/model/views.ts'
import { pageQuery } from '../../../platform/http/paging.ts'

export type TopicId = `topic_${string}`

export const topicSorts = ['heat', 'people', 'last'] as const
export type TopicSort = (typeof topicSorts)[number]

const Text = Type.String()
const Count = Type.Integer()

/** A topic as it is listed; days are days of the city, heat has one decimal. */
export const TopicView = Type.Object(
  {
    id: Text,
    name: Text,
    heat: Type.Number(),
    people: Count,
    cases: Count,
    peak: Type.Integer({ description: 'the most people in any seven days' }),
    days: Count,
    likes: Count,
    firstDay: Text,
    lastDay: Text,
    openedAt: OrNull(Text),
    leadCase: OrNull(Text),
    joinedSince: Type.Integer({ description: 'cases that came since it was opened as a task' }),
  },
  { title: 'Topic' },
)
export type TopicView = Static<typeof TopicView>

export const TopicQuery = Type.Object(
  {
    ...pageQuery,
    sort: Type.Optional(Type.Enum([...topicSorts], { default: 'heat' })),
    opened: Type.Optional(Type.Enum(['yes', 'no'], { description: 'as a supervised task' })),
    least: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, description: 'people at least' })),
  },
  { title: 'TopicQuery' },
)

export const TopicWhole = Type.Object({ topic: TopicView, cases: Type.Array(CaseLink) }, { title: 'TopicWithCases' })
export type TopicWhole = Static<typeof TopicWhole>

/** Where a case of a topic is: WGS84 degrees. */
export const MentionView = Type.Object(
  {
    topic: Text,
    name: Text,
    heat: Type.Number(),
    case: Text,
    number: Text,
    lng: Type.Number(),
    lat: Type.Number(),
  },
  { title: 'TopicMention' },
)
export type MentionView = Static<typeof MentionView>

export const MentionQuery = Type.Object(
  {
    opened: TopicQuery.properties.opened,
    topic: Type.Optional(Type.String({ pattern: '^topic_[0-9a-z]{26}$', title: '热点' })),
  },
  { title: 'TopicMentionQuery' },
)

/** `more`: there are further ones that a map does not need. */
export const Mentions = Type.Object({ rows: Type.Array(MentionView), more: Type.Boolean() }, { title: 'TopicMentions' })
export type Mentions = Static<typeof Mentions>

export const OpenTopicBody = Type.Object(
  { instruction: Type.String({ minLength: 2, maxLength: 1_000, title: '督办要求' }) },
  { additionalProperties: false, title: 'TopicTask' },
)
