import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { SavedView } from '../model/saved-views.ts'

/** Whose views: every statement names both, so that nobody reaches another's. */
export type Keeper = { readonly district: string; readonly id: string }

const mine = ({ district, id }: Keeper) => sql`district = ${district} and staff = ${id}`

/** His views in the order he gave them. */
export async function savedViewsOf(db: Db, keeper: Keeper): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    select id, name, asked from cases.saved_view where ${mine(keeper)} order by place, id`.execute(db.kysely)
  return rows
}

/** Keeps one behind the others. */
export async function addSavedView(db: Db, keeper: Keeper, view: SavedView, at: Instant): Promise<void> {
  const { id, name, asked } = view
  await sql`
    insert into cases.saved_view (district, staff, id, name, place, asked, changed_at)
    select ${keeper.district}, ${keeper.id}, ${id}, ${name}, coalesce(max(place) + 1, 0),
      ${JSON.stringify(asked)}::jsonb, ${at}
    from cases.saved_view where ${mine(keeper)}`.execute(db.kysely)
}

export async function changeSavedView(db: Db, keeper: Keeper, view: SavedView, at: Instant): Promise<void> {
  const { id, name, asked } = view
  await sql`
    update cases.saved_view set name = ${name}, asked = ${JSON.stringify(asked)}::jsonb, changed_at = ${at}
    where ${mine(keeper)} and id = ${id}`.execute(db.kysely)
}

export async function removeSavedView(db: Db, keeper: Keeper, id: string): Promise<void> {
  await sql`delete from cases.saved_view where ${mine(keeper)} and id = ${id}`.execute(db.kysely)
}

/** Puts them into this order. */
export async function orderSavedViews(db: Db, keeper: Keeper, ids: readonly string[]): Promise<void> {
  await sql`
    update cases.saved_view set place = array_position(${sql.val([...ids])}::text[], id) - 1
    where ${mine(keeper)} and id = any(${sql.val([...ids])}::text[])`.execute(db.kysely)
}
