import { useState } from 'react'
import type { LngLat } from '../../../platform/geo/shapes.ts'
import { MapView } from '../../../ui/map/MapView.tsx'
import type { Chosen, MapLayer, Tone } from '../../../ui/map/model.ts'
import { Sheet } from '../../../ui/parts/layout.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { galleryWords as words } from '../words.ts'

const [west, south] = [117.2, 31.8]
const at = (east: number, north: number): LngLat => [west + east * 0.002, south + north * 0.002]
const square = (east: number, north: number, size = 4) => ({
  type: 'Polygon' as const,
  coordinates: [
    [at(east, north), at(east + size, north), at(east + size, north + size), at(east, north + size), at(east, north)],
  ],
})
const tonesInTurn: readonly Tone[] = ['good', 'warn', 'bad', 'off', 'plain']

function useLayers(): readonly MapLayer[] {
  const { t } = useTongue()
  const grid = (east: number, north: number, value: number | null) => ({
    id: `grid-${east}-${north}`,
    name: `${t(words.mapGrid)} ${east + north + 1}`,
    note: value === null ? '' : `${value} ${t(words.pieces)}`,
    geometry: square(east, north),
    value,
    figure: value === null ? '' : String(value),
  })
  return [
    {
      kind: 'areas',
      id: 'grids',
      label: t(words.mapGrids),
      steps: [0, 10, 30, 60, 90].map((from) => ({ from, label: `≥ ${from}` })),
      named: true,
      features: [grid(0, 0, 4), grid(4, 0, 18), grid(8, 0, 44), grid(0, 4, 75), grid(4, 4, 120), grid(8, 4, null)],
    },
    {
      kind: 'lines',
      id: 'route',
      label: t(words.mapRoute),
      features: [
        { id: 'r1', name: t(words.mapRoute), path: [at(1, 1), at(5, 2), at(6, 6), at(11, 7)], tone: 'kind-4' },
      ],
    },
    {
      kind: 'points',
      id: 'cases',
      label: t(words.mapCases),
      cluster: true,
      legend: [
        { tone: 'good', label: t(words.closed) },
        { tone: 'warn', label: t(words.leftYellow) },
        { tone: 'bad', label: t(words.overdueNow) },
      ],
      features: Array.from({ length: 24 }, (_, n) => ({
        id: `c${n}`,
        name: `${t(words.caseTitle)} ${n + 1}`,
        at: at(0.6 + ((n * 7) % 11), 0.7 + ((n * 5) % 7) + (n % 3) * 0.08),
        tone: tonesInTurn[n % tonesInTurn.length] ?? 'plain',
      })),
    },
  ]
}

/** The map with every kind of layer, without any tile of the server. */
export function Mapped() {
  const { t } = useTongue()
  const layers = useLayers()
  const [chosen, setChosen] = useState<Chosen | null>({ layer: 'grids', id: 'grid-4-4' })
  return (
    <Sheet title={t(words.map)}>
      <MapView
        label={t(words.map)}
        layers={layers}
        chosen={chosen}
        onPick={(pick) => setChosen(pick.layer === null ? null : pick)}
        onDraw={() => undefined}
        onPosition
      />
      <MapView label={t(words.mapEmpty)} layers={[]} />
    </Sheet>
  )
}
