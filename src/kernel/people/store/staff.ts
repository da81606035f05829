import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Sealed } from '../../ledger/model.ts'
import type { StaffAccount, StaffId } from '../model.ts'

const columns = sql`district, id, account, name, unit, state, must_change_password as "mustChangePassword",
  totp_since is not null as totp, created_at as "createdAt"`

/** What a sign-in needs to know; stays inside the handle room. */
export type StaffSecrets = StaffAccount & {
  readonly passwordHash: string | null
  readonly totpSecret: Sealed | null
  readonly totpLastStep: number | null
  readonly recoveryHashes: readonly string[]
}
const secrets = sql`password_hash as "passwordHash", totp_secret as "totpSecret", totp_last_step as "totpLastStep",
  recovery_hashes as "recoveryHashes"`

export async function findStaff(db: Db, district: string, id: StaffId): Promise<StaffAccount | null> {
  const { rows } = await sql<StaffAccount>`
    select ${columns} from people.staff where district = ${district} and id = ${id}`.execute(db.kysely)
  return rows[0] ?? null
}

export async function findSecretsById(db: Db, district: string, id: StaffId): Promise<StaffSecrets | null> {
  const { rows } = await sql<StaffSecrets>`
    select ${columns}, ${secrets} from people.staff where district = ${district} and id = ${id}`.execute(db.kysely)
  return rows[0] ?? null
}

/** By account name as it is stored: lower case. */
export async function findSecretsByAccount(db: Db, district: string, account: string): Promise<StaffSecrets | null> {
  const { rows } = await sql<StaffSecrets>`
    select ${columns}, ${secrets} from people.staff
    where district = ${district} and account = ${account}`.execute(db.kysely)
  return rows[0] ?? null
}

export type NewStaff = Pick<
  StaffAccount,
  'district' | 'id' | 'account' | 'name' | 'unit' | 'mustChangePassword' | 'createdAt'
> & {
  readonly passwordHash: string | null
}

/** Adds accounts in one statement; false when an account name is taken, and then none is added. */
export async function insertStaff(tx: Db, staff: readonly NewStaff[]): Promise<boolean> {
  const { rows } = await sql`insert into people.staff
      (district, id, account, name, unit, state, password_hash, must_change_password, created_at)
    select district, id, account, name, unit, 'active', "passwordHash", "mustChangePassword", "createdAt"
    from jsonb_to_recordset(${JSON.stringify(staff)}::jsonb) as r(district text, id text, account text, name text,
      unit text, "passwordHash" text, "mustChangePassword" boolean, "createdAt" timestamptz)
    where not exists (select from people.staff s
      where s.district = r.district and s.account in (select x->>'account' from jsonb_array_elements(${JSON.stringify(staff)}::jsonb) x))
    on conflict (district, account) do nothing returning id`.execute(tx.kysely)
  return rows.length === staff.length
}

export async function setPassword(
  tx: Db,
  district: string,
  id: StaffId,
  hash: string,
  mustChange: boolean,
): Promise<void> {
  await sql`update people.staff set password_hash = ${hash}, must_change_password = ${mustChange}
    where district = ${district} and id = ${id}`.execute(tx.kysely)
}

export async function setState(tx: Db, district: string, id: StaffId, state: StaffAccount['state']): Promise<void> {
  await sql`update people.staff set state = ${state} where district = ${district} and id = ${id}`.execute(tx.kysely)
}

/** A secret that waits for its first code; one that is already on is left alone. */
export async function proposeTotp(tx: Db, district: string, id: StaffId, secret: Sealed): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update people.staff set totp_secret = ${JSON.stringify(secret)}::jsonb, totp_last_step = null
    where district = ${district} and id = ${id} and totp_since is null`.execute(tx.kysely)
  return (numAffectedRows ?? 0n) > 0n
}

export type TotpStart = { readonly at: Instant; readonly step: number; readonly recoveryHashes: readonly string[] }

export async function startTotp(tx: Db, district: string, id: StaffId, start: TotpStart): Promise<void> {
  await sql`update people.staff set totp_since = ${start.at}, totp_last_step = ${start.step},
      recovery_hashes = ${sql.val(start.recoveryHashes)}::text[]
    where district = ${district} and id = ${id}`.execute(tx.kysely)
}

export async function removeTotp(tx: Db, district: string, id: StaffId): Promise<void> {
  await sql`update people.staff
    set totp_secret = null, totp_since = null, totp_last_step = null, recovery_hashes = '{}'
    where district = ${district} and id = ${id}`.execute(tx.kysely)
}

/** Uses up a step; false when another request used it, or a later one, first. */
export async function spendStep(db: Db, district: string, id: StaffId, step: number): Promise<boolean> {
  const { numAffectedRows } = await sql`update people.staff set totp_last_step = ${step}
    where district = ${district} and id = ${id} and (totp_last_step is null or totp_last_step < ${step})`.execute(
    db.kysely,
  )
  return (numAffectedRows ?? 0n) > 0n
}

/** Uses up a recovery code; false when it is none, or none any more. */
export async function spendRecovery(db: Db, district: string, id: StaffId, hash: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update people.staff set recovery_hashes = array_remove(recovery_hashes, ${hash})
    where district = ${district} and id = ${id} and ${hash} = any(recovery_hashes)`.execute(db.kysely)
  return (numAffectedRows ?? 0n) > 0n
}

/** What an account is called and where it is at home. */
export async function setStaffFacts(
  tx: Db,
  district: string,
  id: StaffId,
  { name, unit }: Pick<StaffAccount, 'name' | 'unit'>,
): Promise<void> {
  await sql`update people.staff set name = ${name}, unit = ${unit} where district = ${district} and id = ${id}`.execute(
    tx.kysely,
  )
}

/** Which of these account names are taken already; lower case, as they are stored. */
export async function takenAccounts(db: Db, district: string, accounts: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ account: string }>`
    select account from people.staff where district = ${district} and account = any(${sql.val(accounts)}::text[])`.execute(
    db.kysely,
  )
  return rows.map(({ account }) => account)
}

/** Everybody with an account, in the order of ids. */
export async function staffIds(db: Db, district: string): Promise<readonly StaffId[]> {
  const { rows } = await sql<{ id: StaffId }>`
    select id from people.staff where district = ${district} order by id`.execute(db.kysely)
  return rows.map(({ id }) => id)
}
