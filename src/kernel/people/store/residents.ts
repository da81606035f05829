import { sql } from 'kysely'
import type { Db, Prepared } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Sealed } from '../../ledger/model.ts'
import type { Agency, PersonId } from '../model.ts'

export async function findByPhone(db: Db, district: string, phoneMac: string): Promise<PersonId | null> {
  const { rows } = await sql<{ id: PersonId }>`
    select id from people.resident where district = ${district} and phone_mac = ${phoneMac}`.execute(db.kysely)
  return rows[0]?.id ?? null
}

const readSealed: Prepared = {
  name: 'people.sealed',
  text: 'select id, sealed from people.resident where district = $1 and id = any($2::text[])',
}

/** The sealed boxes of people's facts, by id; who is unknown has none. */
export async function findSealed(
  db: Db,
  district: string,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Sealed>> {
  const rows = await db.prepared<{ id: PersonId; sealed: Sealed }>(readSealed, [district, ids])
  return new Map(rows.map(({ id, sealed }) => [id, sealed]))
}

export type NewResident = {
  readonly district: string
  readonly id: PersonId
  readonly phoneMac: string
  readonly sealed: Sealed
  readonly at: Instant
}

/** False when somebody with this telephone came first. */
export async function insertResident(tx: Db, person: NewResident): Promise<boolean> {
  const { rows } = await sql`insert into people.resident (district, id, phone_mac, sealed, created_at)
    values (${person.district}, ${person.id}, ${person.phoneMac}, ${JSON.stringify(person.sealed)}::jsonb, ${person.at})
    on conflict (district, phone_mac) do nothing returning id`.execute(tx.kysely)
  return rows.length > 0
}

export async function replaceSealed(tx: Db, district: string, id: PersonId, sealed: Sealed): Promise<void> {
  await sql`update people.resident set sealed = ${JSON.stringify(sealed)}::jsonb where district = ${district} and id = ${id}`.execute(
    tx.kysely,
  )
}

export type KnownAgency = Agency & { readonly claimedAt: Instant; readonly confirmedAt: Instant | null }

export async function agenciesOf(db: Db, district: string, person: PersonId): Promise<readonly KnownAgency[]> {
  const { rows } = await sql<KnownAgency>`
    select credit_code as "creditCode", organisation, relation, claimed_at as "claimedAt", confirmed_at as "confirmedAt"
    from people.agency where district = ${district} and person = ${person} order by credit_code`.execute(db.kysely)
  return rows
}

/** Says for whom somebody acts; said again in other words, it has to be confirmed again. */
export async function claimAgency(
  tx: Db,
  district: string,
  person: PersonId,
  agency: Agency,
  at: Instant,
): Promise<void> {
  await sql`insert into people.agency (district, person, credit_code, organisation, relation, claimed_at)
    values (${district}, ${person}, ${agency.creditCode}, ${agency.organisation}, ${agency.relation}, ${at})
    on conflict (district, person, credit_code) do update set organisation = excluded.organisation,
      relation = excluded.relation, claimed_at = excluded.claimed_at, confirmed_by = null, confirmed_at = null`.execute(
    tx.kysely,
  )
}

export async function dropAgency(tx: Db, district: string, person: PersonId, creditCode: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from people.agency
    where district = ${district} and person = ${person} and credit_code = ${creditCode}`.execute(tx.kysely)
  return (numAffectedRows ?? 0n) > 0n
}

/** Takes somebody out of the register, for whom and whose telephone nothing remains; his key is destroyed elsewhere. */
export async function forgetResident(tx: Db, district: string, person: PersonId): Promise<void> {
  await sql`delete from people.agency where district = ${district} and person = ${person}`.execute(tx.kysely)
  await sql`delete from people.resident where district = ${district} and id = ${person}`.execute(tx.kysely)
}
