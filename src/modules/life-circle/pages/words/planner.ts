import { type Said, said } from '../../../../platform/words.ts'
import { editionSaid } from '../../words/profiles/edition.ts'

/** The desk of whoever plans life circles. */
export const plannerWords = {
  title: said('生活圈', 'Life circles'),
  lead: said('谁走得到，谁走不到，怎么补', 'Who reaches what, who is left out, and what to do'),
  profile: said('按哪套标准', 'Profile'),
  walker: said('看哪类人', 'Walker'),
  area: said('看哪里', 'Area'),
  wholeDistrict: said('全区', 'The whole district'),
  all: said('全部必配都够得着', 'Reach every must-have'),
  score: said('综合得分', 'Weighted score'),
  people: said('居住人口', 'Residents'),
  points: said('分', 'points'),
  tabs: said('查看', 'View'),
  gaps: said('缺口', 'Gaps'),
  areas: said('分地区', 'By area'),
  tryIt: said('试一试', 'What if'),
  plans: said('方案', 'Plans'),
  tasks: said('任务', 'Tasks'),
  kind: said('设施', 'Facility'),
  level: said('要求', 'Demand'),
  limit: said('步行上限', 'Walk at most'),
  minutes: (minutes: number): Said => said(`${minutes} 分钟`, `${minutes} min`),
  coverage: said('人口覆盖率', 'People covered'),
  leftOut: said('够不着的人', 'Left out'),
  wished: said('居民问需', 'Asked for'),
  wishedBy: (people: number): Said => said(`${people} 人`, people === 1 ? '1 person' : `${people} people`),
  count: said('设施数', 'Facilities'),
  sufficiency: said('千人指标', 'Per thousand'),
  enough: (have: string, asked: string, unit: string): Said =>
    said(`${have} / 应 ${asked} ${unit}`, `${have} of ${asked} ${unit}`),
  unknown: (count: number): Said => said(`${count} 处规模未填`, `${count} of unknown size`),
  reckoned: (network: string, profile: Said, version: number): Said => {
    const { zh, en } = editionSaid(version)
    return said(`路网：${network}；标准：${profile.zh}（${zh}）`, `Network: ${network}; profile: ${profile.en} (${en})`)
  },
  offNetwork: (unconnected: string, far: string): Said =>
    said(
      `${unconnected} 处设施附近没有路，不计入；${far} 处离路超过 100 米，照实计路程`,
      `${unconnected} facilities with no way near, which count for nobody; ${far} more than 100 m off, the walk counted as it is`,
    ),
  noWayNear: said('附近没有可以步行的路', 'No way on foot is near'),
  metresOff: (metres: string): Said => said(`离最近的路 ${metres} 米`, `${metres} m from the nearest way`),
  six: said('六方面得分', 'Six aspects'),
  notMeasured: said('未测算', 'not measured'),
  list: (kind: Said): Said => said(`够不着${kind.zh}的建筑`, `Buildings without: ${kind.en}`),
  building: said('建筑（社区、地图上的编号）', 'Building (community, number on the map)'),
  buildingLine: (community: string | null, number: string): Said =>
    said(`${community ?? '社区不详'} · 建筑 ${number}`, `${community ?? 'Community unknown'} · building ${number}`),
  nearest: said('最近的一处', 'The nearest'),
  walkTo: said('走到最近一处', 'Walk to the nearest'),
  allKinds: said('看全部设施', 'All kinds'),
  buildings: (covered: string, of: string): Said => said(`建筑 ${covered} / ${of} 栋`, `buildings ${covered} of ${of}`),
  drawn: (shown: number): Said =>
    said(
      `图上是人最多的 ${shown} 栋；全部在下面的清单里`,
      `The ${shown} with most people are drawn; all are listed below`,
    ),
  farther: said('一小时内到不了', 'Not within an hour'),
  download: said('下载表格', 'Download'),
  map: said('缺口地图', 'Map of gaps'),
  homesOut: said('够不着的建筑', 'Buildings left out'),
  facilities: said('现有设施', 'Facilities'),
  chooseKind: said('选一类设施，看看谁够不着', 'Choose a kind to see who is left out'),
  makeTask: said('交办', 'Make it a task'),
  unit: said('责任单位', 'Unit'),
  instruction: said('任务要求', 'What is to be done'),
  open: said('交办这个缺口', 'Open the task'),
  opened: said('已交办，编号 ', 'Opened, number '),
  noTasks: said('还没有交办的缺口', 'No gap was made a task yet'),
  before: said('交办时', 'Before'),
  after: said('办结后', 'After'),
  notYet: said('办结后重新测算', 'Measured again at its end'),
  share: (covered: string, of: string): Said => said(`${covered} / ${of} 人`, `${covered} of ${of}`),
  propose: said('帮我选址', 'Propose sites'),
  noSite: said(
    '没有一处能让更多的人够得着，请换几个候选点',
    'No site would reach anybody who is left out; mark other candidates',
  ),
  howMany: said('选几处', 'How many'),
  equity: said('优先照顾', 'Prefer'),
  most: said('够不着的人多的地方', 'where most are left out'),
  worst: said('缺得最多的人', 'those who lack the most'),
  edits: said('已试的改动', 'Edits'),
  noEdits: said('还没有改动', 'No edit yet'),
  addLine: (kind: Said): Said => said(`新增${kind.zh}`, `Add: ${kind.en}`),
  closeLine: (name: string): Said => said(`关闭 ${name}`, `Close ${name}`),
  undo: said('撤掉最后一步', 'Undo'),
  gained: said('新够得着的人', 'Newly covered'),
  lost: said('不再够得着的人', 'No longer covered'),
  reckonedIn: (ms: number): Said => said(`测算用时 ${ms} 毫秒`, `reckoned in ${ms} ms`),
  guarantee: said(
    '贪心选址：至少达到最优方案的 63%（Nemhauser 等，1978）',
    'Greedy choice: at least 63 % of the best possible (Nemhauser et al. 1978)',
  ),
  save: said('存为方案', 'Keep as a plan'),
  planNameHint: said('写一个名称，例如“老城增设菜市场”', 'For example: a market for the old town'),
  needPlanName: said('请先填写方案名称', 'Write a name for the plan first'),
  planName: said('方案名称', 'Name of the plan'),
  saved: said('方案已保存', 'Plan kept'),
  noPlans: said('还没有保存的方案', 'No plan was kept yet'),
  compare: said('并排比较', 'Compare'),
  comparing: said('方案比较', 'Plans side by side'),
  now: said('现状', 'Now'),
  choose: said('选中比较', 'Choose'),
  reckonedBy: said('按什么测算', 'Reckoned by'),
  versions: (profile: number, network: number): Said => {
    const { zh, en } = editionSaid(profile)
    return said(`标准：${zh}；路网第 ${network} 版`, `profile ${en}, network version ${network}`)
  },
  openPlan: said('打开再试', 'Open it again'),
  report: said('评估报告', 'Report'),
  ledger: said('设施台账', 'Facility ledger'),
  spots: said('微设施台账', 'Small places'),
} as const

/** The board of the screen. */
export const boardTitles = {
  scene: said('生活圈', 'Life circles'),
  radar: said('十五分钟生活圈六方面', 'The six aspects of life circles'),
  areas: said('各街道综合得分', 'Streets: weighted score'),
} as const
