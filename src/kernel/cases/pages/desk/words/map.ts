import { said } from '../../../../../platform/words.ts'

/** The map of cases at the desk. */
export const mapWords = {
  title: said('工单地图', 'Map of cases'),
  cases: said('工单', 'Cases'),
  density: said('工单密度', 'Density of cases'),
  showAs: said('怎么看', 'Show as'),
  points: said('逐件', 'Each case'),
  cells: said('密度', 'Density'),
  which: said('看哪些', 'Which cases'),
  open: said('在办', 'Open'),
  everything: said('全部（含已办结）', 'All, settled ones too'),
  late: said('超期', 'Overdue'),
  span: said('时间跨度', 'Span of time'),
  allDays: said('全部时间', 'All days'),
  week: said('7 天', '7 days'),
  month: said('30 天', '30 days'),
  quarter: said('90 天', '90 days'),
  until: said('截止到', 'Until'),
  play: said('播放', 'Play'),
  stop: said('停止', 'Stop'),
  red: said('超期', 'Overdue'),
  yellow: said('临期', 'Due soon'),
  green: said('正常', 'In time'),
  none: said('已办结或不计时', 'Settled, or no clock'),
  few: said('1 件起', '1 or more'),
  some: said('5 件起', '5 or more'),
  many: said('20 件起', '20 or more'),
  heaps: said('100 件起', '100 or more'),
  flood: said('500 件起', '500 or more'),
  within: said('圈内的工单', 'Cases within the area'),
  all: said('地图上的工单', 'Cases on the map'),
  far: said('辖区以外的工单', 'Cases outside the district'),
  someFar: (count: number, most: number) =>
    said(
      `有 ${count >= most ? `${most} 件以上` : `${count} 件`}工单的位置在辖区以外，地图没有画出。`,
      `${count >= most ? `${most} or more cases lie` : count === 1 ? 'One case lies' : `${count} cases lie`} outside the district and not in this view.`,
    ),
  listFar: said('列出来', 'List them'),
  sampled: (per: number) =>
    said(
      `工单太多：约每 ${per} 件取 1 件估算。放大地图，就逐件显示`,
      `Too many to show: estimated from about one in ${per}. Zoom in to see each`,
    ),
  sampledNarrow: (per: number) =>
    said(
      `逐格的准确计数只按状态和日期保存；按别的条件筛选，缩小时只能估算：约每 ${per} 件看 1 件，少见的可能看不到。放大地图，就逐件显示`,
      `Exact counts are kept by status and days alone. Narrowed otherwise, this is estimated from about one case in ${per}, and rare ones may be missing. Zoom in to see each`,
    ),
  leave: said('不限地图范围', 'Everywhere again'),
  nowhere: said('还没有带位置的工单', 'No case has a place on the map yet'),
  nowhereText: said('工单登记时填了地图位置，就会显示在这里。', 'Cases filed with a point on the map are shown here.'),
  drawHint: said(
    '在地图上圈出一块，下面只列圈内的工单，可以成批办理。',
    'Draw an area: the list below keeps to it and can be handled together.',
  ),
} as const
