import type { Bbox } from '../geo/shapes.ts'
import type { OsmRefusal } from '../osm/model.ts'
import { readOsm } from '../osm/read.ts'
import { boundsOf, groundOf } from './ground.ts'
import { groundLayers } from './ground-kinds.ts'
import { makeTiles } from './pyramid.ts'
import { writeArchive } from './write-archive.ts'

export type MakeStep = 'reading' | 'cutting'
export type MakeParts = {
  /** Where the archive is written; its folder is made. */
  readonly path: string
  readonly name: string
  readonly credit: string
  readonly signal?: AbortSignal
  onProgress?(step: MakeStep, share: number): void
}
export type Made =
  | { readonly ok: true; readonly tiles: number; readonly bytes: number; readonly bounds: Bbox }
  | { readonly ok: false; readonly refusal: OsmRefusal | 'nothing-to-draw'; readonly at: number | null }

/** Houses are drawn to the decimetre at this zoom; nearer ones are made of it by the browser. */
export const [MIN_ZOOM, MAX_ZOOM] = [6, 15]

/** Makes the archive of a base map from an extract of OpenStreetMap: the whole of it, or nothing is changed. */
export async function makeArchive(extract: Uint8Array, parts: MakeParts): Promise<Made> {
  const { path, name, credit, signal, onProgress = () => undefined } = parts
  const read = readOsm(extract, (share) => {
    onProgress('reading', share)
    return !signal?.aborted
  })
  if (!read.ok) return read
  const bounds = boundsOf(read.osm)
  const things = groundOf(read.osm)
  if (bounds === null || things.length === 0) return { ok: false, refusal: 'nothing-to-draw', at: null }
  const zooms = { minZoom: MIN_ZOOM, maxZoom: MAX_ZOOM }
  try {
    const tiles = await makeTiles(things, {
      ...zooms,
      layers: groundLayers,
      ...(signal ? { signal } : {}),
      onProgress: (share) => onProgress('cutting', share),
    })
    const bytes = await writeArchive(path, tiles, { ...zooms, bounds, name, credit, layers: groundLayers })
    return { ok: true, tiles: tiles.length, bytes, bounds }
  } catch (error) {
    if (signal?.aborted) return { ok: false, refusal: 'cancelled', at: null }
    throw error
  }
}
