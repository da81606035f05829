import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { ReplyTemplate } from '../model/reply-templates.ts'

const columns = sql`id, version, unit, name, body, live, changed_at as "changedAt", changed_by as "changedBy"`

type Row = Omit<ReplyTemplate, 'changedAt'> & { readonly changedAt: Date | string }
const shaped = (row: Row): ReplyTemplate => ({ ...row, changedAt: new Date(row.changedAt).toISOString() })

/** The templates of a district as they hold now, withdrawn ones included; by name. */
export async function templatesOf(db: Db, district: string): Promise<ReplyTemplate[]> {
  const { rows } = await sql<Row>`
    select * from (
      select distinct on (id) ${columns} from cases.reply_template where district = ${district}
      order by id, version desc) as newest
    order by name, id`.execute(db.kysely)
  return rows.map(shaped)
}

export type TemplateAsk = {
  /** Units whose templates he may use, and those whose withdrawn ones he sees as well; null stands for the district. */
  readonly used: readonly (string | null)[]
  readonly kept: readonly (string | null)[]
  readonly words: string | null
  readonly unit: string | null
  readonly live: boolean | null
  /** Name and id of the last row of the page before. */
  readonly after: readonly [string, string] | null
  readonly limit: number
}

/** Templates as they hold now, by name; one row more than asked for tells that there is more. */
export async function templatePage(db: Db, district: string, ask: TemplateAsk): Promise<ReplyTemplate[]> {
  const { used, kept, words, unit, live, after, limit } = ask
  const among = (
    units: readonly (string | null)[],
  ) => sql`(unit = any(${sql.val(units.filter((one) => one !== null))}::text[])
    or (unit is null and ${units.includes(null)}))`
  const { rows } = await sql<Row>`
    select * from (
      select distinct on (id) ${columns} from cases.reply_template where district = ${district}
      order by id, version desc) as newest
    where ${among(used)} and (live or ${among(kept)})
      and (${words}::text is null or position(lower(${words}) in lower(name || ' ' || body)) > 0)
      and (${unit}::text is null or coalesce(unit, 'district') = ${unit})
      and (${live}::boolean is null or live = ${live})
      and (${after?.[0] ?? null}::text is null or (name collate "C", id) > (${after?.[0] ?? null}, ${after?.[1] ?? null}))
    order by name collate "C", id limit ${limit + 1}`.execute(db.kysely)
  return rows.map(shaped)
}

/** Every version of one, the newest first; none where there is no such template. */
export async function templateVersions(db: Db, district: string, id: string): Promise<ReplyTemplate[]> {
  const { rows } = await sql<Row>`
    select ${columns} from cases.reply_template where district = ${district} and id = ${id}
    order by version desc`.execute(db.kysely)
  return rows.map(shaped)
}

/** Adds a version; false when that version is there already: somebody was first. */
export async function addTemplateVersion(db: Db, district: string, one: ReplyTemplate): Promise<boolean> {
  const { rows } = await sql`
    insert into cases.reply_template (district, id, version, unit, name, body, live, changed_at, changed_by)
    values (${district}, ${one.id}, ${one.version}, ${one.unit}, ${one.name}, ${one.body}, ${one.live},
      ${one.changedAt}, ${one.changedBy})
    on conflict (district, id, version) do nothing returning id`.execute(db.kysely)
  return rows.length === 1
}
