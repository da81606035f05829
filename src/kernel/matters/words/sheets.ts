import { type Said, said } from '../../../platform/words.ts'

/** The sheets and columns of a catalogue in Excel. Either tongue is taken as a heading. */
export const sheetWords = {
  matters: said('事项', 'matters'),
  promises: said('时限承诺', 'promises'),
  categories: said('分类', 'categories'),
} as const

export const matterColumnWords = {
  id: said('编号', 'id'),
  version: said('版本', 'version'),
  status: said('状态', 'status'),
  nameZh: said('名称', 'name'),
  nameEn: said('英文名称', 'english name'),
  code: said('实施编码', 'code'),
  category: said('分类', 'category'),
  kind: said('类型', 'kind'),
  procedure: said('程序', 'procedure'),
  dutyRule: said('责任规则', 'duty'),
  dutyUnit: said('承办单位', 'unit'),
  confirmAt: said('说“不”确认层级', 'refusal confirmed at'),
  ratingAsked: said('请评价', 'rating asked'),
  ratingRectify: said('差评整改', 'bad rating rectified'),
  urgent: said('紧急', 'urgent'),
  internal: said('仅内部', 'internal'),
  audience: said('服务对象', 'audience'),
  intakeWords: said('识别词', 'intake words'),
  effectiveFrom: said('生效日期', 'first day'),
  effectiveTo: said('失效日期', 'last day'),
  sourceDoc: said('依据文件', 'source document'),
  conditions: said('受理条件', 'conditions'),
  closing: said('结案条件', 'closing conditions'),
  milestones: said('阶段', 'milestones'),
  componentTypes: said('部件类型', 'types of components'),
  papers: said('申请材料', 'papers'),
  form: said('表单', 'form'),
} as const

export const promiseColumnWords = {
  matter: said('事项编号', 'matter'),
  version: said('事项版本', 'version of the matter'),
  key: said('时限项', 'promise'),
  amount: said('时长', 'amount'),
  unit: said('单位', 'unit'),
  start: said('起算', 'start'),
  warning: said('预警', 'warning'),
  maxExtensions: said('可延期次数', 'extensions'),
  extensionAmount: said('每次延期', 'extension'),
  extensionUnit: said('延期单位', 'extension unit'),
  extensionStart: said('延期起算', 'extension start'),
  pausable: said('可暂停', 'pausable'),
  legalAmount: said('法定时长', 'limit in law'),
  legalUnit: said('法定单位', 'unit of the limit in law'),
  legalStart: said('法定起算', 'start of the limit in law'),
  legalBasis: said('法定依据', 'law'),
  source: said('来源', 'source'),
  mark: said('可靠性', 'mark'),
  from: said('生效日期', 'first day'),
  until: said('失效日期', 'last day'),
} as const

/** Where a person's own words stand for a code in a cell; the first is the one that is written. */
export const yesWords = said('是', 'yes')
export const noWords = said('否', 'no')
export const dutyRuleWords = {
  'duty-list': said('按职责清单', 'duty-list'),
  'owner-first': said('先属主后属地', 'owner-first'),
  'territory-first': said('先属地后属主', 'territory-first'),
  unit: said('指定单位', 'unit'),
} as const
export const startWords = {
  'next-day': said('次日', 'next-day'),
  'next-workday': said('次工作日', 'next-workday'),
  'at-once': said('即时', 'at-once'),
} as const

/** What an import says of a row besides what is wrong with its fields. */
export const rowWords = {
  'id-twice': said('编号重复', 'This id stands there twice'),
  'unknown-matter': said('“事项”表中没有这个编号', 'The sheet of matters does not have this id'),
  'not-json': said('不是有效的 JSON', 'This is not JSON'),
  'form-missing': said('新事项须填写表单', 'A new matter needs a form'),
  'sheet-missing': said('缺少“事项”表', 'The sheet of matters is missing'),
  'column-missing': said('缺少这一列', 'This column is missing'),
  'other-district': said('属于其他区划', 'It belongs to another district'),
  'not-an-object': said('应为一个事项', 'A matter is expected here'),
  'draft-of-somebody-else': said('他人正在修改该事项的草稿', 'Somebody else is working on a draft of this matter'),
  'starts-before-last': said('新版本的生效日期不能早于上一版本', 'A new version may not begin before the last one'),
  malformed: said('内容有误', 'This is not right'),
} as const
export type RowFault = keyof typeof rowWords

export const errorColumnWord = said('错误', 'errors')

/** What may stand in a cell that takes one of a few words. */
export const choiceWords = (choices: readonly Said[]): Said =>
  said(
    `只能是：${choices.map(({ zh }) => zh).join('、')}`,
    `It must be one of: ${choices.map(({ en }) => en).join(', ')}`,
  )
