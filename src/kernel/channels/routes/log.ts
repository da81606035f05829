import { Type } from 'typebox'
import { Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { operate } from '../../people/handle/operations.ts'
import { Ok } from '../../people/routes/shapes.ts'
import { maskPhone } from '../../people/rules/phone.ts'
import { logLine } from '../handle/presenting.ts'
import { wordingBook } from '../handle/wordings.ts'
import { noticeLog } from '../store/boxes.ts'
import { reviveNotice } from '../store/notices.ts'
import { afterOf } from './inbox.ts'
import { type ChannelsRouteParts, LOG_RIGHT, MANAGE_RIGHT, operator } from './parts.ts'
import { NoticeLogLine, RecordedLine } from './shapes.ts'

const tags = ['channels']

/** What was told to whom and whether it went out. Codes are covered; telephones and addresses are not known here. */
export function logRoutes(http: Http, parts: ChannelsRouteParts): void {
  const { db } = parts

  http.get(
    '/api/channels/notices',
    {
      onRequest: needs(LOG_RIGHT),
      schema: {
        tags,
        summary: 'All notices, newest first',
        querystring: Type.Object({
          ...pageQuery,
          state: Type.Optional(Type.Enum(['any', 'waiting', 'sent', 'left', 'dead'])),
          template: Type.Optional(Type.String({ maxLength: 60 })),
          case: Type.Optional(Type.String({ maxLength: 100 })),
        }),
        response: { 200: Page(NoticeLogLine), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, state = 'any', template = null, case: caseId = null } = request.query
      const from = afterOf(after)
      if (!from.ok) return from
      const { district } = staffOf(request)
      const found = await noticeLog(db, { district, state, template, caseId, after: from.place, limit: limit + 1 })
      const book = await wordingBook(parts, district)
      const page = pageOf(found, limit, ({ at, id }) => [at, id])
      return { rows: page.rows.map((notice) => logLine(notice, book)), next: page.next }
    },
  )

  http.post(
    '/api/channels/notices/retry',
    {
      onRequest: needs(MANAGE_RIGHT),
      schema: {
        tags,
        summary: 'Tries a notice again that ran out of tries',
        body: Type.Object({ id: Type.String({ maxLength: 200 }) }),
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const by = operator(parts, request)
      const { id } = request.body
      return operate(db, by, { what: 'channels.notice.retry', target: id }, async (tx) =>
        (await reviveNotice(tx, by.district, id, by.at)) ? { ok: true as const } : refused('notice-not-dead'),
      )
    },
  )

  http.get(
    '/api/channels/recorded',
    {
      onRequest: needs(LOG_RIGHT),
      schema: {
        tags,
        summary: 'What the demo would have sent by SMS and mail; empty in a city',
        response: { 200: Type.Object({ rows: Type.Array(RecordedLine) }), ...problems },
      },
    },
    async () => ({
      rows: (parts.recorded?.() ?? []).map((message) => {
        const to = message.medium === 'sms' ? maskPhone(message.to) : message.to.replace(/^(.).*@/, '$1***@')
        return { ...message, to, subject: 'subject' in message ? message.subject : null }
      }),
    }),
  )
}
