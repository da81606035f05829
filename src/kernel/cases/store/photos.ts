import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { FileKey, FileKind } from '../../../platform/files/model.ts'
import type { Instant } from '../../../platform/time.ts'

export type PhotoRow = {
  readonly hash: string
  readonly kind: FileKind
  readonly thumb: FileKey | null
  readonly width: number | null
  readonly height: number | null
}

/** Writes down what was uploaded; the same picture sent again stays as it is. */
export async function keepPhoto(
  db: Db,
  district: string,
  photo: PhotoRow,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> {
  await sql`with sender as (
      insert into cases.photo_sender (district, hash, by, at) values (${district}, ${photo.hash}, ${by}, ${at})
      on conflict do nothing
    ) insert into cases.photo (district, hash, kind, thumb, width, height, by, at)
    values (${district}, ${photo.hash}, ${photo.kind}, ${photo.thumb}, ${photo.width}, ${photo.height}, ${by}, ${at})
    on conflict do nothing`.execute(db.kysely)
}

/**
 * Whether all of these were uploaded by this one, perhaps before he signed in: who knows a hash has not yet sent the
 * picture.
 */
export async function wereSentBy(db: Db, district: string, by: string, hashes: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(hashes)]
  if (wanted.length === 0) return true
  const { rows } = await sql<{ n: number }>`select count(distinct hash)::int as n from cases.photo_sender
    where district = ${district} and by in (${by}, 'visitor') and hash = any(${sql.val(wanted)}::text[])`.execute(
    db.kysely,
  )
  return rows[0]?.n === wanted.length
}

/** What is known of these hashes; a hash that nobody uploaded is missing. */
export async function photosOf(
  db: Db,
  district: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, PhotoRow>> {
  if (hashes.length === 0) return new Map()
  const { rows } = await sql<PhotoRow>`select hash, kind, thumb, width, height from cases.photo
    where district = ${district} and hash = any(${sql.val([...hashes])}::text[])`.execute(db.kysely)
  return new Map(rows.map((row) => [row.hash, row]))
}
