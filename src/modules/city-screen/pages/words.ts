import type { LostKind } from '../../../kernel/cases/model/nothing-lost.ts'
import { type Said, said } from '../../../platform/words.ts'
import type { BoardLight, boardKeys, LightCounts } from '../model.ts'

export const boardWords = {
  flow: said('今日流量', 'Today'),
  facts: said('四个事实 · 近30天', 'Four facts · 30 days'),
  lights: said('在办亮灯 · 含网格案卷', 'What is open, grid events too'),
  unitLights: said('各单位亮灯', 'Lights by unit'),
  ladder: said('说“不”提级', 'Noes on the ladder'),
  overdue: said('诉求超期未办结', 'Requests overdue'),
  town: said('全区一张图', 'The whole district'),
  lost: said('一件不丢', 'Nothing is lost'),
  units: said('各单位办理 · 近30天', 'Unit by unit · 30 days'),
  rates: said('办理质量 · 近30天', 'How well it is done · 30 days'),
} as const satisfies Record<string, Said>

export const screenPageWords = {
  mapScene: said('一张图', 'Map'),
  territory: said('全区在办工单', 'Open cases of the district'),
  noPlaces: said('还没有带位置的工单', 'No case has a place on the map yet'),
  unitScene: said('单位', 'Units'),
  qualityScene: said('质量', 'Quality'),
  hour: said('时', 'h'),
  sinceMidnight: said('今日 00:00 起还没有件。', 'Nothing yet since 00:00 today.'),
  seeYesterday: said('看昨天全天', 'See all of yesterday'),
  byHour: said('逐小时', 'by the hour'),
  place: said('街镇', 'Street'),
  unit: said('单位', 'Unit'),
  total: said('合计', 'In all'),
  open: said('在办', 'Open'),
  noneOverdue: said('没有超期件', 'Nothing is overdue'),
  noneOverdueText: said('所有在办件都在期限内。', 'Everything open is within its term.'),
  noneOpen: said('没有在办件', 'Nothing is open'),
  all: said('查看全部', 'See all'),
  audited: said('核验于', 'Checked at'),
  target: said('目标 0', 'Target 0'),
  clean: said('全部为 0', 'All are 0'),
  lost: said('件有丢失风险', 'at risk of being lost'),
  noFigures: said('还没有可显示的数据', 'Nothing to show yet'),
  nobodyText: said('大屏需要“城市一屏”权限。', 'The screen needs the right to the city at a glance.'),
  figuresOf: said('数据时间', 'Figures as of'),
  old: said('已是旧数据', 'These figures are old'),
  territoryThen: said('当时在办的工单', 'Cases open then'),
} as const satisfies Record<string, Said>

export const listWords = {
  figure: said('数字背后', 'Behind the figure'),
  back: said('返回大屏', 'Back to the screen'),
  numerator: said('分子', 'Numerator'),
  denominator: said('分母', 'Denominator'),
  cases: said('清单', 'Cases'),
  definition: said('怎么算的', 'How it is counted'),
  source: said('依据', 'Source'),
  cohort: said('计入日期', 'Counted by'),
  days: said('时间范围', 'Days'),
  where: said('范围', 'Where'),
  exclusions: said('不计入', 'Left out'),
  version: said('口径版本', 'Version'),
  more: said('再看一些', 'More'),
  end: said('已全部列出', 'That is all of them'),
  empty: said('清单为空', 'The list is empty'),
  emptyText: said(
    '没有您可以查看的件。数字可能包含您权限以外的件。',
    'Nothing here that you may see. The figure may count cases outside your rights.',
  ),
  gone: said('内容已销毁', 'Content destroyed'),
  noUnit: said('未定单位', 'No unit yet'),
  day: said('计入日', 'Counted on'),
  mark: said('可信程度', 'Certainty'),
  listedAt: said('回放：清单按', 'Replay: the list is as of'),
  listedNow: said('的情况列出；每件后面写的是现在的状态。', '; what stands beside each case is how it is now.'),
} as const satisfies Record<string, Said>

export const lightWords = {
  green: said('正常', 'In time'),
  yellow: said('临期', 'Soon'),
  red: said('超期', 'Late'),
  held: said('挂账', 'Held'),
  none: said('不计时', 'No clock'),
} as const satisfies Record<BoardLight, Said>

