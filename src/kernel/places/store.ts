import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { Area, AreaCode, AreaDraft, AreaNode, AreaRowFault } from './model.ts'
import { areaTree, checkAreas } from './rules.ts'

const columns = sql`code, level, name, parent, aliases`

export type Saved =
  | { readonly ok: true; readonly saved: number }
  | { readonly ok: false; readonly refusal: 'rows-wrong'; readonly faults: readonly AreaRowFault[] }

/** Adds areas to a district, or changes those with a known code: all of the list, or none with every fault named. */
export async function saveAreas(db: Db, district: string, drafts: readonly AreaDraft[]): Promise<Saved> {
  return db.transaction(async (tx): Promise<Saved> => {
    const checked = checkAreas(drafts, await areasOf(tx, district))
    if (!checked.ok) return { ok: false, refusal: 'rows-wrong', faults: checked.faults }
    await sql`
      insert into places.area (district, code, level, name, parent, aliases)
      select ${district}, code, level, name, parent, aliases
      from jsonb_to_recordset(${JSON.stringify(checked.areas)}::jsonb)
        as r(code text, level text, name text, parent text, aliases text[])
      on conflict (district, code) do update
        set name = excluded.name, parent = excluded.parent, aliases = excluded.aliases`.execute(tx.kysely)
    return { ok: true, saved: checked.areas.length }
  })
}

/** Every area of a district, by code; what a gazetteer is made of. */
export async function areasOf(db: Db, district: string): Promise<readonly Area[]> {
  const { rows } = await sql<Area>`
    select ${columns} from places.area where district = ${district} order by code`.execute(db.kysely)
  return rows
}

/** The district's streets, with the communities and grids inside them. */
export const areaTreeOf = async (db: Db, district: string): Promise<readonly AreaNode[]> =>
  areaTree(await areasOf(db, district))

export async function findArea(db: Db, district: string, code: AreaCode): Promise<Area | null> {
  const { rows } = await sql<Area>`
    select ${columns} from places.area where district = ${district} and code = ${code}`.execute(db.kysely)
  return rows[0] ?? null
}

/** What lies directly in an area, or with null the district's streets, by code. */
export async function areasIn(db: Db, district: string, parent: AreaCode | null): Promise<readonly Area[]> {
  const { rows } = await sql<Area>`
    select ${columns} from places.area
    where district = ${district} and parent is not distinct from ${parent}::text order by code`.execute(db.kysely)
  return rows
}
