import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { pointWithin } from '../../platform/geo/inside.ts'
import { polygonArea } from '../../platform/geo/measure.ts'
import { type Bbox, bboxOf, joined, type LngLat, polygonsOf, surfaceBbox } from '../../platform/geo/shapes.ts'
import type { AreaLayer, AreaShown, Listed, MapLayer, Shown } from './model.ts'

type DataLayer = Exclude<MapLayer, { kind: 'tiles' }>

/** The features of a layer as GeoJSON, with the properties that the style reads. */
export function featuresOf(layer: DataLayer): FeatureCollection {
  if (layer.kind === 'areas')
    return collection(
      layer.features.map((area) =>
        feature(area.geometry as unknown as Geometry, area, { value: area.value, figure: area.figure }),
      ),
    )
  if (layer.kind === 'lines')
    return collection(
      layer.features.map((line) => feature({ type: 'LineString', coordinates: line.path.map(pair) }, line)),
    )
  return collection(
    layer.features.map((point) =>
      feature({ type: 'Point', coordinates: pair(point.at) }, point, { sign: point.sign, weight: point.weight }),
    ),
  )
}

const pair = ([lng, lat]: LngLat): [number, number] => [lng, lat]
const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })

function feature(geometry: Geometry, shown: Shown, more: Record<string, unknown> = {}): Feature {
  const { id, name, note = '', tone = 'plain' } = shown
  const known = Object.entries(more).filter(([, value]) => value !== undefined && value !== null)
  return { type: 'Feature', geometry, properties: { id, name, note, tone, ...Object.fromEntries(known) } }
}

/** Where the name of an area stands: well inside its largest part. */
export function labelPoint({ geometry }: AreaShown): LngLat | null {
  const [largest] = polygonsOf(geometry).toSorted((a, b) => polygonArea(b) - polygonArea(a))
  return largest === undefined ? null : pointWithin(largest)
}

export function labelPoints(layer: AreaLayer): FeatureCollection {
  return collection(
    layer.features.flatMap((area) => {
      const at = labelPoint(area)
      return at === null ? [] : [feature({ type: 'Point', coordinates: pair(at) }, area, { figure: area.figure ?? '' })]
    }),
  )
}

/** What a layer shows, as lines of the list beside the map. */
export function listedOf(layer: MapLayer): readonly Listed[] {
  const listed = ({ id, name, note, tone }: Shown, at: LngLat | null): Listed => ({
    id,
    name,
    ...(note === undefined ? {} : { note }),
    ...(tone === undefined ? {} : { tone }),
    layer: layer.id,
    at,
  })
  switch (layer.kind) {
    case 'tiles':
      return []
    case 'areas':
      return layer.features.map((area) => listed(area, labelPoint(area)))
    case 'lines':
      return layer.features.map((line) => listed(line, line.path[Math.floor(line.path.length / 2)] ?? null))
    default:
      return layer.features.map((point) => listed(point, point.at))
  }
}

/** The box round everything that the layers show by themselves; null where nothing is. */
export function boundsOf(layers: readonly MapLayer[]): Bbox | null {
  return layers.reduce<Bbox | null>((box, layer) => joined(box, boundsOfLayer(layer)), null)
}

function boundsOfLayer(layer: MapLayer): Bbox | null {
  switch (layer.kind) {
    case 'tiles':
      return null
    case 'areas':
      return layer.features.reduce<Bbox | null>(
        (box, area) => joined(box, surfaceBbox(polygonsOf(area.geometry))),
        null,
      )
    case 'lines':
      return bboxOf(layer.features.flatMap(({ path }) => path))
    default:
      return bboxOf(layer.features.map(({ at }) => at))
  }
}
