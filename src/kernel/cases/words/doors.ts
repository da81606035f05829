import { type Said, said } from '../../../platform/words.ts'
import type { Channel } from '../model/case.ts'
import type { TemplateRefusal } from '../model/reply-templates.ts'
import type { SavedViewRefusal } from '../model/saved-views.ts'
import type { CaseLight } from '../model/views.ts'
import { type EntryFileRefusal, entryFileOperations, entryFileRefusals } from './entry-files.ts'

/** Why a door of the case engine says no, besides what the tables say. */
export type DoorRefusal =
  | 'no-such-case'
  | 'matter-not-offered'
  | 'no-such-area'
  | 'place-elsewhere'
  | 'no-such-tile'
  | 'map-without-words'
  | 'cells-of-whole-district'
  | 'no-such-category'
  | 'no-such-photo'
  | 'person-not-in-unit'
  | 'not-the-same-case'
  | 'caller-stays-hidden'
  | 'nobody-to-unmask'
  | 'number-or-code-wrong'
  | 'follow-locked'
  | 'urged-today'
  | 'others-have-joined'
  | 'nothing-to-join'
  | 'export-too-many'
  | 'keepers-do-not-export'
  | 'nothing-to-forget'
  | 'no-such-letter'
  | 'no-such-day'
  | SavedViewRefusal
  | TemplateRefusal
  | EntryFileRefusal
  | 'may-not-enter'
  | 'call-number-wrong'
  | 'fields-do-not-fit'

/** What is said of a telephone on which nobody could be called back. */
export const callNumberWords: Said = said(
  '应是 11 位手机号，或带区号的固定电话，如 0551-62345678',
  'Eleven digits of a mobile number, or a fixed line with its area code, such as 0551-62345678',
)

/** Most rows of one export. */
export const EXPORT_AT_MOST = 20_000

export const doorRefusals = {
  ...entryFileRefusals,
  'no-such-case': said('没有找到这件工单，请核对编号', 'There is no such case; please check the number'),
  'call-number-wrong': callNumberWords,
  'matter-not-offered': said('这个事项现在不受理，请另选', 'This matter is not offered now; choose another'),
  'no-such-template': said('没有这个答复模板', 'There is no such reply template'),
  'no-such-view': said('没有这个视图，可能已在别处删除', 'There is no such view; it may have been deleted elsewhere'),
  'view-named-so': said('已有同名视图，请换个名称', 'A view has this name already; choose another'),
  'too-many-views': said('最多保存 30 个视图，请先删除不用的', 'At most 30 views are kept; delete one first'),
  'no-such-area': said('没有这个街道或社区', 'There is no such street or community'),
  'place-elsewhere': said(
    '选的位置不在本区范围内，请在地图上重新选点',
    'The chosen place is far outside the district; choose it again',
  ),
  'no-such-tile': said('地图上没有这一块', 'The map has no such square'),
  'map-without-words': said(
    '地图不能按文字或电话查找，请在列表里查',
    'The map is not searched by words or telephone; use the list',
  ),
  'cells-of-whole-district': said(
    '热力图只给能看全区工单的人看，并且只按日期筛选',
    'Density is shown to those who see the whole district, narrowed by days only',
  ),
  'no-such-category': said('没有这个类别', 'There is no such category'),
  'no-such-photo': said('照片没有上传成功，请重新上传', 'A photograph is missing; please upload it again'),
  'person-not-in-unit': said('这位工作人员不在该单位任职', 'This person holds no post in the unit'),
  'not-the-same-case': said('不能指向这件工单自己', 'A case cannot point to itself'),
  'caller-stays-hidden': said(
    '诉求人要求对承办单位隐去姓名和电话，请通过受理或回访人员联系',
    'The applicant asked to stay hidden from the handling unit; go through intake or the call-back desk',
  ),
  'others-have-joined': said(
    '还有别人为同一件事加入了这一件，不能撤回；不想再跟进可以不理会后续通知',
    'Others have joined this case, so it cannot be withdrawn; you need not follow it any longer',
  ),
  'nothing-to-join': said(
    '这件工单已经办完或不能加入，请单独提交',
    'This case is over or cannot be joined; please send yours by itself',
  ),
  'nobody-to-unmask': said('这件工单没有留下联系方式', 'No contact was left with this case'),
  'number-or-code-wrong': said('编号或查询码不对', 'The number or the code is wrong'),
  'follow-locked': said('试得太多了，请过一段时间再查', 'Too many tries; please come back later'),
  'urged-today': said('今天已经催过一次，明天可以再催', 'It has been urged today; you may do so again tomorrow'),
  'export-too-many': said(
    `一次最多导出 ${EXPORT_AT_MOST} 件，请缩小范围后再导`,
    `At most ${EXPORT_AT_MOST} cases go into one file; please narrow the list`,
  ),
  'keepers-do-not-export': said(
    '系统管理员和审计员只管系统，不导出工单',
    'Who keeps or audits the system exports no cases',
  ),
  'nothing-to-forget': said(
    '没有这个人，或其数据已经销毁',
    'There is no such person, or the data is destroyed already',
  ),
  'no-such-letter': said('没有这条失败的任务', 'There is no such dead letter'),
  'no-such-day': said('没有这一天', 'There is no such day'),
  'fields-do-not-fit': said('填写的内容不适用于这件工单', 'What was filled in does not fit this case'),
  'may-not-enter': said('您的岗位不能代为登记', 'Your post may not file for others'),
} as const satisfies Record<DoorRefusal, Said>

