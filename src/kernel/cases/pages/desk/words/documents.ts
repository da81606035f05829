import { type Said, said } from '../../../../../platform/words.ts'

export const documentWords = {
  title: said('文书', 'Documents'),
  page: said('办件文书', 'Document of a case'),
  none: said('还没有出具文书', 'Nothing was issued yet'),
  issue: said('出具', 'Issue'),
  replace: said('更正', 'Correct'),
  revoke: said('撤销', 'Revoke'),
  replaceTitle: said('更正文书', 'Correct a document'),
  replaceText: said(
    '将按修改后的内容出具一份新文书，编新文号；原文书随即失效，仍可查验。',
    'A new document with a number of its own is issued; the old one ends with it and can still be verified.',
  ),
  revokeText: said(
    '将出具撤销告知书，原文书随即失效，仍可查验。',
    'A notice of revocation is issued; the document ends with it and can still be verified.',
  ),
  regime: said('按什么规定办理', 'Under which rules'),
  preview: said('预览', 'Preview'),
  edit: said('返回修改', 'Back to the text'),
  confirm: said('确认出具', 'Issue it'),
  sureText: said(
    '出具后编入文号，内容不再更改，并告知群众；有误只能更正或撤销。',
    'It takes a number, never changes again, and the resident is told; a mistake can only be corrected or revoked.',
  ),
  issued: said('已出具 ', 'Issued: '),
  open: said('查看', 'Open'),
  endedBy: said('由此文书取代：', 'Ended by '),
  draftKept: said('填写的内容保存在本机', 'What you write is kept on this device'),
} as const satisfies Record<string, Said>
