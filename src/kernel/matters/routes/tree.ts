import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { staffOnly } from '../../people/routes/door.ts'
import { saveTree } from '../handle/categories.ts'
import { asCategory, CategoryIdSchema, CategorySchema } from '../model/schema.ts'
import { PUBLISH_RIGHT } from '../policy.ts'
import { categoryTree, pathText } from '../rules/categories.ts'
import { categoriesOf, categoryHistory } from '../store/categories.ts'
import { logged, type MatterRouteParts } from './parts.ts'
import { TreeLine } from './shapes.ts'

const tags = ['matters']
const Saved = Type.Object({ ok: Type.Literal(true), changed: Type.Integer(), retired: Type.Integer() })
const NodeVersion = Type.Object({ node: CategorySchema, changedAt: Type.String(), changedBy: Type.String() })

/** The tree of categories as the staff see it, retired nodes and former names included. */
export function treeRoutes(http: Http, parts: MatterRouteParts): void {
  const { db } = parts

  http.get(
    '/api/matters/tree',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'The whole tree',
        response: { 200: Type.Object({ rows: Type.Array(TreeLine) }), ...problems },
      },
    },
    async (request) => {
      const tree = categoryTree(await categoriesOf(db, staffOf(request).district))
      return {
        rows: tree.all.map((node) => ({
          ...node,
          aliases: [...node.aliases],
          path: pathText(tree.pathOf(node.id) ?? []),
        })),
      }
    },
  )

  http.get(
    '/api/matters/tree/:id/versions',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'How one category was over time, newest first',
        params: Type.Object({ id: CategoryIdSchema }),
        response: { 200: Type.Object({ rows: Type.Array(NodeVersion) }), ...problems },
      },
    },
    async (request) => {
      const past = await categoryHistory(db, staffOf(request).district, request.params.id)
      return { rows: past.map(({ node, ...rest }) => ({ ...rest, node: { ...node, aliases: [...node.aliases] } })) }
    },
  )

  http.put(
    '/api/matters/tree',
    {
      onRequest: [staffOnly, needs(PUBLISH_RIGHT)],
      schema: {
        tags,
        summary: 'Makes this the tree; a category left out is retired',
        body: Type.Object({ categories: Type.Array(CategorySchema, { maxItems: 10_000 }) }),
        response: { 200: Saved, ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      return logged(parts, request, { what: 'matters.tree.save', target: district }, (tx, stroke) =>
        saveTree(tx, district, request.body.categories.map(asCategory), stroke),
      )
    },
  )
}
