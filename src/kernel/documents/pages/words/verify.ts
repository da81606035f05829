import { type Said, said } from '../../../../platform/words.ts'

export const verifyWords = {
  lead: said(
    '核对收到的通知书、告知书、答复意见书是不是真的。',
    'Find out whether a notice or an answer you were given is genuine.',
  ),
  number: said('文号', 'Number'),
  numberHint: said('印在抬头下面，例如“住建局答〔2026〕12号”', 'Printed beneath the heading'),
  check: said('校验码', 'Check'),
  checkHint: said('印在二维码旁边，12 位', 'Beside the square, 12 letters'),
  ask: said('核对', 'Verify'),
  needNumber: said('请填写文号', 'Write the number'),
  needCheck: said('请填写校验码', 'Write the check'),
  genuine: said('这份文书是真的', 'This document is genuine'),
  genuineText: said(
    '请核对下面的文种、机关和日期与您手中的一致。',
    'See that kind, office and day are those on your paper.',
  ),
  ended: said('文书是真的，但已经失效', 'Genuine, but no longer in force'),
  false: said('没有查到这份文书', 'No such document is known'),
  falseText: said(
    '文号与校验码对不上。请检查是否输错；如果没有输错，这份文书可能是伪造的，请拨打 12345 核实。',
    'Number and check do not belong together. See whether they are typed rightly; if they are, the paper may be forged: call 12345.',
  ),
  kind: said('文种', 'Kind'),
  issuer: said('出具机关', 'Issued by'),
  issuedOn: said('出具日期', 'Issued on'),
  standing: said('状态', 'State'),
  endedBy: said('由此文书取代', 'Ended by'),
  hash: said('全文校验值', 'Hash of the whole text'),
  nothingPersonal: said('这里不显示任何个人信息。', 'Nothing personal is shown here.'),
} as const satisfies Record<string, Said>
