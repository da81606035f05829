import { type Said, said } from '../../../platform/words.ts'

/** What an answer to a resident may lack. Advice, never a bar. */
export type ReplyFaultKind =
  | 'off-topic'
  | 'no-basis'
  | 'no-date'
  | 'no-deed'
  | 'empty-phrases'
  | 'personal'
  | 'unfilled'

export const replyFaultWords = {
  'off-topic': said('没有说到群众反映的事', 'It does not speak of what was asked'),
  'no-basis': said('没有写依据（如文件名称、条款、标准）', 'It names no basis (a document, an article, a standard)'),
  'no-date': said('没有写日期（什么时候办的、什么时候办好）', 'It names no date (when it was or will be done)'),
  'no-deed': said('没有写做了什么', 'It does not say what was done'),
  'empty-phrases': said('有空话套话，请换成具体做法', 'Empty phrases; say what was done instead'),
  personal: said('可能写了别人的个人信息，请删去', 'It may hold personal data; take it out'),
  unfilled: said('还有没填的空', 'Blanks are left to be filled in'),
} as const satisfies Record<ReplyFaultKind, Said>

/** The blanks of a template that the city fills in, as they are written between 【 and 】. */
export const blankWords = {
  number: '编号',
  title: '标题',
  place: '地点',
  unit: '承办单位',
  category: '类别',
  filed: '登记日期',
  today: '今天',
} as const

/** Said in every answer and meaning nothing in any. */
export const emptyPhrases: readonly string[] = [
  '高度重视',
  '已收悉',
  '已知悉',
  '认真研究',
  '积极协调',
  '积极对接',
  '进一步加强',
  '加强管理',
  '加大力度',
  '举一反三',
  '妥善处理',
  '妥善解决',
  '依法依规处理',
  '按规定处理',
  '正在处理中',
  '尽快处理',
  '尽快解决',
  '尽早解决',
  '持续跟进',
  '持续关注',
  '密切关注',
  '统筹考虑',
  '纳入考虑',
  '望您理解',
  '敬请谅解',
  '感谢您的关心',
  '感谢您的理解',
  '感谢您对我们工作的支持',
]

/** What any message says, and so tells nothing about this one. */
export const plainWords: readonly string[] = [
  '反映',
  '问题',
  '情况',
  '希望',
  '请求',
  '要求',
  '建议',
  '投诉',
  '咨询',
  '求助',
  '相关',
  '有关',
  '部门',
  '单位',
  '处理',
  '解决',
  '尽快',
  '居民',
  '市民',
  '群众',
  '我们',
  '你们',
  '您好',
  '今天',
  '昨天',
  '现在',
  '已经',
  '一直',
  '这个',
  '没有',
  '怎么',
  '什么',
]

/** Words that rest an answer on something. */
export const basisWords: readonly string[] = ['依据', '根据', '按照', '依照', '规定', '标准', '条例', '办法', '合同']

/** Days that one names without figures. */
export const dayWords: readonly string[] = [
  '今天',
  '今日',
  '昨天',
  '昨日',
  '明天',
  '明日',
  '当天',
  '当日',
  '本周',
  '下周',
]

/** Words that tell of something done. */
export const deedWords: readonly string[] = [
  '已',
  '完成',
  '完毕',
  '更换',
  '修复',
  '维修',
  '清理',
  '清运',
  '安装',
  '拆除',
  '到场',
  '现场',
  '约谈',
  '责令',
  '告知',
  '联系',
  '核实',
  '整改',
]

/** The columns of templates as a file. */
export const templateFile = {
  sheet: '答复模板',
  name: '模板名称',
  unit: '单位',
  body: '内容',
  state: '状态',
  version: '版本',
  changed: '修改日期',
  district: '全区',
  live: '使用中',
  withdrawn: '已停用',
} as const
