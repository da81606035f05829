import { useMemo } from 'react'
import type { AreaLevel } from '../../../../kernel/places/model.ts'
import type { MultiPolygon } from '../../../../platform/geo/shapes.ts'
import type { Said } from '../../../../platform/words.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import type { AreaLayer, Tone } from '../../../../ui/map/model.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { AreaLightsView, BoardLight, LightCounts, ScreenGround } from '../../model.ts'
import { momentQuery, useMoment } from '../moment.ts'
import { SCREEN } from '../reads.ts'
import { areaLightWords as words } from '../words.ts'

export const LIT = 'lit'

/** Which light an area shows: the worst of those that shine in it. Null: nothing is open there. */
export function worstOf(counts: LightCounts | undefined): BoardLight | null {
  if (counts === undefined) return null
  return (['red', 'yellow', 'green', 'held', 'none'] as const).find((light) => counts[light] > 0) ?? null
}

const tones = { red: 'bad', yellow: 'warn', green: 'good', held: 'off', none: 'off' } as const satisfies Record<
  BoardLight,
  Tone
>
const EVERY = 30_000

/** Streets, communities or grids in the worst light of what is open in them, now or at the moment gone back to. */
export function useLitAreas(level: AreaLevel | null, version: string | undefined) {
  const { t } = useTongue()
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
    const layer = layerOf({ areas, shown, t }, (area) => counts.get(area))
    return { layer, worst: (area: string) => worstOf(counts.get(area)), version }
  }, [level, shown, areas, rows, version, t])
}

type Drawing = { areas: ScreenGround['areas']; shown: AreaLevel; t(said: Said): string }

function layerOf({ areas, shown, t }: Drawing, countsOf: (area: string) => LightCounts | undefined): AreaLayer {
  return {
    kind: 'areas',
    id: LIT,
    label: t(words[shown]),
    named: true,
    legend: [
      { tone: 'bad', label: t(words.someLate) },
      { tone: 'warn', label: t(words.someSoon) },
      { tone: 'good', label: t(words.allInTime) },
      { tone: 'off', label: t(words.nothing) },
    ],
    features: areas.map(({ area, name, place, surface }) => {
      const counts = countsOf(area)
      const worst = worstOf(counts)
      return {
        id: area,
        name,
        note: `${place} · ${t(counts === undefined ? words.nothing : words.counted(counts))}`,
        tone: worst === null ? 'off' : tones[worst],
        figure: counts === undefined ? '' : t(words.short(counts)),
        geometry: { type: 'MultiPolygon', coordinates: surface.coordinates as unknown as MultiPolygon },
      }
    }),
  }
}
