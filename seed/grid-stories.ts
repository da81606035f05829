import type { NewCase } from '../src/kernel/cases/handle/cases.ts'
import type { Matter } from '../src/kernel/matters/model.ts'
import { pathText } from '../src/kernel/matters/rules/categories.ts'
import type { StaffId } from '../src/kernel/people/model.ts'
import type { GridStage } from '../src/modules/grid/rules/grid-event.ts'
import { HOUR, type Instant, later } from '../src/platform/time.ts'
import { pointOf } from './map/town-map.ts'
import type { Pictures } from './pictures/plant.ts'
import { type Corner, cornerIn } from './places.ts'
import type { Plan, Plot } from './plot.ts'

/** One thing that a collector saw, or a resident told, and what became of it. */
export type GridStory = {
  readonly id: string
  /** Its type, by the id without the prefix. */
  readonly type: string
  readonly where: readonly [text: string, corner: Corner]
  /** So many hours ago. */
  readonly hours: number
  readonly text: string
  /** Told by a resident: nobody of the city has seen it yet. */
  readonly told?: true
  readonly plot?: Plot
  /** Where it stands today, and for how many hours. */
  readonly stands?: GridStage
  readonly since?: number
  /** At which of its milestones. */
  readonly milestone?: 2 | 3
}

const day = 24

/** Something at every stage, and some weeks of what is finished. All invented. */
export const gridStories: readonly GridStory[] = [
  ...(
    [
      ['reported', 'bicycles', '湖滨路地铁口', 'hubin-1', '共享单车堆在盲道上，轮椅过不去。', 0.6, 0.4, true],
      ['site-check', 'pavement', '师范路小学门口', 'lianchi-3', '人行道地砖翘起一大片，孩子容易绊倒。', 2.5, 1.2, true],
      ['rejection-review', 'poster', '百花路步行街', 'zhaohua-4', '电线杆上好像又有小广告。', 3, 0.5, true],
      ['dispatching', 'litter', '朝花菜场后门', 'zhaohua-4', '菜叶和泡沫箱堆在路边，有异味。', 0.9, 0.4],
      ['assigned', 'railing', '工业大道与松林路口', 'songlin-3', '隔离护栏被撞倒三节，断口朝外。', 2, 0.6],
      ['return-court', 'green-care', '滨江大道绿化带', 'dukou-4', '行道树倒伏压住非机动车道。', 8, 1],
      ['handling', 'lamp', '水库路大坝段', 'shuiku-2', '连续五盏路灯不亮。', 9, 6],
      ['extension-review', 'pavement', '金桂路银杏里段', 'xincheng-2', '人行道塌陷约两平方米。', 12, 1],
      ['hold-review', 'green-care', '松林二村中心绿地', 'songlin-2', '草坪裸露，需待种植季补植。', 12, 1],
      ['on-hold', 'green-care', '溪畔花园南侧', 'qiaotou-4', '死株缺株二十余棵，入冬不宜补种。', 6 * day, 2 * day],
      ['verifying', 'litter', '石桥路公交站旁', 'qiaotou-1', '果皮箱旁垃圾散落。', 5, 1],
      ['verifying', 'stall', '莲池农贸市场西门', 'lianchi-4', '占用人行道摆摊三处。', 6, 1.5],
      ['closing', 'street-cleaning', '新城大道枢纽站', 'xincheng-3', '路面有大片油污。', 5, 0.8],
      ['closed', 'litter-bin', '南湖公园北门', 'hubin-4', '果皮箱满溢。', 2 * day, day],
    ] as const
  ).map(([stands, type, place, corner, text, hours, since, told]): GridStory => {
    return {
      id: `now-${stands}-${type}`,
      type,
      where: [place, corner],
      hours,
      since,
      text,
      stands,
      ...(told && { told }),
    }
  }),
  {
    id: 'building-milestones',
    type: 'illegal-building',
    where: ['桥西里 9 号楼顶', 'qiaotou-3'],
    hours: 7 * day,
    text: '楼顶正在搭建彩钢房，约三十平方米，工人仍在施工。',
    stands: 'handling',
    since: 6.6 * day,
    milestone: 2,
  },
  {
    id: 'manhole-late',
    type: 'manhole',
    where: ['渡口路老轮渡站前', 'dukou-4'],
    hours: 3 * day,
    text: '雨水井盖断裂下沉，路过车辆有异响。',
    plot: 'ignored',
    stands: 'handling',
    since: 2 * day,
  },
  {
    id: 'stall-not-found',
    type: 'stall',
    where: ['朝阳巷口', 'zhaohua-3'],
    hours: 4 * day,
    text: '有人反映夜里摆摊。',
    told: true,
    plot: 'declined',
  },
  ...before(
    'litter',
    '石桥路公交站旁',
    'qiaotou-1',
    ['果皮箱旁垃圾散落。', '站台后堆着几袋垃圾。', '又有人把装修垃圾丢在站台边。'],
    [4, 11, 19, 27, 40, 52],
  ),
  ...before(
    'stall',
    '莲池农贸市场西门',
    'lianchi-4',
    ['占道卖菜，行人绕行。', '早点摊占了半条人行道。'],
    [6, 15, 24, 38],
  ),
  ...before('bicycles', '新城公交枢纽出站口', 'xincheng-3', ['单车乱停，盲道被占。'], [3, 9, 17, 30, 45]),
  ...before('flooding', '滨江大道下穿桥', 'dukou-1', ['雨后积水约十厘米。'], [13, 33]),
  ...before('spoil-heap', '白石工业园北路', 'songlin-3', ['路边倾倒渣土约两车。'], [8, 29]),
  ...before('lamp', '石桥路东段', 'qiaotou-1', ['路灯闪烁不亮。'], [22]),
]

