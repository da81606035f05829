import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { Matter, MatterId, MatterStatus } from '../model.ts'

/** Versions never change, so what was read once is kept as long as the database handle lives. */
const known = new WeakMap<Db, Map<string, Matter>>()

/**
 * One published version, as it was published (a later retirement does not show), or null where there is none.
 * Cached for good per database handle: outside a transaction hand in the pool's own `Db`.
 */
export async function matterVersion(db: Db, district: string, id: MatterId, version: number): Promise<Matter | null> {
  const cache = known.get(db) ?? new Map<string, Matter>()
  known.set(db, cache)
  const key = `${district}/${id}/${version}`
  const kept = cache.get(key)
  if (kept) return kept
  const { rows } = await sql<{ body: Matter }>`
    select body from matters.version
    where district = ${district} and id = ${id} and version = ${version}`.execute(db.kysely)
  const body = rows[0]?.body ?? null
  if (body) cache.set(key, body)
  return body
}

const inForce = (day: Day) => sql`
  select distinct on (v.id) v.id, v.version, v.last_day, v.body
  from matters.version v where v.from_day <= ${day}::date`

/**
 * The version under which a case would be opened on that day: the newest that has begun and not ended, of a matter
 * not retired by then. null where there is none.
 */
export async function matterInForce(db: Db, district: string, id: MatterId, day: Day): Promise<Matter | null> {
  const { rows } = await sql<{ body: Matter }>`
    select f.body from (${inForce(day)} and v.district = ${district} and v.id = ${id} order by v.id, v.version desc) f
    join matters.matter m on m.district = ${district} and m.id = f.id
    where (f.last_day is null or f.last_day >= ${day})
      and (m.status <> 'retired' or m.last_day >= ${day})`.execute(db.kysely)
  return rows[0]?.body ?? null
}

/** Every matter in force on that day, in the order of category and id. Whole bodies: for intake, seeds and exports. */
export async function mattersInForce(db: Db, district: string, day: Day): Promise<readonly Matter[]> {
  const { rows } = await sql<{ body: Matter }>`
    select f.body from (${inForce(day)} and v.district = ${district} order by v.id, v.version desc) f
    join matters.matter m on m.district = ${district} and m.id = f.id
    where (f.last_day is null or f.last_day >= ${day}) and (m.status <> 'retired' or m.last_day >= ${day})
    order by m.category, m.id`.execute(db.kysely)
  return rows.map(({ body }) => body)
}

export type PublishedVersion = {
  readonly version: number
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
  readonly publishedAt: Instant
  readonly publishedBy: string
  readonly note: string
}

/** The versions of a matter, newest first. */
export async function historyOf(db: Db, district: string, id: MatterId): Promise<readonly PublishedVersion[]> {
  const { rows } = await sql<PublishedVersion>`
    select version, from_day as "effectiveFrom", last_day as "effectiveTo", published_at as "publishedAt",
      published_by as "publishedBy", note
    from matters.version where district = ${district} and id = ${id} order by version desc`.execute(db.kysely)
  return rows
}

/** Where a matter stands: its newest version, its draft, and who touched it last. */
export type MatterHead = {
  readonly id: MatterId
  readonly status: MatterStatus
  readonly version: number
  /** The day it was retired with, or the newest version's own last day. */
  readonly lastDay: Day | null
  readonly published: Matter | null
  readonly draft: Matter | null
  readonly draftRevision: number
  readonly changedAt: Instant
  readonly changedBy: string
}

const headColumns = sql`m.id, m.status, m.version, m.last_day as "lastDay", m.draft,
  m.draft_revision as "draftRevision", m.changed_at as "changedAt", m.changed_by as "changedBy",
  (select v.body from matters.version v
   where v.district = m.district and v.id = m.id and v.version = m.version) as published`

/** Reads one matter whole; `lock` holds its line until the transaction ends. */
export async function findHead(db: Db, district: string, id: MatterId, lock = false): Promise<MatterHead | null> {
  const { rows } = await sql<MatterHead>`select ${headColumns} from matters.matter m
    where m.district = ${district} and m.id = ${id} ${lock ? sql`for update` : sql``}`.execute(db.kysely)
  return rows[0] ?? null
}

/** The whole catalogue, by category and id; `lock` holds every line until the transaction ends. */
export async function allHeads(db: Db, district: string, lock = false): Promise<readonly MatterHead[]> {
  const { rows } = await sql<MatterHead>`select ${headColumns} from matters.matter m
    where m.district = ${district} order by m.category collate "C", m.id collate "C"
    ${lock ? sql`for update` : sql``}`.execute(db.kysely)
  return rows
}

/** Whose hand, and when: goes with every change. */
export type Stroke = { readonly at: Instant; readonly by: string }

type HeadLine = { readonly status: MatterStatus; readonly version: number; readonly lastDay: Day | null }

/** The line of a matter for the lists; its columns follow `shown`, the newest published version or the first draft. */
export async function putHead(tx: Db, shown: Matter, line: HeadLine, draft: Matter | null, { at, by }: Stroke) {
  await sql`insert into matters.matter (district, id, status, version, name_zh, name_en, category, kind, procedure,
      urgent, audience, words, from_day, last_day, draft, draft_revision, changed_at, changed_by)
    values (${shown.district}, ${shown.id}, ${line.status}, ${line.version}, ${shown.name.zh}, ${shown.name.en},
      ${shown.category.join('/')}, ${shown.kind}, ${shown.procedure}, ${shown.urgent ?? false},
      ${sql.val(shown.audience)}::text[], ${sql.val(shown.intakeWords)}::text[], ${shown.effectiveFrom}, ${line.lastDay},
      ${draft === null ? null : JSON.stringify(draft)}::json, 1, ${at}, ${by})
    on conflict (district, id) do update set status = excluded.status, version = excluded.version,
      name_zh = excluded.name_zh, name_en = excluded.name_en, category = excluded.category, kind = excluded.kind,
      procedure = excluded.procedure, urgent = excluded.urgent, audience = excluded.audience, words = excluded.words,
      from_day = excluded.from_day, last_day = excluded.last_day, draft = excluded.draft,
      draft_revision = matters.matter.draft_revision + 1, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`.execute(tx.kysely)
}

/** A draft that was never published vanishes; it was nobody's promise. */
export async function dropHead(tx: Db, district: string, id: MatterId): Promise<void> {
  await sql`delete from matters.matter where district = ${district} and id = ${id} and version = 0`.execute(tx.kysely)
}

export async function insertVersion(tx: Db, matter: Matter, note: string, { at, by }: Stroke): Promise<void> {
  await sql`insert into matters.version
      (district, id, version, from_day, last_day, body, note, published_at, published_by)
    values (${matter.district}, ${matter.id}, ${matter.version}, ${matter.effectiveFrom}, ${matter.effectiveTo},
      ${JSON.stringify(matter)}::json, ${note}, ${at}, ${by})`.execute(tx.kysely)
}
