import { type Said, said } from '../../../../../platform/words.ts'

export const placesWords = {
  title: said('地点与网格', 'Places and grids'),
  lead: said(
    '单元网格、责任网格、社会治理网格是同一片土地的三种划分，各有版本；部件登记在册，改动都留痕。',
    'Unit grids, duty grids and social-governance grids are three divisions of the same ground, each in editions; components are on record, and every change of them stays.',
  ),
  layers: said('图层', 'Layers'),
  imports: said('导入', 'Imports'),
  components: said('部件', 'Components'),
  addresses: said('地址', 'Addresses'),
  layer: said('图层', 'Layer'),
  edition: said('版本', 'Edition'),
  editionOf: (n: number): Said => said(`第 ${n} 版`, `edition ${n}`),
  none: said('这个图层还没有版本', 'This layer has no edition yet'),
  noneText: said(
    '导入一个 GeoJSON 或 Shapefile 文件即可建立第一版。',
    'Import a GeoJSON file or a Shapefile to make the first one.',
  ),
  from: said('生效日期', 'In force from'),
  to: said('止于', 'until'),
  inForce: said('现行', 'in force'),
  areas: said('区域数', 'Areas'),
  ground: said('面积', 'Ground'),
  hectares: (n: number): Said => said(`${n.toFixed(1)} 公顷`, `${n.toFixed(1)} ha`),
  square: (n: number): Said => said(`${Math.round(n)} 平方米`, `${Math.round(n)} m²`),
  code: said('编码', 'Code'),
  name: said('名称', 'Name'),
  within: said('所属', 'Lies in'),
  landUse: said('用地类别', 'Land use'),
  grade: said('管理等级', 'Grade'),
  bearer: said('责任主体', 'Who bears it'),
  territory: (name: string): Said => said(`${name}（属地兜底）`, `${name} (the territory bears it)`),
  search: said('查找编码、名称或责任主体', 'Find a code, a name or an owner'),
  noMatch: said('没有符合条件的', 'Nothing matches'),
  geojson: said('导出 GeoJSON', 'Export GeoJSON'),
  shp: said('导出 Shapefile', 'Export Shapefile'),
  xlsx: said('导出表格', 'Export a table'),
  system: said('坐标系', 'Coordinates'),
  systemMissing: said('请选择文件所用的坐标系', 'Choose the coordinate system of the file'),
  changes: said('与上一版相比', 'Against the edition before'),
  added: said('新增', 'added'),
  removed: said('减少', 'removed'),
  moved: said('边界变动', 'border moved'),
  renamed: said('属性变动', 'said differently'),
  publish: said('发布', 'Publish'),
  publishLead: said('整版生效，上一版到这一天为止。', 'It takes effect whole; the edition before ends on that day.'),
  published: said('已发布', 'Published'),
  discard: said('作废', 'Discard'),
  discarded: said('已作废', 'Discarded'),
  send: said('上传并检查', 'Send and check'),
  file: said('文件', 'File'),
  fileHint: said('GeoJSON，或打包成 zip 的 Shapefile，不超过 60 MB', 'GeoJSON, or a Shapefile in a zip, up to 60 MB'),
  fileMissing: said('请选择文件', 'Choose a file'),
  sent: said('已收到，正在检查', 'Received; it is being checked'),
  scope: said('范围', 'Scope'),
  tolerance: said('容差（米）', 'Tolerance (metres)'),
  toleranceHint: said(
    '平均宽度小于它的空隙和重叠不计',
    'Gaps and overlaps narrower than this in the mean do not count',
  ),
  cancel: said('停止检查', 'Stop'),
  cancelled: said('已停止', 'Stopped'),
  state: said('状态', 'State'),
  when: said('时间', 'When'),
  found: said('问题', 'Found'),
  noImports: said('还没有导入过', 'Nothing was imported yet'),
  report: said('检查报告', 'Report'),
  back: said('返回', 'Back'),
  sound: said('没有发现问题，可以发布。', 'Nothing is wrong; it can be published.'),
  faulty: (n: number): Said =>
    said(`发现 ${n} 处必须改正的问题，没有写入任何内容。`, `${n} things must be mended; nothing was taken.`),
  noise: (n: number, tolerance: number): Said =>
    said(
      `另有 ${n} 处窄于容差（${tolerance} 米）的缝隙，不计。`,
      `${n} more are narrower than the tolerance (${tolerance} m) and do not count.`,
    ),
  gapsSkipped: said(
    '部分图形有误，改正后才检查空隙。',
    'Some areas could not be drawn; gaps are looked for once they are mended.',
  ),
  some: (n: number): Said => said(`只列出前 ${n} 处`, `the first ${n} are listed`),
  reportMap: said('下载问题图（GeoJSON）', 'The faults as a map (GeoJSON)'),
  row: said('第几个', 'Feature'),
  where: said('说明', 'What'),
  grave: said('必须改正', 'must be mended'),
  remark: said('提示', 'to look at'),
  mapOf: (name: Said): Said => said(`${name.zh}地图`, `Map of ${name.en}`),
  tooMany: (n: number): Said =>
    said(`另有 ${n} 个没有画出，请按社区查看`, `${n} more are not drawn; look by community`),
  comeNearer: said(
    '区域很多：放大到看得清时画出边界',
    'There are many: borders are drawn where one is near enough to tell them apart',
  ),
  sort: said('排序', 'Order'),
  type: said('类型', 'Type'),
  owner: said('权属', 'Owner'),
  allTypes: said('全部类型', 'All types'),
  allStates: said('全部状态', 'All states'),
  history: said('变动记录', 'History'),
  entered: said('登记', 'entered'),
  changed: said('变动', 'changed'),
  reason: said('原因', 'Reason'),
  change: said('登记变动', 'Record a change'),
  save: said('保存', 'Save'),
  saved: said('已保存', 'Saved'),
  place: said('位置', 'Place'),
  enterComponent: said('登记部件', 'Enter a component'),
  serial: said('流水号', 'Serial number'),
  serialHint: said('1 至 6 位数字', 'One to six digits'),
  codeWillBe: (code: string): Said => said(`编码将为 ${code}`, `Its code will be ${code}`),
  needType: said('请选择类型', 'Choose a type'),
  needComponent: said('类型、流水号、名称和位置都要有', 'It needs a type, a serial number, a name and a place'),
  needReason: said('请写变动原因', 'Say why'),
  pointHint: said(
    '部件立在哪里；决定它属于哪个社区和网格',
    'Where it stands; this says which community and grid it lies in',
  ),
  componentsImportHint: said(
    '列：部件编码、名称、权属单位、养护单位、状态、位置描述、经度、纬度、备注；编码已登记的按表更新。',
    'Columns as in the exported table; what is on record already is changed to what the table says.',
  ),
  unitGrid: said('单元网格', 'Unit grid'),
  keeper: said('养护单位', 'Keeper'),
  noOwner: said('未登记权属', 'nobody is named'),
} as const

/** Whether a file redraws the whole layer. */
export const scopeWords = {
  whole: said('整个图层', 'The whole layer'),
  part: said('只改一部分', 'A part of it'),
} as const

export const scopeHints = {
  whole: said('文件里没有的区域不再保留', 'Areas that the file does not hold go'),
  part: said(
    '文件涉及的上级区域按文件重划，其余不变',
    'The areas above of which the file speaks are redrawn, the rest stays',
  ),
} as const

/** In which order areas are listed. */
export const areaSortWords = {
  code: said('按编码', 'By code'),
  name: said('按名称', 'By name'),
  area: said('面积大的在前', 'The largest first'),
} as const

/** In which order components are listed. */
export const sortWords = {
  code: said('按编码', 'By code'),
  changed: said('最近变动在前', 'Latest change first'),
} as const