/** The map of areas in their lights. */
export const areaLightWords = {
  by: said('亮灯按', 'Lights by'),
  street: said('街道亮灯', 'Lights of streets'),
  community: said('社区亮灯', 'Lights of communities'),
  grid: said('网格亮灯', 'Lights of grids'),
  byStreet: said('街道', 'Streets'),
  byCommunity: said('社区', 'Communities'),
  byGrid: said('网格', 'Grids'),
  points: said('只看点位', 'Points alone'),
  manyLate: (many: number): Said => said(`超期占 ${many}% 以上`, `${many}% or more late`),
  someLate: (some: number, many: number): Said => said(`超期占 ${some}%–${many}%`, `${some}–${many}% late`),
  fewLate: (some: number): Said => said(`超期不到 ${some}%`, `Under ${some}% late`),
  marks: said('亮灯界线', 'Marks of the lights'),
  marksOf: (some: number, many: number): Said =>
    said(`超期 ${some}% 起黄，${many}% 起红`, `Yellow from ${some}% late, red from ${many}%`),
  nothing: said('没有计时的件', 'Nothing on the clock'),
  counted: ({ red, yellow, green, held }: LightCounts, count: (n: number) => string): Said =>
    said(
      `超期 ${count(red)}，临期 ${count(yellow)}，正常 ${count(green)}，挂账 ${count(held)}`,
      `late ${count(red)}, soon ${count(yellow)}, in time ${count(green)}, held ${count(held)}`,
    ),
  short: ({ red, yellow, green, none }: LightCounts, count: (n: number) => string): Said => {
    const open = count(red + yellow + green + none)
    return red > 0
      ? said(`超期 ${count(red)}/${open}`, `${count(red)}/${open} late`)
      : said(`在办 ${open}`, `${open} open`)
  },
} as const

/** One line under each of the four facts: what is divided by what. */
export const factWords: Readonly<Record<(typeof boardKeys.facts)[number], Said>> = {
  'closed-rate': said('已办结 ÷（已办结＋在办）', 'of closed and open'),
  'solved-rate': said('实际解决 ÷ 全部答复，解释说明不算', 'of all answers; explained is not solved'),
  'verified-rate': said('经他人核查 ÷ 全部答复', 'of all answers, by somebody else'),
  'satisfied-rate': said('回访满意 ÷ 已评价，未评价不计', 'of those who said; unrated left out'),
}

export const ladderWords: Readonly<Record<(typeof boardKeys.ladder)[number], Said>> = {
  'no-at-1': said('科室负责人', 'Section head'),
  'no-at-2': said('分管领导', 'Leader in charge'),
  'no-at-3': said('主要领导', 'Top leader'),
  'no-at-4': said('区分管领导', 'Leader of the district'),
}

export const cohortWords = {
  filed: said('来件日', 'the day of filing'),
  accepted: said('受理日', 'the day of acceptance'),
  answered: said('最后答复日', 'the day of the last answer'),
  closed: said('办结日', 'the day of closing'),
  sorted: said('派单决定日', 'the day of the dispatch decision'),
  now: said('现在的状态', 'as it stands now'),
} as const satisfies Record<string, Said>

export const markWords = {
  '●': said('已读法规原文', 'text of the rule read'),
  '○': said('二手资料', 'secondary source'),
  '△': said('内部口径，待确认', 'practice of ours, to be confirmed'),
} as const satisfies Record<string, Said>

/** The audit in few words, to be read across a room; the whole sentence stands on the list behind. */
export const lostShort = {
  'no-owner': said('无责任单位', 'No unit'),
  'no-walker': said('无人到场', 'Nobody walks'),
  'no-clock': said('无计时', 'No clock'),
  'time-stood-still': said('到期未触发', 'Past due, silent'),
  'timer-missing': said('计时未登记', 'Timer missing'),
  'timer-dead': said('计时失败', 'Timer failed'),
  'message-dead': said('消息失败', 'Message failed'),
  'child-of-ended': said('主办已办结，协办还没办完', 'Ended, joint task open'),
  'waits-for-nobody': said('空等协办', 'Waits for nobody'),
} as const satisfies Record<LostKind, Said>

/** By the level of supervision, from one to three. */
export const supervisionWords = [
  said('一级督办', 'Supervised, level 1'),
  said('二级督办', 'Supervised, level 2'),
  said('三级督办', 'Supervised, level 3'),
] as const

/** The time bar. */
export const replayWords = {
  open: said('回放', 'Replay'),
  bar: said('回放时间轴', 'Time bar of the replay'),
  mark: said('回放', 'Replay'),
  notNow: said('不是现在的数据', 'not as it is now'),
  day: said('哪一天', 'Day'),
  before: said('前一天', 'Day before'),
  after: said('后一天', 'Day after'),
  time: said('几点', 'Time'),
  play: said('播放', 'Play'),
  pause: said('暂停', 'Pause'),
  speed: said('速度', 'Speed'),
  now: said('回到现在', 'Back to now'),
  came: said('当天逐小时来件', 'What came in, hour by hour'),
  onlyNow: said(
    '回放时不显示：这块看板只有现在的数据。',
    'Not shown in a replay: this board knows only how things are now.',
  ),
  kiosk: said('轮播', 'Rotate'),
  kioskOff: said('停止轮播', 'Stop rotating'),
  speedShort: (minutes: number): Said => said(`每秒 ${minutes} 分`, `${minutes} min a second`),
} as const
