import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { CaseId } from '../model/case.ts'
import type { Reach, Waiting } from '../policy/sight.ts'

/** A condition on rows of `cases.card as c`. */
export type Condition = RawBuilder<SqlBool>

/** One value is said as one: only then does an index answer in its own order. */
export const isOneOf = (column: string, values: readonly string[]): Condition => {
  const [only] = values
  return values.length === 1
    ? sql<SqlBool>`${sql.ref(column)} = ${only}`
    : sql<SqlBool>`${sql.ref(column)} = any(${sql.val([...values])}::text[])`
}

/** Each way to a case as its own condition: a list that asks them one by one can walk an index for each. */
export function waysOf(reach: Reach): Condition[] {
  const { all, units, owners, grids, hands, leads } = reach
  if (all) return [sql<SqlBool>`true`]
  const ways: Condition[] = []
  if (units.length > 0) ways.push(isOneOf('c.unit', units))
  if (owners.length > 0) ways.push(anyOf([isOneOf('c.holder', owners), isOneOf('c.entered_by', owners)]))
  if (grids.length > 0) ways.push(isOneOf('c.grid', grids))
  if (hands.length > 0)
    ways.push(sql<SqlBool>`c.id in (select h.case_id from cases.hand as h
      where h.district = c.district and ${isOneOf('h.staff', hands)})`)
  if (leads.length > 0)
    ways.push(
      sql<SqlBool>`(c.parent is not null and c.state #>> '{filing,leadUnit}' = any(${sql.val([...leads])}::text[]))`,
    )
  return ways
}

/** `reaches` as a condition. */
export const reachFilter = (reach: Reach): Condition => within(reach, anyOf(waysOf(reach)))

export const within = ({ district }: Pick<Reach, 'district'>, condition: Condition): Condition =>
  sql<SqlBool>`(c.district = ${district} and ${condition})`

export const anyOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`

export const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`

/** One kind of work of `needs` as a condition. */
export function waitingFilter({ procedure, stages, level, reach, holders }: Waiting): Condition {
  return allOf([
    sql<SqlBool>`c.procedure = ${procedure} and not c.settled`,
    isOneOf('c.stage', stages),
    ...(level
      ? [sql<SqlBool>`c.state #>> ${sql.val(['registers', level.register])}::text[] = ${String(level.is)}`]
      : []),
    ...(holders ? [anyOf([sql<SqlBool>`c.holder is null`, isOneOf('c.holder', holders)])] : []),
    reachFilter(reach),
  ])
}

/** Those of these cases that the reach takes in. */
export async function reachedOf(db: Db, reach: Reach, ids: readonly string[]): Promise<CaseId[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: CaseId }>`select c.id from cases.card as c
    where c.id = any(${sql.val([...ids])}::text[]) and ${reachFilter(reach)}`.execute(db.kysely)
  return rows.map(({ id }) => id)
}
