import type { Db } from '../../../platform/db/db.ts'
import { saveTree } from '../handle/categories.ts'
import { publishOne } from '../handle/matters.ts'
import type { KnownProcedure } from '../model.ts'
import { categoriesOf } from '../store/categories.ts'
import { findHead, type Stroke } from '../store/versions.ts'
import { seedCategories } from './categories.ts'
import { seedMatters } from './matters.ts'

/**
 * Gives a district the seeded catalogue through the doors everybody uses. What is there already is left alone, so it
 * may run twice. Throws when a seeded matter cannot be published: that is a bug of the seed.
 */
export async function plantMatters(
  db: Db,
  district: string,
  procedures: readonly KnownProcedure[],
  stroke: Stroke,
): Promise<void> {
  const stands = (await categoriesOf(db, district)).length > 0
  const tree = stands ? null : await saveTree(db, district, seedCategories, stroke)
  if (tree?.ok === false) throw new Error(`the seeded tree is no tree: ${JSON.stringify(tree.problems)}`)
  await db.transaction(async (tx) => {
    for (const matter of seedMatters(district)) {
      if (await findHead(tx, district, matter.id)) continue
      const publishing = { matter, head: null, isCategory: () => true }
      const done = await publishOne(tx, { procedures }, publishing, { ...stroke, note: '初始目录' })
      if (!done.ok) throw new Error(`${matter.id} cannot be published: ${JSON.stringify(done)}`)
    }
  })
}
