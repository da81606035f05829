import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { MultiPolygon } from '../../../platform/geo/shapes.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { Feature, Layer, LayerVersion } from '../model/layers.ts'
import { writtenOf } from '../rules/features.ts'

const versionColumns = sql`
  layer, version, state, from_day::text as "from", to_day::text as "to", features, area, note,
  based_on as "basedOn", created_at as "createdAt", created_by as "createdBy", published_at as "publishedAt", published_by as "publishedBy"`

/** Every edition of a layer, the newest first; of all layers with null. */
export async function versionsOf(db: Db, district: string, layer: Layer | null): Promise<readonly LayerVersion[]> {
  const { rows } = await sql<LayerVersion>`
    select ${versionColumns} from places.layer_version
    where district = ${district} and state <> 'discarded' and (${layer}::text is null or layer = ${layer})
    order by layer, version desc`.execute(db.kysely)
  return rows
}

export async function findVersion(db: Db, { district, layer, version }: EditionKey): Promise<LayerVersion | null> {
  const { rows } = await sql<LayerVersion>`
    select ${versionColumns} from places.layer_version
    where district = ${district} and layer = ${layer} and version = ${version}`.execute(db.kysely)
  return rows[0] ?? null
}

export type EditionKey = { readonly district: string; readonly layer: Layer; readonly version: number }
export type Edition = Pick<LayerVersion, 'layer' | 'version'>

/** The edition of each layer that holds on a day. */
export async function editionsOn(db: Db, district: string, day: Day): Promise<readonly Edition[]> {
  const { rows } = await sql<Edition>`
    select distinct on (layer) layer, version from places.layer_version
    where district = ${district} and state = 'published' and from_day <= ${day} and (to_day is null or to_day > ${day})
    order by layer, from_day desc, version desc`.execute(db.kysely)
  return rows
}

/** The last published edition of a layer, in force already or not yet. */
export async function lastPublished(db: Db, district: string, layer: Layer): Promise<LayerVersion | null> {
  const { rows } = await sql<LayerVersion>`
    select ${versionColumns} from places.layer_version
    where district = ${district} and layer = ${layer} and state = 'published'
    order by from_day desc, version desc limit 1`.execute(db.kysely)
  return rows[0] ?? null
}

export type Stroke = { readonly at: Instant; readonly by: string }
type NewDraft = {
  readonly district: string
  readonly layer: Layer
  readonly note: string
  /** The edition of which it redraws a part; null: it stands by itself. */
  readonly basedOn?: number | null
} & Stroke

