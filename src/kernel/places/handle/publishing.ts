import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Day } from '../../../platform/time.ts'
import type { Layer, PlacesRefusal } from '../model/layers.ts'
import type { AreaDraft, AreaLevel } from '../model.ts'
import { markImportOf } from '../store/imports.ts'
import {
  bordersOf,
  dropDraft,
  type EditionKey,
  findVersion,
  lastPublished,
  putInForce,
  type Stroke,
} from '../store/layers.ts'
import { areasOf, saveAreas } from '../store.ts'

const no = (refusal: PlacesRefusal, status?: 404): Refused => refused(refusal, status)

/** Layers whose areas have names that people write: they are the gazetteer's too. */
const gazetteerLevel: Partial<Record<Layer, AreaLevel>> = {
  street: 'street',
  community: 'community',
  'social-grid': 'grid',
}

type Publishing = EditionKey & { readonly from: Day; readonly today: Day }

/**
 * Puts a draft in force from a day on, whole or not at all; the edition before it ends on that day. What already was
 * cannot be changed: it begins today or later, and not before the last one did.
 */
export async function publishEdition(tx: Db, asked: Publishing, stroke: Stroke): Promise<{ ok: true } | Refused> {
  const { district, layer, version, from, today } = asked
  const draft = await findVersion(tx, asked)
  if (draft === null || draft.state === 'discarded') return no('no-such-version', 404)
  if (draft.state !== 'draft') return no('version-not-a-draft')
  const last = await lastPublished(tx, district, layer)
  const isFirst = last === null
  if ((!isFirst && from < today) || (last?.from != null && from < last.from)) return no('from-before-the-last')
  if (draft.basedOn !== null && draft.basedOn !== last?.version) return no('base-no-longer-last')
  if (!(await namesTaken(tx, asked))) return no('parent-layer-missing')
  if (!(await putInForce(tx, asked, { from, ...stroke }))) return no('version-not-a-draft')
  await markImportOf(tx, { district, layer, version, state: 'published' })
  return { ok: true }
}

/** The gazetteer learns the names of the edition; what it knew besides, aliases above all, stays. */
async function namesTaken(tx: Db, { district, layer, version }: EditionKey): Promise<boolean> {
  const level = gazetteerLevel[layer]
  if (level === undefined) return true
  const known = new Map<string, readonly string[]>(
    (await areasOf(tx, district)).map(({ code, aliases }) => [code, aliases]),
  )
  const parentLevel = level === 'grid' ? 'community' : 'street'
  const drafts = (await bordersOf(tx, { district, layer, version })).map(({ code, name, parent }): AreaDraft => {
    const area = `${level}_${code}`
    return {
      code: area,
      level,
      name,
      parent: level === 'street' ? null : `${parentLevel}_${parent ?? ''}`,
      aliases: [...(known.get(area) ?? [])],
    }
  })
  return (await saveAreas(tx, district, drafts)).ok
}

/** Takes a draft back with all that was written into it. */
export async function discardEdition(tx: Db, key: EditionKey): Promise<{ ok: true } | Refused> {
  const draft = await findVersion(tx, key)
  if (draft === null) return no('no-such-version', 404)
  if (draft.state !== 'draft') return no('version-not-a-draft')
  await dropDraft(tx, key)
  await markImportOf(tx, { ...key, state: 'discarded' })
  return { ok: true }
}
