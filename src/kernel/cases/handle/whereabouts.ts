import type { Db } from '../../../platform/db/db.ts'
import { inBbox } from '../../../platform/geo/shapes.ts'
import type { Day } from '../../../platform/time.ts'
import { atlasOf } from '../../places/handle/atlas.ts'
import type { Area, AreaCode } from '../../places/model.ts'
import { gramsOf, houseAtStart, plainAddress } from '../../places/rules/address-text.ts'
import { type Gazetteer, gazetteerOf, type LikelyPlace, likelyPlace, type Named } from '../../places/rules/gazetteer.ts'
import { pathTo } from '../../places/rules.ts'
import { addressesLike, namedGround } from '../../places/store/addresses.ts'
import { areasOf } from '../../places/store.ts'

/** How long the territory is believed without asking again, in milliseconds of the machine. */
const BELIEVED = 60_000
/** So many roads, lanes and estates are looked for in texts. */
const MOST_NAMES = 20_000
/** A house number stands within so many letters of its road or estate. */
const HOUSE_LETTERS = 12

type Known = { readonly until: number; readonly areas: ReadonlyMap<AreaCode, Area>; readonly gazetteer: Gazetteer }
const known = new WeakMap<Db, Map<string, Promise<Known>>>()

async function territory(db: Db, district: string): Promise<Known> {
  const here = known.get(db) ?? new Map<string, Promise<Known>>()
  known.set(db, here)
  const kept = await here.get(district)
  if (kept && kept.until > performance.now()) return kept
  const read = Promise.all([areasOf(db, district), namedGround(db, district, MOST_NAMES)]).then(([all, ground]) => {
    const areas = new Map(all.map((area) => [area.code, area]))
    const named = ground.map(({ name, aliases, ...lies }): Named => ({ name, aliases, code: codeOf(areas, lies) }))
    return { until: performance.now() + BELIEVED, areas, gazetteer: gazetteerOf(all, named) }
  })
  here.set(district, read)
  return read
}

type Lies = { readonly community: string | null; readonly grid: string | null }

/** The narrowest known area of an address. */
const codeOf = (areas: Known['areas'], { community, grid }: Lies): AreaCode =>
  grid !== null && areas.has(`grid_${grid}`) ? `grid_${grid}` : `community_${community}`

/** Division codes of street and community, as the duty list and the posts write them: `349901001/349901001001`; and the grid. */
function whereOf(areas: Known['areas'], code: AreaCode): Where {
  const path = pathTo(areas, code)
  const plain = (area: Area) => area.code.slice(area.code.indexOf('_') + 1)
  const wide = path.filter(({ level }) => level !== 'grid').map(plain)
  const grid = path.find(({ level }) => level === 'grid')
  return { area: wide.length > 0 ? wide.join('/') : null, grid: grid ? plain(grid) : null }
}

type Read = LikelyPlace & { readonly areas: Known['areas'] }

/** What a text says of where it is: an area, road or estate, and the house behind it where the addresses know it. */
async function readPlace(db: Db, district: string, words: string): Promise<Read | null> {
  const { areas, gazetteer } = await territory(db, district)
  const found = likelyPlace(gazetteer, words)
  if (found === null) return null
  const { by } = found
  const house = by && houseAtStart(words.slice(by.to, by.to + HOUSE_LETTERS))
  if (!by || !house) return { ...found, areas }
  const text = plainAddress(by.called) + house
  const [address] = await addressesLike(db, district, { text, grams: gramsOf(text), limit: 1 })
  if (!address?.community) return { ...found, areas }
  const code = codeOf(areas, address)
  return areas.has(code) ? { code, by: { ...by, called: address.path }, areas } : { ...found, areas }
}

export type ToldPlace = Where & {
  readonly called: string
  readonly community: string | null
  readonly inGrid: string | null
}

/** What in a text names the place, and the names of community and grid it lies in; null where no words do. */
export async function placeTold(db: Db, district: string, words: string): Promise<ToldPlace | null> {
  const read = await readPlace(db, district, words)
  if (!read?.by) return null
  const path = pathTo(read.areas, read.code)
  const named = (level: Area['level']) => path.find((area) => area.level === level)?.name ?? null
  return {
    ...whereOf(read.areas, read.code),
    called: read.by.called,
    community: named('community'),
    inGrid: named('grid'),
  }
}

type Said = { readonly named: string | undefined; readonly words: string }

async function whereSaid(db: Db, district: string, { named, words }: Said): Promise<Where | 'unknown'> {
  if (named === undefined) {
    const read = await readPlace(db, district, words)
    return read ? whereOf(read.areas, read.code) : { area: null, grid: null }
  }
  const { areas } = await territory(db, district)
  const where = whereOf(areas, (named.split('/').at(-1) ?? '') as AreaCode)
  if (where.area !== null) return where
  return /^\d{6,12}(\/\d{6,12})*$/.test(named) ? { area: named, grid: null } : 'unknown'
}

/**
 * The area a message is about: the one named, else the one its words speak of; null where nothing says, 'unknown' for
 * a code that is neither an area of the district nor shaped like a division code.
 */
export async function areaFor(db: Db, district: string, said: Said): Promise<string | null> {
  const where = await whereSaid(db, district, said)
  return where === 'unknown' ? where : where.area
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
  const said = await whereSaid(db, district, { named, words })
  if (said === 'unknown') return 'unknown'
  const isThere = said.area !== null && (spotted?.area ?? '').startsWith(said.area)
  return isThere && spotted ? spotted : said
}

/** Degrees, some twenty kilometres: who reports may stand a little beyond the border. */
const MARGIN = 0.2

/** Whether a point lies far from everything the district knows; never where no streets are known. */
export async function isElsewhere(db: Db, district: string, { lng, lat }: Point, day: Day): Promise<boolean> {
  const box = (await atlasOf(db, district, day)).extent('street')
  if (box === null) return false
  const [west, south, east, north] = box
  return !inBbox([west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN], [lng, lat])
}

/** The path of division codes and the social grid of a point on a day; nulls outside of every area. */
export async function whereIs(db: Db, district: string, { lng, lat }: Point, day: Day): Promise<Where> {
  const { street, community, 'social-grid': grid } = (await atlasOf(db, district, day)).at([lng, lat])
  const path = [street, community].flatMap((area) => area?.code ?? [])
  return { area: path.length > 0 ? path.join('/') : null, grid: grid?.code ?? null }
}
