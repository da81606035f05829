import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { NoticeParams } from '../model/notices.ts'

/** So many of the newest notices are looked through; a template that stands in none of them has no example. */
const LOOKED_AT = 2_000

/** What the newest notice of a template named; null while none was given. Parameters name no person. */
export async function newestParams(db: Db, district: string, template: string): Promise<NoticeParams | null> {
  const { rows } = await sql<{ params: NoticeParams }>`
    select params from (
      select template, params, at, id from channels.notice where district = ${district}
      order by at desc, id desc limit ${LOOKED_AT}) newest
    where template = ${template} order by at desc, id desc limit 1`.execute(db.kysely)
  return rows[0]?.params ?? null
}
