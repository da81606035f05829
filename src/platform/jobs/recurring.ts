/** Whose turn it is to do the work that comes round again. */
import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { type Instant, later } from '../time.ts'
import type { Job } from './model.ts'

export type Turn = { readonly job: Job; readonly at: Instant; readonly lease: string }

/** A job of no district stands under this one. */
const ALL = ''

/** The jobs whose time has come. A job seen for the first time is made known, and is due. */
export async function dueJobs(db: Db, jobs: readonly Job[], now: Instant): Promise<Job[]> {
  if (jobs.length === 0) return []
  const { rows } = await sql<{ district: string; name: string; next: Instant }>`
    select district, name, next_at as next from jobs.recurring
  `.execute(db.kysely)
  const next = new Map(rows.map((row) => [`${row.name} ${row.district}`, row.next]))
  for (const { district = ALL, name } of jobs)
    if (!next.has(`${name} ${district}`))
      await sql`
        insert into jobs.recurring (district, name, next_at) values (${district}, ${name}, ${now})
        on conflict (district, name) do nothing
      `.execute(db.kysely)
  return jobs.filter((job) => isDue(next.get(`${job.name} ${job.district ?? ALL}`) ?? now, job, now))
}

/** A clock that was turned back makes a job due too: its time would be too far off. */
const isDue = (next: Instant, job: Job, now: Instant): boolean => next <= now || next > later(now, job.every)

/** The right to run the job now, if it is still due and no process has it. */
export async function takeTurn(db: Db, job: Job, at: Instant, leaseMs: number): Promise<Turn | null> {
  const { rows } = await sql<{ lease: string }>`
    update jobs.recurring set locked_until = clock_timestamp() + ${leaseMs}::float8 * interval '1 millisecond'
    where district = ${job.district ?? ALL} and name = ${job.name}
      and (next_at <= ${at} or next_at > ${later(at, job.every)})
      and (locked_until is null or locked_until < clock_timestamp())
    returning locked_until::text as lease
  `.execute(db.kysely)
  const [row] = rows
  return row ? { job, at, lease: row.lease } : null
}

/** The round is over, well or badly; the next is one period on. */
export async function endTurn(db: Db, { job, at, lease }: Turn): Promise<void> {
  await sql`
    update jobs.recurring set next_at = ${later(at, job.every)}, locked_until = null
    where district = ${job.district ?? ALL} and name = ${job.name} and locked_until = ${lease}::timestamptz
  `.execute(db.kysely)
}