/** Opens the next edition of a layer as an empty draft. */
export async function openDraft(db: Db, { district, layer, note, basedOn = null, at, by }: NewDraft): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into places.layer_version (district, layer, version, state, features, area, note, based_on,
      created_at, created_by)
    select ${district}, ${layer}, coalesce(max(version), 0) + 1, 'draft', 0, 0, ${note}, ${basedOn}, ${at}::timestamptz,
      ${by}
    from places.layer_version where district = ${district} and layer = ${layer}
    returning version`.execute(db.kysely)
  return rows[0]?.version ?? 1
}

/** Writes areas into a draft; called with some thousands at a time. */
export const addFeatures = (db: Db, key: EditionKey, features: readonly Feature[]): Promise<void> =>
  addWritten(db, key, writtenOf(features))

/** The same for areas that were put into text already, by `writtenOf`. */
export async function addWritten(db: Db, { district, layer, version }: EditionKey, written: string): Promise<void> {
  await sql`
    insert into places.feature (district, layer, version, code, name, parent, land_use, grade, owner, owner_unit, kind,
      area, lng, lat, surface)
    select ${district}, ${layer}, ${version}, code, name, parent, land_use, grade, owner, owner_unit, kind, area, lng,
      lat, surface
    from jsonb_to_recordset(${written}::jsonb) as r(code text, name text, parent text, land_use text,
      grade text, owner text, owner_unit text, kind text, area float8, lng float8, lat float8, surface jsonb)`.execute(
    db.kysely,
  )
}

/** Takes into a draft what another edition says of every area above but some. */
export async function keepFeatures(
  db: Db,
  { district, layer, version }: EditionKey,
  { from, but }: { readonly from: number; readonly but: readonly string[] },
): Promise<void> {
  await sql`
    insert into places.feature (district, layer, version, code, name, parent, land_use, grade, owner, owner_unit, kind,
      area, lng, lat, surface)
    select district, layer, ${version}, code, name, parent, land_use, grade, owner, owner_unit, kind, area, lng, lat, surface
    from places.feature
    where district = ${district} and layer = ${layer} and version = ${from}
      and (parent is null or parent <> all(${[...but]}::text[]))
    on conflict (district, layer, version, code) do nothing`.execute(db.kysely)
}

/** Counts a draft once it is whole. */
export async function closeDraft(db: Db, { district, layer, version }: EditionKey): Promise<void> {
  await sql`
    update places.layer_version as v set features = f.features, area = f.area
    from (select count(*)::int as features, coalesce(sum(area), 0) as area from places.feature
      where district = ${district} and layer = ${layer} and version = ${version}) as f
    where v.district = ${district} and v.layer = ${layer} and v.version = ${version}`.execute(db.kysely)
}

/** Takes back a draft with all that was written into it. */
export async function dropDraft(db: Db, { district, layer, version }: EditionKey): Promise<void> {
  await sql`
    delete from places.feature where district = ${district} and layer = ${layer} and version = ${version}
      and exists (select 1 from places.layer_version v where v.district = ${district} and v.layer = ${layer}
        and v.version = ${version} and v.state = 'draft')`.execute(db.kysely)
  await sql`
    update places.layer_version set state = 'discarded'
    where district = ${district} and layer = ${layer} and version = ${version} and state = 'draft'`.execute(db.kysely)
}

/** Puts a draft in force from a day on and ends the edition before it, in one statement each; whether it was a draft. */
export async function putInForce(db: Db, key: EditionKey, { from, at, by }: Stroke & { from: Day }): Promise<boolean> {
  const { district, layer, version } = key
  const { rows } = await sql`
    update places.layer_version set state = 'published', from_day = ${from}, published_at = ${at}, published_by = ${by}
    where district = ${district} and layer = ${layer} and version = ${version} and state = 'draft'
    returning version`.execute(db.kysely)
  if (rows.length === 0) return false
  await sql`
    update places.layer_version set to_day = ${from}
    where district = ${district} and layer = ${layer} and version <> ${version} and state = 'published'
      and to_day is null`.execute(db.kysely)
  return true
}

const featureColumns = sql`
  code, name, parent, land_use as "landUse", grade, owner, owner_unit as "ownerUnit", kind, area,
  array[lng, lat] as at`

export const featureLine = featureColumns

export type Bordered = {
  readonly code: string
  readonly name: string
  readonly parent: string | null
  readonly surface: MultiPolygon
}

/** Read a stretch at a time, so that nobody waits long beside it. */
const BORDERS_AT_ONCE = 500

/** Borders of a whole edition, by code; what an index is made of. */
export async function bordersOf(db: Db, { district, layer, version }: EditionKey): Promise<readonly Bordered[]> {
  const all: Bordered[] = []
  for (let after = ''; ; ) {
    const { rows } = await sql<Bordered>`
      select code, name, parent, surface from places.feature
      where district = ${district} and layer = ${layer} and version = ${version} and code > ${after}
      order by code limit ${BORDERS_AT_ONCE}`.execute(db.kysely)
    all.push(...rows)
    const last = rows.at(-1)
    if (rows.length < BORDERS_AT_ONCE || !last) return all
    after = last.code
  }
}

export async function findFeature(
  db: Db,
  { district, layer, version }: EditionKey,
  code: string,
): Promise<Feature | null> {
  const { rows } = await sql<Feature>`
    select ${featureColumns}, surface from places.feature
    where district = ${district} and layer = ${layer} and version = ${version} and code = ${code}`.execute(db.kysely)
  return rows[0] ?? null
}

/** So many areas of an edition with their borders after a code; for files, a stretch at a time. */
export async function featuresAfter(
  db: Db,
  { district, layer, version }: EditionKey,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly Feature[]> {
  const { rows } = await sql<Feature>`
    select ${featureColumns}, surface from places.feature
    where district = ${district} and layer = ${layer} and version = ${version} and code > ${after}
    order by code limit ${limit}`.execute(db.kysely)
  return rows
}
