import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { CodePurpose } from '../model.ts'

export type CodeKey = { readonly district: string; readonly phoneMac: string; readonly purpose: CodePurpose }

/** One code per telephone and purpose: a new one makes the old one worthless. */
export async function writeCode(tx: Db, key: CodeKey, codeMac: string, endsAt: Instant): Promise<void> {
  await sql`insert into people.code (district, phone_mac, purpose, code_mac, ends_at, tries)
    values (${key.district}, ${key.phoneMac}, ${key.purpose}, ${codeMac}, ${endsAt}, 0)
    on conflict (district, phone_mac, purpose) do update set
      code_mac = excluded.code_mac, ends_at = excluded.ends_at, tries = 0`.execute(tx.kysely)
}

/** Counts one try and answers the digest to compare with; null when there is no code, or it is over or worn out. */
export async function tryCode(db: Db, key: CodeKey, at: Instant, mostTries: number): Promise<string | null> {
  const { rows } = await sql<{ mac: string }>`update people.code set tries = tries + 1
    where district = ${key.district} and phone_mac = ${key.phoneMac} and purpose = ${key.purpose}
      and tries < ${mostTries} and ends_at > ${at} returning code_mac as mac`.execute(db.kysely)
  return rows[0]?.mac ?? null
}

/** Uses the code up; of two requests with the same right code one gets true. */
export async function spendCode(db: Db, key: CodeKey, codeMac: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from people.code where district = ${key.district}
    and phone_mac = ${key.phoneMac} and purpose = ${key.purpose} and code_mac = ${codeMac}`.execute(db.kysely)
  return (numAffectedRows ?? 0n) > 0n
}
