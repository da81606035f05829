import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'

/** Takes the words, the titles and the spots of a person's cases out of the lists; how many cases that were. */
export async function clearPerson(tx: Db, district: string, person: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with gone as (
      update cases.card set title = null where district = ${district} and applicant = ${person} returning id
    ), words as (
      delete from cases.text where district = ${district} and case_id in (select id from gone)
    ), spots as (
      delete from cases.spot where district = ${district} and case_id in (select id from gone)
    ), under_way as (
      update cases.alive set quad = null where district = ${district} and case_id in (select id from gone)
    )
    select id from gone`.execute(tx.kysely)
  return rows.length
}

/** The file keys of the photographs this person sent in, which are no longer known from now on. */
export async function forgetPhotos(tx: Db, district: string, person: string): Promise<string[]> {
  const { rows } = await sql<{ key: string; thumb: string | null }>`
    delete from cases.photo where district = ${district} and by = ${person}
    returning hash || '.' || kind as key, thumb`.execute(tx.kysely)
  return rows.flatMap(({ key, thumb }) => (thumb === null ? [key] : [key, thumb]))
}
