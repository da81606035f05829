import { takeNetwork } from '../src/modules/life-circle/handle/networks.ts'
import type { Kind } from '../src/modules/life-circle/model/kinds.ts'
import type { SpotBody } from '../src/modules/life-circle/model/spot.ts'
import { putFacility, type Stroke } from '../src/modules/life-circle/store/facilities.ts'
import { networksOf } from '../src/modules/life-circle/store/networks.ts'
import { putOpinion, putSpot, putUpkeep, putWish } from '../src/modules/life-circle/store/spots.ts'
import type { Db } from '../src/platform/db/db.ts'
import { DAY, type Instant, later } from '../src/platform/time.ts'
import { communityPlot, inset, middleOf, onEarth, type Spot } from './map/plan.ts'
import { townExtract } from './map/town-map.ts'
import type { CommunityKey } from './places.ts'
import { type Corner, cornerIn } from './places.ts'

type Parts = { readonly db: Db; readonly dataDir: string; readonly district: string; readonly now: Instant }

/** What the town's own ledger knows beside its map: where, metres from the middle of a community. */
const facilities: readonly (readonly [kind: Kind, name: string, key: CommunityKey, at: Spot, size?: number])[] = [
  ['community-station', '桥头社区服务站', 'qiaotou', [120, 80], 320],
  ['community-station', '朝华社区服务站', 'zhaohua', [-150, 60], 280],
  ['community-station', '莲池社区服务站', 'lianchi', [90, -120], 300],
  ['community-station', '湖滨社区服务站', 'hubin', [160, -140], 300],
  ['elder-daycare', '桥头日间照料中心', 'qiaotou', [-180, -90], 420],
  ['elder-daycare', '松林日间照料中心', 'songlin', [60, 150], 380],
  ['canteen', '莲池社区食堂', 'lianchi', [-80, 60], 200],
  ['health-station', '渡口卫生服务站', 'dukou', [40, 30], 160],
  ['kindergarten', '朝华幼儿园', 'zhaohua', [210, 140], 1_200],
  ['fitness', '桥头健身苑', 'qiaotou', [30, -200]],
  ['fitness', '湖滨健身步道', 'hubin', [-60, 90]],
  ['culture-station', '松林文化活动站', 'songlin', [-140, 40], 260],
  ['toilet', '老街公厕', 'dukou', [-90, -60]],
  ['pocket-park', '新城口袋公园', 'xincheng', [100, 100], 900],
]

/** As a city writes them: most can be reckoned with; one that cannot, and one that nobody wrote, are told apart. */
const hoursOf: Readonly<Partial<Record<Kind, string>>> = {
  'community-station': '工作日 8:30–17:30',
  'elder-daycare': '周一至周六 8:00–18:00；节假日 休息',
  canteen: '每天 10:30–13:00、16:30–18:30',
  'health-station': '周一至周五 8:00–17:00；周六 8:00–12:00',
  fitness: '全天开放',
  'culture-station': '夏季 8:00–21:00，冬季 9:00–18:00',
  toilet: '24小时开放',
}

type PlacedSpot = readonly [code: string, key: CommunityKey, at: Spot, daysAgo: number | null, stars: readonly number[]]
const spots: readonly {
  spot: Omit<SpotBody, 'lng' | 'lat' | 'area' | 'photos' | 'unit' | 'status'>
  placed: PlacedSpot
}[] = [
  {
    spot: {
      kind: 'rest',
      name: '桥头银杏树下',
      about: '一圈木凳，夏天有树荫。',
      keeper: '桥头社区志愿者',
      upkeepDays: 14,
    },
    placed: ['qiaotou1', 'qiaotou', [60, 40], 6, [5, 4, 5]],
  },
  {
    spot: {
      kind: 'for-children',
      name: '朝华沙坑',
      about: '孩子们的沙坑和矮滑梯。',
      keeper: '朝华社区居委会',
      upkeepDays: 7,
    },
    placed: ['zhaohua1', 'zhaohua', [-60, 20], 20, [3, 2]],
  },
  {
    spot: { kind: 'scenery', name: '莲池转角花境', about: '居民认养的花境。', keeper: '莲池园艺队', upkeepDays: 30 },
    placed: ['1anchi01', 'lianchi', [30, 90], 12, [5]],
  },
  {
    spot: { kind: 'compost', name: '湖滨堆肥塔', about: '厨余变成花土。', keeper: '湖滨绿主妇', upkeepDays: 10 },
    placed: ['hubin001', 'hubin', [70, -30], null, []],
  },
]

