import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Bbox, LngLat } from '../../platform/geo/shapes.ts'
import { type Problem, problem } from '../api/problem.ts'
import { useTongue } from '../tongue.tsx'
import type { Engine } from './engine.ts'
import { boundsOf } from './features.ts'
import type { BaseMap, Chosen, Listed, MapLayer, Pick, Sampled, View } from './model.ts'
import { onDressed, readPalette } from './palette.ts'
import type { Scene } from './style.ts'
import { mapWords } from './words.ts'

type Parts = {
  readonly label: string
  readonly base: BaseMap | null
  readonly shown: readonly MapLayer[]
  readonly chosen: Chosen | null
  readonly corners: readonly LngLat[]
  readonly me: Scene['me']
  readonly describedBy: string
  readonly size?: 'band' | 'tall' | 'fill'
  readonly view?: View | null
  readonly fit?: Bbox | null
  readonly isDrawing: boolean
  onPress(pick: Pick): void
  onKey(key: string): void
  onSeen(seen: readonly Listed[]): void
  onSampled(sampled: Sampled | null): void
  readonly onView?: ((view: View, bounds: Bbox) => void) | undefined
}

export type EngineState = 'coming' | 'ready' | 'no-graphics' | 'failed'
export type UsedEngine = {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly current: Engine | null
  readonly state: EngineState
  readonly problem: Problem
  /** Some tiles did not come. */
  readonly trouble: boolean
  /** How the map lies, for the scale. */
  readonly zoom: number
  retry(): void
}

const failure = problem('failed', mapWords.failedText)

/** Fetches the library when the first map is there, keeps it shown what React knows, and takes it down at the end. */
export function useEngine(parts: Parts): UsedEngine {
  const frame = useRef<HTMLDivElement>(null)
  const [engine, setEngine] = useState<Engine | null>(null)
  const [state, setState] = useState<EngineState>('coming')
  const [trouble, setTrouble] = useState(false)
  const [zoom, setZoom] = useState(0)
  const [tries, setTries] = useState(0)
  const { t, tongue } = useTongue()
  // What the map calls back always meets the newest props, without being opened anew.
  const latest = useRef(parts)
  latest.current = parts
  const sceneIn = (element: HTMLElement): Scene => {
    const { base, shown, chosen, corners, me } = latest.current
    return { base, layers: shown, chosen, corners, me, tongue, palette: readPalette(element), origin: location.origin }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new tongue or a new try opens the map anew, nothing else does
  useEffect(() => {
    // The map stands outside React: it is opened once its frame is on the page, and closed with it.
    const element = frame.current
    if (element === null) return
    if (!canDraw()) return setState('no-graphics')
    const told = { setZoom, setTrouble, t }
    const opening = opened(element, latest, sceneIn(element), told)
    opening.engine.then(
      (there) => {
        // An opening that was given up may answer after the one that took its place.
        if (there === null) return
        setEngine(there)
        setState('ready')
      },
      () => setState('failed'),
    )
    return () => {
      opening.close()
      setEngine(null)
    }
  }, [tongue, tries])

  useScene(engine, parts, () => frame.current && sceneIn(frame.current))
  const retry = () => {
    setState('coming')
    setTries(tries + 1)
  }
  return { frame, current: engine, state, problem: failure, trouble, zoom, retry }
}

type Told = {
  readonly t: ReturnType<typeof useTongue>['t']
  setZoom(zoom: number): void
  setTrouble(is: boolean): void
}

/** Opens the map in a frame; closed before the library is there, it is never opened (null). */
function opened(element: HTMLElement, latest: RefObject<Parts>, scene: Scene, { t, setZoom, setTrouble }: Told) {
  let isGone = false
  const { view = null, fit = null, shown, base, size, label, describedBy } = latest.current
  const open = async () => {
    const { openEngine } = await import('./engine.ts')
    if (isGone) return null
    const engine = openEngine({
      container: element,
      scene,
      view,
      bounds: view === null ? (fit ?? boundsOf(shown) ?? base?.bounds ?? null) : null,
      label,
      locale: {
        'CooperativeGesturesHandler.MobileHelpText': t(mapWords.touch),
        'CooperativeGesturesHandler.WindowsHelpText': t(mapWords.wheel),
        'CooperativeGesturesHandler.MacHelpText': t(mapWords.wheelMac),
      },
      yields: size !== 'fill' && matchMedia('(pointer: coarse)').matches,
      isDrawing: () => latest.current.isDrawing,
      onPress: (pick) => latest.current.onPress(pick),
      onKey: (key) => latest.current.onKey(key),
      onSeen: (seen) => latest.current.onSeen(seen),
      onSampled: (sampled) => latest.current.onSampled(sampled),
      onMoved: (at, bounds) => {
        setZoom(at.zoom)
        latest.current.onView?.(at, bounds)
      },
      onTrouble: () => setTrouble(true),
    })
    element.querySelector('canvas')?.setAttribute('aria-describedby', describedBy)
    return engine
  }
  const engine = open()
  return {
    engine,
    close() {
      isGone = true
      void engine.then((there) => there?.close())
    },
  }
}

/** Tells the map of every change of what it shows, of where it is to be, and of how the page is dressed. */
function useScene(engine: Engine | null, parts: Parts, sceneNow: () => Scene | null): void {
  const { base, shown, chosen, corners, me, fit } = parts
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what a scene is made of
  useEffect(() => {
    // The map stands outside React.
    if (engine === null) return
    const show = () => {
      const scene = sceneNow()
      if (scene) engine.show(scene)
    }
    show()
    return onDressed(show)
  }, [engine, base, shown, chosen, corners, me])

  const [west, south, east, north] = fit ?? []
  // Moving there is something that happens, not something that is: it follows the four numbers.
  useEffect(() => {
    if (engine !== null && north !== undefined) engine.fit([west ?? 0, south ?? 0, east ?? 0, north])
  }, [engine, west, south, east, north])
}

/** Whether this device draws maps at all (WebGL 2). The trial is given back at once: browsers count them. */
function canDraw(): boolean {
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
