import type { Db } from '../../../platform/db/db.ts'
import type { Day } from '../../../platform/time.ts'
import type { MatterContents } from '../model/schema.ts'
import type { Category, CategoryPath, KnownProcedure, Matter, MatterId, MatterRefusal } from '../model.ts'
import { categoryTree } from '../rules/categories.ts'
import { matterProblems, type Problem } from '../rules/problems.ts'
import { categoriesOf } from '../store/categories.ts'
import { dropHead, findHead, insertVersion, type MatterHead, putHead, type Stroke } from '../store/versions.ts'

export type No = { readonly ok: false; readonly refusal: MatterRefusal; readonly problems?: readonly Problem[] }
export type Yes<Value> = { readonly ok: true } & Value

const no = (refusal: MatterRefusal): No => ({ ok: false, refusal })

/** A matter as somebody addresses it. `revision` is the one he read, so that nobody's work is overwritten unseen. */
export type Which = { readonly district: string; readonly id: MatterId; readonly revision?: number }

const draftOf = ({ district, id }: Which, contents: MatterContents): Matter => ({
  ...contents,
  id,
  district,
  version: 0,
  status: 'draft',
})

/** Opens a matter with its first draft. Refuses: draft-exists (the id is taken). */
export const createDraft = (
  db: Db,
  which: Which,
  contents: MatterContents,
  stroke: Stroke,
): Promise<No | Yes<object>> =>
  db.transaction(async (tx) => {
    if (await findHead(tx, which.district, which.id, true)) return no('draft-exists')
    await writeDraft(tx, null, draftOf(which, contents), stroke)
    return { ok: true }
  })

/** Saves the draft; of a published matter it opens one. Refuses: no-such-matter, changed-meanwhile. */
export const saveDraft = (
  db: Db,
  which: Which,
  contents: MatterContents,
  stroke: Stroke,
): Promise<No | Yes<{ revision: number }>> =>
  db.transaction(async (tx) => {
    const head = await findHead(tx, which.district, which.id, true)
    if (!head) return no('no-such-matter')
    if (isStale(which, head)) return no('changed-meanwhile')
    await writeDraft(tx, head, draftOf(which, contents), stroke)
    return { ok: true, revision: head.draftRevision + 1 }
  })

/** Throws the draft away; a matter never published goes with it. Refuses: no-draft, changed-meanwhile. */
export const dropDraft = (db: Db, which: Which, stroke: Stroke): Promise<No | Yes<object>> =>
  db.transaction(async (tx) => {
    const head = await findHead(tx, which.district, which.id, true)
    if (!head?.draft) return no('no-draft')
    if (isStale(which, head)) return no('changed-meanwhile')
    if (head.published) await putHead(tx, head.published, head, null, stroke)
    else await dropHead(tx, which.district, which.id)
    return { ok: true }
  })

const isStale = ({ revision }: Which, head: MatterHead): boolean =>
  revision !== undefined && revision !== head.draftRevision

/** Lists show the published version as long as there is one; the draft is nobody's business yet. */
export async function writeDraft(tx: Db, head: MatterHead | null, draft: Matter, stroke: Stroke): Promise<void> {
  const line = head ?? { status: 'draft' as const, version: 0, lastDay: draft.effectiveTo }
  await putHead(tx, head?.published ?? draft, line, draft, stroke)
}

/** What the catalogue needs to know of the rest of the city to judge a matter. */
export type Known = { readonly procedures: readonly KnownProcedure[] }

/** Which paths a matter may name; a district without a tree takes any. */
export function categoryTest(nodes: readonly Category[]): (path: CategoryPath) => boolean {
  const tree = categoryTree(nodes)
  return (path) => nodes.length === 0 || tree.find(path)?.retired === false
}

/**
 * Makes the draft the next version, for ever. Refuses: no-draft, changed-meanwhile, starts-before-last, and
 * matter-has-problems with the list of them.
 */
export const publish = (
  db: Db,
  known: Known,
  which: Which,
  stroke: Stroke & { note: string },
): Promise<No | Yes<{ matter: Matter }>> =>
  db.transaction(async (tx) => {
    const head = await findHead(tx, which.district, which.id, true)
    if (!head?.draft) return no('no-draft')
    if (isStale(which, head)) return no('changed-meanwhile')
    const isCategory = categoryTest(await categoriesOf(tx, which.district))
    return publishOne(tx, known, { matter: head.draft, head, isCategory }, stroke)
  })

type Publishing = {
  readonly matter: Matter
  readonly head: MatterHead | null
  readonly isCategory: (path: CategoryPath) => boolean
  /** A draft that stays; left out, none does. */
  readonly keep?: Matter | null
}

/** Publishes one matter inside a transaction that holds its line. `matter.version`, if higher, is kept. */
export async function publishOne(
  tx: Db,
  known: Known,
  { matter, head, isCategory, keep = null }: Publishing,
  stroke: Stroke & { note: string },
): Promise<No | Yes<{ matter: Matter }>> {
  const problems = matterProblems(matter, known.procedures, isCategory).filter(({ weight }) => weight === 'error')
  if (problems.length > 0) return { ok: false, refusal: 'matter-has-problems', problems }
  const last = head?.published ?? null
  if (last && matter.effectiveFrom < last.effectiveFrom) return no('starts-before-last')
  const version = Math.max((head?.version ?? 0) + 1, matter.version)
  const next: Matter = { ...matter, version, status: 'published' }
  await insertVersion(tx, next, stroke.note, stroke)
  await putHead(tx, next, { status: 'published', version, lastDay: next.effectiveTo }, keep, stroke)
  return { ok: true, matter: next }
}

/** Takes no new cases after that day; old ones live on under their version. Refuses: no-such-matter, already-retired. */
export const retire = (
  db: Db,
  which: Omit<Which, 'revision'>,
  lastDay: Day,
  stroke: Stroke,
): Promise<No | Yes<object>> =>
  db.transaction(async (tx) => {
    const head = await findHead(tx, which.district, which.id, true)
    if (!head?.published) return no('no-such-matter')
    if (head.status === 'retired') return no('already-retired')
    await putHead(tx, head.published, { status: 'retired', version: head.version, lastDay }, head.draft, stroke)
    return { ok: true }
  })
