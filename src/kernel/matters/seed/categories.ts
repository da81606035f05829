import type { Category, CategoryId } from '../model.ts'

type Branch = readonly [
  id: string,
  zh: string,
  en: string,
  leaves: readonly (readonly [id: string, zh: string, en: string])[],
]

/** What the people of the invented district ask about, in its own words: 15 themes, 60 beneath them. */
const branches: readonly Branch[] = [
  [
    'streets',
    '道路与设施',
    'Streets and fixtures',
    [
      ['lamps', '路灯照明', 'Street lighting'],
      ['pavement', '路面与井盖', 'Road surface and covers'],
      ['drainage', '积水排涝', 'Flooded roads and drains'],
      ['barrier-free', '无障碍设施', 'Barrier-free facilities'],
      ['bridges', '桥梁通道', 'Bridges and underpasses'],
    ],
  ],
  [
    'clean',
    '市容环卫',
    'Clean city',
    [
      ['waste', '垃圾收运', 'Waste collection'],
      ['toilets', '公共厕所', 'Public toilets'],
      ['stalls', '占道摊点', 'Stalls on the pavement'],
      ['posters', '招牌与小广告', 'Signs and posters'],
    ],
  ],
  [
    'green',
    '绿地与水岸',
    'Parks and waterside',
    [
      ['trees', '树木修剪', 'Trees'],
      ['parks', '公园广场', 'Parks and squares'],
      ['rivers', '河道水面', 'Rivers and ponds'],
    ],
  ],
  [
    'housing',
    '住房与小区',
    'Housing and estates',
    [
      ['property', '物业管理', 'Property management'],
      ['lifts', '电梯运行', 'Lifts'],
      ['repairs', '房屋维修', 'Repairs'],
      ['public-housing', '保障住房', 'Public housing'],
      ['deeds', '产权与交房', 'Deeds and handing over'],
      ['illegal-building', '违章搭建', 'Illegal building'],
    ],
  ],
  [
    'supply',
    '水电气热',
    'Water, power, gas, heat',
    [
      ['water', '供水', 'Water'],
      ['power', '供电', 'Power'],
      ['gas', '燃气', 'Gas'],
      ['heat', '供暖', 'Heating'],
      ['telecom', '通信网络', 'Telephone and network'],
    ],
  ],
  [
    'traffic',
    '出行与停车',
    'Getting about',
    [
      ['bus', '公交线路', 'Buses'],
      ['taxi', '出租与网约车', 'Taxis'],
      ['parking', '停车管理', 'Parking'],
      ['signals', '信号与标线', 'Signals and markings'],
      ['bicycles', '共享单车', 'Shared bicycles'],
    ],
  ],
  [
    'environment',
    '环境保护',
    'Environment',
    [
      ['noise', '噪声', 'Noise'],
      ['air', '油烟扬尘', 'Fumes and dust'],
      ['sewage', '污水排放', 'Waste water'],
    ],
  ],
  [
    'market',
    '消费与市场',
    'Shops and markets',
    [
      ['refunds', '消费纠纷', 'Refunds and disputes'],
      ['food', '食品安全', 'Food safety'],
      ['prices', '价格收费', 'Prices and fees'],
      ['prepaid', '预付卡', 'Prepaid cards'],
    ],
  ],
  [
    'work',
    '就业与劳动',
    'Work',
    [
      ['wages', '工资报酬', 'Wages'],
      ['insurance', '社会保险', 'Social insurance'],
      ['training', '就业培训', 'Jobs and training'],
    ],
  ],
  [
    'school',
    '教育',
    'Schools',
    [
      ['enrolment', '入学入园', 'Enrolment'],
      ['after-school', '课后服务', 'After-school care'],
      ['tutoring', '校外培训', 'Tutoring'],
      ['campus', '校园管理', 'Campus'],
    ],
  ],
  [
    'health',
    '医疗与养老',
    'Health and care',
    [
      ['clinics', '看病就医', 'Seeing a doctor'],
      ['medical-insurance', '医保报销', 'Medical insurance'],
      ['elderly', '养老服务', 'Care for the old'],
      ['disabled', '残疾人服务', 'Services for the disabled'],
      ['nurseries', '托育服务', 'Nurseries'],
    ],
  ],
  [
    'safety',
    '安全与秩序',
    'Safety and order',
    [
      ['fire', '消防通道', 'Fire lanes'],
      ['works', '施工安全', 'Building sites'],
      ['danger', '险情隐患', 'Dangers'],
      ['dogs', '养犬管理', 'Dogs'],
    ],
  ],
  [
    'country',
    '农业与村镇',
    'Farms and villages',
    [
      ['land', '土地承包与征收', 'Land'],
      ['village-roads', '村道与农田水利', 'Village roads and irrigation'],
      ['subsidies', '惠农补贴', 'Subsidies'],
    ],
  ],
  [
    'enterprise',
    '企业服务',
    'Enterprises',
    [
      ['permits', '开办与许可', 'Opening and permits'],
      ['policies', '政策兑现', 'Promised support'],
      ['sites', '用地与厂房', 'Sites'],
    ],
  ],
  [
    'office',
    '办事与作风',
    'Offices and conduct',
    [
      ['counters', '窗口办事', 'Counters'],
      ['household', '户籍与证件', 'Household and papers'],
      ['conduct', '服务态度', 'Conduct'],
    ],
  ],
]

const node = (
  id: string,
  parent: CategoryId | null,
  [zh, en]: readonly [string, string],
  ordinal: number,
): Category => ({
  id: `category_${id}`,
  version: 1,
  parent,
  name: { zh, en },
  aliases: [],
  ordinal,
  retired: false,
})

export const seedCategories: readonly Category[] = branches.flatMap(([id, zh, en, leaves], at) => [
  node(id, null, [zh, en], at),
  ...leaves.map(([leaf, name, english], below) => node(`${id}-${leaf}`, `category_${id}`, [name, english], below)),
])