/** The same at the same place, so many days ago each time, long put right. */
function before(type: string, place: string, corner: Corner, texts: readonly string[], days: readonly number[]) {
  return days.map((ago, at): GridStory => {
    const text = texts[at % texts.length] ?? ''
    const plot: Plot = at % 3 === 2 ? 'verify-fails' : 'plain'
    return { id: `past-${type}-${ago}`, type, where: [place, corner], hours: ago * day + 3 * at, text, plot }
  })
}

export const gridKeyOf = ({ id }: GridStory): string => `demo/grid-${id}`

/** Who walks the grids of a street. */
const collectorOf = (grid: string, district: string): StaffId =>
  `staff_wangge-xuncha${Number(grid.slice(district.length, district.length + 3))}`

type Filing = {
  readonly matters: readonly Matter[]
  readonly district: string
  readonly now: Instant
  readonly pictures: Pictures
}

export function gridFilingOf(story: GridStory, { matters, district, now, pictures }: Filing): NewCase {
  const matter = matters.find(({ id }) => id === `matter_grid-${story.type}`)
  if (!matter) throw new Error(`${story.id} is of the type ${story.type}, which the catalogue does not know`)
  const [place, corner] = story.where
  const { area, grid } = cornerIn(district, corner)
  const point = pointOf(place, corner)
  const collector = collectorOf(grid ?? '', district)
  return {
    district,
    matter,
    told: { title: `${matter.name.zh}：${place}`, text: story.text, place },
    at: later(now, -story.hours * HOUR),
    by: story.told ? null : collector,
    key: gridKeyOf(story),
    applicant: null,
    channel: story.told ? 'web' : 'patrol',
    enteredBy: story.told ? null : collector,
    parent: null,
    leadUnit: null,
    category: pathText(matter.category),
    area,
    grid,
    unit: 'unit_wangge',
    evidence: [pictures.get(story.type)?.before ?? []].flat(),
    ...(point && { spot: { lng: point[0], lat: point[1], accuracy: 8, heading: 90 } }),
    given: { seen: story.told ? 0 : 1 },
  }
}

const showing = (pictures: Plan['pictures']): Pick<Plan, 'pictures'> => (pictures ? { pictures } : {})

/** A town that looks after its streets is quick about them: minutes where an office takes hours. */
export const gridPlanOf = (
  { id, type, plot = 'plain', stands, since = 1, milestone }: GridStory,
  { now, pictures }: Pick<Filing, 'now' | 'pictures'>,
): Plan => ({
  ...showing(pictures.get(type)),
  seed: `grid-${id}`,
  plot,
  pace: 0.08,
  ...(milestone && { level: milestone }),
  ...(stands && { stopAt: `grid/${stands}` as const, arriveAt: later(now, -since * HOUR) }),
})
