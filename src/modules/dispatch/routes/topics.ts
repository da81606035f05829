import { Type } from 'typebox'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { Page } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { listTopics, openAsTask, topicMentions, wholeTopic } from '../handle/topics.ts'
import { MentionQuery, Mentions, OpenTopicBody, TopicQuery, TopicView, TopicWhole } from '../model/topics.ts'
import { COMPARE_RIGHT, mayReadTopics } from '../policy.ts'
import type { DispatchRouteParts } from './parts.ts'

const tags = ['dispatch']
const guard = { onRequest: needs(COMPARE_RIGHT) }
const params = Type.Object({ id: Type.String({ pattern: '^topic_[0-9a-z]{26}$' }) })

const isYes = (asked: 'yes' | 'no' | undefined) => (asked === undefined ? undefined : asked === 'yes')

/** Hot topics, for those who see the cases of the whole district. */
export function topicRoutes(http: Http, parts: DispatchRouteParts): void {
  mentionRoute(http, parts)
  http.get(
    '/api/dispatch/topics',
    {
      ...guard,
      schema: {
        tags,
        summary: 'What many speak of, the hottest first',
        querystring: TopicQuery,
        response: { 200: Page(TopicView), ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      if (!mayReadTopics(who)) return refused('outside-your-scope', 403)
      const { after, limit = 50, sort = 'heat', opened, least } = request.query
      const list = { after, limit, sort, least, opened: isYes(opened) }
      const page = await listTopics(parts, who.district, list)
      return 'ok' in page ? page : { ...page, rows: [...page.rows] }
    },
  )

  http.get(
    '/api/dispatch/topics/:id',
    {
      ...guard,
      schema: { tags, summary: 'A topic and its cases', params, response: { 200: TopicWhole, ...problems } },
    },
    async (request) => {
      const who = staffOf(request)
      return mayReadTopics(who) ? wholeTopic(parts, who, request.params.id) : refused('outside-your-scope', 403)
    },
  )

  http.post(
    '/api/dispatch/topics/:id/open',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Opens a topic as a task: its oldest open case goes under supervision for all of it',
        params,
        body: OpenTopicBody,
        response: { 200: TopicWhole, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      if (!mayReadTopics(who)) return refused('outside-your-scope', 403)
      return openAsTask(parts, who, request.params.id, request.body.instruction)
    },
  )
}

function mentionRoute(http: Http, parts: DispatchRouteParts): void {
  http.get(
    '/api/dispatch/topics/mentions',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Where hot topics are spoken of: the spots of their cases, the hottest first',
        querystring: MentionQuery,
        response: { 200: Mentions, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      const { opened, topic } = request.query
      return mayReadTopics(who)
        ? topicMentions(parts, who, { topic, opened: isYes(opened) })
        : refused('outside-your-scope', 403)
    },
  )
}
