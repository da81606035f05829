import type { Db } from '../../../platform/db/db.ts'
import { publishOne } from '../handle/matters.ts'
import type { KnownProcedure, Matter } from '../model.ts'
import { findHead, type Stroke } from '../store/versions.ts'

/** Publishes a matter that cases open among themselves, where it does not stand yet. */
export async function plantInternal(
  db: Db,
  matter: Matter,
  procedures: readonly KnownProcedure[],
  stroke: Stroke,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (await findHead(tx, matter.district, matter.id)) return
    const publishing = { matter, head: null, isCategory: () => true }
    const done = await publishOne(tx, { procedures }, publishing, { ...stroke, note: matter.name.zh })
    if (!done.ok) throw new Error(`${matter.id} cannot be published: ${JSON.stringify(done)}`)
  })
}
