import { useMemo } from 'react'
import type { AreaLevel } from '../../../../kernel/places/model.ts'
import type { MultiPolygon } from '../../../../platform/geo/shapes.ts'
import type { Said } from '../../../../platform/words.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import type { AreaLayer, Tone } from '../../../../ui/map/model.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { AreaLightsView, BoardLight, LightCounts, ScreenGround } from '../../model.ts'
import { type LateMarks, type ShareLight, shareLate } from '../../rules/share-late.ts'
import { momentQuery, useMoment } from '../moment.ts'
import { SCREEN } from '../reads.ts'
import { areaLightWords as words } from '../words.ts'

export const LIT = 'lit'

/** The worst light that shines in an area, whose list a press opens. Null: nothing is open there. */
export function worstOf(counts: LightCounts | undefined): BoardLight | null {
  if (counts === undefined) return null
  return (['red', 'yellow', 'green', 'held', 'none'] as const).find((light) => counts[light] > 0) ?? null
}

const tones = { many: 'bad', some: 'warn', few: 'good' } as const satisfies Record<ShareLight, Tone>
const EVERY = 30_000

/** Streets, communities or grids by the share of what is late in them, now or at the moment gone back to. */
export function useLitAreas(level: AreaLevel | null, version: string | undefined, { some, many }: LateMarks) {
  const { t, count } = useTongue()
  const moment = useMoment()
  const ground = useRead<ScreenGround>(withQuery('/api/city-screen/ground', { level }), { when: level !== null })
  const door = moment ? '/api/city-screen/replay/lights/areas' : '/api/city-screen/lights/areas'
  const lights = useRead<AreaLightsView>(withQuery(door, { level, ...momentQuery(moment) }), {
    when: level !== null,
    keepLast: true,
    ...(moment ? {} : { topics: [SCREEN], every: EVERY }),
  })
  const areas = ground.data?.areas
  const rows = lights.data?.rows
  const shown = ground.data?.level ?? null
  // `version` stands for the news that brought new lights; the layer itself follows the answers.
  return useMemo(() => {
    if (level === null || shown === null || areas === undefined || rows === undefined) return null
    const counts = new Map(rows.map((row) => [row.area, row]))
    const layer = layerOf({ areas, shown, marks: { some, many }, t, count }, (area) => counts.get(area))
    return { layer, worst: (area: string) => worstOf(counts.get(area)), version }
  }, [level, shown, areas, rows, version, some, many, t, count])
}

type Drawing = {
  areas: ScreenGround['areas']
  shown: AreaLevel
  marks: LateMarks
  t(said: Said): string
  count(n: number): string
}

function layerOf(
  { areas, shown, marks, t, count }: Drawing,
  countsOf: (area: string) => LightCounts | undefined,
): AreaLayer {
  return {
    kind: 'areas',
    id: LIT,
    label: t(words[shown]),
    named: true,
    legend: [
      { tone: 'bad', label: t(words.manyLate(marks.many)) },
      { tone: 'warn', label: t(words.someLate(marks.some, marks.many)) },
      { tone: 'good', label: t(words.fewLate(marks.some)) },
      { tone: 'off', label: t(words.nothing) },
    ],
    features: areas.map(({ area, name, place, surface }) => {
      const counts = countsOf(area)
      const late = counts === undefined ? null : shareLate(counts, marks)
      return {
        id: area,
        name,
        note: `${place} · ${t(counts === undefined ? words.nothing : words.counted(counts, count))}`,
        tone: late === null ? 'off' : tones[late],
        figure: counts === undefined ? '' : t(words.short(counts, count)),
        geometry: { type: 'MultiPolygon', coordinates: surface.coordinates as unknown as MultiPolygon },
      }
    }),
  }
}
