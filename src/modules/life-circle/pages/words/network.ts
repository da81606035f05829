import { type Said, said } from '../../../../platform/words.ts'
import type { ImportTroubleKind } from '../../model/network.ts'

/** The walking networks, and long work on them. */
export const networkWords = {
  title: said('步行路网', 'Walking networks'),
  lead: said('哪一版在用，从哪里来，导入时看到了什么', 'Which is in use, where it came from, what its import saw'),
  back: said('回到生活圈', 'Back to life circles'),
  import: said('导入地图', 'Import a map'),
  map: said('地图文件（.osm.pbf 或 .osm）', 'Map file (.osm.pbf or .osm)'),
  people: said('人口文件（可不选）', 'Population file (optional)'),
  peopleHint: said(
    'CSV、Excel 或 GeoJSON：人口，加经纬度或 H3 编号；不选则按建筑面积估算（△）',
    'CSV, Excel or GeoJSON: people, with longitude and latitude or an H3 cell; without it they are estimated by floor area (△)',
  ),
  send: said('导入并启用', 'Import and use it'),
  imported: (version: number): Said =>
    said(`已导入第 ${version} 版并启用`, `Version ${version} was imported and is in use`),
  progress: said('进度', 'Progress'),
  sending: said('正在上传', 'Sending'),
  stopping: said('正在停下', 'Stopping'),
  callOff: said('取消', 'Cancel'),
  share: (percent: number): Said => said(`已完成 ${percent}%`, `${percent} % done`),
  tried: (count: string): Said => said(`已细看 ${count} 个候选点`, `${count} candidates looked at closely`),
  none: said('还没有导入过路网', 'No network was imported yet'),
  version: said('版本', 'Version'),
  source: said('来源', 'Source'),
  population: said('人口来源', 'Population from'),
  estimated: said('按建筑面积估算 △', 'estimated by floor area △'),
  size: said('规模', 'Size'),
  sizeOf: (nodes: string, homes: string): Said =>
    said(`${nodes} 点，${homes} 处住处`, `${nodes} nodes, ${homes} homes`),
  residents: said('人口', 'People'),
  seen: said('导入所见', 'Seen at import'),
  seenOf: (islands: string, troubles: string): Said =>
    said(`孤岛 ${islands}，问题 ${troubles}`, `${islands} islands, ${troubles} problems`),
  when: said('导入', 'Imported'),
  inUse: said('在用', 'In use'),
  use: said('启用这一版', 'Use this version'),
  switched: said('已切换，所有数字按这一版重算', 'Switched; every figure is reckoned by it'),
  look: said('查看', 'Look'),
  reportOf: (version: number): Said =>
    said(`第 ${version} 版：导入时看到的`, `Version ${version}: what its import saw`),
  length: said('路网长度', 'Length'),
  km: (km: string): Said => said(`${km} 公里`, `${km} km`),
  steps: said('其中台阶', 'Of it stairs'),
  gates: said('不是人人能过的门', 'Gates that not everybody passes'),
  areas: said('可横穿的场地', 'Areas crossed'),
  islands: said('与主路网不相连的孤岛', 'Islands apart from the network'),
  noIslands: said('没有孤岛', 'No island'),
  island: (nodes: string, km: string): Said => said(`${nodes} 点，${km} 公里`, `${nodes} nodes, ${km} km`),
  troubles: said('问题', 'Problems'),
  noTroubles: said('没有问题', 'No problem'),
  firstOf: (shown: number, all: string): Said =>
    said(`列出 ${shown} 条，共 ${all} 条`, `${shown} of ${all} are listed`),
  download: said('下载全部问题', 'Download every problem'),
  sorts: {
    'way-cut': said('道路伸出文件之外', 'Ways cut off by the file'),
    'area-open': said('场地边界没有闭合', 'Areas whose border does not close'),
    'duration-unread': said('航程时间读不出来', 'Crossing times that cannot be read'),
    'far-from-network': said('离道路很远', 'Far from any way'),
    'not-connected': said('附近没有道路', 'No way near'),
    island: said('孤岛', 'Islands'),
    'population-unread': said('人口数读不出来', 'Numbers of people that cannot be read'),
    'population-outside': said('住在地图之外', 'People outside the map'),
    'row-broken': said('位置读不出来的行', 'Rows whose place cannot be read'),
    'row-swapped': said('经纬度像是填反了的行', 'Rows whose longitude and latitude seem to be exchanged'),
  } satisfies Record<ImportTroubleKind, Said>,
} as const
