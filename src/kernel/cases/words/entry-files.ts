import { type Said, said } from '../../../platform/words.ts'
import type { EntryColumn, EntryFileState, RowOutcome } from '../model/entry-files.ts'

/** Headings of the table of entries; either tongue is read. */
export const entryColumnWords = {
  name: said('姓名', 'Name'),
  phone: said('电话', 'Telephone'),
  title: said('标题', 'Title'),
  text: said('情况说明', 'What they said'),
  place: said('地点', 'Place'),
  area: said('属地', 'Area'),
  category: said('分类', 'Category'),
  channel: said('渠道', 'Channel'),
  happenedOn: said('发生日期', 'Day it happened'),
} as const satisfies Record<EntryColumn, Said>

/** What stands in a column, as the sheet of explanations says it. */
export const entryColumnHints = {
  name: said('可不填。诉求人姓名，最多 40 字', 'May stay empty. Name of the caller, at most 40 characters'),
  phone: said(
    '可不填。11 位手机号，或带区号的固定电话；填手机号的，登录就能看到自己的工单',
    'May stay empty. A mobile number of eleven digits, or a fixed line with its area code; with a mobile the caller sees the case after signing in',
  ),
  title: said('可不填。不填就取说明的第一句', 'May stay empty. Then the first sentence of the text stands for it'),
  text: said('必填。按诉求人说的写，2 到 2000 字', 'Needed. In the caller’s own words, 2 to 2000 characters'),
  place: said('可不填。哪条路、哪个小区、几号', 'May stay empty. Road, estate, number'),
  area: said(
    '可不填。从下拉单里选；不填就按地点和内容判断',
    'May stay empty. Choose from the list; else place and words decide',
  ),
  category: said(
    '可不填。从下拉单里选；不填就按内容判断',
    'May stay empty. Choose from the list; else the words decide',
  ),
  channel: said('可不填。从下拉单里选；不填按窗口', 'May stay empty. Choose from the list; else it is the counter'),
  happenedOn: said('可不填。写作 2026-03-02，不能晚于今天', 'May stay empty. Written 2026-03-02, not after today'),
} as const satisfies Record<EntryColumn, Said>

/** How the title of the row begins that the template brings along; such a row is passed over. */
export const exampleMark = said('示例（不登记）：', 'Example (not filed): ')

/** Two rows as they may look. */
export const entryExamples = [
  {
    name: said('李芳', 'Li Fang'),
    phone: said('13800138000', '13800138000'),
    title: said('翠竹路路灯不亮', 'Street lamp out on Cuizhu Road'),
    text: said(
      '翠竹路 18 号门口的路灯从上周开始不亮，晚上看不清路。',
      'The lamp before 18 Cuizhu Road has been out since last week; one cannot see the way at night.',
    ),
    place: said('翠竹路 18 号门口', 'Before 18 Cuizhu Road'),
    happenedOn: said('2026-03-02', '2026-03-02'),
  },
  {
    text: said(
      '小区门口的垃圾三天没人收，有异味。',
      'The rubbish at the gate of the estate has not been taken for three days and smells.',
    ),
    place: said('朝花社区东门', 'East gate of Zhaohua'),
  },
] as const satisfies readonly Partial<Record<EntryColumn, Said>>[]

export const entryTableWords = {
  sheet: said('来件', 'Entries'),
  explanations: said('填写说明', 'How to fill it in'),
  column: said('列', 'Column'),
  hint: said('怎么填', 'What to write'),
  example: (place: number): Said => said(`示例 ${place}`, `Example ${place}`),
  outcome: said('结果', 'Outcome'),
  number: said('编号', 'Number'),
  code: said('查询码', 'Code'),
  alike: said('可能重复的在办工单', 'Open cases that may be the same'),
  errors: said('错误', 'What is wrong'),
  files: said('批量登记', 'Tables of entries'),
  fileName: said('文件', 'File'),
  byName: said('登记人', 'Sent by'),
  at: said('上传时间', 'Sent at'),
  state: said('状态', 'State'),
  total: said('行数', 'Rows'),
  filed: said('已登记', 'Filed'),
  faulty: said('有误', 'Wrong'),
  repeated: said('重复', 'Repeated'),
} as const

