import { type Said, said } from '../../../platform/words.ts'
import type { TemplateWords } from '../model/notices.ts'

const told = (title: Said, text: Said, more: Partial<TemplateWords> = {}): TemplateWords => ({
  to: 'resident',
  must: ['number'],
  may: ['matter', 'unit'],
  goesOut: true,
  title,
  text,
  ...more,
})
const withDue = { may: ['matter', 'unit', 'due'] } as const

/** What residents are told, in words that need no explaining. The reasons themselves stand on the page of the case. */
export const residentTemplates = {
  filed: told(
    said('我们收到了', 'We have it'),
    said(
      '您反映的事情我们收到了，编号 {number}[，查询码 {code}]。[最晚{due}告诉您是否受理。]凭编号和查询码可查进度，查询码请勿告诉别人。',
      'We received what you told us. Number {number}[, code {code}]. [You will hear by {due} whether we take it on.] Number and code show how it is going; keep the code to yourself.',
    ),
    { may: ['code', 'due', 'matter'] },
  ),
  accepted: told(
    said('已经受理', 'Taken on'),
    said(
      '您反映的事情（编号 {number}）已经受理[，最晚{due}给您答复]。',
      'We have taken on number {number}[ and will answer by {due}].',
    ),
    withDue,
  ),
  // 北京市接诉即办工作条例 第十一条: whoever cannot be helped here is told where he can be.
  declined: told(
    said('不予受理告知', 'Not for us to take on'),
    said(
      '您反映的事情（编号 {number}）不能由我们受理。原因和该找哪里办，已写在办理页面，请打开查看。',
      'We cannot take on number {number}. Why, and who can help you, stands on its page.',
    ),
  ),
  // 同条（三）: the same matter without anything new is answered with how it is going.
  linked: told(
    said('同一件事已在办理', 'Already being dealt with'),
    said(
      '您这次反映的事情（编号 {number}）之前已有人在办，已合并在一起，打开页面就能看到进展。',
      'Number {number} is already being dealt with; the two now go together, and its page shows how it is going.',
    ),
  ),
  'supplement-asked': told(
    said('请补充材料', 'Please add something'),
    said(
      '您反映的事情（编号 {number}）还缺一些内容，请打开页面按清单补充[，最晚{due}]。到时没有补充，我们就按现有内容继续办。',
      'Number {number} needs more from you: please open its page and add what the list asks for[, by {due}]. If nothing comes, we go on with what we have.',
    ),
    withDue,
  ),
  'document-issued': told(
    said('出具了书面文书', 'A document was issued'),
    said(
      '您反映的事情（编号 {number}）出具了一份书面文书，打开页面可以查看、打印和验证。',
      'A document was issued on number {number}; open its page to read, print and verify it.',
    ),
    { may: [] },
  ),
  'supplement-lapsed': told(
    said('补充时间已过', 'Time to add has run out'),
    said(
      '您反映的事情（编号 {number}）没有在约定时间内补充，我们按现有内容继续办理。有新情况随时可以告诉我们。',
      'Nothing was added to number {number} in time, so we go on with what we have. Tell us whenever something is new.',
    ),
  ),
  dispatched: told(
    said('已交办', 'Passed on'),
    said('您反映的事情（编号 {number}）已交办[，由{unit}办理]。', 'Number {number} has been passed on[ to {unit}].'),
    { goesOut: false },
  ),
  referred: told(
    said('已转现场处置', 'Passed to the people on the spot'),
    said(
      '您反映的事情（编号 {number}）已转网格，会有人到现场查看处置。还用这个编号查进度，办完有人答复您。',
      'Somebody goes to look at what you told us under number {number} and puts it right. The number stays the same, and you are answered when it is done.',
    ),
  ),
  // 同条例 第十五条（二）: whoever needs longer explains why to the person who asked.
  extended: told(
    said('延期告知', 'It will take longer'),
    said(
      '您反映的事情（编号 {number}）需要延长办理[，新的期限是{due}]。延期的原因请打开页面查看。',
      'Number {number} will take longer[; the new date is {due}]. Its page says why.',
    ),
    withDue,
  ),
  'on-hold': told(
    said('暂时办不了，已挂账', 'Cannot be done yet'),
    said(
      '您反映的事情（编号 {number}）受条件限制暂时解决不了，已登记挂账，不会忘记。[最晚{until}再与您联系。]计划请打开页面查看。',
      'Number {number} cannot be solved yet. It stays on our list. [We will contact you by {until}.] Its page shows the plan.',
    ),
    { may: ['matter', 'unit', 'until', 'due'] },
  ),
  'hold-ended': told(
    said('重新开始办理', 'Taken up again'),
    said(
      '您反映的事情（编号 {number}）已重新开始办理[，最晚{due}给您答复]。',
      'Number {number} has been taken up again[; we will answer by {due}].',
    ),
    withDue,
  ),
  answered: told(
    said('有答复了', 'Here is our answer'),
    said(
      '您反映的事情（编号 {number}）有答复了，请打开页面查看，并评一评办得怎么样。不满意可以要求重办。',
      'Number {number} has been answered. Please open its page, and tell us how we did. If it is not right you may ask us to do it again.',
    ),
  ),
  refused: told(
    said('办不成的说明', 'Why it cannot be done'),
    said(
      '您反映的事情（编号 {number}）经逐级研究，目前办不成。理由、依据和可以走的其他途径已写在页面，请查看。',
      'Number {number} was looked at by one level after another and cannot be done now. The reasons, the rules and what else you can do stand on its page.',
    ),
  ),
  reopened: told(
    said('重新办理', 'Opened again'),
    said(
      '您反映的事情（编号 {number}）已重新办理[，最晚{due}给您答复]。',
      'Number {number} has been opened again[; we will answer by {due}].',
    ),
    withDue,
  ),
  'reopen-refused': told(
    said('不再重办的说明', 'Why it is not opened again'),
    said(
      '您要求重办的事情（编号 {number}）经核查不再重办，理由已写在页面。有新情况可以再提出。',
      'We looked into number {number} and will not open it again; its page says why. If something new comes up, tell us.',
    ),
  ),
  'rectification-begun': told(
    said('您的差评我们在改', 'We are putting it right'),
    said(
      '您对编号 {number} 的评价我们收到了，正在整改[，最晚{due}告诉您结果]。',
      'Thank you for telling us about number {number}. We are putting it right[ and will tell you by {due}].',
    ),
    withDue,
  ),
  'rate-asked': told(
    said('请您评一评', 'How did we do?'),
    said(
      '编号 {number} 的事情办得怎么样？打开页面评一评，半分钟就好。',
      'How did we do with number {number}? Rating takes half a minute on its page.',
    ),
    { goesOut: false },
  ),
  closed: told(
    said('已办结', 'Finished'),
    said(
      '您反映的事情（编号 {number}）已办结，全过程可在页面查看。',
      'Number {number} is finished; its page keeps the whole story.',
    ),
    { goesOut: false },
  ),
} as const satisfies Record<string, TemplateWords>