export const lightWords = {
  green: said('正常', 'in time'),
  yellow: said('临期', 'due soon'),
  red: said('超期', 'late'),
  none: said('不计时', 'no clock'),
} as const satisfies Record<CaseLight, Said>

/** The first line of every timeline, by how the case came. */
export const filedWords = {
  done: said('诉求已登记', 'The request was written down'),
  joint: said('主办单位交办协办任务', 'The lead unit asked for help'),
  sensor: said('传感器上报，按规则自动登记', 'A sensor reported it; recorded by rule'),
  patrol: said('网格员巡查上报', 'A grid worker reported it on patrol'),
} as const

export const filedSaid = ({ parent, channel }: { parent: string | null; channel: Channel }): Said => {
  if (parent !== null) return filedWords.joint
  return channel === 'sensor' || channel === 'patrol' ? filedWords[channel] : filedWords.done
}

/** What a sensor tells when it opens a case; the values stand in what was told, under these names. */
export const sensedWords = {
  sensor: said('传感器', 'Sensor'),
  reading: said('读数', 'Reading'),
  rule: said('规则', 'Rule'),
} as const

/** What a case is told it became when its category belongs to another matter. */
export const anewWords = {
  matter: said('改按此事项办理（已起算的时限不变）', 'Handled as this from now on (terms that run stay as they are)'),
} as const

export const stageClockWord: Said = said('本环节', 'this stage')

/** Registers whose level a person needs to know; the others are the engine's own. */
export const levelWords = {
  supervision: {
    label: said('督办层级', 'Supervision'),
    values: {
      1: said('一级督办', 'first rung'),
      2: said('二级督办', 'second rung'),
      3: said('最高一级督办', 'top rung'),
    },
  },
  refusalLevel: {
    label: said('说“不”提级', 'Level of the no'),
    values: {
      1: said('科室负责人', 'head of section'),
      2: said('分管领导', 'leader in charge'),
      3: said('主要领导', 'head of the unit'),
      4: said('区分管领导', 'leader of the district'),
    },
  },
  rework: {
    label: said('重办次数', 'Sent back'),
    values: { 1: said('1 次', 'once'), 2: said('2 次', 'twice') },
  },
  extensions: {
    label: said('延期次数', 'Extensions'),
    values: { 1: said('1 次', 'once'), 2: said('2 次', 'twice'), 3: said('3 次', 'three times') },
  },
} as const satisfies Readonly<Record<string, { label: Said; values: Readonly<Record<number, Said>> }>>

/** The headings of the export, in order. */
export const exportWords = {
  sheet: '工单',
  number: '编号',
  title: '标题',
  matter: '事项',
  category: '类别',
  stage: '环节',
  unit: '承办单位',
  holder: '承办人',
  area: '属地',
  channel: '渠道',
  filedDay: '登记日期',
  dueDay: '到期日期',
  light: '灯',
  outcome: '结果',
  stars: '评价',
} as const

/** What the operation log says was done. */
export const caseOperations = {
  ...entryFileOperations,
  'cases.unmask': said('查看联系方式', 'Looked at the contact'),
  'cases.export': said('导出工单', 'Exported cases'),
  'cases.search-phone': said('按电话查询', 'Searched by telephone'),
  'cases.enter': said('代为登记', 'Filed for somebody'),
  'cases.history': said('查看台账', 'Read the ledger of a case'),
  'cases.dead-letter.retry': said('重试失败任务', 'Tried a dead letter again'),
  'people.forget': said('销毁个人数据', "Destroyed a person's data"),
} as const satisfies Record<string, Said>

/** A text of which nothing is left when blanks and what cannot be seen are gone. */
/** When something happened is a day or an instant, and not one that is still to come. */
export const happenedWords: Said = said('请填写不晚于今天的日期', 'Give a date that is not after today')
export const emptyWords: Said = said('请填写内容', 'Please write something')
