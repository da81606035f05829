import type {
  ExpressionSpecification,
  FilterSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  SourceSpecification,
} from 'maplibre-gl'
import type { Tongue } from '../../platform/words.ts'
import { featuresOf, labelPoints } from './features.ts'
import type { AreaLayer, Chosen, MapLayer, Step, TileShow } from './model.ts'
import type { Palette } from './palette.ts'
import { mapWords } from './words.ts'

/** What the reader's layers need of the style: where their features come from, and how they are drawn, bottom first. */
export type Overlay = {
  readonly sources: Readonly<Record<string, SourceSpecification>>
  readonly layers: readonly LayerSpecification[]
}
type Parts = {
  readonly palette: Palette
  readonly tongue: Tongue
  readonly chosen: Chosen | null
  readonly origin: string
}

/** Names of our layers in the style begin with the id of the reader's layer and this. */
export const MARK = '§'
export const layerIdOf = (styleLayer: string): string => styleLayer.split(MARK)[0] ?? ''

export function overlayOf(layer: MapLayer, parts: Parts): Overlay {
  if (layer.kind === 'tiles') {
    const { minZoom = 0, maxZoom = 16, url } = layer
    const source: SourceSpecification = {
      type: 'vector',
      tiles: [`${parts.origin}${url}`],
      minzoom: minZoom,
      maxzoom: maxZoom,
    }
    const drawn = layer.shows.flatMap((show, at) => showLayers({ ...from(layer, parts, `${at}`), show, of: show.of }))
    return { sources: { [layer.id]: source }, layers: drawn }
  }
  const clusters = layer.kind === 'points' && layer.cluster === true
  const source: GeoJSONSourceSpecification = {
    type: 'geojson',
    data: featuresOf(layer),
    ...(clusters ? { cluster: true, clusterRadius: 44, clusterMaxZoom: 16, clusterProperties: clustered } : {}),
  }
  const names = layer.kind === 'areas' && layer.named === true ? labelSource(layer) : {}
  const show = asShow(layer)
  const drawn = showLayers({ ...from(layer, parts, ''), show, of: undefined })
  const named =
    layer.kind === 'areas' && layer.named === true ? [areaNames(layer.id, `${layer.id}${MARK}names`, parts)] : []
  return { sources: { [layer.id]: source, ...names }, layers: [...drawn, ...named] }
}

function asShow(layer: Exclude<MapLayer, { kind: 'tiles' }>): Omit<TileShow, 'of'> & { as: TileShow['as'] } {
  return { ...layer, as: layer.kind }
}

const labelSource = (layer: AreaLayer): Record<string, SourceSpecification> => ({
  [`${layer.id}${MARK}names`]: { type: 'geojson', data: labelPoints(layer) },
})

/** How grave what a cluster holds is: the gravest gives it its colour. */
const gravity: ExpressionSpecification = ['match', ['get', 'tone'], 'bad', 3, 'warn', 2, 0]
const clustered = { gravity: ['max', gravity] } as unknown as Record<string, ExpressionSpecification>

type Drawing = Parts & {
  readonly id: string
  readonly part: string
  readonly show: Omit<TileShow, 'of'> & { as: TileShow['as'] }
  readonly of: string | undefined
}
const from = (layer: MapLayer, parts: Parts, part: string) => ({ ...parts, id: layer.id, part })

function showLayers(drawing: Drawing): LayerSpecification[] {
  switch (drawing.show.as) {
    case 'areas':
      return areas(drawing)
    case 'points':
      return points(drawing)
    case 'lines':
      return lines(drawing)
    case 'heat':
      return heat(drawing)
    case 'names':
      return [areaNames(drawing.id, drawing.id, drawing, drawing.of)]
  }
}

/** What every layer of the style says of itself. */
function head({ id, part, of }: Drawing, suffix: string, filter?: FilterSpecification) {
  return {
    id: `${id}${MARK}${part}${suffix}`,
    source: id,
    ...(of === undefined ? {} : { 'source-layer': of }),
    ...(filter === undefined ? {} : { filter }),
  }
}

