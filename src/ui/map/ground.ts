import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { BaseMap } from './model.ts'
import type { Palette } from './palette.ts'

export const BASE = 'base'

/** Line width in pixels that grows with the zoom as the ground does. */
const widening = (...stops: readonly (readonly [zoom: number, pixels: number])[]): ExpressionSpecification =>
  ['interpolate', ['exponential', 1.5], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification

const isOneOf = (...kinds: readonly string[]): FilterSpecification =>
  ['in', ['get', 'kind'], ['literal', kinds]] as unknown as FilterSpecification

export function groundSource({ tiles, minZoom, maxZoom }: BaseMap, origin: string): SourceSpecification {
  return { type: 'vector', tiles: [`${origin}${tiles}`], minzoom: minZoom, maxzoom: maxZoom }
}

/** What lies below everything: land, water, green, houses, ways. The layers and kinds are those of `platform/tiles`. */
export const groundLayers = ({ colour }: Palette): LayerSpecification[] => [
  surface('built', 'land', isOneOf('built'), colour.built),
  surface('care', 'land', isOneOf('care'), colour.care),
  surface('green', 'green', null, colour.green),
  surface('water', 'water', null, colour.water),
  {
    id: 'waterway',
    type: 'line',
    source: BASE,
    'source-layer': 'waterway',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colour.water, 'line-width': widening([9, 0.6], [14, 2.5], [18, 10]) },
  },
  {
    id: 'building',
    type: 'fill',
    source: BASE,
    'source-layer': 'building',
    minzoom: 14,
    paint: {
      'fill-color': colour.building,
      'fill-outline-color': colour.buildingEdge,
      'fill-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0, 15, 1],
    },
  },
  ...ways(colour),
]

const surface = (
  id: string,
  layer: string,
  filter: FilterSpecification | null,
  colour: string,
): LayerSpecification => ({
  id,
  type: 'fill',
  source: BASE,
  'source-layer': layer,
  ...(filter === null ? {} : { filter }),
  paint: { 'fill-color': colour, 'fill-antialias': layer === 'water' },
})

type Way = {
  readonly id: string
  readonly kinds: readonly string[]
  readonly from: number
  readonly width: ExpressionSpecification
  readonly main: boolean
}
const wayLooks: readonly Way[] = [
  { id: 'path', kinds: ['path'], from: 14, width: widening([14, 0.6], [18, 3]), main: false },
  { id: 'lane', kinds: ['lane'], from: 14, width: widening([14, 0.8], [16, 3], [18, 10]), main: false },
  { id: 'street', kinds: ['street'], from: 12, width: widening([12, 0.6], [14, 2], [16, 6], [18, 18]), main: false },
  { id: 'collector', kinds: ['collector'], from: 10, width: widening([10, 0.6], [14, 3.5], [18, 24]), main: false },
  { id: 'main', kinds: ['main'], from: 8, width: widening([8, 0.7], [12, 2.2], [14, 5], [18, 32]), main: true },
  { id: 'express', kinds: ['express'], from: 5, width: widening([5, 0.6], [10, 1.8], [14, 6], [18, 38]), main: true },
]

/** Edges of all ways below all ways, so that crossings are open. */
function ways(colour: Palette['colour']): LayerSpecification[] {
  const line = ({ id, kinds, from }: Way, part: string): LayerSpecification => ({
    id: `${part}-${id}`,
    type: 'line',
    source: BASE,
    'source-layer': 'road',
    minzoom: from,
    filter: isOneOf(...kinds),
    layout: { 'line-cap': part === 'edge' ? 'butt' : 'round', 'line-join': 'round' },
  })
  const edged = (width: ExpressionSpecification) => widened(width, 1.6)
  const edges = wayLooks.filter(({ id }) => id !== 'path')
  return [
    ...edges.map((way) => ({
      ...line(way, 'edge'),
      minzoom: Math.max(way.from, 12),
      paint: { 'line-color': colour.roadEdge, 'line-width': edged(way.width) },
    })),
    ...wayLooks.map((way) => ({
      ...line(way, 'way'),
      paint: {
        'line-color': way.main ? colour.roadMain : colour.road,
        'line-width': way.width,
        ...(way.id === 'path' ? { 'line-dasharray': [2, 1.5] } : {}),
      },
    })),
    ...rails(colour),
  ] as LayerSpecification[]
}

/** The same widths, wider by some pixels at every stop. */
function widened(width: ExpressionSpecification, by: number): ExpressionSpecification {
  const [name, curve, zoom, ...stops] = width as unknown as [string, unknown, unknown, ...number[]]
  return [name, curve, zoom, ...stops.map((stop, at) => (at % 2 === 0 ? stop : stop + by))] as never
}

const rails = (colour: Palette['colour']): LayerSpecification[] => [
  {
    id: 'rail',
    type: 'line',
    source: BASE,
    'source-layer': 'rail',
    minzoom: 10,
    paint: { 'line-color': colour.rail, 'line-width': widening([10, 0.6], [14, 1.6], [18, 5]) },
  },
  {
    id: 'rail-ties',
    type: 'line',
    source: BASE,
    'source-layer': 'rail',
    minzoom: 14,
    filter: isOneOf('train'),
    paint: { 'line-color': colour.land, 'line-width': widening([14, 0.8], [18, 3]), 'line-dasharray': [4, 4] },
  },
]

/** Names of the ground; they lie above coloured areas and below points. */
export function groundNames({ colour, text }: Palette): LayerSpecification[] {
  const named = { source: BASE, type: 'symbol' } as const
  const paint = { 'text-color': colour.name, 'text-halo-color': colour.halo, 'text-halo-width': 1.6 }
  return [
    {
      ...named,
      id: 'name-way',
      'source-layer': 'road',
      minzoom: 13,
      filter: ['has', 'name'],
      layout: { ...along, 'text-field': ['get', 'name'], 'text-size': text * 0.95 },
      paint,
    },
    {
      ...named,
      id: 'name-water',
      'source-layer': 'waterway',
      minzoom: 12,
      filter: ['has', 'name'],
      layout: { ...along, 'text-field': ['get', 'name'], 'text-size': text },
      paint: { ...paint, 'text-color': colour.waterName },
    },
    {
      ...named,
      id: 'name-spot',
      'source-layer': 'spot',
      minzoom: 14,
      layout: {
        'text-field': ['get', 'name'],
        'text-size': text * 0.95,
        'text-max-width': 8,
        'text-padding': 6,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { ...paint, 'text-color': ['match', ['get', 'kind'], 'water', colour.waterName, colour.name] },
    },
    {
      ...named,
      id: 'name-place',
      'source-layer': 'place',
      layout: {
        'text-field': ['get', 'name'],
        'text-size': ['interpolate', ['linear'], ['get', 'rank'], 1, text * 1.4, 6, text],
        'text-max-width': 8,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint,
    },
  ]
}

const along = { 'symbol-placement': 'line', 'text-max-angle': 40, 'symbol-spacing': 320, 'text-padding': 4 } as const
