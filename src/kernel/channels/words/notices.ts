import { type Said, said } from '../../../platform/words.ts'
import type { Medium, Outcome, ParamName, TemplateWords } from '../model/notices.ts'
import { residentTemplates } from './resident-templates.ts'
import { staffTemplates } from './staff-templates.ts'

/** Every notice the kernel knows, by key; a module may bring more when it builds the city. */
export const templateWords: Readonly<Record<string, TemplateWords>> = { ...residentTemplates, ...staffTemplates }
export type TemplateKey = keyof typeof residentTemplates | keyof typeof staffTemplates

/** A key nobody knows still shows as something in the inbox. */
export const unknownTemplate: TemplateWords = {
  to: 'staff',
  must: [],
  may: ['number'],
  goesOut: false,
  title: said('通知', 'Notice'),
  text: said('有新的进展[（编号 {number}）]，请打开查看。', 'There is news[ ({number})]. Please look.'),
}

export const mediumWords = {
  inbox: said('站内消息', 'Inbox'),
  sms: said('短信', 'SMS'),
  mail: said('邮件', 'E-mail'),
} as const satisfies Record<Medium, Said>

export const outcomeWords = {
  sent: said('已发出', 'Sent'),
  'inbox-only': said('只发站内消息', 'Inbox only'),
  'too-late': said('时间已久，只留站内消息', 'Too old to go out; inbox only'),
  'not-wanted': said('对方不接收短信和邮件', 'The addressee wants neither SMS nor mail'),
  'no-address': said('没有可用的手机号或邮箱', 'No telephone or mail address'),
  'unit-inbox': said('发到单位消息', "In the unit's inbox"),
  'waiting-for-morning': said('免打扰时段，稍后发送', 'Waiting for the end of the quiet hours'),
  'switched-off': said('本区已关闭该渠道', 'This channel is switched off here'),
  'no-such-template': said('没有这个模板', 'There is no such template'),
  'params-missing': said('缺少必要内容，未发送', 'Something it must say is missing; not sent'),
  unreachable: said('通道连接不上', 'The channel cannot be reached'),
  'timed-out': said('通道响应超时', 'The channel did not answer in time'),
  'turned-away': said('通道拒收（号码或地址无效）', 'Turned away (no such number or address)'),
  busy: said('通道繁忙', 'The channel is busy'),
  misconfigured: said('通道配置有误，请联系运维', 'The channel is set up wrongly; ask operations'),
} as const satisfies Record<Outcome, Said>

/** What the editor of templates offers to put in. */
export const paramWords = {
  number: said('受理编号', 'case number'),
  code: said('查询码', 'code'),
  matter: said('事项', 'matter'),
  unit: said('单位', 'unit'),
  level: said('层级', 'level'),
  name: said('名称', 'name'),
  days: said('天数', 'days'),
  due: said('期限', 'due date'),
  until: said('下次联系时间', 'next contact'),
} as const satisfies Record<ParamName, Said>
