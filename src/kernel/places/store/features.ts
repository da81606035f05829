import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { MultiPolygon } from '../../../platform/geo/shapes.ts'
import type { Cursor } from '../../../platform/http/paging.ts'
import type { FeatureLine } from '../model/layers.ts'
import { type EditionKey, featureLine } from './layers.ts'

export const featureSorts = ['code', 'name', 'area'] as const
export type FeatureSort = (typeof featureSorts)[number]

export type FeatureFilters = {
  readonly q?: string
  readonly parent?: string
  readonly owner?: 'named' | 'none'
  readonly sort?: FeatureSort
}
export type FeaturesAsked = { readonly filters: FeatureFilters; readonly after: Cursor | null; readonly limit: number }

/** One page of an edition and one row more, by code, by name or the largest first. */
export async function featurePage(
  db: Db,
  { district, layer, version }: EditionKey,
  asked: FeaturesAsked,
): Promise<FeatureLine[]> {
  const { filters, after, limit } = asked
  const { sort = 'code' } = filters
  const order = { code: sql`code`, name: sql`name, code`, area: sql`area desc, code desc` }[sort]
  const [first = null, second = null] = after ?? []
  const next = {
    code: sql<SqlBool>`code > ${first}`,
    name: sql<SqlBool>`(name, code) > (${first}, ${second})`,
    area: sql<SqlBool>`(area, code) < (${first}::float8, ${second})`,
  }[sort]
  const { rows } = await sql<FeatureLine>`
    select ${featureLine} from places.feature
    where district = ${district} and layer = ${layer} and version = ${version}
      and ${narrowed(filters)} and ${after ? next : sql<SqlBool>`true`}
    order by ${order} limit ${limit + 1}`.execute(db.kysely)
  return rows
}

function narrowed({ q, parent, owner }: FeatureFilters): RawBuilder<SqlBool> {
  const like = `%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const all: RawBuilder<SqlBool>[] = [
    ...(q === undefined || q === ''
      ? []
      : [sql<SqlBool>`(starts_with(code, ${q}) or name like ${like} or owner like ${like})`]),
    ...(parent === undefined ? [] : [sql<SqlBool>`parent = ${parent}`]),
    ...(owner === undefined ? [] : [owner === 'none' ? sql<SqlBool>`owner = ''` : sql<SqlBool>`owner <> ''`]),
  ]
  return all.reduce((sum, one) => sql<SqlBool>`${sum} and ${one}`, sql<SqlBool>`true`)
}

export const changeKinds = ['added', 'removed', 'moved', 'renamed'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** One area that an edition changes: `moved` if its border differs, `renamed` if only what is said of it does. */
export type FeatureChange = {
  readonly code: string
  readonly kind: ChangeKind
  readonly before: string
  readonly after: string
  /** Square metres before and after; null where it was not there. */
  readonly areaBefore: number | null
  readonly areaAfter: number | null
}

type Compared = { readonly key: EditionKey; readonly before: number | null }

const differing = ({ key: { district, layer, version }, before }: Compared) => sql`
  select coalesce(a.code, b.code) as code,
    case when b.code is null then 'added' when a.code is null then 'removed'
      when a.surface is distinct from b.surface then 'moved' else 'renamed' end as kind,
    coalesce(b.name, '') as before, coalesce(a.name, '') as after, b.area as "areaBefore", a.area as "areaAfter",
    coalesce(a.surface, b.surface) as surface
  from (select * from places.feature where district = ${district} and layer = ${layer} and version = ${version}) a
  full join (select * from places.feature where district = ${district} and layer = ${layer} and version = ${before ?? 0}) b
    on a.code = b.code
  where a.code is null or b.code is null or a.surface is distinct from b.surface
    or (a.name, a.parent, a.land_use, a.grade, a.owner, a.kind) is distinct from
       (b.name, b.parent, b.land_use, b.grade, b.owner, b.kind)`

/** How many areas an edition adds, removes, moves and renames against another; all are added against none. */
export async function changeCounts(db: Db, compared: Compared): Promise<Readonly<Record<ChangeKind, number>>> {
  const { rows } = await sql<{ kind: ChangeKind; count: number }>`
    select kind, count(*)::int as count from (${differing(compared)}) d group by kind`.execute(db.kysely)
  const counts = new Map(rows.map(({ kind, count }) => [kind, count]))
  const of = (kind: ChangeKind) => counts.get(kind) ?? 0
  return { added: of('added'), removed: of('removed'), moved: of('moved'), renamed: of('renamed') }
}

/** What an edition would change, by code. */
export async function changePage(
  db: Db,
  compared: Compared,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<(FeatureChange & { surface: MultiPolygon })[]> {
  const { rows } = await sql<FeatureChange & { surface: MultiPolygon }>`
    select * from (${differing(compared)}) d where code > ${after} order by code limit ${limit + 1}`.execute(db.kysely)
  return rows
}
