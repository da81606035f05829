import { type Said, said } from '../../../platform/words.ts'
import type { ServiceType } from '../model/georeport.ts'
import type { PassingState } from '../model/partners.ts'

/** What the handler reads in the case when the other side has something to say. Chinese: it stands in the case. */
export const remoteWords = {
  passed: (partner: string, number: string): string => `已转 ${partner}，对方编号 ${number}`,
  passedBlind: (partner: string): string => `已转 ${partner}，对方不返回编号`,
  told: (partner: string, parts: readonly string[]): string => `${partner} 反馈：${parts.join('；')}`,
  open: '办理中',
  closed: '已办结（对方系统的结论，尚未经本区核查）',
  notes: (text: string): string => `说明：${text}`,
  notice: (text: string): string => `服务告知：${text}`,
  mark: (city: string, number: string): string => `（${city} ${number}）`,
} as const

export const passingWords = {
  waiting: said('待发送', 'Waiting'),
  unsure: said('未收到回复', 'No answer yet'),
  sent: said('已送达', 'Delivered'),
  blind: said('已送达（无编号）', 'Delivered, no number'),
  refused: said('对方拒收', 'Refused'),
  dead: said('多次失败', 'Failed'),
} as const satisfies Record<PassingState, Said>

/** What comes back at once from a service of that type. */
export const typeWords = {
  realtime: said('编号', 'a number'),
  batch: said('凭证', 'a token'),
  blackbox: said('不返回', 'nothing'),
} as const satisfies Record<ServiceType, Said>

export const exchangeRefusals: Readonly<Record<string, Said>> = {
  'no-such-partner': said('没有这个对接系统', 'There is no such system'),
  'no-such-delivery': said('没有这条推送记录', 'There is no such delivery'),
  'delivery-not-stuck': said('这条记录不需要重试', 'This delivery needs no retry'),
  'no-such-matter-offered': said('没有这个可对外提供的事项', 'There is no such matter to offer'),
  'mapping-needs-one': said(
    '每条对应关系要填事项或分类其中一个',
    'Each line names a matter or a category, one of them',
  ),
  'partner-silent': said('对方没有回应', 'The other side did not answer'),
  'partner-unreadable': said('对方的回复无法读取', 'The answer of the other side cannot be read'),
}