const wishes: readonly (readonly [kind: Kind, key: CommunityKey, people: number])[] = [
  ['canteen', 'zhaohua', 7],
  ['elder-daycare', 'zhaohua', 4],
  ['playground', 'xincheng', 6],
  ['toilet', 'hubin', 3],
  ['canteen', 'qiaotou', 2],
]

const pointIn = (key: CommunityKey, [east, north]: Spot) => {
  const [x, y] = middleOf(inset(communityPlot(key), 40))
  return onEarth([x + east, y + north])
}

/**
 * The invented town's circle: its own map as the walking network, what its ledger knows, small places with their
 * keepers, and what residents asked for. Begun and broken off, it is planted to its end; nothing is there twice.
 */
export async function plantCircle({ db, dataDir, district, now }: Parts): Promise<void> {
  const stroke: Stroke = { at: now, by: 'seed' }
  if ((await networksOf(db, district)).length === 0) {
    const map = { name: '云溪区.osm.pbf', bytes: townExtract() }
    const taken = await takeNetwork({ db, dataDir }, district, { map, people: null }, stroke)
    if (!taken.ok) throw new Error(`the town's map makes no network: ${taken.refusal}`)
  }
  for (const [at, line] of facilities.entries()) await plantFacility(db, district, { at, line, stroke })
  for (const one of spots) await plantSpot(db, district, one, now)
  for (const [kind, key, people] of wishes)
    for (let one = 0; one < people; one++) {
      const person = `person_invented-${kind}-${key}-${one}`
      await putWish(
        db,
        district,
        { person, kind, note: '', at: pointIn(key, [one * 12, 10]), area: communityCode(district, key) },
        now,
      )
    }
}

/** The code by which the layers of the map know a community. */
const communityCode = (district: string, corner: Corner): string => {
  const { area } = cornerIn(district, corner)
  return area.slice(area.indexOf('/') + 1)
}

const areaOf = (district: string, corner: Corner): string => `community_${communityCode(district, corner)}`

type Line = { readonly at: number; readonly line: (typeof facilities)[number]; readonly stroke: Stroke }

function plantFacility(db: Db, district: string, { at: number, line, stroke }: Line): Promise<void> {
  const [kind, name, key, at, size = null] = line
  const [lng, lat] = pointIn(key, at)
  const body = {
    ...{ kind, name, status: 'open' as const, lng, lat, area: areaOf(district, key), address: '' },
    hours: hoursOf[kind] ?? '',
    ...{ openToAll: true, capacity: size, capacityUnit: size === null ? null : ('m2' as const), floorArea: size },
    evidence: '社区上报，现场核实',
  }
  return putFacility(db, district, { code: `YX-${String(number + 1).padStart(3, '0')}`, body, origin: 'city' }, stroke)
}

async function plantSpot(
  db: Db,
  district: string,
  { spot, placed }: (typeof spots)[number],
  now: Instant,
): Promise<void> {
  const [code, key, at, daysAgo, stars] = placed
  const [lng, lat] = pointIn(key, at)
  const stroke = { at: later(now, -40 * DAY), by: 'seed' }
  const body: SpotBody = { ...spot, status: 'in-use', lng, lat, area: areaOf(district, key), unit: null, photos: [] }
  if (!(await putSpot(db, district, { code, seen: null, body }, stroke))) return
  if (daysAgo !== null) {
    const cared = { at: later(now, -daysAgo * DAY), by: 'seed' }
    await putUpkeep(db, district, { spot: code, id: `${code}-1`, note: '打扫、检查，一切完好', photos: [] }, cared)
  }
  for (const [one, given] of stars.entries()) {
    const opinion = { person: `person_invented-${code}-${one}`, stars: given, note: '', onSpot: one % 2 === 0 }
    await putOpinion(db, district, code, { ...opinion, at: later(now, -(one + 1) * DAY) })
  }
}
