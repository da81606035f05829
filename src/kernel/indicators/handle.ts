import type { Expression, SqlBool } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { type Day, instant } from '../../platform/time.ts'
import type { Behind, Figured, FigureQuestion, Grain, IndicatorDefinition, Part } from './model.ts'
import type { Step } from './rules/steps.ts'
import { bucketOf, bucketsBetween, figureFrom, isStanding, measuresOf, type Sums, sumKey } from './rules.ts'
import { casesBehind } from './store/behind.ts'
import { firstCounted, stepsOf } from './store/steps.ts'
import { type Dim, type SumRow, sumsByHour, sumsOf } from './store/sums.ts'

/** The figures of several definitions over one question, in the order of the definitions. */
export async function figures(
  db: Db,
  definitions: readonly IndicatorDefinition[],
  question: FigureQuestion,
): Promise<Figured[]> {
  const sums = sumsIn(await sumsOf(db, { ...question, ...measuresOf(definitions), by: null }))
  return definitions.map((definition) => figureFrom(definition, sums))
}

/** One figure, with numerator, denominator and what was left out. */
export async function figure(db: Db, definition: IndicatorDefinition, question: FigureQuestion): Promise<Figured> {
  const sums = sumsIn(await sumsOf(db, { ...question, ...measuresOf([definition]), by: null }))
  return figureFrom(definition, sums)
}

export type Parted = { readonly whole: Figured[]; readonly by: ReadonlyMap<string, Figured[]> }

/** The same figures told apart by unit, category or area, and whole; a key that brings nothing is not in the answer. */
export async function figuresBy(
  db: Db,
  definitions: readonly IndicatorDefinition[],
  question: FigureQuestion & { readonly by: Dim },
): Promise<Parted> {
  const rows = await sumsOf(db, { ...question, ...measuresOf(definitions) })
  const of = (some: readonly SumRow[]) => {
    const sums = sumsIn(some)
    return definitions.map((definition) => figureFrom(definition, sums))
  }
  const parts = new Map<string, SumRow[]>()
  for (const row of rows) {
    const part = parts.get(row.key)
    if (part) part.push(row)
    else parts.set(row.key, [row])
  }
  return { whole: of(rows), by: new Map([...parts].map(([key, some]) => [key, of(some)])) }
}

/** What one local day brought, hour by hour: for each definition the numerators of 24 hours. */
export async function hours(
  db: Db,
  definitions: readonly IndicatorDefinition[],
  question: { readonly district: string; readonly day: Day; readonly units?: readonly string[] | undefined },
): Promise<number[][]> {
  const rows = await sumsByHour(db, { ...question, measures: measuresOf(definitions).flowing })
  return definitions.map((definition) =>
    Array.from({ length: 24 }, (_, hour) => {
      const sums = new Map(rows.filter((row) => row.hour === hour).map(({ measure, n }) => [measure, n]))
      return figureFrom(definition, sums).numerator
    }),
  )
}

export type DayQuestion = {
  readonly district: string
  readonly day: Day
  /** The first cohort day of what flows. */
  readonly from: Day
  readonly units?: readonly string[] | undefined
  /** The length of a step in minutes. */
  readonly minutes: number
}

/** The books of one local day step by step, for figures as they stood at the end of each (`rules/steps.ts`). */
export async function stepsOfDay(
  db: Db,
  definitions: readonly IndicatorDefinition[],
  { minutes, ...question }: DayQuestion,
): Promise<Step[]> {
  const measures = measuresOf(definitions)
  const { district, day, from, units } = question
  const began = instant(`${day}T00:00:00+08:00`)
  const [base, steps] = await Promise.all([
    sumsOf(db, { district, units, from, to: day, today: day, by: 'unit', asOf: began, ...measures }),
    stepsOf(db, { ...question, ...measures }, minutes),
  ])
  return [...base.map((row) => ({ ...row, today: false, slot: 0 })), ...steps]
}

/** The first day for which a figure counts anything; null where nothing was ever counted. */
export const firstDayOf = (db: Db, district: string, { numerator }: IndicatorDefinition): Promise<Day | null> =>
  firstCounted(db, district, numerator[0]?.measure ?? '')

export type Point = Figured & { readonly bucket: Day }

/** One figure over time. Of what stands, each point is how it stood at the end of its bucket. */
export async function series(
  db: Db,
  definition: IndicatorDefinition,
  question: FigureQuestion & { readonly grain: Grain },
): Promise<Point[]> {
  const { grain, from, to } = question
  const rows = await sumsOf(db, { ...question, ...measuresOf([definition]), by: 'day' })
  const standing = new Map<string, number>()
  return bucketsBetween(from, to, grain).map((bucket) => {
    const here = rows.filter(({ key }) => bucketOf(key as Day, grain) === bucket)
    for (const row of here) if (row.standing) standing.set(sumKey(row), (standing.get(sumKey(row)) ?? 0) + row.n)
    const sums = new Map([...sumsIn(here.filter((row) => !row.standing)), ...standing])
    return { bucket, ...figureFrom(definition, sums) }
  })
}

export type ListQuestion = FigureQuestion & {
  readonly part: Part
  /** Which cases the viewer may see: `scopeFilter` over `cases.card c`. */
  readonly visible: () => Expression<SqlBool>
  readonly after?: Pick<Behind, 'day' | 'id'> | undefined
  readonly limit: number
}

/**
 * The cases behind a part of a figure, newest first.
 * A plain count has no denominator and so nothing behind it.
 */
export async function listBehind(db: Db, definition: IndicatorDefinition, question: ListQuestion): Promise<Behind[]> {
  const { part, ...asked } = question
  const counted = (definition[part] ?? []).map((weighted) => ({
    measure: weighted.measure,
    weight: weighted.weight,
    standing: isStanding(definition, weighted),
  }))
  return casesBehind(db, { ...asked, part: counted })
}

function sumsIn(rows: readonly SumRow[]): Sums {
  const found = new Map<string, number>()
  for (const row of rows) found.set(sumKey(row), (found.get(sumKey(row)) ?? 0) + row.n)
  return found
}
