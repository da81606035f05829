import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import { said } from '../../../platform/words.ts'
import {
  defaultPreference,
  defaultSetting,
  type Person,
  type Preference,
  type Setting,
  type Wording,
} from '../model/notices.ts'

export type StoredWording = Wording & {
  readonly key: string
  readonly version: number
  readonly since: Instant
  readonly by: string
}

type Row = {
  key: string
  version: number
  title_zh: string
  title_en: string
  zh: string
  en: string
  since: Instant
  by: string
}

const wordingOf = ({ title_zh, title_en, zh, en, ...row }: Row): StoredWording => ({
  ...row,
  title: said(title_zh, title_en),
  text: said(zh, en),
})

/** Every wording the district ever used, oldest version first; a few hundred rows at most. */
export async function wordingsOf(db: Db, district: string): Promise<StoredWording[]> {
  const { rows } = await sql<Row>`
    select key, version, title_zh, title_en, zh, en, since, by from channels.template
    where district = ${district} order by key, version
  `.execute(db.kysely)
  return rows.map(wordingOf)
}

/** Writes the next version after the one that was edited. False when somebody else has written it meanwhile. */
export async function addWording(db: Db, district: string, wording: StoredWording): Promise<boolean> {
  const { key, version, title, text, since, by } = wording
  const { numAffectedRows } = await sql`
    insert into channels.template (district, key, version, title_zh, title_en, zh, en, since, by)
    select ${district}, ${key}, ${version}, ${title.zh}, ${title.en}, ${text.zh}, ${text.en}, ${since}, ${by}
    where ${version} = 1 + coalesce((select max(version) from channels.template where district = ${district} and key = ${key}), 0)
    on conflict (district, key, version) do nothing
  `.execute(db.kysely)
  return numAffectedRows === 1n
}

/** For each in the order given; who never said anything prefers what is usual. */
export async function preferencesOf(db: Db, people: readonly Person[]): Promise<readonly Preference[]> {
  const { rows } = await sql<{ preference: Preference | null }>`
    select case when p.id is null then null
      else json_build_object('sms', p.sms, 'mail', p.mail, 'tongue', p.tongue) end as preference
    from unnest(
      ${people.map(({ district }) => district)}::text[],
      ${people.map(({ kind }) => kind)}::text[],
      ${people.map(({ id }) => id)}::text[]
    ) with ordinality as who (district, kind, id, n)
    left join channels.preference p on p.district = who.district and p.kind = who.kind and p.id = who.id
    order by who.n
  `.execute(db.kysely)
  return rows.map(({ preference }) => preference ?? defaultPreference)
}

export async function getPreference(db: Db, person: Person): Promise<Preference> {
  const [preference = defaultPreference] = await preferencesOf(db, [person])
  return preference
}

export async function setPreference(
  db: Db,
  { district, kind, id }: Person,
  preference: Preference,
  at: Instant,
): Promise<void> {
  const { sms, mail, tongue } = preference
  await sql`
    insert into channels.preference (district, kind, id, sms, mail, tongue, changed_at)
    values (${district}, ${kind}, ${id}, ${sms}, ${mail}, ${tongue}, ${at})
    on conflict (district, kind, id) do update
      set sms = excluded.sms, mail = excluded.mail, tongue = excluded.tongue, changed_at = excluded.changed_at
  `.execute(db.kysely)
}

export async function getSetting(db: Db, district: string): Promise<Setting> {
  const { rows } = await sql<{ sms: boolean; mail: boolean; quiet_from: string; quiet_to: string }>`
    select sms, mail, quiet_from, quiet_to from channels.setting where district = ${district}
  `.execute(db.kysely)
  const [row] = rows
  return row ? { sms: row.sms, mail: row.mail, quiet: { from: row.quiet_from, to: row.quiet_to } } : defaultSetting
}

export async function setSetting(
  db: Db,
  district: string,
  setting: Setting,
  by: { who: string; at: Instant },
): Promise<void> {
  const { sms, mail, quiet } = setting
  await sql`
    insert into channels.setting (district, sms, mail, quiet_from, quiet_to, changed_at, changed_by)
    values (${district}, ${sms}, ${mail}, ${quiet.from}, ${quiet.to}, ${by.at}, ${by.who})
    on conflict (district) do update set sms = excluded.sms, mail = excluded.mail, quiet_from = excluded.quiet_from,
      quiet_to = excluded.quiet_to, changed_at = excluded.changed_at, changed_by = excluded.changed_by
  `.execute(db.kysely)
}
