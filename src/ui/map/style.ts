import type { StyleSpecification } from 'maplibre-gl'
import type { LngLat } from '../../platform/geo/shapes.ts'
import type { Tongue } from '../../platform/words.ts'
import { BASE, groundLayers, groundNames, groundSource } from './ground.ts'
import type { BaseMap, Chosen, MapLayer } from './model.ts'
import { overlayOf } from './overlay.ts'
import type { Palette } from './palette.ts'
import { sketchOf } from './sketch.ts'

export type Scene = {
  readonly base: BaseMap | null
  readonly layers: readonly MapLayer[]
  readonly chosen: Chosen | null
  readonly palette: Palette
  readonly tongue: Tongue
  /** Corners of the area that is being drawn, or was. */
  readonly corners: readonly LngLat[]
  /** Where the reader is, and within how many metres. */
  readonly me: { readonly at: LngLat; readonly within: number } | null
  /** Address of our server: tiles are fetched by a worker, which needs whole addresses. */
  readonly origin: string
}

/** The whole map as one value: what changes between two scenes is found by comparing them. */
export function styleOf(scene: Scene): StyleSpecification {
  const { base, layers, palette } = scene
  const overlays = layers.map((layer) => overlayOf(layer, scene))
  const drawn = overlays.flatMap(({ layers: own }) => own)
  const isSurface = ({ type }: { readonly type: string }) => type === 'fill' || type === 'heatmap'
  const sketch = sketchOf(scene)
  return {
    version: 8,
    sources: {
      ...(base === null ? {} : { [BASE]: groundSource(base, scene.origin) }),
      ...Object.assign({}, ...overlays.map(({ sources }) => sources)),
      ...sketch.sources,
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': palette.colour.land } },
      ...(base === null ? [] : groundLayers(palette)),
      ...drawn.filter(isSurface),
      ...(base === null ? [] : groundNames(palette)),
      ...drawn.filter((layer) => !isSurface(layer)),
      ...sketch.layers,
    ],
  }
}
