import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { WatchLineView } from '../model.ts'

/** The lines a district has changed or added. */
export async function changedWatchLines(db: Db, district: string): Promise<WatchLineView[]> {
  const { rows } = await sql<WatchLineView>`
    select id, kind, level, phrase, unless, taken_back_by as "takenBackBy", reason, active
    from dispatch.watch_line where district = ${district} order by id`.execute(db.kysely)
  return rows
}

export type Stroke = { readonly at: Instant; readonly by: string }

/** Writes a line as it shall be from now on. */
export async function putWatchLine(db: Db, district: string, line: WatchLineView, { at, by }: Stroke): Promise<void> {
  await sql`
    insert into dispatch.watch_line
      (district, id, kind, level, phrase, unless, taken_back_by, reason, active, changed_at, changed_by)
    values (${district}, ${line.id}, ${line.kind}, ${line.level}, ${line.phrase}, ${line.unless}, ${line.takenBackBy},
      ${line.reason}, ${line.active}, ${at}, ${by})
    on conflict (district, id) do update set kind = excluded.kind, level = excluded.level, phrase = excluded.phrase,
      unless = excluded.unless, taken_back_by = excluded.taken_back_by, reason = excluded.reason,
      active = excluded.active, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(db.kysely)
}
