import { sql } from 'kysely'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import type { Db, Prepared } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'

/** A filed case as it is compared: the words of the search, which are gone when the person's key is destroyed. */
export type FiledText = {
  readonly id: CaseId
  readonly title: string
  readonly filedAt: Instant
  readonly area: string | null
  readonly words: readonly string[]
}

const COLUMNS = `c.id, c.title, c.filed_at as "filedAt", c.area, tsvector_to_array(t.words) as words
  from cases.card as c join cases.text as t on t.district = c.district and t.case_id = c.id`
/** What people tell; joint tasks are the units' among themselves. */
const TOLD = 'c.title is not null and c.parent is null'
const columns = sql.raw(COLUMNS)
const told = sql.raw(TOLD)

const readTexts: Prepared = {
  name: 'dispatch.texts',
  text: `select ${COLUMNS} where c.district = $1 and c.id = any($2::text[]) and ${TOLD}`,
}

/** Texts in the order of filing, after an id. Both tables are told where to begin: joined in order, the other is read from its start. */
export async function textsAfter(db: Db, district: string, after: string, limit: number): Promise<FiledText[]> {
  const { rows } = await sql<FiledText>`select ${columns}
    where c.district = ${district} and c.id > ${after} and t.case_id > ${after} and ${told}
    order by c.id limit ${limit}`.execute(db.kysely)
  return rows
}

/** The newest texts, for knowing how common words are. */
export async function newestTexts(db: Db, district: string, limit: number): Promise<FiledText[]> {
  const { rows } = await sql<FiledText>`select ${columns}
    where c.district = ${district} and ${told} order by c.id desc limit ${limit}`.execute(db.kysely)
  return rows
}

export async function textsOf(db: Db, district: string, ids: readonly string[]): Promise<FiledText[]> {
  if (ids.length === 0) return []
  return db.prepared<FiledText>(readTexts, [district, [...ids]])
}
