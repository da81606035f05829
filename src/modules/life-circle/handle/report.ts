import { atlasOf } from '../../../kernel/places/handle/atlas.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { type MultiPolygon, surfaceOf } from '../../../platform/geo/shapes.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { CoverageView } from '../model/circle.ts'
import type { Kind } from '../model/kinds.ts'
import { walkers } from '../model/profile.ts'
import type { ReportArea, ReportMap, ReportQuery, ReportView } from '../model/report.ts'
import { coverageByArea } from '../rules/measure/coverage.ts'
import { type Circle, pointOfHome } from './circles.ts'
import { type AskedCircle, askedCircle, type CoverageParts, coverageView, inside, leftOutIn } from './coverage.ts'

/** So many kinds are drawn where none is asked for: the must-haves that most people lack. */
const MAPS = 4
/** A sheet of paper shows no more buildings than this one by one. */
const GAPS = 400

/** The planner's report: figures of everybody and of each group of walkers, and what its maps are drawn from. */
export async function reportView(
  parts: CoverageParts,
  district: string,
  { kind, ...query }: ReportQuery,
): Promise<ReportView | Refused> {
  const asked = await askedCircle(parts, district, query)
  if (!asked.ok) return asked
  const { profile } = asked.circle
  if (kind !== undefined && !profile.demands.some((demand) => demand.kind === kind))
    return refused('kind-not-in-profile', 404)
  const coverage = await coverageView(parts, district, query)
  if ('ok' in coverage) return coverage
  const groups = await walkerViews(parts, district, query)
  if ('ok' in groups) return groups
  return {
    day: localDay(parts.clock.now()),
    coverage,
    profile: { source: profile.source, mark: profile.mark },
    demands: profile.demands.map(({ kind: of, source, mark }) => ({ kind: of, source, mark })),
    walkers: groups.rows,
    areas: await areasDrawn(parts, district, asked),
    maps: (kind === undefined ? worstKinds(coverage) : [kind]).map((one) => mapOf(asked, one)),
  }
}

async function walkerViews(parts: CoverageParts, district: string, query: ReportQuery) {
  const rows: ReportView['walkers'] = []
  for (const walker of walkers) {
    const asked = await askedCircle(parts, district, { ...query, walker })
    if (!asked.ok) return asked
    const { reach, needs, ground, profile } = asked.circle
    const [coverage] = coverageByArea(reach, needs, inside(ground, asked.area))
    const kinds = coverage?.kinds.map(({ kind, people }) => ({ kind, people })) ?? []
    rows.push({ walker, ...profile.paces[walker], all: coverage?.all.people ?? { covered: 0, of: 0 }, kinds })
  }
  return { rows }
}

/** Must-haves that somebody lacks, those that most people lack first. */
const worstKinds = ({ kinds }: CoverageView): Kind[] =>
  kinds
    .filter(({ level, people }) => level === 'must' && people.covered < people.of)
    .toSorted((a, b) => b.people.of - b.people.covered - (a.people.of - a.people.covered))
    .slice(0, MAPS)
    .map(({ kind }) => kind)

function mapOf(asked: AskedCircle, kind: Kind): ReportMap {
  const { places, ground } = asked.circle
  const out = leftOutIn(asked, kind) ?? []
  return {
    kind,
    facilities: places.told.filter((one) => one.kind === kind).map(({ at: [lng, lat] }) => ({ lng, lat })),
    gaps: out.slice(0, GAPS).map(({ home, people }) => {
      const [lng, lat] = pointOfHome(ground, home)
      return { lng, lat, people }
    }),
    buildings: out.length,
  }
}

/** The communities of the area, with their borders of today; of a community itself alone. */
async function areasDrawn(parts: CoverageParts, district: string, { circle, area }: AskedCircle) {
  const atlas = await atlasOf(parts.db, district, localDay(parts.clock.now()))
  const codes = circle.ground.communities
  const chosen = atlas
    .all('community')
    .filter(({ code, parent }) => area === null || code === area.code || parent === area.code)
  const index = new Map(chosen.map(({ code }, at) => [code, at]))
  const measured = coverageByArea(circle.reach, circle.needs, areaIndex(circle, codes, index))
  return chosen.map(({ code, name, surface }, at): ReportArea => {
    const found = measured[at]
    return {
      ...{ code, name, surface: surfaceOf(surface as MultiPolygon), score: found?.score ?? null },
      all: found?.all.people ?? { covered: 0, of: 0 },
      kinds: found?.kinds.map(({ kind, people }) => ({ kind, people })) ?? [],
    }
  })
}

const areaIndex = ({ ground }: Circle, codes: readonly (string | null)[], index: ReadonlyMap<string, number>) =>
  Int32Array.from({ length: ground.data.homes.count }, (_, home) => index.get(codes[home] ?? '') ?? -1)
