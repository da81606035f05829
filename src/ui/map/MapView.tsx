import { type ReactNode, useId, useMemo, useState } from 'react'
import type { Bbox, LngLat } from '../../platform/geo/shapes.ts'
import { useTongue } from '../tongue.tsx'
import './colour.css'
import { boundsOf, listedOf } from './features.ts'
import { MapLegend } from './MapLegend.tsx'
import { MapList } from './MapList.tsx'
import { MapPen, MapTools } from './MapTools.tsx'
import './MapView.css'
import { MapState } from './MapState.tsx'
import type { BaseMap, Chosen, Listed, MapLayer, Pick, Sampled, View } from './model.ts'
import { usePen } from './pen.ts'
import { useMyPosition } from './position.ts'
import { useEngine } from './use-engine.ts'
import { mapWords } from './words.ts'

export type MapViewProps = {
  /** What the map shows; its name for everybody who does not see it. */
  label: string
  /** Drawn bottom first. */
  layers: readonly MapLayer[]
  base?: BaseMap | null
  /** `band`: as wide as it gets and about half a screen high. `tall`: most of a screen. `fill`: the frame gives the height. */
  size?: 'band' | 'tall' | 'fill'
  /** Where to begin; else everything that the layers show, else the bounds of the base map. */
  view?: View | null
  /** Moves there whenever it changes. */
  fit?: Bbox | null
  chosen?: Chosen | null
  onPick?: ((pick: Pick) => void) | undefined
  /** Offers to draw an area. Gets its closed ring, or null when it is cleared. */
  onDraw?: ((ring: readonly LngLat[] | null) => void) | undefined
  /** Offers to show where the reader is. */
  onPosition?: ((at: LngLat, within: number) => void) | true | undefined
  /** Told when the map comes to rest. */
  onView?: ((view: View, bounds: Bbox) => void) | undefined
  /** Said over the map while nothing is on it. */
  empty?: string | undefined
  /** Below the map, before the list: a time bar, a note. */
  children?: ReactNode
}

/**
 * A map from our own server alone: typed layers over the base map, in the colours of the page. Everything on it also
 * stands in a list below, which is all there is where a device cannot draw.
 */
export function MapView(props: MapViewProps) {
  const { label, layers, base = null, size = 'band', chosen = null, onPick, onDraw, onPosition, children } = props
  const { t } = useTongue()
  const how = useId()
  const [off, setOff] = useState<readonly string[]>(() => layers.filter((layer) => layer.off).map(({ id }) => id))
  const shown = useMemo(() => layers.filter(({ id }) => !off.includes(id)), [layers, off])
  const [seen, setSeen] = useState<readonly Listed[]>([])
  const [sampled, setSampled] = useState<Sampled | null>(null)
  const pen = usePen(onDraw)
  const position = useMyPosition(typeof onPosition === 'function' ? onPosition : undefined)
  const pick = (picked: Pick) => (pen.isOpen ? pen.add(picked.at) : onPick?.(picked))
  const engine = useEngine({
    ...props,
    base,
    shown,
    chosen,
    corners: pen.corners,
    me: position.me,
    describedBy: how,
    isDrawing: pen.isOpen,
    onPress: pick,
    onKey: (key) => (key === 'Enter' ? engine.current?.pickCentre() : pen.key(key)),
    onSeen: setSeen,
    onSampled: (next) => setSampled((now) => (now?.per === next?.per && now?.layer === next?.layer ? now : next)),
  })
  const listed = useMemo(() => [...shown.flatMap(listedOf), ...seen], [shown, seen])
  const whole = () => engine.current?.fit(props.fit ?? boundsOf(shown) ?? base?.bounds ?? [73, 18, 135, 54])
  const isTiled = shown.some(({ kind }) => kind === 'tiles')
  const nothing = props.empty ?? (base === null ? t(mapWords.emptyMap) : undefined)
  return (
    <section className="map" data-size={size} aria-label={label}>
      <div className="map-frame">
        <div className="map-view" ref={engine.frame} data-pen={pen.isOpen} />
        <span className="map-cross" aria-hidden="true" />
        <p className="unseen" id={how}>
          {t(mapWords.keys)}
        </p>
        {engine.state === 'ready' ? (
          <MapTools engine={engine} pen={pen} position={onPosition ? position : null} onWhole={whole} />
        ) : null}
        <MapState engine={engine} empty={listed.length === 0 && !isTiled ? nothing : undefined} />
        {base?.credit && engine.state === 'ready' ? <span className="map-credit">{base.credit}</span> : null}
      </div>
      <MapPen pen={pen} centre={() => engine.current?.centre() ?? null} />
      {position.said ? (
        <p className="map-said" role="status">
          {t(position.said)}
        </p>
      ) : null}
      <Sample layers={shown} sampled={sampled} />
      <MapLegend layers={layers} off={off} onOff={setOff} />
      {children}
      <MapList
        layers={shown}
        listed={listed}
        chosen={chosen}
        onPick={onPick}
        onGo={(at) => engine.current?.go({ centre: at, zoom: 17 })}
      />
    </section>
  )
}

/** Says that the map shows a part for the whole. */
function Sample({ layers, sampled }: { layers: readonly MapLayer[]; sampled: Sampled | null }) {
  const layer = layers.find(({ id }) => id === sampled?.layer)
  if (sampled === null || layer?.kind !== 'tiles' || layer.sample === undefined) return null
  return (
    <p className="map-said" role="status">
      {layer.sample.said(sampled.per)}
    </p>
  )
}
