import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Mapping, Partner, PartnerId, SealedPartner } from '../model/partners.ts'

const columns: RawBuilder<unknown> = sql`district, id, name, url, jurisdiction, sealed_key is not null as "hasKey", active,
  read_until as "readUntil", failing_since as "failingSince", error`

/** Newest first. */
export async function partnersOf(db: Db, district: string): Promise<readonly Partner[]> {
  const { rows } = await sql<Partner>`
    select ${columns} from exchange.partner where district = ${district} order by id desc limit 200
  `.execute(db.kysely)
  return rows
}

export async function hasPartners(db: Db, district: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from exchange.partner where district = ${district} and active limit 1`.execute(db.kysely)
  return rows.length > 0
}

export async function findPartner(db: Db, district: string, id: string): Promise<SealedPartner | null> {
  const { rows } = await sql<SealedPartner>`
    select ${columns}, sealed_key as "sealedKey" from exchange.partner where district = ${district} and id = ${id}
  `.execute(db.kysely)
  return rows[0] ?? null
}

export type PartnerDraft = Pick<SealedPartner, 'district' | 'id' | 'name' | 'url' | 'jurisdiction' | 'active'> & {
  /** Null leaves the key that is there. */
  readonly sealedKey: string | null
}

export async function putPartner(db: Db, draft: PartnerDraft, at: Instant): Promise<void> {
  const { district, id, name, url, jurisdiction, active, sealedKey } = draft
  await sql`
    insert into exchange.partner as p (district, id, name, url, jurisdiction, sealed_key, active, created_at)
    values (${district}, ${id}, ${name}, ${url}, ${jurisdiction}, ${sealedKey}, ${active}, ${at})
    on conflict (district, id) do update set name = excluded.name, url = excluded.url,
      jurisdiction = excluded.jurisdiction, active = excluded.active,
      sealed_key = coalesce(excluded.sealed_key, p.sealed_key)
  `.execute(db.kysely)
}

export async function mappingsOf(db: Db, district: string): Promise<readonly Mapping[]> {
  const { rows } = await sql<Mapping>`
    select partner, matter, category, code from exchange.mapping where district = ${district} order by partner, ordinal
  `.execute(db.kysely)
  return rows
}

/** All lines of one partner in the place of those it had. */
export async function putMappings(
  db: Db,
  { district, partner }: { readonly district: string; readonly partner: PartnerId },
  lines: readonly Omit<Mapping, 'partner'>[],
): Promise<void> {
  await sql`delete from exchange.mapping where district = ${district} and partner = ${partner}`.execute(db.kysely)
  for (const [ordinal, { matter, category, code }] of lines.entries())
    await sql`
      insert into exchange.mapping (district, partner, ordinal, matter, category, code)
      values (${district}, ${partner}, ${ordinal}, ${matter}, ${category}, ${code})
    `.execute(db.kysely)
}

/** How reading from a partner went: up to when it was read, or since when it fails. */
export async function notePolled(
  db: Db,
  { district, id }: Pick<Partner, 'district' | 'id'>,
  went: { readonly readUntil: Instant } | { readonly at: Instant; readonly error: string },
): Promise<void> {
  const change =
    'readUntil' in went
      ? sql`read_until = ${went.readUntil}, failing_since = null, error = null`
      : sql`failing_since = coalesce(failing_since, ${went.at}), error = ${went.error.slice(0, 300)}`
  await sql`update exchange.partner set ${change} where district = ${district} and id = ${id}`.execute(db.kysely)
}
