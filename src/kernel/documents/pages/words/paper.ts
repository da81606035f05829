import { type Said, said } from '../../../../platform/words.ts'

/** Around a document on the screen; the document itself is Chinese, as it was issued. */
export const paperWords = {
  title: said('文书', 'Document'),
  print: said('打印或存为 PDF', 'Print or save as PDF'),
  back: said('返回办件', 'Back to the case'),
  gone: said(
    '收件人的个人信息已依法删除，文书内容无法再打开；文号和校验码仍可验证。',
    'The facts of its addressee were destroyed as the law asks, so it cannot be opened; number and check still verify.',
  ),
  altered: said(
    '内容与出具时的校验码不符，请勿使用，并告知系统管理员。',
    'The contents do not fit the check of the day of issue. Do not use it; tell the administrator.',
  ),
  preview: said('预览，尚未出具', 'A preview, not issued yet'),
  proof: said('文书真伪验证', 'How to verify this document'),
} as const satisfies Record<string, Said>

/** What is printed on the paper itself, in the tongue of the paper. */
export const printedWords = {
  seal: '（印章）',
  scan: '扫描二维码，或在“文书验证”页面输入文号和校验码，可以核对真伪。',
  number: '文号',
  check: '校验码',
  draft: '预览',
  ended: (how: string, by: string) => `本文书已由 ${by} ${how}`,
  revoked: '撤销',
  replaced: '更正',
} as const
