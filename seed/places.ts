import { streets } from '../src/kernel/organisations/seed/units.ts'
import type { AreaDraft } from '../src/kernel/places/model.ts'
import { saveAreas } from '../src/kernel/places/store.ts'
import type { Db } from '../src/platform/db/db.ts'

/** The roads of each community, and the estates of its four grids, as people call them. All invented. */
const communities = {
  qiaotou: [
    ['石桥路', '桥东街'],
    ['桥东里', '老粮站宿舍'],
    ['石桥小区'],
    ['桥西里', '云溪市场'],
    ['溪畔花园', '桥头小学'],
  ],
  zhaohua: [['百花路', '朝阳巷'], ['朝花苑'], ['印刷厂宿舍'], ['朝阳新村'], ['百花路步行街', '朝花菜场']],
  dukou: [['渡口路', '滨江大道'], ['渡口新村'], ['望江名邸'], ['船厂家属院'], ['江滨公园', '老轮渡站']],
  lianchi: [['莲池路', '师范路'], ['莲池小区'], ['荷塘人家'], ['师范家属院'], ['莲池农贸市场', '莲池公园']],
  songlin: [['松林路', '工业大道'], ['松林一村'], ['松林二村'], ['白石工业园'], ['采石场宿舍']],
  shuiku: [['水库路', '白石村道'], ['水库新村'], ['大坝村民组'], ['上白石村'], ['下白石村']],
  hubin: [['湖滨路', '湖心路'], ['湖滨雅苑'], ['南湖一号'], ['湖滨小学', '湖滨幼儿园'], ['湖心路商业街', '南湖公园']],
  xincheng: [['新城大道', '金桂路'], ['新城国际'], ['金桂园', '银杏里'], ['新城公交枢纽'], ['云创园', '新城医院']],
} as const satisfies Record<string, readonly (readonly string[])[]>

export type CommunityKey = keyof typeof communities
/** A community, or one of its four grids: `qiaotou-2`. */
export type Corner = CommunityKey | `${CommunityKey}-${1 | 2 | 3 | 4}`

const ordinals = ['一', '二', '三', '四'] as const

/** The streets, communities and grids of the invented district; codes are division codes after the name of the level. */
export const townAreas = (district: string): readonly AreaDraft[] =>
  streets.flatMap(({ street: [, office, name, code], communities: inside }) => [
    area('street', district + code, name, null, [office]),
    ...inside.flatMap(([id, communityName, , place]) => gridsOf(district, code, communityName, place, keyOf(id))),
  ])

function gridsOf(district: string, street: string, name: string, place: string, key: CommunityKey): AreaDraft[] {
  const [roads, ...grids] = communities[key]
  const code = district + place
  return [
    area('community', code, name, `street_${district}${street}`, roads),
    ...grids.map((estates, at) =>
      area('grid', `${code}-0${at + 1}`, `${name}第${ordinals[at] ?? ''}网格`, `community_${code}`, estates),
    ),
  ]
}

const area = (
  level: AreaDraft['level'],
  code: string,
  name: string,
  parent: string | null,
  aliases: readonly string[],
): AreaDraft => ({ level, code: `${level}_${code}`, name, parent, aliases: [...aliases] })

/** `yunxi-qiaotou`, as the units are called, lies at the corner `qiaotou`. */
function keyOf(unit: string): CommunityKey {
  const key = unit.split('-')[1] ?? ''
  if (!(key in communities)) throw new Error(`the seed has no roads for ${unit}`)
  return key as CommunityKey
}

/** The community in which an area of the town lies, by its code; null for a street. */
export function communityKeyOf(district: string, code: string): CommunityKey | null {
  for (const { communities: inside } of streets)
    for (const [id, , , place] of inside) if (code.split('_')[1]?.startsWith(district + place)) return keyOf(id)
  return null
}

/** Where a corner lies, as cases keep it: street and community as a path of division codes, and the grid. */
export function cornerIn(district: string, corner: Corner): { readonly area: string; readonly grid: string | null } {
  const [key = '', grid] = corner.split('-')
  for (const { street, communities: inside } of streets)
    for (const [id, , , place] of inside)
      if (keyOf(id) === key)
        return {
          area: `${district}${street[3]}/${district}${place}`,
          grid: grid === undefined ? null : `${district}${place}-0${grid}`,
        }
  throw new Error(`the town has no corner ${corner}`)
}

/** Plants the places; planted again, they are what they are. */
export async function plantPlaces(db: Db, district: string): Promise<void> {
  const saved = await saveAreas(db, district, townAreas(district))
  if (!saved.ok) throw new Error(`the seeded places do not fit: ${JSON.stringify(saved.faults)}`)
}
