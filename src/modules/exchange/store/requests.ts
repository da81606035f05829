import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { Question, RequestRow, ServiceType } from '../model/georeport.ts'
import type { PublicRow } from '../model/public.ts'

const own: RawBuilder<unknown> = sql`r.district, r.case_id as "caseId", r.client, r.key, r.token, r.type, r.lat, r.long,
  r.address_id as "addressId", r.media_url as "mediaUrl", r.picture, r.at`

const columns = sql`${own}, c.number, c.matter,
  coalesce(c.state #>> '{under,matterVersion}', c.state #>> '{filing,matterVersion}')::int as "matterVersion",
  c.procedure, c.stage, c.phase, c.settled, c.category, c.kind, c.channel, c.unit, c.area, c.filed_at as "filedAt",
  c.changed_at as "changedAt", c.outcome, c.overdue,
  case when c.state #>> '{clocks,main,status}' = 'running' then c.state #>> '{clocks,main,account,due}' end as due`

const from = sql`exchange.request as r join cases.card as c on c.district = r.district and c.id = r.case_id`

/** The row promised for a request; the one that is there already where the same key was used before. */
export async function promiseRequest(db: Db, row: RequestRow): Promise<RequestRow> {
  const { district, caseId, client, key, token, type, lat, long, addressId, mediaUrl, picture, at } = row
  const { rows } = await sql<RequestRow>`
    insert into exchange.request as r
      (district, case_id, client, key, token, type, lat, long, address_id, media_url, picture, at)
    values (${district}, ${caseId}, ${client}, ${key}, ${token}, ${type}, ${lat}, ${long}, ${addressId}, ${mediaUrl},
      ${picture}, ${at})
    on conflict (district, client, key) where key is not null do update set client = r.client
    returning ${own}
  `.execute(db.kysely)
  const [kept] = rows
  if (!kept) throw new Error('an insert answered nothing')
  return kept
}

/** Takes back what was promised and refused; nothing was filed. */
export async function takeBack(db: Db, { district, caseId }: Pick<RequestRow, 'district' | 'caseId'>): Promise<void> {
  await sql`delete from exchange.request as r where r.district = ${district} and r.case_id = ${caseId}
    and not exists (select 1 from cases.card as c where c.district = r.district and c.id = r.case_id)`.execute(
    db.kysely,
  )
}

/** Promises that came to nothing: a process ended between promising and filing. */
export async function sweepPromises(db: Db, before: Instant): Promise<void> {
  await sql`delete from exchange.request as r where r.at < ${before}
    and not exists (select 1 from cases.card as c where c.district = r.district and c.id = r.case_id)`.execute(
    db.kysely,
  )
}

/** The requests asked for, the newest first, or those changed last where change was asked about. */
export async function requestsFor(db: Db, district: string, question: Question): Promise<PublicRow[]> {
  const { ids, page, pageSize, updatedAfter, updatedBefore } = question
  const conditions =
    ids === null ? conditionsOf(question) : [sql<SqlBool>`c.number = any(${sql.val([...ids])}::text[])`]
  const all = [sql<SqlBool>`r.district = ${district} and r.type <> 'blackbox'`, ...conditions]
  const isAboutChange = ids === null && (updatedAfter !== null || updatedBefore !== null)
  const order = isAboutChange ? sql`c.changed_at desc, c.id desc` : sql`c.filed_at desc, c.id desc`
  const { rows } = await sql<PublicRow>`
    select ${columns} from ${from} where ${sql.join(all, sql` and `)}
    order by ${order} limit ${pageSize} offset ${(page - 1) * pageSize}
  `.execute(db.kysely)
  return rows
}

