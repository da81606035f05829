import type { Day } from '../../../platform/time.ts'
import type { UnitId, UnitKind, UnitLevel, UnitVersion } from '../model.ts'

type Line = readonly [id: string, name: string, shortName: string, code: string]

/** The line departments (条) of the invented district; all but the first three answer for categories of their own. */
export const departments: readonly Line[] = [
  ['zfb', '云溪区人民政府办公室', '政府办', 'BGS'],
  ['xnb', '云溪区效能建设办公室', '效能办', 'XNB'],
  ['ducha', '云溪区人民政府督查室', '督查室', 'DCS'],
  ['wangge', '云溪区城市运行（网格化）中心', '网格中心', 'WGZX'],
  ['zhujian', '云溪区住房和城乡建设局', '住建局', 'ZJJ'],
  ['chengguan', '云溪区城市管理局', '城管局', 'CGJ'],
  ['shichang', '云溪区市场监督管理局', '市场监管局', 'SCJ'],
  ['gongan', '云溪区公安分局', '公安分局', 'GAJ'],
  ['minzheng', '云溪区民政局', '民政局', 'MZJ'],
  ['renshe', '云溪区人力资源和社会保障局', '人社局', 'RSJ'],
  ['jiaoyu', '云溪区教育局', '教育局', 'JYJ'],
  ['weijian', '云溪区卫生健康委员会', '卫健委', 'WJW'],
  ['huanbao', '云溪区生态环境分局', '生态环境分局', 'HBJ'],
  ['jiaotong', '云溪区交通运输局', '交通局', 'JTJ'],
  ['shuiwu', '云溪区水务局', '水务局', 'SWJ'],
  ['wenlv', '云溪区文化和旅游局', '文旅局', 'WLJ'],
  ['yingji', '云溪区应急管理局', '应急局', 'YJJ'],
  ['shuishou', '云溪区税务局', '税务局', 'SSJ'],
  ['ziran', '云溪区自然资源和规划分局', '自然资源分局', 'ZRJ'],
  ['nongye', '云溪区农业农村局', '农业农村局', 'NYJ'],
]

export const HOTLINE: UnitId = 'unit_rexian'
export const ROOT: UnitId = 'unit_quzhengfu'

type Street = Line & readonly [id: string, name: string, shortName: string, code: string]
/** The streets (块), and in each two communities. Codes are division codes under the district's own. */
export const streets: readonly { readonly street: Street; readonly communities: readonly Line[] }[] = [
  {
    street: ['yunxi', '云溪街道办事处', '云溪街道', '001'],
    communities: [
      ['yunxi-qiaotou', '桥头社区', '桥头社区', '001001'],
      ['yunxi-zhaohua', '朝花社区', '朝花社区', '001002'],
    ],
  },
  {
    street: ['wangjiang', '望江街道办事处', '望江街道', '002'],
    communities: [
      ['wangjiang-dukou', '渡口社区', '渡口社区', '002001'],
      ['wangjiang-lianchi', '莲池社区', '莲池社区', '002002'],
    ],
  },
  {
    street: ['baishi', '白石街道办事处', '白石街道', '003'],
    communities: [
      ['baishi-songlin', '松林社区', '松林社区', '003001'],
      ['baishi-shuiku', '水库社区', '水库社区', '003002'],
    ],
  },
  {
    street: ['nanhu', '南湖街道办事处', '南湖街道', '004'],
    communities: [
      ['nanhu-hubin', '湖滨社区', '湖滨社区', '004001'],
      ['nanhu-xincheng', '新城社区', '新城社区', '004002'],
    ],
  },
]

/** Sections of the larger departments. */
const sections: readonly (Line & { readonly 0: string })[] = [
  ['zhujian-wuye', '物业管理科', '物业科', 'ZJJ-WY'],
  ['chengguan-shirong', '市容环卫科', '市容科', 'CGJ-SR'],
]

type Standing = {
  readonly kind: UnitKind
  readonly level: UnitLevel
  readonly parent: UnitId | null
  readonly since: Day
}

const unit = ([id, name, shortName, code]: Line, { since, ...standing }: Standing): UnitVersion => ({
  id: `unit_${id}`,
  version: 1,
  name,
  shortName,
  code,
  ...standing,
  from: since,
  to: null,
  mergedInto: null,
})

/** The whole tree of the invented district, from one day on. */
export function seedUnits(district: string, since: Day): readonly UnitVersion[] {
  const line = { kind: 'line', level: 'department', parent: ROOT, since } as const
  return [
    unit(['quzhengfu', '云溪区人民政府', '区政府', district], {
      kind: 'territory',
      level: 'district',
      parent: null,
      since,
    }),
    ...departments.map((department) => unit(department, line)),
    unit(['rexian', '云溪区12345政务服务便民热线中心', '热线中心', 'RXZX'], { ...line, parent: 'unit_zfb' }),
    ...sections.map((section) =>
      unit(section, { ...line, level: 'section', parent: `unit_${section[0].split('-')[0]}` }),
    ),
    ...streets.flatMap(({ street, communities }) => [
      unit([street[0], street[1], street[2], district + street[3]], {
        kind: 'territory',
        level: 'street',
        parent: ROOT,
        since,
      }),
      ...communities.map(([id, name, shortName, code]) =>
        unit([id, name, shortName, district + code], {
          kind: 'territory',
          level: 'community',
          parent: `unit_${street[0]}`,
          since,
        }),
      ),
    ]),
  ]
}