const toneColour = ({ tone }: Palette): ExpressionSpecification =>
  ['match', ['get', 'tone'], ...Object.entries(tone).flat(), tone.plain] as unknown as ExpressionSpecification

function valueColour(palette: Palette, steps: readonly Step[], ramp: 'cool' | 'warm'): ExpressionSpecification {
  const colours = palette.ramp[ramp]
  const stops = steps.flatMap(({ from: start }, at) => [start, colours[at] ?? colours[4]]).slice(1)
  const stepped = steps.length > 1 ? ['step', ['get', 'value'], ...stops] : (colours[0] ?? '')
  return ['case', ['==', ['typeof', ['get', 'value']], 'number'], stepped, 'rgba(0,0,0,0)'] as never
}

const isChosen = ({ chosen, id }: Drawing): FilterSpecification =>
  chosen?.layer === id ? ['==', ['to-string', ['get', 'id']], chosen.id] : ['boolean', false]

function areas(drawing: Drawing): LayerSpecification[] {
  const { palette, show } = drawing
  const { steps, ramp = 'cool', outline = false, dashed = false } = show as Extract<TileShow, { as: 'areas' }>
  const colour = steps ? valueColour(palette, steps, ramp) : toneColour(palette)
  const dash = dashed ? { 'line-dasharray': [3, 2] } : {}
  const edge = steps ? palette.colour.line : toneColour(palette)
  const opacity = outline ? 0 : steps ? 0.72 : 0.2
  return [
    // Fully transparent, an area can still be picked.
    { ...head(drawing, 'fill'), type: 'fill', paint: { 'fill-color': colour, 'fill-opacity': opacity } },
    {
      ...head(drawing, 'edge'),
      type: 'line',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': edge, 'line-width': outline ? 1.6 : 1.2, ...dash },
    },
    {
      ...head(drawing, 'chosen', isChosen(drawing)),
      type: 'line',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.colour.focus, 'line-width': 4 },
    },
  ] as LayerSpecification[]
}

const areaNames = (id: string, source: string, { palette }: Parts, of?: string): LayerSpecification => ({
  id: `${id}${MARK}names`,
  source,
  ...(of === undefined ? {} : { 'source-layer': of }),
  type: 'symbol',
  layout: {
    'text-field': ['format', ['get', 'name'], {}, ['concat', '\n', ['get', 'figure']], { 'font-scale': 1.15 }] as never,
    'text-size': palette.text,
    // Four letters to a line: a name keeps within its own area rather than running into the next.
    'text-max-width': 4.6,
    'text-padding': 4,
  },
  paint: { 'text-color': palette.colour.ink, 'text-halo-color': palette.colour.halo, 'text-halo-width': 1.8 },
})

function lines(drawing: Drawing): LayerSpecification[] {
  const { palette, show } = drawing
  const { dashed = false, wide = false } = show as Extract<TileShow, { as: 'lines' }>
  const line = (suffix: string, paint: object, filter?: FilterSpecification) =>
    ({
      ...head(drawing, suffix, filter),
      type: 'line',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint,
    }) as LayerSpecification
  const width = wide ? 6 : 3
  return [
    line('chosen', { 'line-color': palette.colour.focus, 'line-width': width + 5 }, isChosen(drawing)),
    line('case', { 'line-color': palette.colour.halo, 'line-width': width + 2 }),
    line('line', {
      'line-color': toneColour(palette),
      'line-width': width,
      ...(dashed ? { 'line-dasharray': [2, 1.6] } : {}),
    }),
  ]
}

const heat = (drawing: Drawing): LayerSpecification[] => {
  const [, ...warm] = drawing.palette.ramp.warm
  const stops = warm.flatMap((colour, at) => [0.25 + at * 0.22, colour])
  return [
    {
      ...head(drawing, 'heat'),
      type: 'heatmap',
      paint: {
        'heatmap-weight': ['to-number', ['get', 'weight'], 1],
        'heatmap-intensity': ['interpolate', ['linear'], ['zoom'], 10, 0.6, 16, 2],
        'heatmap-radius': ['interpolate', ['exponential', 1.4], ['zoom'], 10, 10, 16, 42],
        'heatmap-color': ['interpolate', ['linear'], ['heatmap-density'], 0, 'rgba(0,0,0,0)', ...stops] as never,
        'heatmap-opacity': 0.72,
      },
    },
  ]
}

