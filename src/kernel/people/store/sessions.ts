import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { PersonId, Session, SessionId, StaffId } from '../model.ts'

const columns = sql`id, district, who, way, device, ip, started_at as "startedAt", seen_at as "seenAt", ends_at as "endsAt"`

export async function insertSession(tx: Db, session: Session, tokenHash: string): Promise<void> {
  await sql`insert into people.session
    (district, token_hash, id, who, way, device, ip, started_at, seen_at, ends_at) values
    (${session.district}, ${tokenHash}, ${session.id}, ${session.who}, ${session.way}, ${session.device}, ${session.ip},
     ${session.startedAt}, ${session.seenAt}, ${session.endsAt})`.execute(tx.kysely)
}

export async function findSession(db: Db, district: string, tokenHash: string): Promise<Session | null> {
  const { rows } = await sql<Session>`
    select ${columns} from people.session where district = ${district} and token_hash = ${tokenHash}`.execute(db.kysely)
  return rows[0] ?? null
}

export async function markSeen(db: Db, district: string, tokenHash: string, at: Instant): Promise<void> {
  await sql`update people.session set seen_at = ${at}
    where district = ${district} and token_hash = ${tokenHash} and seen_at < ${at}`.execute(db.kysely)
}

/** Newest first; those over are left out. */
export async function sessionsOf(
  db: Db,
  district: string,
  who: StaffId | PersonId,
  at: Instant,
): Promise<readonly Session[]> {
  const { rows } = await sql<Session>`
    select ${columns} from people.session
    where district = ${district} and who = ${who} and ends_at > ${at} order by started_at desc, id`.execute(db.kysely)
  return rows
}

/** Ends one session of somebody; false when he has no such session. */
export async function deleteSession(db: Db, district: string, who: string, id: SessionId): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from people.session where district = ${district} and who = ${who} and id = ${id}`.execute(db.kysely)
  return (numAffectedRows ?? 0n) > 0n
}

/** Ends all sessions of somebody but, if given, the one he is using. Answers how many. */
export async function deleteSessions(db: Db, district: string, who: string, but: SessionId | null): Promise<number> {
  const { numAffectedRows } = await sql`delete from people.session
    where district = ${district} and who = ${who} and (${but}::text is null or id <> ${but})`.execute(db.kysely)
  return Number(numAffectedRows ?? 0n)
}

/** Housekeeping: what is over for good goes. */
export async function deleteEnded(db: Db, at: Instant): Promise<void> {
  await sql`delete from people.session where ends_at < ${at}`.execute(db.kysely)
  await sql`delete from people.oidc_flow where ends_at < ${at}`.execute(db.kysely)
  await sql`delete from people.code where ends_at < ${at}`.execute(db.kysely)
}
