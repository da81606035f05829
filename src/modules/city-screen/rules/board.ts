import type { Figured, IndicatorDefinition } from '../../../kernel/indicators/model.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import { type Board, type BoardPlace, boardKeys } from '../model.ts'
import { figureView, type LightRow, lightsBy, lightsTogether } from '../rules.ts'

export type Placed = Readonly<Record<BoardPlace | 'all', readonly IndicatorDefinition[]>>

/** Which definitions stand where on the board; one that nobody publishes is left out. */
export function definitionsOnBoard(indicators: readonly IndicatorDefinition[]): Placed {
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

export type ScreenNames = Readonly<Record<'unit' | 'area' | 'category', (key: string) => string>>

/** What a board is made of, as it is now or as it was: the same board is drawn of both. */
export type Counted = {
  readonly whole: (definition: IndicatorDefinition) => Figured
  readonly today: (definition: IndicatorDefinition) => Figured
  readonly hours: (definition: IndicatorDefinition) => readonly number[]
  readonly units: ReadonlyMap<string, (definition: IndicatorDefinition) => Figured>
  readonly lights: readonly LightRow[]
}

export type BoardFrame = {
  readonly asOf: Instant
  readonly district: string
  readonly units: readonly string[] | null
  readonly from: Day
  readonly day: Day
}

/** The board of what was counted; `lost` is looked at apart. */
export function boardView(
  { asOf, district, units, from, day }: BoardFrame,
  placed: Placed,
  counted: Counted,
  names: ScreenNames,
): Omit<Board, 'lost' | 'lostAsOf'> {
  const { lights } = counted
  const view = (definition: IndicatorDefinition) => figureView(definition, counted.whole(definition))
  const named = (column: 'unit' | 'area') =>
    lightsBy(lights, column).map(([key, counts]) => ({ key, name: names[column](key), ...counts }))
  return {
    asOf,
    district,
    units: units === null ? null : [...units],
    from,
    to: day,
    today: {
      day,
      figures: placed.flow.map((definition) => figureView(definition, counted.today(definition))),
      hours: placed.flow.map((definition) => ({ key: definition.key, n: [...counted.hours(definition)] })),
    },
    lights: { whole: lightsTogether(lights), units: named('unit'), areas: named('area') },
    facts: placed.facts.map(view),
    rates: placed.rates.map(view),
    standing: placed.standing.map(view),
    ladder: placed.ladder.map(view),
    table: tableOf(placed, counted, names),
  }
}

function tableOf(placed: Placed, { units }: Counted, names: ScreenNames): Board['table'] {
  const rows = [...units].map(([unit, figured]) => ({
    unit,
    name: names.unit(unit),
    cells: placed.units.map((definition) => {
      const { numerator, denominator, value } = figured(definition)
      return { key: definition.key, numerator, denominator, value }
    }),
  }))
  const isThere = ({ cells }: (typeof rows)[number]) =>
    cells.some(({ numerator, denominator }) => numerator !== 0 || (denominator ?? 0) !== 0)
  return {
    columns: placed.units.map(({ key, title, unit, better }) => ({ key, title, unit, better })),
    rows: rows
      .filter(isThere)
      .sort((a, b) => (b.cells[0]?.numerator ?? 0) - (a.cells[0]?.numerator ?? 0) || (a.unit < b.unit ? -1 : 1)),
  }
}