export const rowOutcomeWords = {
  filed: said('已登记', 'Filed'),
  sound: said('可以登记', 'Ready to be filed'),
  faulty: said('有误，未登记', 'Wrong, not filed'),
  repeated: said('以前登记过，未重复登记', 'Filed before, not filed again'),
  left: said('无误，但未登记', 'Right, but not filed'),
} as const satisfies Record<RowOutcome, Said>

export const entryFileStateWords = {
  waiting: said('排队中', 'Waiting'),
  running: said('处理中', 'Under way'),
  checked: said('已核对，未登记', 'Checked, nothing filed'),
  done: said('已登记', 'Filed'),
  refused: said('有误，全部未登记', 'Wrong rows, nothing filed'),
  unreadable: said('无法读取', 'Not readable'),
  cancelled: said('已停止', 'Stopped'),
} as const satisfies Record<EntryFileState, Said>

/** What may be wrong with a row, besides what the door says of a single entry. */
export const entryFaultWords = {
  textMissing: said('请写情况说明，至少 2 个字', 'Please write what they said, at least two characters'),
  tooLong: (most: number): Said => said(`最多 ${most} 字`, `At most ${most} characters`),
  area: said(
    '没有这个属地，或有几处同名；请从下拉单里选，或写全，如“某街道/某社区”',
    'There is no such area, or several are called so; choose from the list, or write it whole: “street/community”',
  ),
  category: said(
    '没有这个分类，或有几个同名；请从下拉单里选，或写全，如“上级分类/本级分类”',
    'There is no such category, or several are called so; choose from the list, or write it whole: “wider/narrower”',
  ),
  channel: said('渠道应为热线、窗口或信箱', 'The channel is hotline, counter or mailbox'),
  day: said('日期应写作 2026-03-02', 'A day is written 2026-03-02'),
  twice: (row: number): Said => said(`与第 ${row} 行完全相同`, `The same as row ${row}`),
  before: (number: string): Said => said(`已登记为 ${number}`, `Filed before as ${number}`),
  unknown: said('未能登记，请稍后再试', 'It could not be filed; please try again later'),
} as const

export type EntryFileRefusal =
  | 'no-such-entry-file'
  | 'entry-file-open'
  | 'entry-file-over'
  | 'entry-file-gone'
  | 'entry-file-empty'
  | 'entry-column-missing'

export const entryFileRefusals = {
  'no-such-entry-file': said('没有这个文件', 'There is no such file'),
  'entry-file-open': said('文件还在处理，请等它结束', 'The file is still being worked on; please wait'),
  'entry-file-over': said('文件已经处理完', 'The file is done already'),
  'entry-file-gone': said('原文件已按期删除，请重新上传', 'The file was deleted when its time was over; send it again'),
  'entry-file-empty': said('文件里没有数据行', 'The file has no rows'),
  'entry-column-missing': said(
    '缺少“情况说明”一列，请用模板填写',
    'The column "What they said" is missing; use the template',
  ),
} as const satisfies Record<EntryFileRefusal, Said>

export const entryFileOperations = {
  'cases.entry-file.send': said('上传批量登记表', 'Sent a table of entries'),
  'cases.entry-file.run': said('批量登记', 'Filed a table of entries'),
  'cases.entry-file.cancel': said('停止批量登记', 'Stopped a table of entries'),
  'cases.entry-file.result': said('下载批量登记结果', 'Fetched what became of a table of entries'),
  'cases.entry-file.export': said('导出批量登记记录', 'Exported the list of tables'),
} as const satisfies Record<string, Said>
