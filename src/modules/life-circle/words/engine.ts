import { type Said, said } from '../../../platform/words.ts'
import type { ImportRefusal, ImportReport, ImportTrouble, ImportTroubleKind } from '../model/network.ts'
import type { EditRefusal } from '../model/plans.ts'

export const importRefusalWords = {
  'no-ways': said('地图里没有可以步行的道路', 'There is no way on this map that one may walk'),
  'outside-district': said('地图不在本区范围内', 'The map lies outside the district'),
  cancelled: said('已取消，没有任何改动', 'Cancelled; nothing was changed'),
  'population-not-a-table': said(
    '人口文件需要“人口”列，以及“经度”“纬度”列或 H3 编号列',
    'The population file needs a column of people, and longitude and latitude or the id of an H3 cell',
  ),
  'population-empty': said('人口文件里没有一行可用', 'The population file has no row that can be used'),
  'population-swapped': said(
    '人口文件的经度和纬度像是填反了',
    'Longitude and latitude of the population file seem to be exchanged',
  ),
  'population-elsewhere': said('人口文件里的人都不住在这份地图上', 'Nobody of the population file lives on this map'),
} as const satisfies Record<ImportRefusal, Said>

export const editRefusalWords = {
  'no-such-place': said('没有这个设施，或它已关闭', 'There is no such facility, or it is closed already'),
  'no-such-gate': said('没有这个门', 'There is no such gate'),
  'gate-open-already': said('这个门已经打开', 'This gate is open already'),
  'far-from-network': said('附近没有可以步行到达的道路', 'No way that this walker may use is near'),
  'kind-not-measured': said('当前标准没有这一类设施', 'The standard in use does not ask for this kind'),
  'same-spot': said('位置没有变化', 'This is the same spot'),
} as const satisfies Record<EditRefusal, Said>

const troubleWords: Record<ImportTroubleKind, (amount: number) => Said> = {
  'way-cut': () => said('道路有一部分在文件之外', 'a part of the way lies outside the file'),
  'area-open': (pieces) => said(`边界有 ${pieces} 段没有闭合`, `${pieces} pieces of its border do not close`),
  'duration-unread': () =>
    said('航程时间无法识别，只计候船时间', 'the time of its crossing cannot be read; only the wait is counted'),
  'far-from-network': (metres) => said(`离最近的道路 ${metres} 米`, `${metres} m from the nearest way`),
  'not-connected': (metres) => said(`${metres} 米之内没有道路`, `no way within ${metres} m`),
  island: (nodes) => said(`与主路网不相连，共 ${nodes} 个点`, `not connected to the rest, ${nodes} nodes`),
  'population-unread': () =>
    said('人口数无法识别，应为不小于 0 的数字', 'its number of people cannot be read; it is a number from 0 upward'),
  'population-outside': (people) =>
    said(`在地图之外，${people} 人，未计入`, `outside the map, ${people} people, not counted`),
  'row-broken': () => said('经纬度或 H3 编号无法识别', 'its longitude and latitude, or its H3 cell, cannot be read'),
  'row-swapped': () => said('经度和纬度像是填反了', 'its longitude and latitude seem to be exchanged'),
}

export function troubleSentence({ trouble, of, amount }: ImportTrouble): Said {
  const { zh, en } = troubleWords[trouble](amount)
  return said(`${of}：${zh}`, `${of}: ${en}`)
}

/** The troubles of an import, as a sheet. */
export const troubleColumns = [
  { key: 'of', title: '对象', width: 24 },
  { key: 'why', title: '问题', width: 48 },
  { key: 'amount', title: '数值', kind: 'number' },
] as const
export const troubleRow = ({ trouble, of, amount }: ImportTrouble) => ({
  ...{ of, amount },
  why: troubleWords[trouble](amount).zh,
})

export const engineWords = {
  usage: said(
    '用法：npm run life-circle -- import 地图 [人口文件] | measure 地图 [人口文件] [--walker adult] [--pace 60] | isochrone 地图 经度 纬度 [--minutes 5,10,15]',
    'Usage: npm run life-circle -- import MAP [POPULATION] | measure MAP [POPULATION] [--walker adult] [--pace 60] | isochrone MAP LNG LAT [--minutes 5,10,15]',
  ),
  noFile: (file: string): Said => said(`没有这个文件：${file}`, `There is no file ${file}`),
  at: (at: number): Said => said(`位置 ${at}`, `at ${at}`),
  unreadTable: said('人口文件读不出来', 'The population file cannot be read'),
  kept: (version: number, district: string): Said =>
    said(
      `已存为 ${district} 的路网第 ${version} 版，即时用于测算`,
      `Kept as network version ${version} of ${district}; figures are reckoned by it from now on`,
    ),
  read: (share: number): string => `${Math.round(share * 100)} %`,
  network: ({ nodes, junctions, chains, directed, kilometres, steps, gates, areas }: ImportReport): Said =>
    said(
      `路网 ${nodes} 点、${junctions} 路口、${chains} 路段（${directed} 向）、${kilometres} 公里；台阶 ${steps} 公里，门禁 ${gates} 处，可横穿场地 ${areas} 处`,
      `Network: ${nodes} nodes, ${junctions} junctions, ${chains} chains (${directed} directed), ${kilometres} km; steps ${steps} km, ${gates} gates, ${areas} areas crossed`,
    ),
  islands: (count: number, nodes: number): Said =>
    said(`另有 ${count} 片不相连的路网，共 ${nodes} 个点`, `${count} more islands, ${nodes} nodes in all`),
  people: (buildings: number, people: number): Said =>
    said(`${buildings} 处住处，${people} 人`, `${buildings} homes, ${people} people`),
  estimated: said('人口按建筑面积估算（△）', 'People are estimated by floor area (△)'),
  places: (places: number, kinds: number): Said =>
    said(`设施 ${places} 处，${kinds} 类`, `${places} facilities of ${kinds} kinds`),
  troubles: (count: number): Said => said(`问题 ${count} 个`, `${count} problems`),
  more: (count: number): Said => said(`另有 ${count} 个（--all 全部列出）`, `and ${count} more (--all lists them)`),
  coverage: said(
    '类别：5、10、15 分钟内人口覆盖（覆盖/总数）',
    'Kind: people covered within 5, 10 and 15 minutes (covered of all)',
  ),
  leftOut: (minutes: number, people: number, of: number): Said =>
    said(
      `${minutes} 分钟内有一类到不了的人：${people} / ${of}`,
      `People who lack some kind within ${minutes} minutes: ${people} of ${of}`,
    ),
  seconds: (what: string, seconds: number): string => `  ${what} ${seconds.toFixed(3)} s`,
} as const
