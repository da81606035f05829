import { plural, type Said, said } from '../../../../../platform/words.ts'

/** Filing many at once from a table. */
export const entryFileWords = {
  title: said('批量登记', 'File from a table'),
  lead: said(
    '把窗口、热线积攒的来件填进一张表，一次登记。编号、查询码和时限与逐件登记完全一样。',
    'What was collected at the counter or hotline, filed at once from one table. Numbers, codes and terms are those of cases filed one by one.',
  ),
  one: said('批量登记结果', 'What became of a table'),
  back: said('全部文件', 'All tables'),
  single: said('逐件登记', 'File one'),
  template: said('下载模板', 'Template'),
  templateCsv: said('CSV 模板', 'CSV template'),
  send: said('上传表格', 'Send a table'),
  file: said('表格文件', 'Table'),
  fileHint: said(
    '.xlsx 或 .csv，最多 2000 行、5 MB。文件加密保存，7 天后删除。',
    '.xlsx or .csv, at most 2000 rows and 5 MB. It lies sealed and is deleted after 7 days.',
  ),
  fileMissing: said('请先选择文件', 'Please choose a file first'),
  mode: said('怎么登记', 'How to file'),
  sending: said('正在上传', 'Sending'),
  export: said('导出列表', 'Export the list'),
  search: said('文件名', 'File name'),
  state: said('状态', 'State'),
  any: said('全部', 'All'),
  sort: said('排序', 'Order'),
  newest: said('最近的在前', 'Newest first'),
  oldest: said('最早的在前', 'Oldest first'),
  none: said('还没有上传过表格', 'No table was sent yet'),
  sentBy: said('上传人', 'Sent by'),
  at: said('上传时间', 'Sent at'),
  rows: said('行数', 'Rows'),
  filed: said('已登记', 'Filed'),
  faulty: said('有误', 'Wrong'),
  repeated: said('以前登记过', 'Filed before'),
  alike: said('可能重复', 'Perhaps the same'),
  stop: said('停止', 'Stop'),
  stopped: said('将在当前行处理完后停止', 'It stops after the row it is at'),
  result: said('下载结果表', 'Fetch the table with results'),
  resultHint: said(
    '结果表就是您上传的表，后面多了结果、编号、查询码、可能重复的工单和错误。改好有误的行，整张表重新上传即可，登记过的不会重复登记。',
    'It is your own table with outcome, number, code, cases that may be the same and what is wrong behind each row. Mend the wrong rows and send the whole table again: what was filed is not filed twice.',
  ),
  gone: said(
    '原文件已满 7 天删除，结果仍可在下面查看。',
    'The file was deleted after 7 days; the outcomes stay below.',
  ),
  fileSound: said('登记无误的行', 'File the rows that are right'),
  fileAll: said('全部登记', 'File them all'),
  queued: said('已开始登记', 'Filing has begun'),
  row: said('行', 'Row'),
  outcome: said('结果', 'Outcome'),
  number: said('编号', 'Number'),
  wrong: said('错误', 'What is wrong'),
  outcomes: said('按结果筛选', 'Narrow by outcome'),
  noRows: said('没有这样的行', 'No such rows'),
} as const satisfies Record<string, Said>

export const entryModeTitles = {
  check: said('先核对', 'Check first'),
  sound: said('登记无误的行', 'File what is right'),
  all: said('全部无误才登记', 'All or nothing'),
} as const satisfies Record<string, Said>

export const entryModeTexts = {
  check: said(
    '逐行检查并提示可能重复的工单，确认后再登记',
    'Looks at every row and for cases that may be the same; you file afterwards',
  ),
  sound: said('有误的行留下，其余当场登记', 'Wrong rows are left out, the rest is filed at once'),
  all: said('有一行有误，就一行也不登记', 'One wrong row, and none is filed'),
} as const satisfies Record<string, Said>

export const progressOf = (done: number, total: number): Said =>
  said(`已处理 ${done} 行，共 ${total} 行`, `${done} of ${plural(total, 'row')}`)

/** What a check has found, in one sentence. */
export const checkedSaid = (sound: number, faulty: number, repeated: number): Said =>
  said(
    `可以登记 ${sound} 行，有误 ${faulty} 行，以前登记过 ${repeated} 行`,
    `${plural(sound, 'row')} can be filed, ${faulty} wrong, ${repeated} filed before`,
  )

/** What became of a file that was filed. */
export const filedSaid = (filed: number, faulty: number, repeated: number): Said =>
  said(
    `登记了 ${filed} 件，有误 ${faulty} 行，以前登记过 ${repeated} 行`,
    `${plural(filed, 'case')} filed, ${plural(faulty, 'row')} wrong, ${repeated} filed before`,
  )
