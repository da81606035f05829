import type { Db } from '../../../platform/db/db.ts'
import type { Category } from '../model.ts'
import { type TreeProblem, treeChanges, treeProblems } from '../rules/categories.ts'
import { categoriesOf, putCategories } from '../store/categories.ts'
import type { Stroke } from '../store/versions.ts'

export type TreeAnswer =
  | { readonly ok: true; readonly changed: number; readonly retired: number }
  | { readonly ok: false; readonly refusal: 'tree-has-problems'; readonly problems: readonly TreeProblem[] }

/**
 * Makes this the tree of the district. A changed node gets its next version, and its former name stays an alias, so
 * that old paths still lead to it. A node left out is retired, never deleted. Nothing changed, nothing written.
 */
export async function saveTree(
  db: Db,
  district: string,
  nodes: readonly Category[],
  stroke: Stroke,
): Promise<TreeAnswer> {
  const problems = treeProblems(nodes)
  if (problems.length > 0) return { ok: false, refusal: 'tree-has-problems', problems }
  return db.transaction(async (tx) => {
    const changes = treeChanges(await categoriesOf(tx, district), nodes)
    await putCategories(tx, district, changes, stroke)
    const retired = changes.filter(({ id }) => !nodes.some((node) => node.id === id)).length
    return { ok: true, changed: changes.length - retired, retired }
  })
}
