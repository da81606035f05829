import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'

export type NamingMatter = { readonly id: string; readonly name: string }

/** Published matters whose rule of responsibility names the unit itself: they would lead nowhere without it. */
export async function mattersNaming(db: Db, district: string, unit: string): Promise<readonly NamingMatter[]> {
  const { rows } = await sql<NamingMatter>`
    select m.id, m.name_zh as name from matters.matter m
    join matters.version v on v.district = m.district and v.id = m.id and v.version = m.version
    where m.district = ${district} and m.status = 'published' and v.body->'duty'->>'unit' = ${unit}
    order by m.id limit 200`.execute(db.kysely)
  return rows
}
