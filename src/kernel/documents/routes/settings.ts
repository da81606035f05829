import { Type } from 'typebox'
import type { Json } from '../../../platform/canonical.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { changeSetting, defaultSetting, settingFaults } from '../handle/settings.ts'
import { SettingChange, SettingFaultView, SettingKey, SettingView } from '../model/views.ts'
import { documentKinds, regimes } from '../model.ts'
import { SETTINGS_RIGHT } from '../policy.ts'
import { settingsOf, settingVersions } from '../store/settings.ts'
import { type DocumentRouteParts, operator } from './parts.ts'

const tags = ['documents']
const guard = { onRequest: needs(SETTINGS_RIGHT) }
const path = '/api/documents/settings'

/** How documents are numbered and worded: read and changed by administrators, every version kept. */
export function settingRoutes(http: Http, parts: DocumentRouteParts): void {
  const { db, directory } = parts
  changeRoutes(http, parts)
  historyRoute(http, parts)
  http.get(
    path,
    {
      ...guard,
      schema: {
        tags,
        summary: 'Number format, wordings, law texts and letters of the organs as they hold now',
        response: { 200: Type.Object({ rows: Type.Array(SettingView), organs: Type.Array(Organ) }), ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const [tree, held] = await Promise.all([directory.tree(district), settingsOf(db, district)])
      const known = new Map(held.map((one) => [one.key, one]))
      const rows = allKeys.map((key) => shown(known.get(key) ?? unwritten(key, defaultSetting(key, tree))))
      const organs = [...tree.values()]
        .filter(({ level }) => level !== 'section')
        .map(({ id, name, shortName }) => {
          const word = known.get(`word/${id}`)
          const text = (word?.body as { text?: string } | undefined)?.text
          return { id, name, word: text ?? shortName, version: word?.version ?? 0 }
        })
      return { rows, organs }
    },
  )
}

function changeRoutes(http: Http, parts: DocumentRouteParts): void {
  const { db, directory } = parts
  http.put(
    path,
    {
      ...guard,
      schema: {
        tags,
        summary: 'Writes the next version of one of them',
        body: SettingChange,
        response: { 200: Type.Object({ version: Type.Integer() }), ...problems },
      },
    },
    async (request) => {
      const tree = await directory.tree(staffOf(request).district)
      const { key, seen, body } = request.body
      const done = await changeSetting(db, tree, operator(parts, request), { key, seen, body: body as Json })
      return done.ok ? { version: done.version } : done
    },
  )

  http.post(
    `${path}/faults`,
    {
      ...guard,
      schema: {
        tags,
        summary: 'What would keep it from being used; writes nothing',
        body: Type.Omit(SettingChange, ['seen'], { additionalProperties: false }),
        response: { 200: Type.Object({ rows: Type.Array(SettingFaultView) }), ...problems },
      },
    },
    async ({ body: { key, body } }) => ({ rows: [...settingFaults(key, body as Json)] }),
  )
}

function historyRoute(http: Http, { db, directory }: DocumentRouteParts): void {
  http.get(
    `${path}/history`,
    {
      ...guard,
      schema: {
        tags,
        summary: 'Every version of one of them',
        querystring: Type.Object({ key: SettingKey }),
        response: { 200: Type.Object({ rows: Type.Array(SettingView) }), ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const { key } = request.query
      const first = defaultSetting(key, await directory.tree(district))
      if (first === null) return refused('no-such-setting', 404)
      const versions = await settingVersions(db, district, key)
      return { rows: [...versions.map(shown), shown(unwritten(key, first))] }
    },
  )
}

const Organ = Type.Object({ id: Type.String(), name: Type.String(), word: Type.String(), version: Type.Integer() })

const allKeys: readonly string[] = [
  'format',
  ...documentKinds.map((kind) => `text/${kind}`),
  ...regimes.flatMap((regime) => documentKinds.map((kind) => `law/${regime}/${kind}`)),
]

type Row = {
  readonly key: string
  readonly version: number
  readonly body: Json
  readonly changedAt: string | null
  readonly changedBy: string | null
}

const unwritten = (key: string, body: Json): Row => ({ key, version: 0, body, changedAt: null, changedBy: null })
const shown = ({ key, version, body, changedAt, changedBy }: Row): SettingView => ({
  key,
  version,
  body: body as Record<string, unknown>,
  changedAt,
  changedBy,
})
