import { sql } from 'kysely'
import type { Json } from '../../../platform/canonical.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'

export type SettingVersion = {
  readonly key: string
  readonly version: number
  readonly body: Json
  readonly changedAt: Instant
  readonly changedBy: string
}

const columns = sql`key, version, body, changed_at as "changedAt", changed_by as "changedBy"`

/** Every setting of a district as it holds now. */
export async function settingsOf(db: Db, district: string): Promise<SettingVersion[]> {
  const { rows } = await sql<SettingVersion>`
    select distinct on (key) ${columns} from documents.setting where district = ${district}
    order by key, version desc`.execute(db.kysely)
  return rows
}

/** Every version of one, the newest first. */
export async function settingVersions(db: Db, district: string, key: string): Promise<SettingVersion[]> {
  const { rows } = await sql<SettingVersion>`
    select ${columns} from documents.setting where district = ${district} and key = ${key}
    order by version desc`.execute(db.kysely)
  return rows
}

/** Adds a version; false when that version is there already: somebody was first. */
export async function addSetting(tx: Db, district: string, one: SettingVersion): Promise<boolean> {
  const { rows } = await sql`
    insert into documents.setting (district, key, version, body, changed_at, changed_by)
    values (${district}, ${one.key}, ${one.version}, ${JSON.stringify(one.body)}, ${one.changedAt}, ${one.changedBy})
    on conflict (district, key, version) do nothing returning key`.execute(tx.kysely)
  return rows.length === 1
}
