import Flatbush from 'flatbush'
import type { Db } from '../../../platform/db/db.ts'
import type { MultiPolygon } from '../../../platform/geo/shapes.ts'
import { cutThing } from '../../../platform/tiles/cut.ts'
import { EXTENT, type MapThing, type TileFeature } from '../../../platform/tiles/model.ts'
import { type Tile, tileUnits } from '../../../platform/tiles/tile-grid.ts'
import { writeTile } from '../../../platform/tiles/write-tile.ts'
import type { Feature } from '../model/layers.ts'
import { type EditionKey, featuresAfter } from '../store/layers.ts'

/** The finest zoom that is made; a map enlarges it further by itself. */
export const FINEST_ZOOM = 16
/** Areas that would be narrower than two pixels of a tile of 512 are left out: their borders would only make it grey. */
const SPECK = 16
/** A little over the edge, so that borders meet; a share of the side. */
const EDGE = 0.03

const AT_ONCE = 1_000
/** So many editions stay in memory; one of 40,000 unit grids takes some 30 MB. */
const KEPT = 3

type Sheet = { readonly things: readonly MapThing[]; readonly index: Flatbush | null }
const shelves = new WeakMap<Db, Map<string, Promise<Sheet>>>()

/** A vector tile of an edition, with `id`, `name` and `note` of each area. What an edition says never changes. */
export async function layerTile(db: Db, key: EditionKey, tile: Tile): Promise<Uint8Array> {
  const { things, index } = await sheetOf(db, key)
  if (index === null) return writeTile([])
  const side = 2 ** tile.z
  const [west, north] = [(tile.x - EDGE) / side, (tile.y - EDGE) / side]
  const [east, south] = [(tile.x + 1 + EDGE) / side, (tile.y + 1 + EDGE) / side]
  const least = SPECK / (side * EXTENT)
  const features = index.search(west, north, east, south).flatMap((at): TileFeature[] => {
    const thing = things[at]
    if (thing === undefined || (tile.z < FINEST_ZOOM && isNarrower(thing, least))) return []
    const cuts = cutThing(thing, tile.z, tile.z === FINEST_ZOOM)
    return cuts.filter((cut) => cut.at.x === tile.x && cut.at.y === tile.y).map(({ feature }) => feature)
  })
  return writeTile([{ name: 'areas', features }])
}

function sheetOf(db: Db, key: EditionKey): Promise<Sheet> {
  const shelf = shelves.get(db) ?? new Map<string, Promise<Sheet>>()
  shelves.set(db, shelf)
  const name = `${key.district} ${key.layer} ${key.version}`
  const known = shelf.get(name)
  if (known) return known
  const read = readSheet(db, key)
  read.catch(() => shelf.delete(name))
  shelf.set(name, read)
  for (const oldest of [...shelf.keys()].slice(0, Math.max(0, shelf.size - KEPT))) shelf.delete(oldest)
  return read
}

/** Read a stretch at a time, so that nobody waits long beside it. */
async function readSheet(db: Db, key: EditionKey): Promise<Sheet> {
  const things: MapThing[] = []
  for (let after = ''; ; ) {
    const some = await featuresAfter(db, key, { after, limit: AT_ONCE })
    things.push(...some.map(thingOf))
    const last = some.at(-1)
    if (some.length < AT_ONCE || !last) break
    after = last.code
  }
  if (things.length === 0) return { things, index: null }
  const index = new Flatbush(things.length)
  for (const thing of things) index.add(...boxOf(thing))
  index.finish()
  return { things, index }
}

const thingOf = ({ code, name, surface }: Feature): MapThing => ({
  layer: 'areas',
  kind: 'surface',
  minZoom: 0,
  parts: partsOf(surface),
  properties: { id: code, name, note: code },
})

const partsOf = (surface: MultiPolygon): Float64Array[] =>
  surface.flatMap((rings) => rings.map((ring) => Float64Array.from(ring.flatMap((point) => [...tileUnits(point, 0)]))))

function boxOf({ parts }: MapThing): [west: number, north: number, east: number, south: number] {
  const box: [number, number, number, number] = [1, 1, 0, 0]
  for (const part of parts)
    for (let at = 0; at < part.length; at += 2) {
      const [x, y] = [part[at] ?? 0, part[at + 1] ?? 0]
      box[0] = Math.min(box[0], x)
      box[1] = Math.min(box[1], y)
      box[2] = Math.max(box[2], x)
      box[3] = Math.max(box[3], y)
    }
  return box
}

function isNarrower(thing: MapThing, least: number): boolean {
  const [west, north, east, south] = boxOf(thing)
  return Math.max(east - west, south - north) < least
}
