import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { RunKind, RunView } from '../model/run.ts'

type Key = { readonly district: string; readonly id: string }

/** Says how far it is; answers whether somebody wants it to stop. Times are the database's: they tell only who still runs. */
export async function tellRun(
  db: Db,
  { district, id, what, told, by }: Key & { readonly what: RunKind; readonly told: number; readonly by: string },
): Promise<boolean> {
  const { rows } = await sql<{ stop: boolean }>`
    insert into life_circle.run as r (district, id, what, told, is_to_stop, by, told_at)
    values (${district}, ${id}, ${what}, ${told}, false, ${by}, now())
    on conflict (district, id) do update set told = excluded.told, told_at = excluded.told_at
      where r.by = excluded.by
    returning is_to_stop as stop`.execute(db.kysely)
  return rows[0]?.stop ?? true
}

export async function endRun(db: Db, { district, id }: Key): Promise<void> {
  await sql`delete from life_circle.run where district = ${district} and id = ${id}`.execute(db.kysely)
}

/** What somebody has running; what was not heard of for a minute died with its process. */
export async function runsBy(db: Db, district: string, by: string): Promise<RunView[]> {
  const { rows } = await sql<RunView>`select id, what, told, is_to_stop as stopping from life_circle.run
    where district = ${district} and by = ${by} and told_at > now() - interval '1 minute'
    order by told_at desc limit 20`.execute(db.kysely)
  return rows
}

/** Whether there was something of his to stop. */
export async function stopRun(db: Db, { district, id }: Key, by: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update life_circle.run set is_to_stop = true
    where district = ${district} and id = ${id} and by = ${by}`.execute(db.kysely)
  return Number(numAffectedRows ?? 0) > 0
}
