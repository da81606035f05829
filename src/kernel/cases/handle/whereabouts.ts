import type { Db } from '../../../platform/db/db.ts'
import type { Day } from '../../../platform/time.ts'
import { atlasOf } from '../../places/handle/atlas.ts'
import type { Area, AreaCode } from '../../places/model.ts'
import { type Gazetteer, gazetteerOf, likelyArea } from '../../places/rules/gazetteer.ts'
import { pathTo } from '../../places/rules.ts'
import { areasOf } from '../../places/store.ts'

/** How long the territory is believed without asking again, in milliseconds of the machine. */
const BELIEVED = 60_000

type Known = { readonly until: number; readonly areas: ReadonlyMap<AreaCode, Area>; readonly gazetteer: Gazetteer }
const known = new WeakMap<Db, Map<string, Promise<Known>>>()

async function territory(db: Db, district: string): Promise<Known> {
  const here = known.get(db) ?? new Map<string, Promise<Known>>()
  known.set(db, here)
  const kept = await here.get(district)
  if (kept && kept.until > performance.now()) return kept
  const read = areasOf(db, district).then((areas) => ({
    until: performance.now() + BELIEVED,
    areas: new Map(areas.map((area) => [area.code, area])),
    gazetteer: gazetteerOf(areas),
  }))
  here.set(district, read)
  return read
}

/** Division codes from the street down, as the duty list and the posts write them: `349901001/349901001001`. */
const pathText = (areas: Known['areas'], code: AreaCode): string =>
  pathTo(areas, code)
    .map((area) => area.code.slice(area.code.indexOf('_') + 1))
    .join('/')

/**
 * The area a message is about: the one named, else the one its words speak of; null where nothing says, 'unknown' for
 * a code that is neither an area of the district nor shaped like a division code.
 */
export async function areaFor(
  db: Db,
  district: string,
  { named, words }: { readonly named: string | undefined; readonly words: string },
): Promise<string | null> {
  const { areas, gazetteer } = await territory(db, district)
  if (named === undefined) {
    const found = likelyArea(gazetteer, words)
    return found ? pathText(areas, found) : null
  }
  const path = pathText(areas, (named.split('/').at(-1) ?? '') as AreaCode)
  if (path !== '') return path
  return /^\d{6,12}(\/\d{6,12})*$/.test(named) ? named : 'unknown'
}

/** WGS84 degrees. */
export type Point = { readonly lng: number; readonly lat: number }

type Asked = {
  readonly named: string | undefined
  readonly words: string
  readonly point: Point | undefined
  readonly day: Day
}
export type Where = { readonly area: string | null; readonly grid: string | null }

/**
 * Street and community as a path, and the grid, of what somebody reports. A point knows its grid by itself; the area that
 * somebody named stands where the point lies elsewhere, for he may stand at home while he writes of another street.
 */
export async function whereFor(db: Db, district: string, asked: Asked): Promise<Where | 'unknown'> {
  const { named, words, point, day } = asked
  const spotted = point ? await whereIs(db, district, point, day) : null
  if (named === undefined && spotted?.area) return spotted
  const area = await areaFor(db, district, { named, words })
  if (area === 'unknown') return 'unknown'
  const isThere = area !== null && (spotted?.area ?? '').startsWith(area)
  return isThere && spotted ? spotted : { area, grid: null }
}

/** The path of division codes and the social grid of a point on a day; nulls outside of every area. */
export async function whereIs(db: Db, district: string, { lng, lat }: Point, day: Day): Promise<Where> {
  const { street, community, 'social-grid': grid } = (await atlasOf(db, district, day)).at([lng, lat])
  const path = [street, community].flatMap((area) => area?.code ?? [])
  return { area: path.length > 0 ? path.join('/') : null, grid: grid?.code ?? null }
}
