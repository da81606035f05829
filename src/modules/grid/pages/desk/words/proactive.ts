import { type Said, said } from '../../../../../platform/words.ts'

/** The page of what repeats. */
export const proactivePageWords = {
  title: said('未诉先办', 'At the root'),
  lead: said(
    '同一地点、同一问题反复出现的，每月提一次：从源头解决，别等群众再来反映。',
    'What comes again and again, proposed once a month: solve it before anybody complains again.',
  ),
  none: said('目前没有反复出现的问题', 'Nothing repeats at present'),
  noneText: said('每月自动比对近 90 天的案卷和诉求。', 'The last ninety days are compared every month.'),
  cases: (count: number): Said => said(`${count} 件`, `${count} cases`),
  people: (count: number): Said => said(`${count} 人反映`, `${count} people`),
  weeks: (count: number): Said => said(`出现在 ${count} 周`, `in ${count} different weeks`),
  allOver: said('全区', 'All over'),
  saves: (days: number, cases: number, people: number): Said =>
    said(
      `预计可节省：今后 ${days} 天约 ${cases} 件${people > 0 ? `、${people} 人` : ''}（按同样频率推算）`,
      `Would spare: some ${cases} cases${people > 0 ? ` of ${people} people` : ''} over ${days} days, if it went on as it did`,
    ),
  accept: said('立项办理', 'Make it a task'),
  dismiss: said('不采纳', 'Dismiss'),
  instruction: said('办理要求', 'What is to be done'),
  instructionHint: said('写清源头是什么、谁牵头、什么时候见效', 'The cause, who leads, and by when it shows'),
  reason: said('不采纳的理由', 'Why not'),
  tooShort: said('至少写 4 个字', 'At least four characters'),
  task: said('查看任务', 'See the task'),
  evidence: said('相关案卷', 'The cases'),
  states: said('状态', 'Views'),
  nth: (place: number): Said => said(`第 ${place} 件`, `case ${place}`),
  open: said('待决定', 'To be decided'),
  accepted: said('已立项', 'Made a task'),
  dismissed: said('未采纳', 'Dismissed'),
  more: said('再看一些', 'More'),
  decided: said('已决定', 'Decided'),
  sort: said('排序', 'Order'),
  export: said('导出表格', 'Export a table'),
} as const

export const proposalSortWords = {
  cases: said('件数多的在前', 'Most cases first'),
  people: said('人数多的在前', 'Most people first'),
  weeks: said('反复最久的在前', 'Longest repeated first'),
  latest: said('最近发生的在前', 'Latest first'),
} as const
