import type { Mark } from '../../../kernel/matters/model.ts'
import type { Term } from '../../../kernel/worktime/model.ts'
import { cityTable, unconfirmed, workdays, workhours } from './promises.ts'

type Source = readonly [string, Mark]
type Stretch = readonly [zh: string, en: string, term: Term]

/** One type of the table of things and states (部件和事件类型): when it is registered, how long, when it is closed. */
export type GridType = {
  readonly id: string
  /** Code of the type: digits of its class and its own △ (GB/T 30428.2 to be confirmed). */
  readonly code: string
  readonly of: 'event' | 'component'
  readonly group: string
  readonly zh: string
  readonly en: string
  readonly when: readonly [zh: string, en: string]
  readonly closed: readonly [zh: string, en: string]
  /** One goal, or several one after the other. */
  readonly goals: readonly [Stretch, ...Stretch[]]
  readonly source: Source
  readonly words: string
  readonly urgent?: true
  /** What stands in the register of components under it; its code there is another than that of what is wrong with it. */
  readonly components?: readonly string[]
}

export const groups = {
  event: {
    'city-look': ['市容环境', 'City environment'],
    advertising: ['宣传广告', 'Advertising'],
    works: ['施工管理', 'Building works'],
    sudden: ['突发事件', 'Sudden events'],
    'street-order': ['街面秩序', 'Street order'],
    roots: ['源头治理', 'Root causes'],
  },
  component: {
    utilities: ['公用设施', 'Utilities'],
    roads: ['道路交通', 'Roads and traffic'],
    cleaning: ['市容设施', 'Cleaning fixtures'],
    green: ['园林绿化', 'Greenery'],
  },
} as const

const one = (term: Term): readonly [Stretch] => [['处置到位', 'Put right', term]]

