import type { Feature, Geometry } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { planeAt } from '../../platform/geo/measure.ts'
import type { LngLat } from '../../platform/geo/shapes.ts'
import type { Overlay } from './overlay.ts'
import type { Scene } from './style.ts'

const SKETCH = 'sketch'

/** What the reader adds to the map: the area under the pen, and where he stands. */
export function sketchOf({ corners, me, palette }: Pick<Scene, 'corners' | 'me' | 'palette'>): Overlay {
  const features = [...penned(corners), ...(me === null ? [] : positioned(me))]
  const { colour, tone } = palette
  const layer = (kind: string, rest: object) =>
    ({
      id: `${SKETCH}-${kind}`,
      source: SKETCH,
      filter: ['==', ['get', 'kind'], kind],
      ...rest,
    }) as unknown as LayerSpecification
  const dot = (radius: number, fill: string) => ({
    type: 'circle',
    paint: {
      'circle-radius': radius,
      'circle-color': fill,
      'circle-stroke-color': colour.halo,
      'circle-stroke-width': 2.5,
    },
  })
  return {
    sources: { [SKETCH]: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    layers: [
      layer('near', { type: 'fill', paint: { 'fill-color': colour.focus, 'fill-opacity': 0.16 } }),
      layer('surface', { type: 'fill', paint: { 'fill-color': colour.focus, 'fill-opacity': 0.14 } }),
      layer('line', {
        type: 'line',
        paint: { 'line-color': colour.focus, 'line-width': 2.5, 'line-dasharray': [2.5, 1.5] },
      }),
      layer('corner', dot(6, colour.focus)),
      layer('me', dot(8, tone.plain)),
    ],
  }
}

const feature = (kind: string, geometry: Geometry): Feature => ({ type: 'Feature', properties: { kind }, geometry })

function penned(corners: readonly LngLat[]): Feature[] {
  const points = corners.map(([lng, lat]) => [lng, lat])
  const [first = []] = points
  const closed = points.length > 2 ? [...points, first] : points
  return [
    ...(points.length > 2 ? [feature('surface', { type: 'Polygon', coordinates: [closed] })] : []),
    ...(points.length > 1 ? [feature('line', { type: 'LineString', coordinates: closed })] : []),
    ...points.map((coordinates) => feature('corner', { type: 'Point', coordinates })),
  ]
}

function positioned({ at, within }: { readonly at: LngLat; readonly within: number }): Feature[] {
  const plane = planeAt(at)
  const ring = Array.from({ length: 49 }, (_, step) => {
    const turn = (step / 24) * Math.PI
    return [...plane.toLngLat([Math.cos(turn) * within, Math.sin(turn) * within])]
  })
  return [
    feature('near', { type: 'Polygon', coordinates: [ring] }),
    feature('me', { type: 'Point', coordinates: [at[0], at[1]] }),
  ]
}
