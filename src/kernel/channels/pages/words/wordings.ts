import { type Said, said } from '../../../../platform/words.ts'

/** The wording of notices, and when they go out. */
export const wordingWords = {
  title: said('通知用语', 'Wording of notices'),
  lead: said(
    '居民和工作人员收到的每条通知怎么说，在这里改。改后从当时起用，以前发出的仍按当时的说法显示。',
    'How every notice to residents and staff is worded. A change holds from then on; what was given before reads as it was.',
  ),
  to: said('发给谁', 'To'),
  any: said('全部', 'All'),
  resident: said('居民', 'Residents'),
  staff: said('工作人员', 'Staff'),
  search: said('查找', 'Find'),
  changedOnly: said('只看改过的', 'Only those reworded'),
  none: said('没有符合条件的通知', 'No notice fits'),
  original: said('系统原文', 'As it came'),
  version: said('版本', 'Version'),
  edit: said('修改', 'Edit'),
  history: said('历次版本', 'History'),
  goesOut: said('同时发短信或邮件', 'Also by SMS or mail'),
  inboxOnly: said('只在站内', 'Inbox only'),
  titleZh: said('标题', 'Title in Chinese'),
  titleEn: said('标题（英文）', 'Title in English'),
  textZh: said('正文', 'Text in Chinese'),
  textEn: said('正文（英文）', 'Text in English'),
  must: said('必须写明', 'It must name'),
  may: said('可以写', 'It may name'),
  blanks: said(
    '{…} 会换成实际内容；[…] 里的话，缺内容时整句不说。',
    '{…} is filled in; what stands in […] is left out when something in it is not known.',
  ),
  preview: said('预览', 'Preview'),
  real: said(
    '按最近一条真实通知的内容填写，查询码已遮盖',
    'Filled with the newest notice given by it; the code is covered',
  ),
  madeUp: said('还没有发过这条通知，用示例内容填写', 'None was given yet; filled with made-up values'),
  save: said('保存，立即启用', 'Save; it holds from now on'),
  saved: said('已启用新的用语', 'The new wording holds'),
  restore: said('恢复系统原文', 'Take the words it came with'),
  useThis: said('用这一版', 'Take this version'),
  fixFirst: said('请先改正标出的地方', 'Mend the marked places first'),
  needed: said('请填写', 'Please fill this in'),
  setting: said('发送时段和渠道', 'When and by which door'),
  sms: said('发短信', 'Send SMS'),
  mail: said('发邮件', 'Send mail'),
  quietFrom: said('免打扰开始', 'Quiet from'),
  quietTo: said('免打扰结束', 'Quiet until'),
  quietHint: said(
    '这段时间不发短信，到点再发；两个时间相同就是不设。',
    'No SMS goes out in between; equal times mean none.',
  ),
  settingSaved: said('已保存', 'Saved'),
  settingSave: said('保存', 'Save'),
} as const satisfies Record<string, Said>

/** How long the text is as an SMS. */
export const smsSaid = (letters: number, parts: number): Said =>
  said(`${letters} 字，短信按 ${parts} 条计费`, `${letters} characters, billed as ${parts} SMS`)
