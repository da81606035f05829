import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Addressee, Notice } from '../model/notices.ts'
import { columns, type NoticeRow, noticeOf } from './notices.ts'

/** Whose notices: a person's own, and those of the units he works in. */
export type Boxes = { readonly district: string; readonly boxes: readonly Addressee[] }

const boxTable = ({ boxes }: Boxes) => sql`
  unnest(${boxes.map(({ kind }) => kind)}::text[], ${boxes.map(({ id }) => id)}::text[]) as box (kind, id)`

/** What lies in these boxes, newest first. */
export async function noticesIn(
  db: Db,
  of: Boxes,
  page: {
    readonly unreadOnly: boolean
    readonly after: { readonly at: Instant; readonly id: string } | null
    readonly limit: number
  },
): Promise<Notice[]> {
  const older = page.after ? sql`(n.at, n.id) < (${page.after.at}::timestamptz, ${page.after.id})` : sql`true`
  const unread = page.unreadOnly ? sql`n.read_at is null` : sql`true`
  const { rows } = await sql<NoticeRow>`
    select newest.* from ${boxTable(of)} cross join lateral (
      select ${columns} from channels.notice as n
      where n.district = ${of.district} and n.to_kind = box.kind and n.to_id = box.id and ${older} and ${unread}
      order by n.at desc, n.id desc limit ${page.limit}
    ) as newest
    order by newest.at desc, newest.id desc limit ${page.limit}
  `.execute(db.kysely)
  return rows.map(noticeOf)
}

const COUNT_AT_MOST = 100

/** How many are unread; a hundred stands for a hundred and more. */
export async function unreadIn(db: Db, of: Boxes): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from (
      select 1 from ${boxTable(of)}
      join channels.notice as n on n.district = ${of.district} and n.to_kind = box.kind and n.to_id = box.id
      where n.read_at is null limit ${COUNT_AT_MOST}
    ) as unread
  `.execute(db.kysely)
  return rows[0]?.unread ?? 0
}

/** Marks one as read, by whoever has the box. False when none of his boxes holds it. */
export async function markRead(db: Db, of: Boxes, id: string, at: Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update channels.notice as n set read_at = coalesce(n.read_at, ${at})
    where n.district = ${of.district} and n.id = ${id}
      and (n.to_kind, n.to_id) in (select box.kind, box.id from ${boxTable(of)})
  `.execute(db.kysely)
  return numAffectedRows === 1n
}

/** Marks everything that lies there up to a moment; what came in meanwhile stays unread. Returns how many. */
export async function markAllRead(db: Db, of: Boxes, until: Instant, at: Instant): Promise<number> {
  const { numAffectedRows } = await sql`
    update channels.notice as n set read_at = ${at}
    where n.district = ${of.district} and n.read_at is null and n.at <= ${until}
      and (n.to_kind, n.to_id) in (select box.kind, box.id from ${boxTable(of)})
  `.execute(db.kysely)
  return Number(numAffectedRows ?? 0)
}

export type LogQuestion = {
  readonly district: string
  readonly state: 'any' | 'waiting' | 'sent' | 'left' | 'dead'
  readonly template: string | null
  readonly caseId: string | null
  readonly after: { readonly at: Instant; readonly id: string } | null
  readonly limit: number
}

const states = {
  any: sql`true`,
  waiting: sql`n.due is not null and n.dead_at is null`,
  sent: sql`n.outcome = 'sent'`,
  left: sql`n.due is null and n.outcome is not null and n.outcome <> 'sent'`,
  dead: sql`n.dead_at is not null`,
}

/** All notices of a district, newest first, for those who may see the log. */
export async function noticeLog(db: Db, question: LogQuestion): Promise<Notice[]> {
  const { district, state, template, caseId, after, limit } = question
  const { rows } = await sql<NoticeRow>`
    select ${columns} from channels.notice as n
    where n.district = ${district} and ${states[state]}
      and ${template === null ? sql`true` : sql`n.template = ${template}`}
      and ${caseId === null ? sql`true` : sql`n.case_id = ${caseId}`}
      and ${after === null ? sql`true` : sql`(n.at, n.id) < (${after.at}::timestamptz, ${after.id})`}
    order by n.at desc, n.id desc limit ${limit}
  `.execute(db.kysely)
  return rows.map(noticeOf)
}
