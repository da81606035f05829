import type { StaffId } from '../../people/model.ts'
import type { RoleId, UnitId } from '../model.ts'
import { departments, streets } from './units.ts'

export type SeededPost = {
  readonly unit: UnitId
  readonly role: RoleId
  readonly partTime?: true
  readonly chosenUnits?: readonly UnitId[]
  readonly grids?: readonly string[]
}
export type SeededPerson = {
  readonly id: StaffId
  readonly account: string
  readonly name: string
  readonly unit: UnitId
  readonly posts: readonly SeededPost[]
}

const families = '沈陆顾秦许邵钱俞柳宋魏姚卢田杜程曹袁于蒋'
const given = [
  '明远',
  '秀兰',
  '志强',
  '雨桐',
  '建国',
  '晓燕',
  '文博',
  '丽华',
  '海涛',
  '思琪',
  '永年',
  '佳宁',
  '国栋',
  '美玲',
  '子轩',
  '春梅',
  '立新',
]

/** The n-th invented name; families and given names turn at different speeds, so none comes twice in 340. */
const nameOf = (count: number): string =>
  `${families.charAt(count % families.length)}${given[count % given.length] ?? ''}`

type Plan = readonly [account: string, unit: string, ...posts: readonly Omit<SeededPost, 'unit'>[]]
const role = (name: string, partTime?: true): Omit<SeededPost, 'unit'> => ({
  role: `role_${name}`,
  ...(partTime ? { partTime } : {}),
})

const large = ['zhujian', 'chengguan', 'shichang', 'gongan']
const own = departments.map(([id]) => id)
const built = [
  'zhujian',
  'zhujian-wuye',
  'chengguan',
  'chengguan-shirong',
  'jiaotong',
  'shuiwu',
  'huanbao',
  'ziran',
  'yingji',
  'nongye',
  ...streets.flatMap(({ street, communities }) => [street[0], ...communities.map(([id]) => id)]),
]

/** 区分管领导: each vice-mayor for the units he is in charge of (分管); together they cover the district. */
const viceMayors: readonly Plan[] = [
  ['fuquzhang1', 'quzhengfu', { role: 'role_vice-mayor', chosenUnits: built.map((id): UnitId => `unit_${id}`) }],
  [
    'fuquzhang2',
    'quzhengfu',
    {
      role: 'role_vice-mayor',
      chosenUnits: [...own.filter((id) => !built.includes(id)), 'rexian'].map((id): UnitId => `unit_${id}`),
    },
  ],
]

const offices: readonly Plan[] = [
  ['quzhang', 'quzhengfu', role('top-leader')],
  ...viceMayors,
  ['shouli1', 'rexian', role('intake')],
  ['shouli2', 'rexian', role('intake')],
  ['shouli3', 'rexian', role('intake'), role('dispatcher', true)],
  ['shouli', 'rexian', role('intake-head')],
  ['paidan1', 'rexian', role('dispatcher')],
  ['paidan2', 'rexian', role('dispatcher'), role('handler', true)],
  ['rexian', 'rexian', role('top-leader'), role('leader', true), role('section-head', true)],
  ['hecha1', 'rexian', role('verifier')],
  ['hecha2', 'rexian', role('verifier')],
  ['huifang1', 'rexian', role('visits')],
  ['huifang2', 'rexian', role('visits')],
  ['shenpi', 'zfb', role('approver')],
  ['zfb', 'zfb', role('top-leader'), role('leader', true), role('section-head', true)],
  ['zfb.chengban', 'zfb', role('handler')],
  ['caiding1', 'xnb', role('ruling')],
  ['caiding2', 'xnb', role('ruling'), role('handler', true)],
  ['xnb', 'xnb', role('top-leader'), role('leader', true), role('section-head', true)],
  ['duban1', 'ducha', role('supervisor')],
  ['duban2', 'ducha', role('supervisor')],
  ['shenghuoquan', 'ziran', role('circle-planner')],
  ['shenji', 'quzhengfu', role('auditor')],
  ['admin', 'quzhengfu', role('administrator')],
]

/** A department has a head, a deputy in charge, a head of section and those who do the work; a small one doubles up. */
const department = (id: string): readonly Plan[] => [
  [`${id}.juzhang`, id, role('top-leader')],
  large.includes(id)
    ? [`${id}.fenguan`, id, role('leader')]
    : [`${id}.fenguan`, id, role('leader'), role('section-head', true)],
  [`${id}.chengban`, id, role('handler')],
  ...(large.includes(id)
    ? ([
        [`${id}.kezhang`, id, role('section-head')],
        [`${id}.chengban2`, id, role('handler'), role('unit-administrator', true)],
      ] satisfies Plan[])
    : []),
]

const section = (id: string): readonly Plan[] => [
  [`${id}.kezhang`, id, role('section-head')],
  [`${id}.chengban`, id, role('handler')],
]

const street = (id: string): readonly Plan[] => [
  [`${id}.zhuren`, id, role('top-leader')],
  [`${id}.fuzhuren`, id, role('leader'), role('section-head', true)],
  [`${id}.chengban`, id, role('handler')],
]

/** A community worker handles what the community answers for, and walks its grids. */
const community = (id: string, place: string): readonly Plan[] => [
  [
    `${id}.shequ`,
    id,
    role('handler'),
    { role: 'role_grid-worker', partTime: true, grids: [`${place}-01`, `${place}-02`] },
  ],
]

/** 网格监督员: walk the grids of one street for the centre, and handle nothing themselves. */
const collectors = (district: string): readonly Plan[] =>
  streets.map(({ communities }, at) => [
    `wangge.xuncha${at + 1}`,
    'wangge',
    {
      role: 'role_grid-worker',
      grids: communities.flatMap(([, , , code]) =>
        ['01', '02', '03', '04'].map((grid) => `${district}${code}-${grid}`),
      ),
    },
  ])

/** Who goes and looks where no grid is known: somebody of each street for its ground, the centre for all the rest. */
const centres = (district: string): readonly Plan[] => [
  ['wangge.zhiban', 'wangge', { role: 'role_grid-centre', grids: [district] }],
  ...streets.map(({ street: [id, , , code], communities }): Plan => {
    const grids = [code, ...communities.map(([, , , below]) => below)].map((one) => `${district}${one}`)
    return [`${id}.wangge`, id, { role: 'role_grid-centre', grids }]
  }),
]

/** Everybody who works for the invented district, in a fixed order. */
export function seedPeople(district: string): readonly SeededPerson[] {
  const plans = [
    ...offices,
    ...own.slice(3).flatMap(department),
    ...['zhujian-wuye', 'chengguan-shirong'].flatMap(section),
    ...streets.flatMap(({ street: [id], communities }) => [
      ...street(id),
      ...communities.flatMap(([name, , , code]) => community(name, `${district}${code}`)),
    ]),
    ...collectors(district),
    ...centres(district),
  ]
  return plans.map(([account, unit, ...posts], count) => ({
    id: `staff_${account.replace('.', '-')}`,
    account,
    name: nameOf(count),
    unit: `unit_${unit}`,
    posts: posts.map((post) => ({ ...post, unit: `unit_${unit}` })),
  }))
}
