import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Category, CategoryId } from '../model.ts'
import type { Stroke } from './versions.ts'

/** The tree as it stands, retired nodes included. */
export async function categoriesOf(db: Db, district: string): Promise<readonly Category[]> {
  const { rows } = await sql<Category>`
    select id, version, parent, json_build_object('zh', name_zh, 'en', name_en) as name, aliases, ordinal, retired
    from matters.category where district = ${district} order by ordinal, id`.execute(db.kysely)
  return rows
}

/** Writes these nodes as they now are, each under its own version, and keeps a copy for the history. */
export async function putCategories(tx: Db, district: string, nodes: readonly Category[], { at, by }: Stroke) {
  if (nodes.length === 0) return
  const lines = JSON.stringify(nodes.map((node) => ({ ...node, zh: node.name.zh, en: node.name.en })))
  await sql`insert into matters.category (district, id, version, parent, name_zh, name_en, aliases, ordinal, retired)
    select ${district}, id, version, parent, zh, en, aliases, ordinal, retired
    from jsonb_to_recordset(${lines}::jsonb) as r(id text, version int, parent text, zh text, en text,
      aliases text[], ordinal int, retired boolean)
    on conflict (district, id) do update set version = excluded.version, parent = excluded.parent,
      name_zh = excluded.name_zh, name_en = excluded.name_en, aliases = excluded.aliases, ordinal = excluded.ordinal,
      retired = excluded.retired`.execute(tx.kysely)
  await sql`insert into matters.category_version (district, id, version, body, changed_at, changed_by)
    select ${district}, node->>'id', (node->>'version')::int, node, ${at}::timestamptz, ${by}
    from jsonb_array_elements(${JSON.stringify(nodes)}::jsonb) as node`.execute(tx.kysely)
}

export type CategoryVersion = { readonly node: Category; readonly changedAt: Instant; readonly changedBy: string }

/** How one node was over time, newest first. */
export async function categoryHistory(db: Db, district: string, id: CategoryId): Promise<readonly CategoryVersion[]> {
  const { rows } = await sql<CategoryVersion>`
    select body as node, changed_at as "changedAt", changed_by as "changedBy" from matters.category_version
    where district = ${district} and id = ${id} order by version desc`.execute(db.kysely)
  return rows
}
