/** Headings of the table of deliveries; workbooks of the city are in Chinese. */
export const tableWords = {
  deliveries: '转送记录',
  number: '工单',
  partner: '对接系统',
  code: '对方服务',
  state: '状态',
  remote: '对方编号',
  status: '对方状态',
  open: '办理中',
  closed: '已关闭',
  notes: '对方说明或原因',
  attempts: '次数',
  at: '登记时间',
  sentAt: '送达时间',
  seenAt: '最近反馈',
} as const
