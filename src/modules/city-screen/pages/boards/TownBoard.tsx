import { useMemo } from 'react'
import type { MapOverview } from '../../../../kernel/cases/model/map.ts'
import { cellLayer, pointLayer } from '../../../../kernel/cases/pages/desk/map/layers.ts'
import { TownMap } from '../../../../kernel/places/pages/TownMap.tsx'
import type { Bbox } from '../../../../platform/geo/shapes.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import type { Pick } from '../../../../ui/map/model.ts'
import { EmptyState, Loaded } from '../../../../ui/parts/states.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { deskAddress, SCREEN, useBoard } from '../reads.ts'
import { screenPageWords as words } from '../words.ts'

const OPEN = { open: 'true' } as const

/** The territory with every open case where it is, in its light; below them how thick they lie. */
export function TownBoard() {
  const overview = useRead<MapOverview>('/api/cases/map', { topics: [SCREEN] })
  return <Loaded read={overview}>{(known) => <Territory overview={known} />}</Loaded>
}

function Territory({ overview: { bounds, whole } }: { overview: MapOverview }) {
  const { t } = useTongue()
  // A new board means news: the tiles are asked for again under another address.
  const version = useBoard().data?.asOf
  const layers = useMemo(() => {
    const asked = { ...OPEN, version }
    return [...(whole ? [{ ...cellLayer(asked, 'all', t), silent: true }] : []), pointLayer(asked, 'all', t)]
  }, [whole, version, t])
  if (bounds === null) return <EmptyState icon="map" title={t(words.noPlaces)} />
  const pick = ({ layer, ...picked }: Pick) => {
    if (layer === 'cases' && 'id' in picked && picked.id.startsWith('case_')) location.assign(deskAddress(picked.id))
  }
  return (
    <TownMap label={t(words.territory)} layers={layers} size="fill" fit={bounds as unknown as Bbox} onPick={pick} />
  )
}
