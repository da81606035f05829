import type { Day } from '../../../platform/time.ts'
import type { Duty, UnitId } from '../model.ts'
import { streets } from './units.ts'

const LIST = '《云溪区区级部门职责清单》（演示）'
const STREET_LIST = '《云溪区街道属地管理事项清单》（演示）'
const COMMUNITY_LIST = '《云溪区社区职责清单》（演示）'

/** Category, and the department that leads; the deeper line goes before the shallower. */
const lines: readonly (readonly [category: string, unit: string])[] = [
  // The invented town's own catalogue.
  ['道路与设施', 'chengguan'],
  ['道路与设施/积水排涝', 'shuiwu'],
  ['道路与设施/桥梁通道', 'zhujian'],
  ['市容环卫', 'chengguan-shirong'],
  ['绿地与水岸', 'chengguan'],
  ['绿地与水岸/河道水面', 'shuiwu'],
  ['住房与小区', 'zhujian'],
  ['住房与小区/物业管理', 'zhujian-wuye'],
  ['住房与小区/电梯运行', 'shichang'],
  ['住房与小区/违章搭建', 'chengguan'],
  ['住房与小区/产权与交房', 'ziran'],
  ['水电气热', 'zhujian'],
  ['水电气热/供水', 'shuiwu'],
  ['出行与停车', 'jiaotong'],
  ['出行与停车/停车管理', 'chengguan'],
  ['出行与停车/信号与标线', 'gongan'],
  ['环境保护', 'huanbao'],
  ['消费与市场', 'shichang'],
  ['就业与劳动', 'renshe'],
  ['教育', 'jiaoyu'],
  ['医疗与养老', 'weijian'],
  ['医疗与养老/医保报销', 'renshe'],
  ['医疗与养老/养老服务', 'minzheng'],
  ['医疗与养老/残疾人服务', 'minzheng'],
  ['安全与秩序', 'yingji'],
  ['安全与秩序/施工安全', 'zhujian'],
  ['安全与秩序/养犬管理', 'gongan'],
  ['农业与村镇', 'nongye'],
  ['农业与村镇/土地承包与征收', 'ziran'],
  ['农业与村镇/村道与农田水利', 'shuiwu'],
  ['企业服务', 'shichang'],
  ['企业服务/政策兑现', 'shuishou'],
  ['企业服务/用地与厂房', 'ziran'],
  ['办事与作风', 'xnb'],
  ['办事与作风/户籍与证件', 'gongan'],
  // Things and states of the streets: who answers for them where no street does.
  ['城市事件', 'chengguan'],
  ['城市事件/市容环境', 'chengguan-shirong'],
  ['城市事件/施工管理', 'zhujian'],
  ['城市事件/施工管理/私搭乱建', 'chengguan'],
  ['城市事件/突发事件', 'yingji'],
  ['城市部件', 'chengguan'],
  ['城市部件/公用设施', 'zhujian'],
  ['城市部件/公用设施/路灯不亮破损', 'chengguan'],
  ['城市部件/道路交通', 'jiaotong'],
  ['城市部件/市容设施', 'chengguan-shirong'],
  // The fifteen themes of the real messages.
  ['城乡建设', 'zhujian'],
  ['城乡建设/安全生产', 'yingji'],
  ['城乡建设/城市建设和市政管理', 'chengguan'],
  ['城乡建设/城市建设和市政管理/小区管理', 'zhujian-wuye'],
  ['城乡建设/城市建设和市政管理/自来水供应', 'shuiwu'],
  ['城乡建设/城市建设和市政管理/公共汽车', 'jiaotong'],
  ['城乡建设/城乡规划', 'ziran'],
  ['党务政务', 'zfb'],
  ['党务政务/宣传舆论', 'wenlv'],
  ['国土资源', 'ziran'],
  ['环境保护', 'huanbao'],
  ['纪检监察', 'xnb'],
  ['交通运输', 'jiaotong'],
  ['经济管理', 'shichang'],
  ['经济管理/安全生产', 'yingji'],
  ['经济管理/金融财税', 'shuishou'],
  ['科技与信息产业', 'zfb'],
  ['民政', 'minzheng'],
  ['农村农业', 'nongye'],
  ['农村农业/水利水电', 'shuiwu'],
  ['商贸旅游', 'shichang'],
  ['商贸旅游/旅游管理', 'wenlv'],
  ['卫生计生', 'weijian'],
  ['卫生计生/食品药品监管', 'shichang'],
  ['政法', 'gongan'],
  ['教育文体', 'jiaoyu'],
  ['教育文体/体育', 'wenlv'],
  ['教育文体/文化', 'wenlv'],
  ['教育文体/文物管理', 'wenlv'],
  ['劳动和社会保障', 'renshe'],
]

/** What streets lead in, each in its own area. */
const streetLeads = [
  '道路与设施/无障碍设施',
  '市容环卫/占道摊点',
  '安全与秩序/消防通道',
  '城市事件/市容环境',
  '城市事件/街面秩序',
  '城乡建设/城市建设和市政管理/居民服务设施',
]
/** What communities lead in, and what they only help with (京条例 第十七条: helping is not answering for). */
const communityLeads = ['民政/基层选举和社区建设']
const communityAssists = ['市容环卫', '住房与小区/物业管理', '医疗与养老/养老服务']

/** The duty list of the invented district from one day on; the fallback desk is written apart. */
export function seedDuties(district: string, since: Day): readonly Duty[] {
  let count = 0
  const duty = (category: string, unit: string, more: Pick<Duty, 'area' | 'part' | 'basis'>): Duty => ({
    id: `duty_${String(++count).padStart(3, '0')}`,
    category,
    unit: `unit_${unit}` as UnitId,
    ...more,
    from: since,
    to: null,
  })
  return [
    ...distinct(lines).map(([category, unit]) => duty(category, unit, { area: null, part: 'lead', basis: LIST })),
    ...streets.flatMap(({ street: [id, , , code], communities }) => [
      ...streetLeads.map((category) => duty(category, id, { area: district + code, part: 'lead', basis: STREET_LIST })),
      ...communities.flatMap(([community, , , place]) => {
        const area = `${district}${code}/${district}${place}`
        return [
          ...communityLeads.map((category) => duty(category, community, { area, part: 'lead', basis: COMMUNITY_LIST })),
          ...communityAssists.map((category) =>
            duty(category, community, { area, part: 'assist', basis: COMMUNITY_LIST }),
          ),
        ]
      }),
    ]),
  ]
}

/** Both catalogues know 环境保护; it is one line. */
const distinct = (all: typeof lines): typeof lines => [...new Map(all.map((line) => [line[0], line])).values()]
