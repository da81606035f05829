import { type Expression, type SqlBool, sql } from 'kysely'
import type { StaffWho } from '../model.ts'
import { ownersOf, postsWith } from '../policy.ts'

/** Which columns of the list stand for what the policy looks at; null where the list has no such column. */
export type ScopeColumns = {
  readonly unit: string | null
  readonly holder: string | null
  readonly createdBy: string | null
  readonly grid: string | null
  /** 'district' where not given; name it with its table when two tables are joined. */
  readonly district?: string
}

/**
 * `covers(who, right, row)` as a condition on rows: `.where(scopeFilter(who, 'orders.read', columns))`.
 * Without the right it is false, so a list can forget to ask for the right and still shows nothing.
 */
export function scopeFilter(who: StaffWho, right: string, columns: ScopeColumns): () => Expression<SqlBool> {
  const posts = postsWith(who, right)
  const own = sql`${sql.ref(columns.district ?? 'district')} = ${who.district}`
  if (posts.some((post) => post.reach === 'all')) return () => sql<SqlBool>`(${own})`
  const units = posts.flatMap(({ scope, reach }) =>
    scope === 'own' || scope === 'grid' || reach === 'all' ? [] : reach,
  )
  const owners = posts.flatMap((post) => (post.scope === 'own' ? ownersOf(who, post) : []))
  const grids = posts.flatMap((post) => (post.scope === 'grid' ? post.grids : []))
  const ways = [
    among(columns.unit, units),
    among(columns.holder, owners),
    among(columns.createdBy, owners),
    among(columns.grid, grids),
  ].flatMap((way) => way ?? [])
  if (ways.length === 0) return () => sql<SqlBool>`false`
  return () => sql<SqlBool>`(${own} and (${sql.join(ways, sql` or `)}))`
}

/** A null in the column is never among them; `is true` keeps the answer a plain yes or no, so it may be negated. */
const among = (column: string | null, values: readonly string[]) =>
  column === null || values.length === 0
    ? null
    : sql<SqlBool>`(${sql.ref(column)} = any(${sql.val([...new Set(values)])}::text[])) is true`
