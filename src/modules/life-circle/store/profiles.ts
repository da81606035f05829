import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ProfileBody } from '../model/profile.ts'
import type { Stroke } from './facilities.ts'

export type StoredProfile = {
  readonly id: string
  readonly version: number
  readonly body: ProfileBody
  readonly note: string
  readonly changedAt: Instant
  readonly changedBy: string
}

const columns = sql`id, version, body, note, changed_at as "changedAt", changed_by as "changedBy"`

/** The newest version of every profile that the district has changed or made. */
export async function changedProfiles(db: Db, district: string): Promise<StoredProfile[]> {
  const { rows } = await sql<StoredProfile>`select distinct on (id) ${columns} from life_circle.profile
    where district = ${district} order by id, version desc`.execute(db.kysely)
  return rows
}

export async function versionsOfProfile(db: Db, district: string, id: string): Promise<StoredProfile[]> {
  const { rows } = await sql<StoredProfile>`select ${columns} from life_circle.profile
    where district = ${district} and id = ${id} order by version desc limit 200`.execute(db.kysely)
  return rows
}

export type NextProfile = {
  readonly id: string
  readonly version: number
  readonly body: ProfileBody
  readonly note: string
}

/** Whether nobody else had written this version first. */
export async function putProfile(db: Db, district: string, next: NextProfile, { at, by }: Stroke): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into life_circle.profile (district, id, version, body, note, changed_at, changed_by)
    values (${district}, ${next.id}, ${next.version}, ${JSON.stringify(next.body)}::jsonb, ${next.note}, ${at}, ${by})
    on conflict do nothing`.execute(db.kysely)
  return Number(numAffectedRows ?? 0) > 0
}

export type Standing = { readonly profile: string | null; readonly network: number | null }

/** What the district reckons with when nobody says otherwise. */
export async function standingOf(db: Db, district: string): Promise<Standing> {
  const { rows } = await sql<Standing>`select profile, network from life_circle.standing
    where district = ${district}`.execute(db.kysely)
  return rows[0] ?? { profile: null, network: null }
}

export async function putStanding(db: Db, district: string, { profile, network }: Partial<Standing>): Promise<void> {
  await sql`insert into life_circle.standing as s (district, profile, network)
    values (${district}, ${profile ?? null}, ${network ?? null})
    on conflict (district) do update set profile = coalesce(excluded.profile, s.profile),
      network = coalesce(excluded.network, s.network)`.execute(db.kysely)
}
