import type { ProposalState } from '../model/proactive.ts'

export const proposalsSheet = '未诉先办'
export const wholeDistrict = '全区'

/** The headings of a table of proposals; what is spared is over the next ninety days, if it went on as it did. */
export const proposalColumns = {
  where: '地点',
  category: '类别',
  cases: '件数',
  people: '人数',
  weeks: '出现周数',
  firstDay: '最早',
  lastDay: '最近',
  sparedCases: '90天预计减少件数',
  sparedPeople: '90天预计涉及人数',
  state: '状态',
  decidedBy: '决定人',
  decidedAt: '决定日期',
  reason: '办理要求或理由',
} as const

export const proposalStateWords = {
  open: '待决定',
  accepted: '已立项',
  dismissed: '未采纳',
} as const satisfies Record<ProposalState, string>
