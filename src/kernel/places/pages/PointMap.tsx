import { useMemo, useState } from 'react'
import type { LngLat } from '../../../platform/geo/shapes.ts'
import type { MapLayer, View } from '../../../ui/map/model.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Row } from '../../../ui/parts/layout.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import type { Point } from './PointField.tsx'
import { TownMap } from './TownMap.tsx'
import { pointWords as words } from './words.ts'

type Props = { point: Point | null; onPick(point: Point): void }

/** Six decimals are a tenth of a metre. */
const pointAt = ([lng, lat]: LngLat): Point => ({ lng: Math.round(lng * 1e6) / 1e6, lat: Math.round(lat * 1e6) / 1e6 })

/** A map on which one spot is picked: by pressing it, by Enter on the middle, or by the button for the middle. */
export function PointMap({ point, onPick }: Props) {
  const { t } = useTongue()
  const [middle, setMiddle] = useState<LngLat | null>(null)
  const [begin] = useState<View | null>(() => (point ? { centre: [point.lng, point.lat], zoom: 16 } : null))
  const name = t(words.picked)
  const layers = useMemo(
    (): readonly MapLayer[] => [
      {
        kind: 'points',
        id: 'point',
        label: name,
        silent: true,
        features: point ? [{ id: 'point', name, at: [point.lng, point.lat], tone: 'mark' }] : [],
      },
    ],
    [point, name],
  )
  return (
    <TownMap
      label={t(words.title)}
      layers={layers}
      view={begin}
      empty=""
      onPick={({ at }) => onPick(pointAt(at))}
      onView={({ centre }) => setMiddle(centre)}
      onPosition
    >
      <Row>
        {middle ? (
          <Button icon="pin" onPress={() => onPick(pointAt(middle))}>
            {t(words.middle)}
          </Button>
        ) : null}
      </Row>
    </TownMap>
  )
}
