import { sql } from 'kysely'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Kind } from '../model/kinds.ts'
import type { Walker } from '../model/profile.ts'
import type { GapFigure } from '../model/task.ts'
import type { Stroke } from './facilities.ts'

export type GapRow = {
  readonly case: CaseId
  readonly kind: Kind
  readonly walker: Walker
  readonly area: string | null
  readonly plan: string | null
  readonly before: GapFigure
  readonly after: GapFigure | null
  readonly openedAt: Instant
}

const columns = sql`g.case_id as "case", g.kind, g.walker, g.area, g.plan, g.before_figure as "before",
  g.after_figure as "after", g.opened_at as "openedAt"`

export type GapQuestion = {
  readonly district: string
  readonly ended?: boolean | undefined
  readonly kind?: Kind | undefined
  readonly after: readonly [openedAt: string, id: string] | null
  readonly limit: number
}

/** Tasks that came from gaps, the newest first; one more than was asked for. */
export async function gapsBy(db: Db, { district, ended, kind, after, limit }: GapQuestion): Promise<GapRow[]> {
  const wanted = [
    sql`g.district = ${district}`,
    ...(ended === undefined ? [] : [sql`c.ended = ${ended}`]),
    ...(kind === undefined ? [] : [sql`g.kind = ${kind}`]),
    ...(after ? [sql`(g.opened_at, g.case_id) < (${after[0]}::timestamptz, ${after[1]})`] : []),
  ]
  const { rows } = await sql<GapRow>`select ${columns} from life_circle.gap_task as g
    join cases.card as c on c.district = g.district and c.id = g.case_id
    where ${sql.join(wanted, sql` and `)} order by g.opened_at desc, g.case_id desc limit ${limit + 1}`.execute(
    db.kysely,
  )
  return rows
}

/** Whether the same gap of the same hour is somebody's work already. */
export async function openGapTask(
  db: Db,
  district: string,
  {
    kind,
    walker,
    area,
    openAt = null,
  }: Pick<GapRow, 'kind' | 'walker' | 'area'> & { readonly openAt?: string | null | undefined },
): Promise<CaseId | null> {
  const { rows } = await sql<{ id: CaseId }>`select g.case_id as id from life_circle.gap_task as g
    join cases.card as c on c.district = g.district and c.id = g.case_id
    where g.district = ${district} and g.kind = ${kind} and g.walker = ${walker}
      and g.area is not distinct from ${area}::text
      and g.before_figure ->> 'openAt' is not distinct from ${openAt}::text and not c.ended limit 1`.execute(db.kysely)
  return rows[0]?.id ?? null
}

export async function putGap(
  db: Db,
  district: string,
  gap: Omit<GapRow, 'after' | 'openedAt'>,
  { at, by }: Stroke,
): Promise<void> {
  const { case: id, kind, walker, area, plan, before } = gap
  await sql`insert into life_circle.gap_task (district, case_id, kind, walker, area, plan, before_figure, opened_at, opened_by)
    values (${district}, ${id}, ${kind}, ${walker}, ${area}, ${plan}, ${JSON.stringify(before)}::jsonb, ${at}, ${by})
    on conflict do nothing`.execute(db.kysely)
}

/** Tasks that are completed and were not measured again yet. */
export async function gapsToMeasure(db: Db, district: string): Promise<GapRow[]> {
  const { rows } = await sql<GapRow>`select ${columns} from life_circle.gap_task as g
    join cases.card as c on c.district = g.district and c.id = g.case_id
    where g.district = ${district} and g.after_figure is null and c.stage = 'completed'
    order by g.opened_at limit 50`.execute(db.kysely)
  return rows
}

export async function putAfter(db: Db, district: string, id: CaseId, figure: GapFigure): Promise<void> {
  await sql`update life_circle.gap_task set after_figure = ${JSON.stringify(figure)}::jsonb
    where district = ${district} and case_id = ${id} and after_figure is null`.execute(db.kysely)
}
