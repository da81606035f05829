import type { Geometry } from 'geojson'
import { type GeoJSONSource, type MapGeoJSONFeature, MapLibreMap, type MapMouseEvent, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { Bbox, LngLat } from '../../platform/geo/shapes.ts'
import type { Listed, Pick, Sampled, Tone, View } from './model.ts'
import { layerIdOf, MARK } from './overlay.ts'
import { type Scene, styleOf } from './style.ts'

// Only this file knows the library, and it is fetched when the first map is opened.
setWorkerUrl(workerUrl)

export type EngineParts = {
  readonly container: HTMLElement
  readonly scene: Scene
  readonly view: View | null
  readonly bounds: Bbox | null
  /** What the surface says to a screen reader. */
  readonly label: string
  readonly locale: Readonly<Record<string, string>>
  /** Leaves one finger and the plain wheel to the page. */
  readonly yields: boolean
  /** While an area is drawn every press is a bare spot. */
  isDrawing(): boolean
  onPress(pick: Pick): void
  onKey(key: string): void
  onMoved(view: View, bounds: Bbox): void
  onSeen(seen: readonly Listed[]): void
  /** Of how many each thing of a layer stands for one, where its tiles show a sample; null: they show all. */
  onSampled(sampled: Sampled | null): void
  onTrouble(): void
}

export type Engine = {
  show(scene: Scene): void
  go(view: View): void
  fit(bounds: Bbox): void
  zoomBy(steps: number): void
  centre(): LngLat
  /** What lies in the middle, for who has no pointer. */
  pickCentre(): void
  /** Pixels of a hundred metres, for the scale. */
  metresPerPixel(): number
  close(): void
}

/** Pixels left free round what is fitted; the buttons stand on the right. */
const padding = { top: 28, bottom: 36, left: 28, right: 64 }
const NEAR = 8

export function openEngine(parts: EngineParts): Engine {
  const { container, view, bounds } = parts
  const map = new MapLibreMap({
    container,
    style: styleOf(parts.scene),
    ...(bounds === null ? {} : { bounds: [...bounds] as [number, number, number, number] }),
    fitBoundsOptions: { padding, maxZoom: 17 },
    ...(view === null ? {} : { center: [...view.centre] as [number, number], zoom: view.zoom }),
    maxZoom: 20,
    maxPitch: 0,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    renderWorldCopies: false,
    attributionControl: false,
    cooperativeGestures: parts.yields,
    localIdeographFontFamily: parts.scene.palette.font,
    locale: { ...parts.locale, 'Map.Title': parts.label },
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
    validateStyle: import.meta.env.DEV,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  const silent = new Set<string>()
  const samples = new Map<string, string>()
  const listening = { ...parts, silent, samples }
  listen(map, listening)
  const draw = styling(map)
  const show = (scene: Scene) => {
    silent.clear()
    samples.clear()
    for (const layer of scene.layers) {
      if (layer.silent) silent.add(layer.id)
      if (layer.kind === 'tiles' && layer.sample) samples.set(layer.id, layer.sample.of)
    }
    draw(scene)
  }
  show(parts.scene)
  return {
    show,
    go: ({ centre, zoom }) => map.easeTo({ center: [centre[0], centre[1]], zoom, duration: 400 }),
    fit: ([west, south, east, north]) =>
      map.fitBounds([west, south, east, north], { padding, maxZoom: 17, duration: 400 }),
    zoomBy: (steps) => map.easeTo({ zoom: map.getZoom() + steps, duration: 250 }),
    centre: () => pair(map.getCenter()),
    pickCentre: () => void press(map, map.project(map.getCenter()), pair(map.getCenter()), listening),
    metresPerPixel: () => (Math.cos((map.getCenter().lat * Math.PI) / 180) * 78_271.517) / 2 ** map.getZoom(),
    close: () => map.remove(),
  }
}

const pair = ({ lng, lat }: { lng: number; lat: number }): LngLat => [lng, lat]

type Listening = EngineParts & {
  readonly silent: ReadonlySet<string>
  /** By layer, the layer of its tiles that tells of a sample. */
  readonly samples: ReadonlyMap<string, string>
}

/** Scenes that come before the first is drawn wait for it; of several only the last counts. */
function styling(map: MapLibreMap): (scene: Scene) => void {
  let isReady = false
  let waiting: Scene | null = null
  map.once('style.load', () => {
    isReady = true
    if (waiting !== null) map.setStyle(styleOf(waiting), { diff: true, validate: import.meta.env.DEV })
  })
  return (scene) => {
    if (isReady) map.setStyle(styleOf(scene), { diff: true, validate: import.meta.env.DEV })
    else waiting = scene
  }
}

function listen(map: MapLibreMap, parts: Listening): void {
  const moved = () => {
    const { _sw: west, _ne: east } = map.getBounds()
    parts.onMoved({ centre: pair(map.getCenter()), zoom: map.getZoom() }, [west.lng, west.lat, east.lng, east.lat])
  }
  map.on('load', moved)
  map.on('moveend', moved)
  map.on('click', (event: MapMouseEvent) => void press(map, event.point, pair(event.lngLat), parts))
  map.on('mousemove', (event) => {
    map.getCanvas().style.cursor = pickable(map, event.point, parts.silent).length > 0 ? 'pointer' : ''
  })
  map.on('idle', () => {
    parts.container.dataset.idle = 'true'
    parts.onSeen(seenOn(map))
    parts.onSampled(sampledOn(map, parts.samples))
  })
  map.on('movestart', () => delete parts.container.dataset.idle)
  map.on('error', ({ error }) => {
    // A tile that is no longer wanted is given up, which is no trouble.
    if (!(error instanceof DOMException && error.name === 'AbortError')) parts.onTrouble()
  })
  const canvas = map.getCanvas()
  canvas.setAttribute('role', 'application')
  canvas.addEventListener('keydown', (event) => {
    if (!['Enter', 'Backspace', 'Escape'].includes(event.key)) return
    event.preventDefault()
    parts.onKey(event.key)
  })
}

type Spot = { readonly x: number; readonly y: number }

function pickable(map: MapLibreMap, { x, y }: Spot, silent: ReadonlySet<string>): MapGeoJSONFeature[] {
  if (!map.isStyleLoaded()) return []
  const box: [[number, number], [number, number]] = [
    [x - NEAR, y - NEAR],
    [x + NEAR, y + NEAR],
  ]
  return map
    .queryRenderedFeatures(box)
    .filter(({ layer: { id, type } }) => id.includes(MARK) && !silent.has(layerIdOf(id)) && type !== 'heatmap')
}

/** The roughest sample among the tiles that are shown. */
function sampledOn(map: MapLibreMap, samples: ReadonlyMap<string, string>): Sampled | null {
  let found: Sampled | null = null
  for (const [layer, sourceLayer] of samples) {
    if (map.getSource(layer) === undefined) continue
    for (const { properties } of map.querySourceFeatures(layer, { sourceLayer })) {
      const per = Number(properties.per)
      if (per > (found?.per ?? 1)) found = { layer, per }
    }
  }
  return found
}

/** Points first, then lines, then surfaces: the smaller is the harder to hit. */
const ranks = ['symbol', 'circle', 'line', 'fill']

async function press(map: MapLibreMap, spot: Spot, at: LngLat, listening: Listening): Promise<void> {
  const { silent, onPress, isDrawing } = listening
  if (isDrawing()) return onPress({ layer: null, at })
  const [found] = pickable(map, spot, silent).sort((a, b) => ranks.indexOf(a.layer.type) - ranks.indexOf(b.layer.type))
  if (found === undefined) return onPress({ layer: null, at })
  if (await openCluster(map, found)) return
  const { id, name } = found.properties
  onPress({ layer: layerIdOf(found.layer.id), id: String(id ?? ''), name: String(name ?? ''), at })
}

/** A cluster is not a thing: pressing it goes nearer until it falls apart. */
async function openCluster(map: MapLibreMap, { properties, source, geometry }: MapGeoJSONFeature): Promise<boolean> {
  const centre =
    geometry.type === 'Point' ? ([geometry.coordinates[0], geometry.coordinates[1]] as [number, number]) : null
  if (centre === null) return false
  if (typeof properties.cluster_id === 'number') {
    const clusters = map.getSource(source) as GeoJSONSource
    const zoom = await clusters.getClusterExpansionZoom(properties.cluster_id)
    map.easeTo({ center: centre, zoom: Math.min(zoom, 19), duration: 400 })
    return true
  }
  if (Number(properties.count ?? 1) <= 1) return false
  map.easeTo({ center: centre, zoom: map.getZoom() + 2, duration: 400 })
  return true
}

/** Some spot of a thing: tiles hold pieces of it, whose middle would say no more. */
function firstOf(geometry: Geometry): LngLat | null {
  if (geometry.type === 'GeometryCollection') return null
  const [lng, lat] = geometry.coordinates.flat(3) as number[]
  return lng === undefined || lat === undefined ? null : [lng, lat]
}

const SEEN = 100

/** What of the server's tiles is on the map just now: the list has no other way to know. */
function seenOn(map: MapLibreMap): Listed[] {
  const seen = new Map<string, Listed>()
  for (const { layer, properties, geometry, source } of map.queryRenderedFeatures()) {
    if (!layer.id.includes(MARK) || map.getSource(source)?.type !== 'vector') continue
    const key = `${source} ${properties.id}`
    if (properties.id === undefined || Number(properties.count ?? 1) > 1 || seen.has(key)) continue
    if (seen.size >= SEEN) break
    const at = firstOf(geometry)
    seen.set(key, {
      id: String(properties.id),
      name: String(properties.name ?? properties.id),
      ...(properties.note ? { note: String(properties.note) } : {}),
      ...(properties.tone ? { tone: String(properties.tone) as Tone } : {}),
      layer: source,
      at,
    })
  }
  return [...seen.values()]
}
