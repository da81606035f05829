import { type Said, said } from '../../../../../platform/words.ts'

/** The duty list and the fallback desk. */
export const dutyWords = {
  title: said('职责清单', 'Duty list'),
  lead: said(
    '派单按这份清单找单位：先看类别，越细越优先；再看属地；都没有就由兜底单位承接。',
    'Dispatching finds the unit by this list: the deepest category first, then the nearest area; what no line names goes to the fallback desk.',
  ),
  add: said('新增一条', 'Add a line'),
  export: said('导出 Excel', 'Export to Excel'),
  import: said('批量导入', 'Import'),
  importText: said(
    '用导出的表修改后上传。编号不动、单位改了，就从生效日期起改派；填了结束日期就到期终止；新增的行不填编号。',
    'Change the exported table and send it. A known id with another unit is given to it from its day on; with a last day it ends; a new row has no id.',
  ),
  search: said('类别或依据', 'Category or basis'),
  unit: said('单位', 'Unit'),
  area: said('属地', 'Area'),
  everywhere: said('全区', 'Everywhere'),
  category: said('事项类别', 'Category'),
  categoryHint: said('不选就是全部类别', 'Left open: every category'),
  everything: said('全部类别', 'Every category'),
  areaHint: said('不选就是全区', 'Left open: the whole district'),
  part: said('主责或协助', 'Leads or assists'),
  basis: said('依据', 'Basis'),
  basisHint: said('写明出自哪份文件', 'The document the line stands in'),
  from: said('生效日期', 'From'),
  to: said('结束日期', 'Until'),
  toHint: said('不填就是长期', 'Left open: until further notice'),
  when: said('时间', 'When'),
  now: said('现行', 'In force'),
  ahead: said('将要生效', 'To come'),
  over: said('已结束', 'Ended'),
  standing: said('现行和将要生效', 'In force or to come'),
  any: said('全部', 'All'),
  day: said('按哪天看', 'As of'),
  sort: said('排序', 'Order'),
  category_: said('按类别', 'By category'),
  newest: said('最近生效的在前', 'Latest first'),
  none: said('没有符合条件的职责', 'No line fits'),
  change: said('改派', 'Give to another'),
  end: said('终止', 'End'),
  endText: said(
    '从这一天起不再按这条派单。已经派出的工单不动。',
    'From that day on nothing is sent by this line. Cases that were sent stay where they are.',
  ),
  endDay: said('从哪天起', 'From'),
  needed: said('请填写', 'Please fill this in'),
  preview: said('看看会怎样', 'See what follows'),
  confirm: said('确认保存', 'Save'),
  saved: said('已保存', 'Saved'),
  ended: said('已终止', 'Ended'),
  fallback: said('兜底承接单位', 'Fallback desk'),
  fallbackLead: said(
    '清单没有列明的，一律由它先接下来。只能换，不能没有。',
    'Takes whatever no line names. It can move, it can never be missing.',
  ),
  fallbackMove: said('换一个单位', 'Name another'),
  fallbackMissing: said('尚未指定', 'Not named'),
  follows: said('会有这些变化', 'What would change'),
  before: said('现在派给', 'Goes now to'),
  after: said('以后派给', 'Would go to'),
  waiting: said('待派工单', 'Cases waiting'),
  nothing: said('没有变化：同一件事仍派给同一个单位。', 'Nothing changes: everything goes to the same unit as now.'),
  nobody: said('（无）', '(nobody)'),
} as const satisfies Record<string, Said>

/** How much would change, in one sentence. */
export const shiftsSaid = (total: number, cases: number): Said =>
  said(
    `${total} 种情形会改派，其中 ${cases} 件待派工单会换承办单位；已派出的不动。`,
    `${total} kinds of matters would go elsewhere, ${cases} waiting cases among them; what was sent stays.`,
  )
export const firstOf = (shown: number, total: number): Said =>
  said(`只列前 ${shown} 种，共 ${total} 种`, `The first ${shown} of ${total}`)
