import type { Figured, IndicatorDefinition } from '../../kernel/indicators/model.ts'
import { isStanding } from '../../kernel/indicators/rules.ts'
import type { StaffWho } from '../../kernel/organisations/model.ts'
import { postsWith } from '../../kernel/organisations/policy.ts'
import type { AreaLevel } from '../../kernel/places/model.ts'
import { DAY, type Day, type Instant } from '../../platform/time.ts'
import type { AreaLightsView, DefinitionView, FigureView, LightCounts, Narrowing } from './model.ts'

/** The button right of the screen. */
export const SCREEN_RIGHT = 'screen.read'

/** The units whose figures somebody may see; null for the whole district. */
export function unitsOnScreen(who: StaffWho): readonly string[] | null {
  const posts = postsWith(who, SCREEN_RIGHT)
  if (posts.some(({ reach }) => reach === 'all')) return null
  const units = posts.flatMap(({ unit, reach, scope }) =>
    scope === 'own' || scope === 'grid' ? [unit] : reach === 'all' ? [] : reach,
  )
  return [...new Set(units)].sort()
}

export const figureView = (
  { key, title, unit, better, exclusions }: IndicatorDefinition,
  { numerator, denominator, value, excluded }: Figured,
): FigureView => ({
  key,
  title,
  unit,
  better,
  numerator,
  denominator,
  value,
  excluded: exclusions.map(({ said }, index) => ({ said, n: excluded[index] ?? 0 })),
})

export function definitionView(definition: IndicatorDefinition): DefinitionView {
  const { numerator, denominator, exclusions, ...rest } = definition
  const weighed = (part: IndicatorDefinition['numerator']) =>
    part.map(({ measure, weight, ...how }) => ({ measure, weight, standing: isStanding(definition, how) }))
  return {
    ...rest,
    numerator: weighed(numerator),
    denominator: denominator && weighed(denominator),
    exclusions: exclusions.map(({ said }) => said),
  }
}

/** The day so many days before; 1 for the day itself. */
export const firstOf = (last: Day, days: number): Day =>
  new Date(Date.parse(last) - (days - 1) * DAY).toISOString().slice(0, 10) as Day

const LONGEST = 5 * 366

export type Span = { readonly ok: true; readonly from: Day; readonly to: Day }
export type SpanRefusal = { readonly ok: false; readonly refusal: 'days-upside-down' | 'span-too-long' }

/** The days asked for; without any the last thirty. */
export function spanOf({ from, to }: Narrowing, today: Day): Span | SpanRefusal {
  const last = (to ?? today) as Day
  const first = (from ?? firstOf(last, 30)) as Day
  if (first > last) return { ok: false, refusal: 'days-upside-down' }
  if (Date.parse(last) - Date.parse(first) > LONGEST * DAY) return { ok: false, refusal: 'span-too-long' }
  return { ok: true, from: first, to: last }
}

export type LightRow = { readonly unit: string; readonly area: string } & LightCounts

export const dark: LightCounts = { green: 0, yellow: 0, red: 0, held: 0, none: 0 }

const added = (a: LightCounts, b: LightCounts): LightCounts => ({
  green: a.green + b.green,
  yellow: a.yellow + b.yellow,
  red: a.red + b.red,
  held: a.held + b.held,
  none: a.none + b.none,
})

/** The street in a path of areas from the street down; '' for none. */
export const streetOf = (area: string): string => area.split('/')[0] ?? ''

/** The area of a level in which a case lies, as `LevelArea` writes it; null for one that is only known more widely. */
export function keyOnLevel(level: AreaLevel, area: string, grid: string | null): string | null {
  const steps = area === '' ? [] : area.split('/')
  if (level === 'grid') return grid === null || steps.length < 2 ? null : `${area}/${grid}`
  const wanted = level === 'street' ? 1 : 2
  return steps.length < wanted ? null : steps.slice(0, wanted).join('/')
}

/** Whether a case lies in an area of whatever level. */
export const liesIn = (
  wanted: string,
  { area, grid }: { readonly area: string; readonly grid: string | null },
): boolean => area === wanted || area.startsWith(`${wanted}/`) || `${area}/${grid}` === wanted

export const lightsView = (asOf: Instant, found: ReadonlyMap<string, LightCounts>): AreaLightsView => ({
  asOf,
  rows: [...found].map(([area, counts]) => ({ area, ...counts })).toSorted((a, b) => (a.area < b.area ? -1 : 1)),
})

/** The lights of the areas of a level, by area. */
export function lightsOnLevel(
  level: AreaLevel,
  rows: readonly (Omit<LightRow, 'unit'> & { readonly grid: string | null })[],
): ReadonlyMap<string, LightCounts> {
  const found = new Map<string, LightCounts>()
  for (const { area, grid, ...counts } of rows) {
    const key = keyOnLevel(level, area, grid)
    if (key !== null) found.set(key, added(found.get(key) ?? dark, counts))
  }
  return found
}

/** The lights of all rows together, or told apart by unit or street: the reddest first. */
export const lightsTogether = (rows: readonly LightRow[]): LightCounts =>
  rows.reduce<LightCounts>((sum, { unit: _unit, area: _area, ...row }) => added(sum, row), dark)

export function lightsBy(rows: readonly LightRow[], column: 'unit' | 'area'): [key: string, counts: LightCounts][] {
  const found = new Map<string, LightCounts>()
  for (const { unit, area, ...counts } of rows) {
    const key = column === 'unit' ? unit : streetOf(area)
    found.set(key, added(found.get(key) ?? dark, counts))
  }
  const size = ({ red, yellow, green, held, none }: LightCounts) => red + yellow + green + held + none
  return [...found].sort(
    ([one, a], [other, b]) => b.red - a.red || b.yellow - a.yellow || size(b) - size(a) || (one < other ? -1 : 1),
  )
}
