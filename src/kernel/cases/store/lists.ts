import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { CardRow } from '../model/card.ts'
import type { CaseId } from '../model/case.ts'
import { COUNT_AT_MOST, type Counts, type Sort } from '../model/lists.ts'
import { allOf, type Condition, within } from './sight.ts'

/** Read out of the snapshot at hand and not looked up: the unit of the clock that ends first. */
const dueIn = sql`(select clock.value #>> '{account,term,unit}' from jsonb_each(c.state -> 'clocks') as clock
  where clock.value ->> 'status' = 'running' and (clock.value #>> '{account,due}')::timestamptz = c.due limit 1)`

const columns = sql`c.id, c.number, c.version, c.procedure, c.matter,
  coalesce(c.state #>> '{under,matterVersion}', c.state #>> '{filing,matterVersion}')::int as "matterVersion", c.title, c.category, c.kind, c.channel, c.stage,
  c.phase, c.settled, c.ended, c.unit, c.holder, c.area, c.filed_at as "filedAt", c.changed_at as "changedAt", c.due, ${dueIn} as "dueIn",
  c.warn_at as "warnAt", c.overdue, c.supervision, c.outcome, c.stars,
  coalesce(c.state #>> '{marks,urgent}' = 'yes', false) as urgent, c.parent`

/** Where a list goes on: the sort key of the last row, its id last. */
export type Place = { readonly key: string | null; readonly id: string }

/** The order of filing is the order of the ids, which begin with the moment. */
type Order = { readonly key: RawBuilder<unknown>; readonly by: RawBuilder<unknown>; after(place: Place): Condition }
const orders = {
  due: {
    key: sql`c.due`,
    by: sql`c.due, c.id`,
    after: ({ key, id }) => sql<SqlBool>`(c.due, c.id) > (${key}::timestamptz, ${id})`,
  },
  filed: { key: sql`null`, by: sql`c.id desc`, after: ({ id }) => sql<SqlBool>`c.id < ${id}` },
  changed: {
    key: sql`c.changed_at`,
    by: sql`c.changed_at desc, c.id desc`,
    after: ({ key, id }) => sql<SqlBool>`(c.changed_at, c.id) < (${key}::timestamptz, ${id})`,
  },
} as const satisfies Record<Sort, Order>
/** The same order over what the ways together have found. */
const merged = {
  due: sql`key, id`,
  filed: sql`id desc`,
  changed: sql`key desc, id desc`,
} as const satisfies Record<Sort, RawBuilder<unknown>>

export type Listing = {
  readonly district: string
  /** What every row must be. */
  readonly filters: readonly Condition[]
  /** Ways in, of which one is enough; each is walked in order by itself and stops when the page is full. */
  readonly ways: readonly Condition[]
  readonly sort: Sort
  readonly after: Place | null
  readonly limit: number
}

/** One page, and one row more than was asked for. */
export async function casesIn(db: Db, listing: Listing): Promise<CardRow[]> {
  if (listing.ways.length === 0) return []
  const { by } = orders[listing.sort]
  const most = listing.limit + 1
  const [way] = listing.ways
  const { rows } =
    listing.ways.length === 1 && way
      ? await sql<CardRow>`select ${columns} from cases.card as c
          where ${conditionOf(listing, way)} order by ${by} limit ${most}`.execute(db.kysely)
      : await sql<CardRow>`select ${columns} from (
            select id from (${each(listing, most)}) as way order by ${merged[listing.sort]} limit ${most}
          ) as found join cases.card as c on c.district = ${listing.district} and c.id = found.id
          order by ${by}`.execute(db.kysely)
  return rows
}

/** A page of each way by itself, and every case once. */
const each = (listing: Listing, most: number) => {
  const { key, by } = orders[listing.sort]
  const pages = listing.ways.map(
    (way) => sql`(select c.id, ${key} as key from cases.card as c where ${conditionOf(listing, way)}
      order by ${by} limit ${most})`,
  )
  return sql`${sql.join(pages, sql` union `)}`
}

function conditionOf({ district, filters, sort, after }: Listing, way: Condition): Condition {
  const open = sort === 'due' ? [sql<SqlBool>`not c.settled`] : []
  return within({ district }, allOf([...filters, ...open, way, ...(after ? [orders[sort].after(after)] : [])]))
}

type View = { readonly filters: readonly Condition[]; readonly ways: readonly Condition[] }

/** How many rows there are, counted no further than `most`. */
export async function countIn(db: Db, district: string, view: View, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select ${counted(district, view, most)} as count`.execute(db.kysely)
  return rows[0]?.count ?? 0
}

/** All views of a desk in one query; none is counted further than people can work through. */
export async function countsOf(
  db: Db,
  district: string,
  views: Readonly<Record<keyof Omit<Counts, 'most'>, View>>,
): Promise<Counts> {
  const columnsOf = Object.entries(views).map(
    ([name, view]) => sql`${counted(district, view, COUNT_AT_MOST)} as ${sql.ref(name)}`,
  )
  const { rows } = await sql<Omit<Counts, 'most'>>`select ${sql.join(columnsOf)}`.execute(db.kysely)
  const [counts] = rows
  if (!counts) throw new Error('a select without from answered nothing')
  return { ...counts, most: COUNT_AT_MOST }
}

function counted(district: string, { filters, ways }: View, most: number): RawBuilder<number> {
  if (ways.length === 0) return sql<number>`0`
  const ids = ways.map(
    (way) =>
      sql`(select c.id from cases.card as c where ${within({ district }, allOf([...filters, way]))} limit ${most})`,
  )
  return sql<number>`(select count(*)::int from (select 1 from (${sql.join(ids, sql` union `)}) as found limit ${most}) as most)`
}

/** Cases by id, in no order. */
export async function cardsOf(db: Db, district: string, ids: readonly string[]): Promise<CardRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<CardRow>`select ${columns} from cases.card as c
    where c.district = ${district} and c.id = any(${sql.val([...ids])}::text[])`.execute(db.kysely)
  return rows
}

/** The joint tasks of a case, the oldest first. */
export async function childIds(db: Db, district: string, parent: CaseId): Promise<CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`select id from cases.card
    where district = ${district} and parent = ${parent} order by id`.execute(db.kysely)
  return rows.map(({ id }) => id)
}

/** What is meant by an address that holds an id or a number; an id is taken as it is, whether or not it is one. */
export const idMeant = (db: Db, district: string, address: string): Promise<CaseId | null> | CaseId =>
  /^\d{14}$/.test(address) ? idOfNumber(db, district, address) : (address as CaseId)

/** The id behind a number; null where there is none. */
export async function idOfNumber(db: Db, district: string, number: string): Promise<CaseId | null> {
  const { rows } = await sql<{ id: CaseId }>`select id from cases.card
    where district = ${district} and number = ${number}`.execute(db.kysely)
  return rows[0]?.id ?? null
}