function conditionsOf({ codes, status, from: since, to, updatedAfter, updatedBefore, near }: Question) {
  const found: RawBuilder<SqlBool>[] = []
  if (codes !== null)
    found.push(sql<SqlBool>`c.matter = any(${sql.val(codes.map((code) => `matter_${code}`))}::text[])`)
  if (status !== null) found.push(status === 'closed' ? sql<SqlBool>`c.settled` : sql<SqlBool>`not c.settled`)
  if (since !== null) found.push(sql<SqlBool>`c.filed_at >= ${since}`)
  if (to !== null) found.push(sql<SqlBool>`c.filed_at <= ${to}`)
  if (updatedAfter !== null) found.push(sql<SqlBool>`c.changed_at >= ${updatedAfter}`)
  if (updatedBefore !== null) found.push(sql<SqlBool>`c.changed_at <= ${updatedBefore}`)
  if (near !== null) found.push(within(near))
  return found
}

/** Great-circle distance (haversine) on a sphere of 6,371 km. */
function within({ lat, long, metres }: NonNullable<Question['near']>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(r.lat is not null and 2 * 6371000 * asin(least(1, sqrt(
    power(sin(radians(r.lat - ${lat}::float8) / 2), 2)
    + cos(radians(r.lat)) * cos(radians(${lat}::float8)) * power(sin(radians(r.long - ${long}::float8) / 2), 2)
  ))) <= ${metres}::float8)`
}

export async function requestOfToken(db: Db, district: string, token: string): Promise<PublicRow | null> {
  const { rows } = await sql<PublicRow>`
    select ${columns} from ${from} where r.district = ${district} and r.token = ${token} and r.type = 'batch'
  `.execute(db.kysely)
  return rows[0] ?? null
}

/** Whether a picture was sent in by Open311, and so may be seen by everybody. */
export async function isPublicPicture(db: Db, district: string, picture: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from exchange.request where district = ${district} and picture = ${picture} and type <> 'blackbox' limit 1
  `.execute(db.kysely)
  return rows.length > 0
}

export type Offer = { readonly matter: string; readonly type: ServiceType; readonly offered: boolean }

/** How matters are offered where not as usual. */
export async function offersOf(db: Db, district: string): Promise<readonly Offer[]> {
  const { rows } = await sql<Offer>`
    select matter, type, offered from exchange.service where district = ${district} order by matter
  `.execute(db.kysely)
  return rows
}

export async function putOffer(
  db: Db,
  district: string,
  { matter, type, offered }: Offer,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await sql`
    insert into exchange.service (district, matter, type, offered, changed_at, changed_by)
    values (${district}, ${matter}, ${type}, ${offered}, ${at}, ${by})
    on conflict (district, matter) do update set type = excluded.type, offered = excluded.offered,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by
  `.execute(db.kysely)
}

/** When the catalogue, or how it is offered, changed last. */
export async function changedLast(db: Db, district: string): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`
    select greatest(
      (select max(published_at) from matters.version where district = ${district}),
      (select max(changed_at) from exchange.service where district = ${district})
    ) as at
  `.execute(db.kysely)
  return rows[0]?.at ?? null
}

/** Counts a call by a key on a day, or that it led to a case. */
export async function countUse(
  db: Db,
  { district, client }: { readonly district: string; readonly client: string },
  day: Day,
  what: 'call' | 'filed',
): Promise<void> {
  const [calls, filed] = what === 'call' ? [1, 0] : [0, 1]
  await sql`
    insert into exchange.use as u (district, client, day, calls, filed)
    values (${district}, ${client}, ${day}, ${calls}::int, ${filed}::int)
    on conflict (district, client, day) do update set calls = u.calls + excluded.calls, filed = u.filed + excluded.filed
  `.execute(db.kysely)
}

export type Use = { readonly client: string; readonly calls: number; readonly filed: number }

/** How often each key was used since a day. */
export async function usesSince(db: Db, district: string, day: Day): Promise<readonly Use[]> {
  const { rows } = await sql<Use>`
    select client, sum(calls)::int as calls, sum(filed)::int as filed from exchange.use
    where district = ${district} and day >= ${day} group by client
  `.execute(db.kysely)
  return rows
}
