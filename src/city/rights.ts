import type { KnownRight } from '../kernel/organisations/model.ts'
import { type Said, said } from '../platform/words.ts'
import { caseWords, procedures } from './engine.ts'

/** Rights that are no move of a procedure, by the house in whose name they stand. */
const houses: Readonly<Record<string, { readonly name: Said; readonly rights: Readonly<Record<string, Said>> }>> = {
  cases: {
    name: said('工单', 'Cases'),
    rights: {
      'cases.read': said('查看工单', 'See cases'),
      'cases.export': said('导出工单', 'Export cases'),
      'cases.dead-letters': said('处理失败任务', 'Mend what failed'),
    },
  },
  ledger: { name: said('台账', 'Ledger'), rights: { 'ledger.audit': said('查验台账', 'Read the ledger of a case') } },
  people: {
    name: said('人员', 'People'),
    rights: {
      'people.manage': said('管理人员和岗位', 'Manage people and posts'),
      'people.logs': said('查看登录和操作日志', 'Read both logs'),
      'people.forget': said('销毁个人数据', "Destroy a person's data"),
    },
  },
  organisations: {
    name: said('组织', 'Organisation'),
    rights: {
      'organisations.units': said('管理单位', 'Manage units'),
      'organisations.roles': said('管理角色权限', 'Shape roles'),
      'organisations.duties': said('管理职责清单', 'Keep the duty list'),
      'organisations.dictionaries': said('管理字典', 'Keep the dictionaries'),
    },
  },
  worktime: {
    name: said('工作日历', 'Working calendar'),
    rights: { 'worktime.edit': said('管理工作日历和工作时段', 'Keep calendars and hours') },
  },
  matters: {
    name: said('事项', 'Matters'),
    rights: {
      'matters.edit': said('编辑事项', 'Edit matters'),
      'matters.publish': said('发布事项', 'Publish matters'),
    },
  },
  documents: {
    name: said('文书', 'Documents'),
    rights: {
      'documents.read': said('查看文书台账', 'See the register of documents'),
      'documents.issue': said('出具文书', 'Issue documents'),
      'documents.revoke': said('撤销文书', 'Revoke documents'),
      'documents.settings': said('设置文号和文书格式', 'Set numbers and wordings'),
    },
  },
  channels: {
    name: said('渠道和通知', 'Channels and notices'),
    rights: {
      'channels.manage': said('管理渠道、模板和接口', 'Manage channels, wordings and keys'),
      'channels.log': said('查看通知记录', 'Read what was sent'),
    },
  },
  places: {
    name: said('空间数据', 'Places'),
    rights: {
      'places.read': said('查看图层和部件', 'See layers and components'),
      'places.layers': said('管理图层', 'Keep layers'),
      'places.components': said('管理部件', 'Keep components'),
      'places.addresses': said('管理地址', 'Keep addresses'),
    },
  },
  ratings: {
    name: said('好差评', 'Ratings'),
    rights: {
      'ratings.read': said('查看评价', 'Read ratings'),
      'ratings.watch': said('查看评价预警', 'Watch ratings'),
    },
  },
  indicators: {
    name: said('指标', 'Indicators'),
    rights: { 'indicators.read': said('查看指标', 'Read indicators') },
  },
  dispatch: {
    name: said('智能派单', 'Dispatching'),
    rights: {
      'dispatch.watch-list': said('管理关注名单', 'Keep the watch list'),
      'dispatch.learning': said('训练分类模型', 'Train the classifier'),
    },
  },
  grid: {
    name: said('网格', 'Grid'),
    rights: {
      'grid.patrol': said('网格巡查', 'Patrol'),
      'grid.proposals': said('主动治理', 'Proactive work'),
    },
  },
  'life-circle': {
    name: said('生活圈', 'Life circles'),
    rights: {
      'life-circle.read': said('查看生活圈', 'See life circles'),
      'life-circle.keep': said('维护设施台账', 'Keep the ledgers'),
      'life-circle.set': said('设定测算标准', 'Set profiles'),
      'life-circle.plan': said('编制规划方案', 'Make plans'),
    },
  },
  sensors: { name: said('物联感知', 'Sensors'), rights: { 'sensors.manage': said('管理传感器', 'Manage sensors') } },
  exchange: {
    name: said('平台对接', 'Exchange'),
    rights: { 'exchange.manage': said('管理平台对接', 'Manage partners') },
  },
  screen: { name: said('大屏', 'Screen'), rights: { 'screen.read': said('查看大屏', 'See the screen') } },
  city: { name: said('城市', 'City'), rights: { 'city.clock': said('拨动演示时钟', 'Turn the demo clock') } },
}

const entering: Readonly<Record<string, Said>> = { 'orders.enter': said('代为登记诉求', 'File for somebody') }

/** Every button of the city with what it is called: the rights of the houses, and one for each move of a procedure. */
export const knownRights: readonly KnownRight[] = [
  ...Object.values(procedures).flatMap(({ name, moves }): KnownRight[] => {
    const words = caseWords[name as keyof typeof caseWords]
    const labels: Readonly<Record<string, { readonly name: Said }>> = words.moves
    const buttons = Object.entries(moves).map(([move]) => [`${name}.${move}`, labels[move]?.name] as const)
    const others = Object.entries(entering).filter(([right]) => right.startsWith(`${name}.`))
    return [...others, ...buttons].flatMap(([right, label]) =>
      label === undefined ? [] : [{ right, label, house: name, houseName: words.name }],
    )
  }),
  ...Object.entries(houses).flatMap(([house, { name, rights }]) =>
    Object.entries(rights).map(([right, label]) => ({ right, label, house, houseName: name })),
  ),
]
