import { chance } from '../chance.ts'
import { type Drawn, driveAt } from './blocks.ts'
import { communityKeys, communityPlot, middleOf, type Spot } from './plan.ts'
import type { Sheet, Tags } from './sheet.ts'
import { isWet } from './water.ts'

type CommunityKey = (typeof communityKeys)[number]

/** How well a community is provided for, 0 to 1: the old town and the lakeside are, the new town and the country are not. */
const provided: Readonly<Record<CommunityKey, number>> = {
  ...{ hubin: 0.95, qiaotou: 0.85, songlin: 0.75, lianchi: 0.7 },
  ...{ zhaohua: 0.6, dukou: 0.45, xincheng: 0.35, shuiku: 0.2 },
}

/** What an estate has on its own ground. */
const ofEstate: readonly (readonly [suffix: string, tags: Tags])[] = [
  ['居民服务点（社区服务站）', { amenity: 'community_centre', opening_hours: 'Mo-Fr 08:30-17:30; PH off' }],
  ['卫生服务站', { amenity: 'clinic', opening_hours: 'Mo-Fr 08:00-17:00; Sa 08:00-12:00' }],
  ['日间照料站', { amenity: 'social_facility', social_facility: 'day_care', opening_hours: 'Mo-Sa 08:00-18:00' }],
  ['助餐点', { amenity: 'canteen', opening_hours: 'Mo-Su 10:30-13:00,16:30-18:30' }],
  ['文化活动室', { amenity: 'community_centre', community_centre: 'cultural' }],
  ['健身苑', { leisure: 'fitness_station' }],
  ['游乐角', { leisure: 'playground' }],
  ['便利店', { shop: 'convenience', opening_hours: '07:00-23:00' }],
  ['分类投放点', { amenity: 'recycling', recycling_type: 'container' }],
  ['公厕', { amenity: 'toilets', opening_hours: '24/7' }],
  ['幼儿园', { amenity: 'kindergarten' }],
]

/** What stands once in a neighbourhood of some estates. */
const ofNeighbourhood: readonly (readonly [suffix: string, tags: Tags])[] = [
  ['菜市场', { amenity: 'marketplace', opening_hours: '05:30-19:00' }],
  ['实验小学', { amenity: 'school', 'isced:level': '1' }],
  ['运动馆', { leisure: 'sports_centre' }],
  ['中心绿地', { leisure: 'park' }],
]

/** What stands once in a community, near its middle. */
const ofCommunity: readonly (readonly [name: string, tags: Tags])[] = [
  ['社区卫生服务中心', { amenity: 'clinic', healthcare: 'centre', opening_hours: '24/7' }],
  ['社区服务中心', { amenity: 'community_centre', opening_hours: 'Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH off' }],
  ['文化活动中心', { amenity: 'community_centre' }],
  ['体育场', { leisure: 'stadium', opening_hours: '06:00-21:30' }],
  ['养老院', { amenity: 'social_facility', social_facility: 'nursing_home' }],
  ['初级中学', { amenity: 'school', 'isced:level': '2' }],
  ['就业服务站', { office: 'employment_agency', opening_hours: 'Mo-Fr 09:00-17:00; PH off' }],
]

const lived = ['towers', 'slabs', 'old', 'village']

/** What residents of an estate find on their way: everything where a neighbourhood is well provided for, else a part. */
export function drawEstates(sheet: Sheet, blocks: readonly Drawn[]): void {
  for (const block of blocks.filter(({ kind }) => lived.includes(kind))) {
    const { community, grid } = block.use
    for (const [at, [suffix, tags]] of ofEstate.entries())
      if (has(community, grid, block.name, at)) stand(sheet, block, { at, of: ofEstate.length, suffix, tags })
  }
  for (const key of communityKeys) {
    const own = byMiddle(key, blocks)
    for (const [at, [suffix, tags]] of ofCommunity.entries()) {
      const block = own[at % Math.min(3, own.length)]
      if (block && chance('community', key, at) < provided[key] + 0.25)
        stand(sheet, block, { at, of: ofCommunity.length, suffix, tags })
    }
    for (const [nth, block] of own.entries()) {
      if (nth % 5 !== 0) continue
      for (const [at, [suffix, tags]] of ofNeighbourhood.entries())
        if (has(key, block.use.grid, 'neighbourhood', at))
          stand(sheet, block, { at, of: ofNeighbourhood.length, suffix, tags })
    }
  }
}

/** A whole neighbourhood is provided for or is not; where it is not, single things are there all the same. */
const has = (key: CommunityKey, grid: number, name: string, at: number): boolean =>
  chance('whole', key, grid) < provided[key] || chance('single', key, grid, name, at) < provided[key] / 2

function byMiddle(key: CommunityKey, blocks: readonly Drawn[]): Drawn[] {
  const [x, y] = middleOf(communityPlot(key))
  const far = ({ plot }: Drawn) => Math.hypot(middleOf(plot)[0] - x, middleOf(plot)[1] - y)
  return blocks
    .filter(({ use, kind }) => use.community === key && lived.includes(kind))
    .toSorted((a, b) => far(a) - far(b))
}

type Thing = { readonly at: number; readonly of: number; readonly suffix: string; readonly tags: Tags }

/** Beside the drive through the block, one after the other from south to north. */
function stand(sheet: Sheet, { plot, name }: Drawn, { at, of, suffix, tags }: Thing): void {
  const [, south, , north] = plot
  const side = at % 2 === 0 ? 6 : -6
  const spot: Spot = [driveAt(plot) + side, Math.round(south + 20 + ((at + 0.5) / of) * (north - south - 40))]
  if (!isWet(spot, 8)) sheet.node(spot, { ...tags, name: `${name}${suffix}` })
}
