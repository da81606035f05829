import { osmRefusalWords } from '../../../platform/osm/words.ts'
import { type Said, said } from '../../../platform/words.ts'
import { openAtSaid } from './hours.ts'

type Figure = { readonly covered: number; readonly of: number; readonly openAt?: string | null }

/** What a task that came from a gap is called. */
export const gapWords = {
  title: (area: string | null, kind: Said, { covered, of, openAt }: Figure): Said => {
    const out = Math.round(of - covered)
    const when = openAt ? openAtSaid(openAt) : null
    return said(
      `${area ?? '全区'}：${out} 人步行时间内到不了${when ? `${when.zh}开着的` : ''}${kind.zh}（共 ${Math.round(of)} 人）`,
      `${area ?? 'The district'}: ${out} of ${Math.round(of)} people reach no ${kind.en.toLowerCase()}${when ? ` that is open on ${when.en}` : ''} in time`,
    )
  },
} as const

export const circleRefusals = {
  'no-network': said(
    '本区还没有导入步行路网，暂时不能测算。管理员可运行 npm run life-circle -- import',
    'No walking network was imported yet. An administrator may run npm run life-circle -- import',
  ),
  'no-such-network': said('没有这一版路网', 'There is no such version of the network'),
  'no-such-run': said('没有正在进行的这项工作，可能已经结束', 'Nothing of that name is running; it may have ended'),
  'kind-not-in-profile': said('这套标准里没有这类设施', 'The profile does not ask for this kind'),
  'no-ways': said('这份地图里没有可以步行的路', 'There is no way on foot in this map'),
  'population-not-a-table': said(
    '人口表读不出来：需要有坐标（或 H3 编号）和人数两类列',
    'The population file is no table of places (or H3 cells) and people',
  ),
  'population-empty': said('人口表里没有一行能用', 'No row of the population file can be used'),
  'population-swapped': said(
    '人口表的经度和纬度像是填反了，请对调两列再导入；没有改动任何内容',
    'Longitude and latitude of the population file seem to be exchanged; put them right and import again. Nothing was changed',
  ),
  'population-elsewhere': said(
    '人口表里的人都不住在这份地图上，请核对坐标或换一份地图；没有改动任何内容',
    'Nobody of the population file lives on this map; check the coordinates, or take another map. Nothing was changed',
  ),
  'outside-district': said('这份地图不在本区范围内', 'This map lies outside the district'),
  cancelled: said('导入已取消，没有改动任何内容', 'The import was cancelled and changed nothing'),
  'no-gap': said('这里没有缺口：所有人都能按时到达', 'There is no gap here: everybody reaches one in time'),
  'gap-is-task': said('这个缺口已经有任务在办', 'This gap is a task already'),
  'no-gap-matter': said('事项目录里没有“生活圈补短板任务”', 'The catalogue has no matter for tasks from gaps'),
  'siting-called-off': said('选址已取消', 'The search for sites was called off'),
  'siting-too-long': said(
    '选址算得太久，已停下。请减少个数，或给出候选点',
    'The search took too long and was stopped; ask for fewer, or name candidate sites',
  ),
  'no-such-place': said('没有这处设施，或它不在开放中', 'There is no such facility, or it is not open'),
  'no-such-gate': said('没有这个门', 'There is no such gate'),
  'gate-open-already': said('这个门本来就开着', 'This gate is open already'),
  'far-from-network': said('这里附近没有可以走的路', 'There is no way on foot near this point'),
  'kind-not-measured': said('这套标准里没有这类设施', 'The profile does not ask for this kind'),
  'same-spot': said('两点是同一个地方', 'Both points are the same'),
  'no-such-plan': said('没有这个方案', 'There is no such plan'),
  'plans-differ': said(
    '这些方案测算时的路网、标准、人群或设施不同，不能放在一起比较；请打开旧方案，按现在的数据重算后另存',
    'These plans were reckoned by another network, profile, walker or set of facilities and cannot be compared; open the older one, reckon it anew and keep it',
  ),
  ...(Object.fromEntries(Object.entries(osmRefusalWords).map(([code, words]) => [`osm-${code}`, words])) as Record<
    `osm-${string}`,
    Said
  >),
} as const satisfies Record<string, Said>
