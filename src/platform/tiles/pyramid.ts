import { gzipSync } from 'node:zlib'
import { cutThing } from './cut.ts'
import type { MapThing, TileFeature } from './model.ts'
import { tileId } from './tile-id.ts'
import { writeTile } from './write-tile.ts'

/** A finished tile: its number in the archive, and its content, compressed. */
export type MadeTile = { readonly id: number; readonly content: Uint8Array }

export type MakeOptions = {
  readonly minZoom: number
  readonly maxZoom: number
  /** Layers in the order in which they stand in a tile. */
  readonly layers: readonly string[]
  readonly signal?: AbortSignal
  onProgress?(share: number): void
}

/** Things between two moments at which others may run, or stop this. */
const TURN = 4_000

/** The tiles of all zooms, in the order of an archive. Throws the signal's reason when it is aborted. */
export async function makeTiles(things: readonly MapThing[], options: MakeOptions): Promise<readonly MadeTile[]> {
  const { minZoom, maxZoom, signal, onProgress = () => undefined } = options
  const tiles: MadeTile[] = []
  const zooms = Array.from({ length: maxZoom - minZoom + 1 }, (_, at) => minZoom + at)
  const shown = zooms.map((zoom) => things.filter((thing) => isShown(thing, zoom)))
  const of = shown.reduce((sum, { length }) => sum + length, 0)
  let done = 0
  for (const [at, zoom] of zooms.entries()) {
    const cells = new Map<number, Map<string, TileFeature[]>>()
    for (const thing of shown[at] ?? []) {
      for (const { at: address, feature } of cutThing(thing, zoom, zoom === maxZoom)) {
        const id = tileId(address)
        const layers = cells.get(id) ?? new Map<string, TileFeature[]>()
        if (layers.size === 0) cells.set(id, layers)
        const features = layers.get(thing.layer)
        if (features) features.push(feature)
        else layers.set(thing.layer, [feature])
      }
      done += 1
      if (done % TURN === 0) {
        onProgress(done / of)
        await new Promise((turn) => setImmediate(turn))
        signal?.throwIfAborted()
      }
    }
    for (const [id, layers] of [...cells].sort(([a], [b]) => a - b))
      tiles.push({ id, content: packed(layers, options) })
  }
  onProgress(1)
  return tiles
}

const isShown = ({ minZoom, maxZoom = 30 }: MapThing, zoom: number): boolean => minZoom <= zoom && zoom <= maxZoom

const packed = (layers: ReadonlyMap<string, TileFeature[]>, options: MakeOptions): Uint8Array =>
  gzipSync(writeTile(options.layers.map((name) => ({ name, features: layers.get(name) ?? [] }))))
