import { saveTree } from '../../../kernel/matters/handle/categories.ts'
import { publishOne } from '../../../kernel/matters/handle/matters.ts'
import type { KnownProcedure } from '../../../kernel/matters/model.ts'
import { categoriesOf } from '../../../kernel/matters/store/categories.ts'
import { findHead, type Stroke } from '../../../kernel/matters/store/versions.ts'
import type { Db } from '../../../platform/db/db.ts'
import { gridCategories, seedGridMatters } from './matters.ts'

/** Gives a district the types of things and states; what stands already is left alone, so it may run twice. */
export async function plantGridMatters(
  db: Db,
  district: string,
  procedures: readonly KnownProcedure[],
  stroke: Stroke,
): Promise<void> {
  const standing = await categoriesOf(db, district)
  const wanted = gridCategories(standing.filter(({ parent }) => parent === null).length)
  const missing = wanted.filter(({ id }) => !standing.some((node) => node.id === id))
  if (missing.length > 0) {
    const tree = await saveTree(db, district, [...standing, ...missing], stroke)
    if (!tree.ok) throw new Error(`the seeded types are no tree: ${JSON.stringify(tree.problems)}`)
  }
  await db.transaction(async (tx) => {
    for (const matter of seedGridMatters(district)) {
      if (await findHead(tx, district, matter.id)) continue
      const publishing = { matter, head: null, isCategory: () => true }
      const done = await publishOne(tx, { procedures }, publishing, { ...stroke, note: '网格案卷类型' })
      if (!done.ok) throw new Error(`${matter.id} cannot be published: ${JSON.stringify(done)}`)
    }
  })
}
