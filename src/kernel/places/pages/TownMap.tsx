import { useRead } from '../../../ui/api/reads.ts'
import { MapView, type MapViewProps } from '../../../ui/map/MapView.tsx'
import type { BaseMap } from '../../../ui/map/model.ts'
import { LoadingState } from '../../../ui/parts/states.tsx'

/**
 * A map of the district: `MapView` over the base map that the city made from an extract, or over plain ground where
 * it made none. Without layers, view and `fit` it shows the whole district.
 */
export function TownMap(props: Omit<MapViewProps, 'base'>) {
  const read = useRead<{ map: BaseMap | null }>('/api/places/map')
  // A base map that cannot be had is no reason to show nothing of what lies on it.
  if (read.data === undefined && !read.isError) return <LoadingState shape="figures" count={1} />
  return <MapView {...props} base={read.data?.map ?? null} />
}
