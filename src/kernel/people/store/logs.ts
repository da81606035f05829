import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import { sortableId } from '../../../platform/ids.ts'
import type { Instant } from '../../../platform/time.ts'

export type LoginLine = {
  readonly id: string
  readonly at: Instant
  readonly kind: 'staff' | 'resident'
  readonly who: string | null
  readonly unit: string | null
  /** A masked telephone, or an account that exists; '?' for what nobody is called. */
  readonly account: string
  readonly way: string
  /** 'done', or the refusal. */
  readonly outcome: string
  readonly ip: string
  readonly agent: string
}

export type OperationLine = {
  readonly id: string
  readonly at: Instant
  readonly who: string
  readonly unit: string | null
  /** 'people.staff.create', 'organisations.unit.merge', 'cases.export'. */
  readonly what: string
  readonly target: string
  readonly outcome: string
  readonly ip: string
  readonly changes: readonly Change[]
}

/**
 * One thing that a deed changed, in codes, ids, days and names of units or roles: never what a person is called or
 * typed. Null before for what is new, null after for what is gone.
 */
export type Change = { readonly field: string; readonly before: string | null; readonly after: string | null }

type New<Line> = Omit<Line, 'id'> & { readonly district: string }

const short = (text: string): string => text.slice(0, 300)

export async function logLogin(db: Db, line: New<LoginLine>): Promise<void> {
  await sql`insert into people.login_log (district, id, at, kind, who, unit, account, way, outcome, ip, agent) values
    (${line.district}, ${sortableId(line.at)}, ${line.at}, ${line.kind}, ${line.who}, ${line.unit}, ${line.account},
     ${line.way}, ${line.outcome}, ${line.ip}, ${short(line.agent)})`.execute(db.kysely)
}

type NewOperation = Omit<New<OperationLine>, 'changes'> & { readonly changes?: readonly Change[] }

/** One line for something done or refused; in the transaction of the deed, so that none is without the other. */
export async function logOperation(db: Db, line: NewOperation): Promise<void> {
  await sql`insert into people.operation_log (district, id, at, who, unit, what, target, outcome, ip, changes) values
    (${line.district}, ${sortableId(line.at)}, ${line.at}, ${line.who}, ${line.unit}, ${line.what},
     ${short(line.target)}, ${line.outcome}, ${line.ip}, ${JSON.stringify(line.changes ?? [])}::jsonb)`.execute(
    db.kysely,
  )
}

export type LogQuestion = {
  readonly district: string
  readonly scope: () => Expression<SqlBool>
  readonly who: string | null
  readonly outcome: string | null
  readonly what: string | null
  readonly from: Instant | null
  readonly until: Instant | null
  readonly after: string | null
  readonly limit: number
}

const where = (asked: LogQuestion) => sql<SqlBool>`district = ${asked.district} and ${asked.scope()}
  and (${asked.who}::text is null or who = ${asked.who})
  and (${asked.outcome}::text is null or outcome = ${asked.outcome})
  and (${asked.from}::timestamptz is null or at >= ${asked.from})
  and (${asked.until}::timestamptz is null or at < ${asked.until})
  and (${asked.after}::text is null or id < ${asked.after})`

/** Newest first, one more than asked for. The scope's columns are `unit` and `who`. */
export async function loginPage(db: Db, asked: LogQuestion): Promise<readonly LoginLine[]> {
  const { rows } = await sql<LoginLine>`select id, at, kind, who, unit, account, way, outcome, ip, agent
    from people.login_log where ${where(asked)} order by id desc limit ${asked.limit + 1}`.execute(db.kysely)
  return rows
}

/** Newest first, one more than asked for; `what` also finds what begins with it and a dot. */
export async function operationPage(db: Db, asked: LogQuestion): Promise<readonly OperationLine[]> {
  const { rows } = await sql<OperationLine>`select id, at, who, unit, what, target, outcome, ip, changes
    from people.operation_log where ${where(asked)}
      and (${asked.what}::text is null or what = ${asked.what} or starts_with(what, ${asked.what} || '.'))
    order by id desc limit ${asked.limit + 1}`.execute(db.kysely)
  return rows
}

export type HistoryQuestion = {
  readonly district: string
  readonly targets: readonly string[]
  readonly after: string | null
  readonly limit: number
}

/** What was done to these things, newest first, one more than asked for; what was refused changed nothing. */
export async function operationsOn(db: Db, asked: HistoryQuestion): Promise<readonly OperationLine[]> {
  const { rows } = await sql<OperationLine>`select id, at, who, unit, what, target, outcome, ip, changes
    from people.operation_log
    where district = ${asked.district} and target = any(${sql.val(asked.targets)}::text[]) and outcome = 'done'
      and (${asked.after}::text is null or id < ${asked.after})
    order by id desc limit ${asked.limit + 1}`.execute(db.kysely)
  return rows
}