const amount: ExpressionSpecification = ['coalesce', ['get', 'point_count'], ['get', 'count'], 1] as never
const single: FilterSpecification = ['<=', amount, 1] as never
const several: FilterSpecification = ['>', amount, 1] as never

/** 12,300 as a figure that fits into a circle, by the tongue's own round number. */
const shortCount = (tongue: Tongue): ExpressionSpecification => {
  const unit = tongue === 'zh' ? 10_000 : 1_000
  const short = ['concat', ['to-string', ['/', ['round', ['/', amount, unit / 10]], 10]], mapWords.roundNumber[tongue]]
  const about = ['case', ['has', 'about'], '≈', '']
  return ['concat', about, ['case', ['<', amount, unit], ['to-string', amount], short]] as never
}

function points(drawing: Drawing): LayerSpecification[] {
  const { palette, show, tongue } = drawing
  const { named = false } = show as { named?: boolean }
  const { colour, tone, text } = palette
  const grave = ['coalesce', ['get', 'gravity'], gravity]
  const clusterColour = ['case', ['>=', grave, 3], tone.bad, ['>=', grave, 2], tone.warn, tone.plain]
  const radius = text * 0.62
  return [
    {
      ...head(drawing, 'chosen', ['all', single, isChosen(drawing)] as never),
      type: 'circle',
      paint: { 'circle-radius': radius + 7, 'circle-color': colour.focus, 'circle-opacity': 0.85 },
    },
    {
      ...head(drawing, 'point', single),
      type: 'circle',
      paint: {
        'circle-radius': radius,
        'circle-color': ['match', ['get', 'tone'], 'off', colour.sheet, toneColour(palette)] as never,
        'circle-stroke-color': ['match', ['get', 'tone'], 'off', tone.off, colour.halo] as never,
        'circle-stroke-width': ['match', ['get', 'tone'], 'off', 3, 1.6],
      },
    },
    { ...head(drawing, 'sign', single), type: 'symbol', ...signs(palette) },
    ...(named ? [{ ...head(drawing, 'names', single), type: 'symbol', ...namesBelow(palette) }] : []),
    {
      ...head(drawing, 'cluster', several),
      type: 'circle',
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['log10', amount], 0, text * 0.9, 5, text * 2.1] as never,
        'circle-color': clusterColour as never,
        'circle-stroke-color': colour.halo,
        'circle-stroke-width': 2,
      },
    },
    {
      ...head(drawing, 'count', several),
      type: 'symbol',
      layout: { 'text-field': shortCount(tongue), 'text-size': text * 0.95, 'text-allow-overlap': true },
      paint: { 'text-color': colour.halo },
    },
  ] as LayerSpecification[]
}

/** A sign inside, so that colour does not speak alone. */
function signs({ colour, text }: Palette) {
  const sign = ['coalesce', ['get', 'sign'], ['match', ['get', 'tone'], 'bad', '!', 'warn', '…', 'good', '✓', '']]
  return {
    layout: { 'text-field': sign, 'text-size': text * 0.85, 'text-allow-overlap': true, 'text-ignore-placement': true },
    paint: { 'text-color': ['match', ['get', 'tone'], 'off', colour.ink, colour.halo] },
  }
}

const namesBelow = ({ colour, text }: Palette) => ({
  layout: {
    'text-field': ['get', 'name'],
    'text-size': text,
    'text-anchor': 'top',
    'text-offset': [0, 0.8],
    'text-max-width': 9,
  },
  paint: { 'text-color': colour.ink, 'text-halo-color': colour.halo, 'text-halo-width': 1.6 },
})
