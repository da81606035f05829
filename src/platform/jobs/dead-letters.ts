/** Timers and messages that were tried too often: to be seen and tried again by a person. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/db.ts'
import type { DeadLetter, DeadLetterId } from './model.ts'

export type DeadLetterPage = {
  readonly district: string
  /** The last letter of the page before. */
  readonly after?: Pick<DeadLetter, 'id' | 'deadAt'>
  readonly limit: number
}

/** The latest first. */
export async function deadLetters(db: Db, { district, after, limit }: DeadLetterPage): Promise<DeadLetter[]> {
  const older = after
    ? sql`(date_trunc('milliseconds', "deadAt"), id) < (${after.deadAt}::timestamptz, ${after.id})`
    : sql`true`
  const { rows } = await sql<DeadLetter>`
    select * from (
      select 'timer/' || key as id, district, kind as what, due, dead_at as "deadAt", attempts, coalesce(error, '') as error
      from jobs.timer where district = ${district} and dead_at is not null
      union all
      select 'outbox/' || id, district, topic, due, dead_at, attempts, coalesce(error, '')
      from jobs.outbox where district = ${district} and dead_at is not null
    ) as letter
    where ${older} order by date_trunc('milliseconds', "deadAt") desc, id desc limit ${limit}
  `.execute(db.kysely)
  return rows
}

/** Tries it again from the beginning, at the runner's next look. False when no such letter lies there. */
export async function retryDeadLetter(db: Db, letter: { district: string; id: DeadLetterId }): Promise<boolean> {
  const { numAffectedRows } = await revived(letter).execute(db.kysely)
  return numAffectedRows === 1n
}

function revived({ district, id }: { district: string; id: DeadLetterId }): RawBuilder<unknown> {
  const key = id.slice(id.indexOf('/') + 1)
  const anew = sql`dead_at = null, attempts = 0, locked_until = null, error = null`
  return id.startsWith('timer/')
    ? sql`update jobs.timer set ${anew} where district = ${district} and key = ${key} and dead_at is not null`
    : sql`update jobs.outbox set ${anew} where district = ${district} and id = ${key} and dead_at is not null`
}
