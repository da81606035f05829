import { figures, figuresBy, hours } from '../../../kernel/indicators/handle.ts'
import type { Figured, IndicatorDefinition } from '../../../kernel/indicators/model.ts'
import type { UnitId } from '../../../kernel/organisations/model.ts'
import { areasOf } from '../../../kernel/places/store.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { type Board, type BoardPlace, boardKeys } from '../model.ts'
import { figureView, firstOf, lightsBy, lightsTogether } from '../rules.ts'
import { lightsOf } from '../store.ts'
import { nowhereWords } from '../words.ts'
import type { Audit } from './audit.ts'
import type { ScreenParts } from './parts.ts'

export type BoardQuestion = {
  readonly district: string
  /** Null: the whole district. */
  readonly units: readonly string[] | null
  /** So many days up to today. */
  readonly days: number
}

/** The whole first load of the screen, in one answer. */
export async function boardOf(
  parts: ScreenParts,
  question: BoardQuestion,
  audit: (district: string) => Promise<Audit>,
): Promise<Board> {
  const { db, clock, indicators } = parts
  const { district, units, days } = question
  const at = clock.now()
  const today = localDay(at)
  const from = firstOf(today, days)
  const scope = { district, ...(units === null ? {} : { units }) }
  const placed = definitionsOnBoard(indicators)
  const [whole, byUnit, day, byHour, lights, lost, names] = await Promise.all([
    figures(db, placed.all, { ...scope, from, to: today, today }),
    figuresBy(db, placed.units, { ...scope, from, to: today, today, by: 'unit' }),
    figures(db, placed.flow, { ...scope, from: today, to: today, today }),
    hours(db, placed.flow, { ...scope, day: today }),
    lightsOf(db, question, at),
    audit(district),
    namesIn(parts, district),
  ])
  const figure = (definition: IndicatorDefinition) => figured(placed.all, whole, definition)
  const view = (definition: IndicatorDefinition) => figureView(definition, figure(definition))
  const named = (column: 'unit' | 'area') =>
    lightsBy(lights, column).map(([key, counts]) => ({ key, name: names[column](key), ...counts }))
  return {
    asOf: at,
    district,
    units: units === null ? null : [...units],
    from,
    to: today,
    today: {
      day: today,
      figures: placed.flow.map((definition, index) => figureView(definition, day[index] as Figured)),
      hours: placed.flow.map(({ key }, index) => ({ key, n: byHour[index] ?? [] })),
    },
    lights: { whole: lightsTogether(lights), units: named('unit'), areas: named('area') },
    facts: placed.facts.map(view),
    rates: placed.rates.map(view),
    standing: placed.standing.map(view),
    ladder: placed.ladder.map(view),
    table: {
      columns: placed.units.map(({ key, title, unit, better }) => ({ key, title, unit, better })),
      rows: [...byUnit.by]
        .map(([unit, part]) => ({
          unit,
          name: names.unit(unit),
          cells: placed.units.map((definition) => {
            const { numerator, denominator, value } = figured(placed.units, part, definition)
            return { key: definition.key, numerator, denominator, value }
          }),
        }))
        .sort((a, b) => (b.cells[0]?.numerator ?? 0) - (a.cells[0]?.numerator ?? 0) || (a.unit < b.unit ? -1 : 1)),
    },
    lost: lost.figures,
    lostAsOf: lost.asOf,
  }
}

function figured(all: readonly IndicatorDefinition[], found: readonly Figured[], definition: IndicatorDefinition) {
  return found[all.indexOf(definition)] as Figured
}

type Placed = Record<BoardPlace | 'all', IndicatorDefinition[]>

function definitionsOnBoard(indicators: readonly IndicatorDefinition[]): Placed {
  const of = (keys: readonly string[]) =>
    keys.flatMap((key) => indicators.find((definition) => definition.key === key) ?? [])
  const { flow, facts, rates, standing, ladder, units } = boardKeys
  return {
    flow: of(flow),
    facts: of(facts),
    rates: of(rates),
    standing: of(standing),
    ladder: of(ladder),
    units: of(units),
    all: of([...new Set<string>([...facts, ...rates, ...standing, ...ladder, ...units])]),
  }
}

const bareCode = (code: string): string => code.replace(/^[a-z]+_/, '')

export type ScreenNames = Readonly<Record<'unit' | 'area' | 'category', (key: string) => string>>

/** Units and areas by name; a unit that is closed by now still has the name it had. */
export async function namesIn({ db, directory }: ScreenParts, district: string): Promise<ScreenNames> {
  const [tree, versions, areas] = await Promise.all([
    directory.tree(district),
    directory.versions(district),
    areasOf(db, district),
  ])
  // Cases carry an area by its code or by the bare division code in it.
  const areaNames = new Map<string, string>(
    areas.flatMap(({ code, name }) => [
      [code, name],
      [bareCode(code), name],
    ]),
  )
  return {
    unit: (key) =>
      key === ''
        ? nowhereWords.unit.zh
        : (tree.get(key as UnitId)?.shortName ?? versions.findLast(({ id }) => id === key)?.shortName ?? key),
    area: (key) => (key === '' ? nowhereWords.area.zh : (areaNames.get(key.split('/').at(-1) ?? '') ?? key)),
    category: (key) => (key === '' ? nowhereWords.category.zh : key),
  }
}
