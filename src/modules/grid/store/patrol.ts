import { sql } from 'kysely'
import type { CaseId, Spot } from '../../../kernel/cases/model/case.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { TrackPoint } from '../model/patrol.ts'
import type { Duty } from '../rules/patrol.ts'

type Walker = { readonly district: string; readonly staff: string }

/** The stretches of duty of somebody that reach into this time, the newest first. */
export async function dutiesSince(db: Db, { district, staff }: Walker, since: Instant): Promise<readonly Duty[]> {
  const { rows } = await sql<Duty>`select began, ended from grid.duty
    where district = ${district} and staff = ${staff} and (ended is null or ended >= ${since})
    order by began desc limit 50`.execute(db.kysely)
  return rows
}

/** Signs somebody in; who is in already stays in since when he was. */
export async function beginDuty(db: Db, { district, staff }: Walker, at: Instant): Promise<void> {
  await sql`insert into grid.duty (district, staff, began) values (${district}, ${staff}, ${at})
    on conflict do nothing`.execute(db.kysely)
}

export async function endDuty(db: Db, { district, staff }: Walker, at: Instant): Promise<void> {
  await sql`update grid.duty set ended = ${at} where district = ${district} and staff = ${staff} and ended is null`.execute(
    db.kysely,
  )
}

/** Ends what somebody forgot to end; whoever began before `since` is signed out as of when his time was up. */
export async function endForgotten(db: Db, since: Instant, hours: number): Promise<void> {
  await sql`update grid.duty set ended = began + make_interval(hours => ${hours})
    where ended is null and began < ${since}`.execute(db.kysely)
}

/** Keeps points of a track; the same sent again stays one. */
export async function keepTrack(db: Db, { district, staff }: Walker, points: readonly TrackPoint[]): Promise<void> {
  await sql`insert into grid.track (district, staff, at, lng, lat, accuracy)
    select ${district}, ${staff}, at, lng, lat, accuracy
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb) as r(at timestamptz, lng float8, lat float8, accuracy float8)
    on conflict do nothing`.execute(db.kysely)
}

type Stretch = Walker & { readonly from: Instant; readonly until: Instant }

export async function trackOf(db: Db, { district, staff, from, until }: Stretch) {
  const { rows } = await sql<{ at: Instant; lng: number; lat: number }>`select at, lng, lat from grid.track
    where district = ${district} and staff = ${staff} and at >= ${from} and at <= ${until}
    order by at limit 5000`.execute(db.kysely)
  return rows
}

/** Deletes what is older; answers how many points. */
export async function forgetTracks(db: Db, before: Instant): Promise<number> {
  const done = await sql`delete from grid.track where at < ${before}`.execute(db.kysely)
  return Number(done.numAffectedRows ?? 0)
}

export type Placed = { readonly id: CaseId; readonly spot: Spot | null; readonly grid: string | null }

/** Where these cases are. */
export async function placesOf(db: Db, district: string, ids: readonly string[]): Promise<ReadonlyMap<string, Placed>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Placed>`select id, state #> '{marks,spot}' as spot, grid from cases.card
    where district = ${district} and id = any(${sql.val([...ids])}::text[])`.execute(db.kysely)
  return new Map(rows.map((row) => [row.id, row]))
}

/** How often each type was reported in these grids since then. */
export async function oftenIn(db: Db, district: string, grids: readonly string[], since: Instant) {
  const { rows } = await sql<{ matter: string; count: number }>`select matter, count(*)::int as count from cases.card
    where district = ${district} and procedure = 'grid' and grid = any(${sql.val([...grids])}::text[])
      and filed_at >= ${since}
    group by matter`.execute(db.kysely)
  return new Map(rows.map(({ matter, count }) => [matter, count]))
}

/** How many somebody has reported since then. */
export async function reportedSince(db: Db, { district, staff }: Walker, since: Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from cases.card
    where district = ${district} and entered_by = ${staff} and procedure = 'grid' and filed_at >= ${since}`.execute(
    db.kysely,
  )
  return rows[0]?.count ?? 0
}
