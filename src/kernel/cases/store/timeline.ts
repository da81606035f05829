import { sql } from 'kysely'
import type { Db, Prepared } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Sealed } from '../../ledger/model.ts'
import { type CaseEvent, type CaseId, districtOf } from '../model/case.ts'

const readTimeline: Prepared = {
  name: 'cases.timeline',
  text: 'select seq, type, at, by, body from ledger.event where district = $1 and stream = $2 order by seq',
}

/** Every fact of one case, in order, as the ledger holds it; secrets still sealed. */
export const timelineOf = (db: Db, id: CaseId): Promise<(CaseEvent & { readonly seq: number })[]> =>
  db.prepared(readTimeline, [districtOf(id), id])

/** Every fact of several cases of one district, each case's in order. */
export async function timelinesOf(
  db: Db,
  district: string,
  ids: readonly CaseId[],
): Promise<(CaseEvent & { readonly seq: number; readonly stream: CaseId })[]> {
  const { rows } = await sql<CaseEvent & { seq: number; stream: CaseId }>`
    select stream, seq, type, at, by, body from ledger.event
    where district = ${district} and stream = any(${sql.val([...ids])}::text[]) order by stream, seq`.execute(db.kysely)
  return rows
}

/** The same up to an instant and without what is sealed: enough to know how a case stood, and less to read. */
export async function standingsOf(
  db: Db,
  { district, ids, until }: { readonly district: string; readonly ids: readonly CaseId[]; readonly until: Instant },
): Promise<(CaseEvent & { readonly stream: CaseId })[]> {
  const { rows } = await sql<CaseEvent & { stream: CaseId }>`
    select stream, type, at, by, body - 'sealed' as body from ledger.event
    where district = ${district} and stream = any(${sql.val([...ids])}::text[]) and at <= ${until}
    order by stream, seq`.execute(db.kysely)
  return rows
}

/** The sealed part of one fact; null where it has none. */
export async function tellingOf(db: Db, id: CaseId, seq: number): Promise<Sealed | null> {
  const { rows } = await sql<{ sealed: Sealed | null }>`
    select body->'sealed' as sealed from ledger.event
    where district = ${districtOf(id)} and stream = ${id} and seq = ${seq}`.execute(db.kysely)
  return rows[0]?.sealed ?? null
}

/** Answers to repeated requests are kept for a week. */
export async function forgetAnswers(db: Db, before: Instant): Promise<void> {
  await sql`delete from cases.answered where at < ${before}`.execute(db.kysely)
}
