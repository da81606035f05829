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
  await sql`insert into cases.photo (district, hash, kind, thumb, width, height, by, at)
    values (${district}, ${photo.hash}, ${photo.kind}, ${photo.thumb}, ${photo.width}, ${photo.height}, ${by}, ${at})
    on conflict do nothing`.execute(db.kysely)
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
