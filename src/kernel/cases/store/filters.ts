import { type SqlBool, sql } from 'kysely'
import { sortableId } from '../../../platform/ids.ts'
import { DAY, type Day, type Instant, later } from '../../../platform/time.ts'
import { endOfDay, startOfDay } from '../../worktime/rules.ts'
import type { Filters } from '../model/lists.ts'
import type { CaseLight } from '../model/views.ts'
import type { QuadSpan } from '../rules/far.ts'
import { HELD_STAGE } from '../rules/present.ts'
import { ringAsked } from '../rules/ring.ts'
import type { Condition } from './sight.ts'
import { liesFar, liesIn } from './spots.ts'

/** What a filter needs besides what was typed. */
export type Asked = {
  readonly district: string
  readonly now: Instant
  /** The words of the question, cut; null where none was asked. */
  readonly words: readonly string[] | null
  /** Whose telephone was asked for; `nobody` where no one has it. */
  readonly applicant: string | 'nobody' | null
  /** Where nothing of the district lies; null where nobody asked for it. */
  readonly far: readonly QuadSpan[] | null
}

export const openOnly: Condition = sql<SqlBool>`not c.settled`
const held = sql<SqlBool>`c.stage = ${HELD_STAGE}`
/** What is on hold is told apart, at the desk as on the wall and in the books. */
export const overdueOnly: Condition = sql<SqlBool>`(not c.settled and c.overdue and not ${held})`
export const supervisedOnly: Condition = sql<SqlBool>`(not c.settled and c.supervision > 0)`

/** The filters of a list as conditions on `cases.card as c`. */
export function conditionsOf(filters: Filters, asked: Asked): Condition[] {
  const found: Condition[] = []
  const equal = {
    stage: sql.ref('c.stage'),
    phase: sql.ref('c.phase'),
    procedure: sql.ref('c.procedure'),
    unit: sql.ref('c.unit'),
    channel: sql.ref('c.channel'),
    kind: sql.ref('c.kind'),
    holder: sql.ref('c.holder'),
  } as const
  for (const [name, column] of Object.entries(equal)) {
    const value = filters[name as keyof typeof equal]
    if (value !== undefined) found.push(sql<SqlBool>`${column} = ${value}`)
  }
  if (filters.category !== undefined) found.push(under('c.category', filters.category))
  if (filters.area !== undefined) found.push(under('c.area', filters.area))
  if (filters.light !== undefined) found.push(lightIs(filters.light, asked.now))
  if (filters.open !== undefined) found.push(filters.open ? sql<SqlBool>`not c.settled` : sql<SqlBool>`c.settled`)
  if (filters.number !== undefined) found.push(numberBegins(filters.number))
  if (filters.within !== undefined) found.push(liesIn(asked.district, ringAsked(filters.within)))
  if (asked.far !== null) found.push(liesFar(asked.district, asked.far))
  if (asked.applicant !== null) found.push(sql<SqlBool>`c.applicant = ${asked.applicant} and c.parent is null`)
  if (asked.words !== null) found.push(hasWords(asked.words))
  return [...found, ...filedBetween(filters, asked.district)]
}

/** A path itself and all beneath it. */
const under = (column: string, path: string): Condition =>
  sql<SqlBool>`(${sql.ref(column)} = ${path} or ${sql.ref(column)} like ${`${path.replace(/[\\%_]/g, '\\$&')}/%`})`

/** `lightOf` as a condition. */
function lightIs(light: CaseLight, now: Instant): Condition {
  const red = sql<SqlBool>`(not c.settled and not ${held} and (c.overdue or c.due < ${now}))`
  if (light === 'red') return red
  const open = sql<SqlBool>`(not c.settled and not ${held} and not c.overdue and c.due >= ${now})`
  if (light === 'none') return sql<SqlBool>`(c.settled or ${held} or (c.due is null and not c.overdue))`
  return light === 'yellow'
    ? sql<SqlBool>`(${open} and c.warn_at <= ${now})`
    : sql<SqlBool>`(${open} and (c.warn_at is null or c.warn_at > ${now}))`
}

/** Numbers are digits, so a range serves as a beginning in every collation. */
const numberBegins = (digits: string): Condition =>
  sql<SqlBool>`c.number between ${digits} and ${digits.padEnd(14, '9')}`

/** Every word must be there; a single letter also begins a longer word. Nothing to look for finds nothing. */
function hasWords(words: readonly string[]): Condition {
  if (words.length === 0) return sql<SqlBool>`false`
  const question = words.map((word) => `'${word}'${[...word].length === 1 ? ':*' : ''}`).join(' & ')
  return sql<SqlBool>`exists (select 1 from cases.text as t
    where t.district = c.district and t.case_id = c.id and t.words @@ ${question}::tsquery)`
}

/** Both days included. An id begins with its moment, at most days before the filing it was promised for. */
function filedBetween({ from, to }: Filters, district: string): Condition[] {
  const found: Condition[] = []
  const idAt = (at: Instant) => `case_${district}_${sortableId(at).slice(0, 10)}`
  if (from !== undefined) {
    const start = startOfDay(from as Day)
    found.push(sql<SqlBool>`c.filed_at >= ${start} and c.id >= ${idAt(later(start, -7 * DAY))}`)
  }
  if (to !== undefined) {
    const end = endOfDay(to as Day)
    found.push(sql<SqlBool>`c.filed_at <= ${end} and c.id < ${idAt(later(end, 1))}`)
  }
  return found
}
