import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Cursor } from '../../../platform/http/paging.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ProposalSort, ProposalState, Repeating } from '../model/proactive.ts'
import type { Earlier } from '../rules/proactive.ts'

/** What counts: what somebody came with or saw, and was not turned away or linked. */
const counts = sql`parent is null and title is not null and stage not in ('linked', 'rejected', 'diverted', 'withdrawn')`
/** A week of the city, not of the machine. */
const week = sql`date_trunc('week', filed_at at time zone 'Asia/Shanghai')`
const dayOf = (which: 'min' | 'max') =>
  which === 'min'
    ? sql`min((filed_at at time zone 'Asia/Shanghai')::date)::text`
    : sql`max((filed_at at time zone 'Asia/Shanghai')::date)::text`

const sums = sql`count(*)::int as cases, count(distinct applicant)::int as people, count(distinct ${week})::int as weeks,
  count(distinct coalesce(grid, area))::int as places, ${dayOf('min')} as "firstDay", ${dayOf('max')} as "lastDay",
  (array_agg(id order by id desc))[1:20] as "caseIds"`

/** Everything that came at least `least` times since then, by place and all over. */
export async function repeatingSince(db: Db, district: string, since: Instant, least: number): Promise<Repeating[]> {
  const { rows } = await sql<Repeating>`
    select 'place' as kind, coalesce(grid, area) as place, min(area) as area, category, ${sums} from cases.card
      where district = ${district} and filed_at >= ${since} and coalesce(grid, area) is not null and ${counts}
      group by coalesce(grid, area), category having count(*) >= ${least}
    union all
    select 'theme', '', null, category, ${sums} from cases.card
      where district = ${district} and filed_at >= ${since} and ${counts}
      group by category having count(*) >= ${least}`.execute(db.kysely)
  return rows
}

export async function proposalsSince(db: Db, district: string, month: string): Promise<Earlier[]> {
  const { rows } = await sql<Earlier>`select kind, place, category, cases, state from grid.proposal
    where district = ${district} and month >= ${month}::date`.execute(db.kysely)
  return rows
}

export type Made = Repeating & { readonly id: string }
type Making = { readonly district: string; readonly month: string; readonly at: Instant }

/** Writes the proposals of a month; one that stands already stays as it is. */
export async function putProposals(db: Db, { district, month, at }: Making, made: readonly Made[]): Promise<void> {
  await sql`insert into grid.proposal (district, id, month, kind, place, area, category, cases, people, weeks, first_day,
      last_day, case_ids, made_at, state)
    select ${district}, id, ${month}::date, kind, place, area, category, cases, people, weeks, "firstDay"::date,
      "lastDay"::date, "caseIds", ${at}, 'open'
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as r(id text, kind text, place text, area text, category text,
      cases int, people int, weeks int, "firstDay" text, "lastDay" text, "caseIds" text[])
    on conflict do nothing`.execute(db.kysely)
}

export type ProposalRow = Omit<Repeating, 'places'> & {
  readonly id: string
  readonly month: string
  readonly state: ProposalState
  readonly decidedAt: Instant | null
  readonly decidedBy: string | null
  readonly reason: string | null
  readonly taskCase: string | null
}
const columns = sql`id, month::text, kind, place, area, category, cases, people, weeks, first_day::text as "firstDay",
  last_day::text as "lastDay", case_ids as "caseIds", state, decided_at as "decidedAt", decided_by as "decidedBy",
  reason, task_case as "taskCase"`

type Listing = {
  readonly district: string
  readonly state: ProposalState | null
  readonly sort: ProposalSort
  readonly after: Cursor | null
  readonly limit: number
}

/** What the rows of a list are told apart by, in each order; the largest and the latest stand first. */
export const proposalKey = {
  cases: ({ cases, id }: ProposalRow): Cursor => [cases, id],
  people: ({ people, id }: ProposalRow): Cursor => [people, id],
  weeks: ({ weeks, id }: ProposalRow): Cursor => [weeks, id],
  latest: ({ lastDay, id }: ProposalRow): Cursor => [lastDay, id],
} as const satisfies Record<ProposalSort, (row: ProposalRow) => Cursor>

const orders = { cases: sql`cases`, people: sql`people`, weeks: sql`weeks`, latest: sql`last_day` } as const

/** One page and one row more. */
export async function proposalsOf(db: Db, { district, state, sort, after, limit }: Listing): Promise<ProposalRow[]> {
  const by = orders[sort]
  const [first = null, id = null] = after ?? []
  const beyond =
    sort === 'latest' ? sql`(${by}, id) < (${first}::date, ${id})` : sql`(${by}, id) < (${first}::int, ${id})`
  const { rows } = await sql<ProposalRow>`select ${columns} from grid.proposal
    where district = ${district} and (${state}::text is null or state = ${state})
      and ${after === null ? sql`true` : beyond}
    order by ${by} desc, id desc limit ${limit + 1}`.execute(db.kysely)
  return rows
}

export async function findProposal(db: Db, district: string, id: string): Promise<ProposalRow | null> {
  const { rows } = await sql<ProposalRow>`select ${columns} from grid.proposal
    where district = ${district} and id = ${id}`.execute(db.kysely)
  return rows[0] ?? null
}

type Decision = {
  readonly state: 'accepted' | 'dismissed'
  readonly at: Instant
  readonly by: string
  readonly reason: string
  readonly taskCase: string | null
}

/** Decides an open proposal; whether it was open still. */
export async function decideProposal(db: Db, district: string, id: string, decision: Decision): Promise<boolean> {
  const { state, at, by, reason, taskCase } = decision
  const { rows } = await sql`update grid.proposal set state = ${state}, decided_at = ${at}, decided_by = ${by},
      reason = ${reason}, task_case = ${taskCase}
    where district = ${district} and id = ${id} and state = 'open' returning id`.execute(db.kysely)
  return rows.length > 0
}
