import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { CaseId, CaseState } from '../model/case.ts'
import type { LostKind } from '../model/nothing-lost.ts'
import { FIRST_TOLD } from './told.ts'

export type LostQuestion = {
  readonly district: string
  /** Whatever happened after this moment may still be under way and is not lost. */
  readonly before: Instant
  /** `procedure/stage` of every stage whose owner is found through the unit of the case. */
  readonly unitStages: readonly string[]
  /** The same of every stage where somebody who walks has to go and look. */
  readonly walkedStages: readonly string[]
  /** Codes of the grids and divisions for which somebody walks; null where somebody walks everywhere. */
  readonly walked: readonly string[] | null
}

type Ids = RawBuilder<{ id: CaseId }>

/** The ids behind each figure. Every one is written against an index that is small as long as nothing is lost. */
const lost = {
  'no-owner': ({ district, unitStages }) => sql`
    select id from cases.card
    where district = ${district} and unit is null and not ended and procedure || '/' || stage = any(${unitStages})`,
  'no-walker': ({ district, walkedStages, walked }) => sql`
    select id from cases.card
    where district = ${district} and not settled
      and stage = any(${sql.val(walkedStages.map((one) => one.split('/')[1] ?? ''))}::text[])
      and procedure || '/' || stage = any(${sql.val([...walkedStages])}::text[])
      and ${walked === null ? sql`false` : sql`(grid = any(${sql.val([...walked])}::text[])) is not true`}`,
  'no-clock': ({ district }) => sql`
    select id from cases.card where district = ${district} and due is null and not ended`,
  'time-stood-still': ({ district, before }) => sql`
    select key as id from jobs.timer
    where district = ${district} and kind = 'case' and dead_at is null and due < ${before}`,
  'timer-missing': ({ district, before }) => sql`
    select case_id as id from cases.alive a
    where district = ${district} and due is not null and changed_at < ${before}
      and not exists (
        select from jobs.timer t
        where t.district = ${district} and t.key = a.case_id and t.due <= a.due + interval '1 second')`,
  'timer-dead': ({ district }) => sql`
    select key as id from jobs.timer where district = ${district} and kind = 'case' and dead_at is not null`,
  'message-dead': ({ district }) => sql`
    select distinct coalesce(payload->>'parent', payload->>'original', payload->>'child') as id from jobs.outbox
    where district = ${district} and dead_at is not null and topic like 'case.%'`,
  'child-of-ended': ({ district, before }) => sql`
    select c.id from cases.card c join cases.card p on p.district = c.district and p.id = c.parent
    where c.district = ${district} and c.parent is not null and not c.ended and p.settled and p.changed_at < ${before}`,
  'waits-for-nobody': ({ district, before }) => sql`
    select distinct p.id from cases.card p
      cross join lateral jsonb_each_text(p.state->'children') as child(id, stands)
      left join cases.card c on c.district = p.district and c.id = child.id
    where p.district = ${district} and not p.ended and p.state->'children' <> '{}'::jsonb
      and child.stands = 'open' and (c.ended or c.id is null) and coalesce(c.changed_at, p.changed_at) < ${before}`,
} satisfies Record<LostKind, (question: LostQuestion) => Ids>

/** How many cases are lost in this way; counting stops at the limit, as the target is 0. */
export async function countLost(db: Db, kind: LostKind, question: LostQuestion, limit = 10_000): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from (${lost[kind](question)}) as found limit ${limit}) as counted
  `.execute(db.kysely)
  return rows[0]?.count ?? 0
}

/** The cases behind a figure of the audit, in the order of their ids. */
export async function lostCases(
  db: Db,
  kind: LostKind,
  question: LostQuestion,
  { after = '', limit }: { readonly after?: string; readonly limit: number },
): Promise<CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`
    select id from (${lost[kind](question)}) as found where id > ${after} order by id limit ${limit}
  `.execute(db.kysely)
  return rows.map(({ id }) => id)
}

/** The snapshot with the columns the lists are drawn from. */
export type Snapshot = {
  readonly id: CaseId
  readonly version: number
  readonly head: string
  readonly state: CaseState
  readonly stage: string
  readonly unit: string | null
  readonly holder: string | null
  readonly matter: string
  readonly due: Instant | null
}

const snapshotColumns = sql.raw(`id, version, encode(head, 'hex') as head, state, stage, unit, holder, matter, due`)

export async function snapshotOf(db: Db, district: string, id: CaseId): Promise<Snapshot | null> {
  const { rows } = await sql<Snapshot>`
    select ${snapshotColumns} from cases.card where district = ${district} and id = ${id}`.execute(db.kysely)
  return rows[0] ?? null
}

/** Hash of the last fact in the ledger of a case. */
export async function headOf(db: Db, district: string, id: CaseId): Promise<string | null> {
  const { rows } = await sql<{ hash: string }>`
    select encode(hash, 'hex') as hash from ledger.event
    where district = ${district} and stream = ${id} order by seq desc limit 1`.execute(db.kysely)
  return rows[0]?.hash ?? null
}

/**
 * One page of cases in the order of their ids whose snapshot is not of the last fact in the ledger;
 * `last` is where the next page begins, null at the end.
 */
export async function behindLedger(
  db: Db,
  district: string,
  { after = '', size }: { readonly after?: string; readonly size: number },
): Promise<{ readonly ids: readonly CaseId[]; readonly last: CaseId | null; readonly read: number }> {
  const { rows } = await sql<{ id: CaseId; behind: boolean }>`
    select id, version is distinct from (
      select max(seq) from ledger.event e where e.district = c.district and e.stream = c.id
    ) as behind
    from cases.card c where district = ${district} and id > ${after} order by id limit ${size}`.execute(db.kysely)
  return {
    ids: rows.filter(({ behind }) => behind).map(({ id }) => id),
    last: rows.length < size ? null : (rows.at(-1)?.id ?? null),
    read: rows.length,
  }
}

/**
 * What the books of figures say for each measure, day and unit, for a comparison with the snapshots; without what was
 * told after the fact, which no snapshot holds.
 */
export async function bookTotals(db: Db, district: string): Promise<{ key: string; n: number }[]> {
  const { rows } = await sql<{ key: string; n: number }>`
    select measure || '|' || day || '|' || unit as key, sum(n)::int as n from cases.delta
    where district = ${district} and line < ${FIRST_TOLD} group by measure, day, unit having sum(n) <> 0`.execute(
    db.kysely,
  )
  return rows
}

/** Snapshots in the order of their ids, page by page. */
export async function* everySnapshot(db: Db, district: string, size = 1_000): AsyncGenerator<readonly CaseState[]> {
  for (let after = ''; ; ) {
    const { rows } = await sql<{ id: CaseId; state: CaseState }>`
      select id, state from cases.card where district = ${district} and id > ${after} order by id limit ${size}
    `.execute(db.kysely)
    if (rows.length > 0) yield rows.map(({ state }) => state)
    const last = rows.at(-1)
    if (!last || rows.length < size) return
    after = last.id
  }
}
