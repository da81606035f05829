import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { staffOnly } from '../../people/routes/door.ts'
import { Ok, oneOf, Text } from '../../people/routes/shapes.ts'
import { DICTIONARIES_RIGHT, dictionaryOf, saveEntry } from '../handle/dictionaries.ts'
import { dictionaries } from '../model.ts'
import { usedEntries } from '../store/dictionaries.ts'
import { dictionaryNames, dictionaryUses } from '../words/dictionaries.ts'
import { needs, staffOf } from './door.ts'
import { type OrganisationRouteParts, operator } from './parts.ts'

const tags = ['organisations']
const Said = Type.Object({ zh: Type.String(), en: Type.String() })
const Params = Type.Object({ id: oneOf(dictionaries, '字典') })
const Entry = Type.Object({
  code: Type.String(),
  name: Said,
  ordinal: Type.Integer(),
  retired: Type.Boolean(),
  revision: Type.Integer(),
  used: Type.Integer({ description: 'records that speak of it' }),
})

/** The small lists people pick from: all staff read them, keepers write them. */
export function dictionaryRoutes(http: Http, parts: OrganisationRouteParts): void {
  readRoutes(http, parts)
  http.put(
    '/api/organisations/dictionaries/:id/entries/:code',
    {
      onRequest: needs(DICTIONARIES_RIGHT),
      schema: {
        tags,
        summary: 'Adds, renames, moves or retires an entry',
        params: Type.Object({
          ...Params.properties,
          code: Type.String({ title: '代码', pattern: '^[a-z][a-z0-9-]{0,39}$' }),
        }),
        body: Type.Object(
          {
            zh: Text('中文名称', 40),
            en: Text('英文名称', 80),
            ordinal: Type.Integer({ title: '次序', minimum: 0, maximum: 9_999 }),
            retired: Type.Boolean({ title: '停用' }),
            seen: Type.Integer({ title: '已读版本', minimum: 0 }),
          },
          { additionalProperties: false },
        ),
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const { zh, en, ordinal, retired, seen } = request.body
      const { id, code } = request.params
      const entry = { code, name: { zh: zh.trim(), en: en.trim() }, ordinal, retired }
      return saveEntry(parts, staffOf(request), operator(parts, request), { dictionary: id, entry, seen })
    },
  )
}

function readRoutes(http: Http, { db }: OrganisationRouteParts): void {
  http.get(
    '/api/organisations/dictionaries',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'All dictionaries',
        response: {
          200: Type.Object({ rows: Type.Array(Type.Object({ id: Type.String(), name: Said, use: Said })) }),
          ...problems,
        },
      },
    },
    async () => ({
      rows: dictionaries.map((id) => ({ id, name: { ...dictionaryNames[id] }, use: { ...dictionaryUses[id] } })),
    }),
  )

  http.get(
    '/api/organisations/dictionaries/:id',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'The entries of one dictionary, those out of use too',
        params: Params,
        response: { 200: Type.Object({ rows: Type.Array(Entry) }), ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const { id } = request.params
      const used = await usedEntries(db, district, id)
      const rows = await dictionaryOf(db, district, id)
      return { rows: rows.map((row) => ({ ...row, name: { ...row.name }, used: used.get(row.code) ?? 0 })) }
    },
  )
}
