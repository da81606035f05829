import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Day } from '../../../platform/time.ts'
import type { UnitId, UnitVersion } from '../model.ts'
import type { UnitEvent, UnitUses } from '../rules/tree.ts'

const columns = sql`id, version, name, short_name as "shortName", kind, level, parent, code,
  from_day as "from", to_day as "to", merged_into as "mergedInto"`

/** Every version of every unit of the district; a few hundred rows, read whole because the tree is judged whole. */
export async function unitVersions(db: Db, district: string): Promise<readonly UnitVersion[]> {
  const { rows } = await sql<UnitVersion>`
    select ${columns} from organisations.unit where district = ${district} order by id, version`.execute(db.kysely)
  return rows
}

/** One unit's life, oldest first. */
export async function unitHistory(db: Db, district: string, unit: UnitId): Promise<readonly UnitVersion[]> {
  const { rows } = await sql<UnitVersion>`
    select ${columns} from organisations.unit
    where district = ${district} and id = ${unit} order by version`.execute(db.kysely)
  return rows
}

/** Takes the district's turn: whoever changes tree, roles, posts or duties waits here for the one before. */
export async function takeTurn(tx: Db, district: string): Promise<void> {
  await sql`insert into organisations.revision (district, number) values (${district}, 1)
    on conflict (district) do update set number = organisations.revision.number + 1`.execute(tx.kysely)
}

/** The number of changes made so far; 0 before the first. */
export async function revisionOf(db: Db, district: string): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select number from organisations.revision where district = ${district}`.execute(db.kysely)
  return rows[0]?.number ?? 0
}

export async function writeUnitEvents(tx: Db, district: string, events: readonly UnitEvent[]): Promise<void> {
  for (const event of events) {
    if (event.type === 'VersionEnded')
      await sql`update organisations.unit set to_day = ${event.to}, merged_into = ${event.mergedInto}
        where district = ${district} and id = ${event.id} and version = ${event.version}`.execute(tx.kysely)
    else await insertVersion(tx, district, event.version)
  }
}

async function insertVersion(tx: Db, district: string, unit: UnitVersion): Promise<void> {
  await sql`insert into organisations.unit
    (district, id, version, name, short_name, kind, level, parent, code, from_day, to_day, merged_into) values
    (${district}, ${unit.id}, ${unit.version}, ${unit.name}, ${unit.shortName}, ${unit.kind}, ${unit.level},
     ${unit.parent}, ${unit.code}, ${unit.from}, ${unit.to}, ${unit.mergedInto})`.execute(tx.kysely)
}

/** What still hangs on the unit on `day` and after; `openCases` is the case engine's to say. */
export async function usesOf(db: Db, district: string, unit: UnitId, day: Day): Promise<Omit<UnitUses, 'openCases'>> {
  const { rows } = await sql<{ posts: number; duties: number; isFallback: boolean }>`select
    (select count(*)::int from organisations.post where district = ${district} and unit = ${unit}
       and (to_day is null or to_day > greatest(from_day, ${day}::date))) as posts,
    (select count(*)::int from organisations.duty where district = ${district} and unit = ${unit}
       and (to_day is null or to_day > greatest(from_day, ${day}::date))) as duties,
    exists (select from organisations.fallback_desk where district = ${district} and unit = ${unit}) as "isFallback"`.execute(
    db.kysely,
  )
  return rows[0] ?? { posts: 0, duties: 0, isFallback: false }
}