export const gridTypes: readonly GridType[] = [
  {
    id: 'litter',
    code: '0101',
    of: 'event',
    group: 'city-look',
    zh: '暴露垃圾',
    en: 'Exposed rubbish',
    when: ['公共场所散落或堆放垃圾', 'Rubbish lies about in a public place'],
    closed: ['垃圾清除，地面干净', 'It is gone and the ground is clean'],
    goals: one(workhours(4)),
    source: cityTable,
    words: '垃圾 暴露垃圾 臭 堆放',
  },
  {
    id: 'street-cleaning',
    code: '0102',
    of: 'event',
    group: 'city-look',
    zh: '道路不洁',
    en: 'Dirty road',
    when: ['路面有明显污渍、积尘或散落物', 'The road is plainly soiled or strewn'],
    closed: ['路面清扫干净', 'It is swept clean'],
    goals: one(workhours(2)),
    source: cityTable,
    words: '道路不洁 污渍 落叶 抛洒 灰尘',
  },
  {
    id: 'flooding',
    code: '0103',
    of: 'event',
    group: 'sudden',
    zh: '路面积水',
    en: 'Flooded road',
    when: ['雨停后路面积水影响通行', 'Water stands on the road after rain and hinders passing'],
    closed: ['积水排除，可正常通行', 'It has drained and one can pass'],
    goals: one(workhours(4)),
    source: cityTable,
    words: '积水 内涝 水淹',
  },
  {
    id: 'spoil-heap',
    code: '0301',
    of: 'event',
    group: 'works',
    zh: '渣土堆积',
    en: 'Heap of spoil',
    when: ['公共场所堆放建筑垃圾、渣土', 'Building spoil is heaped in a public place'],
    closed: ['渣土清运完毕，场地平整', 'It is carted off and the ground is level'],
    goals: one(workdays(2)),
    source: cityTable,
    words: '渣土 建筑垃圾 装修垃圾 土堆',
  },
  {
    id: 'illegal-building',
    code: '0302',
    of: 'event',
    group: 'works',
    zh: '私搭乱建',
    en: 'Unlawful building',
    when: ['未经许可正在搭建或已搭建', 'Something is being or has been built without a permit'],
    closed: ['违法建筑拆除，现场清理', 'It is pulled down and cleared away'],
    goals: [
      ['停工', 'Work stopped', workhours(4)],
      ['处罚', 'Penalty decided', workdays(7)],
      ['拆除', 'Pulled down', workdays(20)],
    ],
    source: cityTable,
    words: '违建 搭建 私搭 加盖 违法建筑',
  },
  {
    id: 'stall',
    code: '0501',
    of: 'event',
    group: 'street-order',
    zh: '占道经营',
    en: 'Stall on the pavement',
    when: ['占用人行道或车行道摆摊经营', 'A stall takes up the pavement or the road'],
    closed: ['撤离或规范到划定区域', 'It has left, or stands where it may'],
    goals: one(workhours(4)),
    source: unconfirmed,
    words: '占道 摊点 摆摊 出店经营 夜市',
  },
  {
    id: 'bicycles',
    code: '0502',
    of: 'event',
    group: 'street-order',
    zh: '单车乱停放',
    en: 'Bicycles in the way',
    when: ['共享单车占压盲道或堵塞通道', 'Shared bicycles block a tactile path or a way'],
    closed: ['整齐停放，盲道畅通', 'They stand in order and the path is free'],
    goals: one(workhours(4)),
    source: unconfirmed,
    words: '共享单车 单车 电动车 盲道 乱停',
  },
  {
    id: 'poster',
    code: '0201',
    of: 'event',
    group: 'advertising',
    zh: '非法小广告',
    en: 'Illegal posters',
    when: ['公共设施上张贴、喷涂小广告', 'Posters or paint on public things'],
    closed: ['清除干净，不留痕迹', 'They are gone without a trace'],
    goals: one(workdays(1)),
    source: unconfirmed,
    words: '小广告 张贴 喷涂 横幅',
  },
  {
    id: 'proactive',
    code: '0901',
    of: 'event',
    group: 'roots',
    zh: '未诉先办',
    en: 'Solved at its root',
    when: ['同一地点或同一问题反复出现', 'The same comes again and again'],
    closed: ['源头已治理，回头看不再反复', 'Its cause is gone and it has not come back'],
    goals: [
      ['拿出方案', 'A plan', workdays(5)],
      ['落实到位', 'Carried out', workdays(20)],
    ],
    source: unconfirmed,
    words: '源头治理',
  },
  {
    id: 'manhole',
    code: '1101',
    of: 'component',
    group: 'utilities',
    zh: '井盖缺失破损',
    en: 'Manhole cover missing or broken',
    when: ['井盖缺失、破损、塌陷', 'A cover is missing, broken or sunk'],
    closed: ['先围挡警示，再补齐修复', 'Fenced off at once, then mended'],
    goals: [
      ['围挡警示', 'Fenced off', workhours(1)],
      ['补齐修复', 'Mended', workdays(1)],
    ],
    source: unconfirmed,
    components: ['0101', '0102', '0103', '0105', '0106', '0107'],
    words: '井盖 窨井 塌陷',
    urgent: true,
  },
  {
    id: 'lamp',
    code: '1102',
    of: 'component',
    group: 'utilities',
    zh: '路灯不亮破损',
    en: 'Street lamp out or broken',
    when: ['路灯不亮、灯杆倾斜或破损', 'A lamp is out, leaning or broken'],
    closed: ['正常照明，灯杆牢固', 'It shines and stands firm'],
    goals: one(workdays(1)),
    source: unconfirmed,
    components: ['0109'],
    words: '路灯 灯杆 照明',
  },
  {
    id: 'railing',
    code: '1201',
    of: 'component',
    group: 'roads',
    zh: '交通护栏损坏',
    en: 'Broken railing',
    when: ['护栏倾倒、缺失、变形', 'A railing has fallen, is missing or bent'],
    closed: ['修复到位，无尖锐突出', 'It is mended and nothing sticks out'],
    goals: one(workdays(3)),
    source: unconfirmed,
    components: ['0204'],
    words: '护栏 隔离栏 栏杆',
  },
  {
    id: 'pavement',
    code: '1202',
    of: 'component',
    group: 'roads',
    zh: '人行道破损',
    en: 'Broken pavement',
    when: ['人行道砖松动、缺失、塌陷', 'Stones of the pavement are loose, missing or sunk'],
    closed: ['修补平整', 'It is even again'],
    goals: one(workdays(3)),
    source: unconfirmed,
    words: '人行道 地砖 坑洼 路面破损',
  },
  {
    id: 'litter-bin',
    code: '1301',
    of: 'component',
    group: 'cleaning',
    zh: '果皮箱满溢损坏',
    en: 'Litter bin full or broken',
    when: ['果皮箱满溢、损坏、缺失', 'A bin overflows, is broken or missing'],
    closed: ['清空或修复，周边干净', 'It is emptied or mended, and clean around'],
    goals: one(workhours(4)),
    source: unconfirmed,
    components: ['0302'],
    words: '果皮箱 垃圾桶 满溢',
  },
  {
    id: 'green-care',
    code: '1401',
    of: 'component',
    group: 'green',
    zh: '绿地养护',
    en: 'Care of greenery',
    when: ['绿地裸露、死株缺株、树木倒伏', 'Bare ground, dead or missing plants, fallen trees'],
    closed: ['补植修剪到位', 'Planted or trimmed'],
    goals: one(workdays(5)),
    source: cityTable,
    components: ['0401', '0402'],
    words: '绿地 树木 倒伏 枯树 行道树 绿化',
  },
]
