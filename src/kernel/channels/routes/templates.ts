import { Type } from 'typebox'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { operate } from '../../people/handle/operations.ts'
import { Ok } from '../../people/routes/shapes.ts'
import { wordingExample } from '../handle/wording-example.ts'
import { reword, templatesNow, wordingHistory } from '../handle/wordings.ts'
import { SettingBody, type Template, WordingBody } from '../model/notices.ts'
import { getSetting, setSetting } from '../store/templates.ts'
import { type ChannelsRouteParts, MANAGE_RIGHT, operator } from './parts.ts'
import { TemplateLine } from './shapes.ts'

const tags = ['channels']
const Key = Type.Object({ key: Type.String({ maxLength: 60, pattern: '^[a-z][a-z-]*$' }) })
const Templates = Type.Object({ rows: Type.Array(TemplateLine) })

const lineOf = ({ must, may, ...template }: Template) => ({ ...template, must: [...must], may: [...may] })

/** The words of every notice, which the city may change; old words stay readable. */
export function templateRoutes(http: Http, parts: ChannelsRouteParts): void {
  const guard = { onRequest: needs(MANAGE_RIGHT) }

  http.get(
    '/api/channels/templates',
    {
      ...guard,
      schema: { tags, summary: 'Every notice as it is worded now', response: { 200: Templates, ...problems } },
    },
    async (request) => ({ rows: (await templatesNow(parts, staffOf(request).district)).map(lineOf) }),
  )

  http.get(
    '/api/channels/templates/:key',
    {
      ...guard,
      schema: {
        tags,
        summary: 'How a notice was worded, newest first',
        params: Key,
        response: { 200: Templates, ...problems },
      },
    },
    async (request) => {
      const history = await wordingHistory(parts, staffOf(request).district, request.params.key)
      return history === null ? refused('no-such-template', 404) : { rows: history.map(lineOf) }
    },
  )

  http.get(
    '/api/channels/templates/:key/example',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Values to show a wording with: of the newest notice given by it, secrets covered',
        params: Key,
        response: {
          200: Type.Object({ params: Type.Record(Type.String(), Type.Unknown()), isReal: Type.Boolean() }),
          ...problems,
        },
      },
    },
    async (request) => {
      const found = await wordingExample(parts, staffOf(request).district, request.params.key)
      return found === null ? refused('no-such-template', 404) : { ...found, params: { ...found.params } }
    },
  )

  http.put(
    '/api/channels/templates/:key',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Words a notice anew, from now on',
        params: Key,
        body: WordingBody,
        response: { 200: Type.Object({ ok: Type.Literal(true), version: Type.Integer() }), ...problems },
      },
    },
    async (request) => reword(parts, operator(parts, request), request.params.key, request.body),
  )

  settingRoutes(http, parts)
}

function settingRoutes(http: Http, parts: ChannelsRouteParts): void {
  const { db } = parts
  const guard = { onRequest: needs(MANAGE_RIGHT) }

  http.get(
    '/api/channels/setting',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Which doors are open and when it is quiet',
        response: { 200: SettingBody, ...problems },
      },
    },
    async (request) => getSetting(db, staffOf(request).district),
  )

  http.put(
    '/api/channels/setting',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Opens and closes doors, sets the quiet hours',
        body: SettingBody,
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const by = operator(parts, request)
      return operate(db, by, { what: 'channels.setting.change', target: by.district }, async (tx) => {
        await setSetting(tx, by.district, request.body, by)
        return { ok: true as const }
      })
    },
  )
}
