import { type Said, said } from '../../../platform/words.ts'
import type { TemplateWords } from '../model/notices.ts'

const told = (title: Said, text: Said, more: Partial<TemplateWords> = {}): TemplateWords => ({
  to: 'staff',
  must: ['number'],
  may: ['matter', 'unit', 'level', 'due', 'until', 'days'],
  goesOut: false,
  title,
  text,
  ...more,
})
const alsoOut = { goesOut: true } as const

/** What staff and units are told. */
export const staffTemplates = {
  assigned: told(
    said('新派单', 'New case'),
    said(
      '{number}[（{matter}）]派给你单位，请签收[，{due}到期]。',
      '{number}[ ({matter})] is yours: please sign for it[; due {due}].',
    ),
    alsoOut,
  ),
  'sign-overdue': told(
    said('超时未签收', 'Not signed for in time'),
    said('{number} 超过签收时限，请立即签收。', '{number} was not signed for in time. Please sign now.'),
    alsoOut,
  ),
  'contact-overdue': told(
    said('超时未联系', 'Not contacted in time'),
    said('{number} 超过先行联系时限，请立即联系。', 'Nobody was contacted about {number} in time. Please do so now.'),
    alsoOut,
  ),
  warning: told(
    said('即将到期', 'Due soon'),
    said('{number} 即将到期[（{due}）]，请抓紧办理。', '{number} is due soon[ ({due})].'),
  ),
  overdue: told(
    said('已超期', 'Overdue'),
    said(
      '{number} 已超期[（应于{due}办结）]，系统已自动上报。',
      '{number} is overdue[ (was due {due})]; it has been reported upward.',
    ),
    alsoOut,
  ),
  urged: told(
    said('催办', 'Urged'),
    said('{number} 被催办，请尽快处理[，{due}到期]。', '{number} is being urged: please act soon[; due {due}].'),
    alsoOut,
  ),
  noted: told(
    said('系统有新情况', 'Another system reports'),
    said(
      '其他系统就 {number} 报来新情况，请查看。',
      'Another system has something to say about {number}. Please look.',
    ),
  ),
  alarm: told(
    said('紧急诉求', 'Urgent'),
    said(
      '{number} 涉及人身安全等紧急情形，请立即处理，并由另一人复核[，{due}到期]。',
      '{number} cannot wait: act now, and let somebody else judge it[; due {due}].',
    ),
    alsoOut,
  ),
  supervised: told(
    said('督办', 'Under supervision'),
    said('{number} 已列入督办[，{due}前反馈]。', '{number} is under supervision[; report by {due}].'),
    alsoOut,
  ),
  'return-at-your-desk': told(
    said('退单待裁定', 'A return to rule on'),
    said(
      '{number} 的退单申请待你裁定[，{due}到期]。办理时限不停。',
      'Please rule on the return of {number}[ by {due}]. Its clock runs on.',
    ),
  ),
  'returned-ruled': told(
    said('退单已裁定', 'Return ruled on'),
    said(
      '{number} 的退单已裁定，裁定为最终结果，请按裁定办理。',
      'The return of {number} has been ruled on. The ruling is final.',
    ),
  ),
  'refusal-at-your-desk': told(
    said('说“不”待你定', 'A no waits for you'),
    said(
      '{number} 拟答复办不成，已提级到你处[，{due}前定]。逾期自动再提一级。',
      '{number}: a no has been proposed and waits for you[ until {due}]. Silence takes it one level up.',
    ),
  ),
  'refusal-overruled': told(
    said('不能说“不”', 'The no was overruled'),
    said(
      '{number} 的“办不成”未获同意，请按批示继续办理。',
      'The no in {number} was overruled. Please go on as instructed.',
    ),
  ),
  'review-at-your-desk': told(
    said('待你审核', 'To review'),
    said('{number} 待你审核[，{due}到期]。', '{number} waits for your review[ until {due}].'),
  ),
  'verify-at-your-desk': told(
    said('待你核查', 'To verify'),
    said('{number} 待你核查[，{due}到期]。', '{number} waits for you to verify it[ until {due}].'),
  ),
  'visit-at-your-desk': told(
    said('待你回访', 'To call back'),
    said('{number} 待你回访[，{due}到期]。', '{number} waits for your call-back[ until {due}].'),
  ),
  rework: told(
    said('退回重办', 'To do again'),
    said(
      '{number} 被退回重办[，{due}到期]，意见请在页面查看。',
      '{number} came back to be done again[ by {due}]; its page says why.',
    ),
  ),
  'next-milestone': told(
    said('进入下一阶段', 'The next milestone'),
    said(
      '{number} 本阶段已核查到位，请按下一阶段继续处置[，{due}到期]。',
      '{number} has reached its milestone; please go on with the next[ by {due}].',
    ),
  ),
  rectifying: told(
    said('差评整改', 'To put right'),
    said(
      '{number} 收到差评，请先联系诉求人再整改[，{due}到期]。',
      '{number} was rated badly: contact the person, then put it right[ by {due}].',
    ),
    alsoOut,
  ),
  'handed-over': told(
    said('工作移交', 'Handed over'),
    said('{number} 已移交给你[，{due}到期]。', '{number} has been handed over to you[; due {due}].'),
  ),
  supplied: told(
    said('材料已补充', 'Papers added'),
    said('{number} 的诉求人已补充材料，请继续办理。', 'What was missing in {number} has been added. Please go on.'),
  ),
  withdrawn: told(
    said('诉求人已撤回', 'Withdrawn'),
    said(
      '{number} 已由诉求人撤回，不需继续办理。',
      '{number} was withdrawn by the person who asked; nothing more is to be done.',
    ),
  ),
  'extension-refused': told(
    said('延期未获批', 'Extension refused'),
    said('{number} 的延期未获批准，请按原期限[{due}]办结。', '{number} was not extended; the old date [{due} ]stands.'),
  ),
  'hold-refused': told(
    said('挂账未获批', 'Hold refused'),
    said(
      '{number} 的挂账未获批准，请继续办理[，{due}到期]。',
      '{number} may not be put on hold. Please go on[; due {due}].',
    ),
  ),
  'child-opened': told(
    said('协办单', 'Asked to help'),
    said('{number} 请你单位协办[，{due}前办结]。', 'Your help is asked for in {number}[, by {due}].'),
  ),
  'child-ended': told(
    said('协办已办结', 'Help finished'),
    said(
      '{number} 的协办单已办结，请主办单位汇总答复。',
      'The help for {number} is finished; the lead may now answer.',
    ),
  ),
  'subscription-stopped': told(
    said('数据推送已停用', 'A subscription was stopped'),
    said(
      '推送“{name}”连续 {days} 天失败，已自动停用。请与对方核对地址后重新启用。',
      'Deliveries to "{name}" have failed for {days} days and were stopped. Check the address with the receiver, then resume.',
    ),
    { must: ['name', 'days'], may: [], goesOut: true },
  ),
} as const satisfies Record<string, TemplateWords>
