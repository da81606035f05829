import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Cursor } from '../../../platform/http/paging.ts'
import type { Address, AddressFilters } from '../model/addresses.ts'
import { gramsOf, plainAddress } from '../rules/address-text.ts'
import { addressColumns } from './addresses.ts'

export type AddressesAsked = {
  readonly filters: AddressFilters
  readonly after: Cursor | null
  readonly limit: number
}

/** What the rows of a list are told apart by, in each order. */
export const addressKey = {
  name: ({ name, id }: Address): Cursor => [name, id],
  path: ({ path, id }: Address): Cursor => [path, id],
  changed: ({ changedAt, id }: Address): Cursor => [changedAt, id],
} as const

/**
 * One page and one row more. What nobody narrows is what stands in the territory itself; words, a level or a community
 * look through all of it.
 */
export async function addressPage(
  db: Db,
  district: string,
  { filters, after, limit }: AddressesAsked,
): Promise<Address[]> {
  const { sort = 'name' } = filters
  const order = { name: sql`name, id`, path: sql`path, id`, changed: sql`changed_at desc, id desc` }[sort]
  const [first = null, second = null] = after ?? []
  const beyond = {
    name: sql<SqlBool>`(name, id) > (${first}, ${second})`,
    path: sql<SqlBool>`(path, id) > (${first}, ${second})`,
    changed: sql<SqlBool>`(changed_at, id) < (${first}::timestamptz, ${second})`,
  }[sort]
  const { rows } = await sql<Address>`
    select ${addressColumns} from places.address
    where district = ${district} and ${narrowed(filters)} and ${after ? beyond : sql<SqlBool>`true`}
    order by ${order} limit ${limit + 1}`.execute(db.kysely)
  return rows
}

function narrowed({ parent, q, level, community, active }: AddressFilters): RawBuilder<SqlBool> {
  const text = plainAddress(q ?? '')
  const everywhere = text !== '' || level !== undefined || community !== undefined
  const all: RawBuilder<SqlBool>[] = [
    ...(parent !== undefined ? [sql<SqlBool>`parent = ${parent}`] : everywhere ? [] : [sql<SqlBool>`parent is null`]),
    ...(text === '' ? [] : [holding(text)]),
    ...(level === undefined ? [] : [sql<SqlBool>`level = ${level}`]),
    ...(community === undefined ? [] : [sql<SqlBool>`community = ${community}`]),
    ...(active === undefined ? [] : [sql<SqlBool>`active = ${active}`]),
  ]
  return all.reduce((sum, one) => sql<SqlBool>`${sum} and ${one}`, sql<SqlBool>`true`)
}

function holding(text: string): RawBuilder<SqlBool> {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return [...text].length < 2
    ? sql<SqlBool>`search like ${like}`
    : sql<SqlBool>`(grams @> ${gramsOf(text)}::text[] and search like ${like})`
}
