/** Books of figures written from lives that never touched the engine, for the tests of sums and lists. */
import { sql } from 'kysely'
import type { Choice } from '../../modules/orders/rules/life.spec.ts'
import { madeUpLife } from '../../modules/orders/rules/life.spec.ts'
import { orderMeasures } from '../../modules/orders/rules/measures.ts'
import type { Db } from '../../platform/db/db.ts'
import { HOUR, type Instant, instant, later } from '../../platform/time.ts'
import type { CaseId, CaseState, DecidedEvent } from '../cases/model/case.ts'
import { evolve } from '../cases/rules/evolve.ts'
import { difference, type Figure } from '../cases/rules/figures.ts'

export const DISTRICT = '349901'
export const START = instant('2026-03-02T10:00:00+08:00')

export type Life = { readonly id: CaseId; readonly events: readonly DecidedEvent[] }
export type BookRow = Figure & {
  readonly case_id: CaseId
  readonly version: number
  readonly line: number
  readonly at: Instant
}

export const livesOf = (choices: readonly (readonly Choice[])[]): Life[] =>
  choices.map((choice, index) => {
    const id: CaseId = `case_${DISTRICT}_${String(index).padStart(26, '0')}`
    const area = index % 3 === 0 ? 'area_a' : 'area_b'
    return { id, events: madeUpLife(id, later(START, index * 7 * HOUR), choice, { area }) }
  })

/** The rows that the engine would write, commit by commit. */
export function rowsOf({ id, events }: Life): BookRow[] {
  let state: CaseState | null = null
  return events.flatMap((event) => {
    const before: CaseState | null = state
    const after = evolve(before, event, id)
    state = after
    return difference(before ? orderMeasures(before) : [], orderMeasures(after)).map((figure, line) => ({
      ...figure,
      case_id: id,
      version: after.version,
      line,
      at: event.at,
    }))
  })
}

export async function writeBooks(db: Db, rows: readonly BookRow[]): Promise<void> {
  await sql`insert into cases.delta (district, measure, day, case_id, version, line, unit, category, area, n, at)
    select ${DISTRICT}, r.measure, r.day, r.case_id, r.version, r.line, r.unit, r.category, r.area, r.n, r.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(measure text, day date, case_id text, version int,
      line smallint, unit text, category text, area text, n int, at timestamptz)`.execute(db.kysely)
}

/** Just enough of a card for a list to find its case. */
export async function writeCards(db: Db, lives: readonly Life[]): Promise<void> {
  for (const { id } of lives)
    await sql`insert into cases.card (district, id, number, procedure, matter, category, kind, channel, stage, phase,
        settled, ended, unit, filed_at, changed_at, overdue, supervision, version, head, state)
      values (${DISTRICT}, ${id}, ${id}, 'orders', 'matter_x', '', '', 'web', 'handling', 'working', false, false,
        'unit_a', ${START}, ${START}, false, 0, 1, '', '{"children":{},"handlers":[]}')`.execute(db.kysely)
}

export async function forgetBooks(db: Db): Promise<void> {
  for (const table of [
    'cases.delta',
    'cases.card',
    'indicators.cube',
    'indicators.trend',
    'indicators.standing',
    'indicators.total',
    'indicators.rolled',
  ])
    await sql`delete from ${sql.table(table)}`.execute(db.kysely)
}
