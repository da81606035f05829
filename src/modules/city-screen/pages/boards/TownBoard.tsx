import { useMemo } from 'react'
import type { MapOverview } from '../../../../kernel/cases/model/map.ts'
import { cellLayer, pointLayer } from '../../../../kernel/cases/pages/desk/map/layers.ts'
import { TownMap } from '../../../../kernel/places/pages/TownMap.tsx'
import type { Bbox } from '../../../../platform/geo/shapes.ts'
import { useRead, withQuery } from '../../../../ui/api/reads.ts'
import type { Pick, PointLayer, Tone } from '../../../../ui/map/model.ts'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { BoardLight, ReplaySpots } from '../../model.ts'
import { momentQuery, useMoment } from '../moment.ts'
import { deskAddress, SCREEN, useBoard } from '../reads.ts'
import { lightWords, screenPageWords as words } from '../words.ts'

const OPEN = { open: 'true' } as const

/** The territory with every open case where it is, in its light; below them how thick they lie. */
export function TownBoard() {
  const overview = useRead<MapOverview>('/api/cases/map', { topics: [SCREEN] })
  return <Loaded read={overview}>{(known) => <Territory overview={known} />}</Loaded>
}

function Territory({ overview: { bounds, whole } }: { overview: MapOverview }) {
  const { t } = useTongue()
  const then = useThen()
  // A new board means news: the tiles are asked for again under another address.
  const version = useBoard().data?.asOf
  const layers = useMemo(() => {
    if (then) return [then]
    const asked = { ...OPEN, version }
    return [...(whole ? [{ ...cellLayer(asked, 'all', t), silent: true }] : []), pointLayer(asked, 'all', t)]
  }, [whole, version, then, t])
  if (bounds === null) return <EmptyState icon="map" title={t(words.noPlaces)} />
  const pick = ({ layer, ...picked }: Pick) => {
    if (layer === 'cases' && 'id' in picked && picked.id.startsWith('case_')) location.assign(deskAddress(picked.id))
  }
  return (
    <TownMap label={t(words.territory)} layers={layers} size="fill" fit={bounds as unknown as Bbox} onPick={pick} />
  )
}

const tones = { green: 'good', yellow: 'warn', red: 'bad', held: 'off', none: 'off' } as const satisfies Record<
  BoardLight,
  Tone
>

/** What was open at the moment gone back to, where it was and in the light it showed; null for now. */
function useThen(): PointLayer | null {
  const { t } = useTongue()
  const moment = useMoment()
  const address = withQuery('/api/city-screen/replay/spots', momentQuery(moment))
  const rows = useRead<ReplaySpots>(address, { when: moment !== null, keepLast: true }).data?.rows
  const isThen = moment !== null
  return useMemo(
    () =>
      isThen
        ? {
            kind: 'points',
            id: 'cases',
            label: t(words.territoryThen),
            features: (rows ?? []).map(({ id, name, lng, lat, light }) => ({
              id,
              name,
              note: t(lightWords[light]),
              tone: tones[light],
              at: [lng, lat] as const,
            })),
            legend: (['red', 'yellow', 'green', 'held'] as const).map((light) => ({
              tone: tones[light],
              label: t(lightWords[light]),
            })),
          }
        : null,
    [isThen, rows, t],
  )
}
