import { atlasOf } from '../../../kernel/places/handle/atlas.ts'
import { areasOfLevel, levelsDrawn } from '../../../kernel/places/handle/level-areas.ts'
import type { AreaLevel } from '../../../kernel/places/model.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import type { ResultParts } from '../handle.ts'
import type { AreasQuery, NearRow, ResultAreas } from '../model.ts'
import { classesOf } from '../rules/near.ts'
import { levelOf } from '../rules/suppress.ts'
import { editionsOf, linesOf, nearOf } from '../store.ts'

type Parts = Pick<ResultParts, 'db' | 'clock' | 'district' | 'resultsAtLeast'>
type Figure = Pick<NearRow, 'solvedFrom' | 'solvedTo'>

/** So many areas are told at once; a level of more is told street by street. */
const MOST = 1_500
const MOST_ROWS = 100_000
const EDITIONS = 52
/** More colours than five are not told apart. */
const COLOURS = 5

/**
 * Where how much was solved: of one theme the sums of its published rows, of all together the published classes.
 * Nothing is told here that does not stand in the edition.
 */
export async function resultAreas(parts: Parts, { until, theme, within, level }: AreasQuery): Promise<ResultAreas> {
  const { db, clock, district, resultsAtLeast } = parts
  const [atlas, editions] = await Promise.all([
    atlasOf(db, district, localDay(clock.now())),
    editionsOf(db, district, EDITIONS),
  ])
  const edition = editions.find((one) => one.until === until) ?? editions[0]
  const figures = edition ? await figuresOf(parts, edition.until, theme) : new Map<string, Figure>()
  const levels = levelsDrawn(atlas)
  const shown = levels.find((one) => one === level) ?? mostTelling(levels, figures)
  const areas = (shown ? areasOfLevel(atlas, shown) : []).filter(
    ({ area }) => within === undefined || area.split('/')[0] === within,
  )
  return {
    level: shown ?? null,
    levels,
    steps: [...(theme === undefined ? [] : [0]), ...classesOf(edition?.least ?? resultsAtLeast)].slice(0, COLOURS),
    cut: areas.length > MOST,
    areas: areas.slice(0, MOST).map((drawn) => ({
      ...drawn,
      solvedFrom: figures.get(drawn.area)?.solvedFrom ?? null,
      solvedTo: figures.get(drawn.area)?.solvedTo ?? null,
    })),
  }
}

async function figuresOf(parts: Parts, until: string, theme: string | undefined): Promise<ReadonlyMap<string, Figure>> {
  const { db, district } = parts
  const near = theme === undefined ? await nearOf(db, { district, until }) : []
  if (near.length > 0) return new Map(near.map((row) => [row.area, row]))
  const where = theme === undefined ? { district, until } : { district, until, theme }
  const rows = await linesOf(db, { ...where, sort: 'place', after: null, limit: MOST_ROWS })
  const sums = new Map<string, number>()
  for (const { area, solved } of rows)
    for (let steps = area === '' ? [] : area.split('/'); steps.length > 0; steps = steps.slice(0, -1)) {
      const at = steps.join('/')
      sums.set(at, (sums.get(at) ?? 0) + solved)
    }
  return new Map([...sums].map(([area, n]) => [area, { solvedFrom: n, solvedTo: n }]))
}

/** Communities are what people call near; where none is told, whatever is. */
function mostTelling(levels: readonly AreaLevel[], figures: ReadonlyMap<string, Figure>): AreaLevel | undefined {
  const told = new Set([...figures.keys()].map(levelOf))
  const liked = (['community', 'street', 'grid'] as const).filter((level) => levels.includes(level))
  return liked.find((level) => told.has(level)) ?? liked[0]
}
