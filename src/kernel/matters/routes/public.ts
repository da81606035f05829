import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { categoryTree, pathText } from '../rules/categories.ts'
import { mattersByWords } from '../rules/choose.ts'
import { categoriesOf } from '../store/categories.ts'
import { publicMatters } from '../store/lists.ts'
import { matterInForce, mattersInForce, matterVersion } from '../store/versions.ts'
import { type MatterRouteParts, todayOf } from './parts.ts'
import {
  AudienceQuery,
  Card,
  cardOf,
  DistrictQuery,
  Kind,
  MatterParams,
  PathQuery,
  PublicMatter,
  publicMatter,
  SuggestBody,
  TreeLine,
  Words,
} from './shapes.ts'

const tags = ['matters']
const SUGGESTED = 5

/** What anybody may ask of the catalogue, signed in or not: what is published and in force, and nothing else. */
export function publicRoutes(http: Http, parts: MatterRouteParts): void {
  const { db } = parts
  listRoute(http, parts)

  http.get(
    '/api/matters/categories',
    {
      schema: {
        tags,
        summary: 'The tree of categories, trunk first',
        querystring: Type.Object(DistrictQuery),
        response: { 200: Type.Object({ rows: Type.Array(TreeLine) }), ...problems },
      },
    },
    async ({ query }) => {
      const tree = categoryTree(await categoriesOf(db, query.district ?? parts.district))
      const standing = tree.all.filter(({ retired }) => !retired)
      return {
        rows: standing.map((node) => ({
          ...node,
          aliases: [...node.aliases],
          path: pathText(tree.pathOf(node.id) ?? []),
        })),
      }
    },
  )

  http.get(
    '/api/matters/:id',
    {
      schema: {
        tags,
        summary: 'One matter: its form and what is promised',
        description: 'In force today, or in the version named: the one an old case was opened under.',
        params: MatterParams,
        querystring: Type.Object({ ...DistrictQuery, version: Type.Optional(Type.Integer({ minimum: 1 })) }),
        response: { 200: PublicMatter, ...problems },
      },
    },
    async ({ params, query }) => {
      const { district = parts.district, version } = query
      const matter =
        version === undefined
          ? await matterInForce(db, district, params.id, todayOf(parts))
          : await matterVersion(db, district, params.id, version)
      if (matter === null || matter.internal) return refused('no-such-matter', 404)
      return publicMatter(matter, todayOf(parts))
    },
  )
}

function listRoute(http: Http, parts: MatterRouteParts): void {
  const { db } = parts
  http.get(
    '/api/matters',
    {
      schema: {
        tags,
        summary: 'Matters in force, by name; with words, the best match first',
        querystring: Type.Object({
          ...pageQuery,
          ...DistrictQuery,
          q: Type.Optional(Words),
          category: Type.Optional(PathQuery),
          kind: Type.Optional(Kind),
          audience: Type.Optional(AudienceQuery),
        }),
        response: { 200: Page(Card), ...problems },
      },
    },
    async ({ query }) => {
      const { after, limit = 50, district = parts.district, category, kind = null, audience = null } = query
      const cursor = after === undefined ? null : decodeCursor(after, 2)
      if (cursor && !cursor.ok) return cursor
      const words = query.q?.trim() || null
      const place = cursor && ([String(cursor.key[0]), String(cursor.key[1])] as const)
      const asked = { district, day: todayOf(parts), words, category: category || null, kind, audience, limit }
      const found = await publicMatters(db, { ...asked, after: place })
      const page = pageOf(found, limit, ({ id, name }) => [name.zh, id])
      return { rows: page.rows.map(cardOf), next: words === null ? page.next : null }
    },
  )

  http.post(
    '/api/matters/suggest',
    {
      schema: {
        tags,
        summary: 'Matters that a message might be about, the best match first',
        description: 'Ranked by the very rule by which a message without a matter is filed.',
        body: SuggestBody,
        response: { 200: Type.Object({ rows: Type.Array(Card) }), ...problems },
      },
    },
    async ({ body }) => {
      const inForce = await mattersInForce(db, body.district ?? parts.district, todayOf(parts))
      const open = inForce.filter(({ internal }) => !internal)
      const found = mattersByWords(open, { title: body.title ?? '', text: body.text })
      return { rows: found.slice(0, SUGGESTED).map(cardOf) }
    },
  )
}
