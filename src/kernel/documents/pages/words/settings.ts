import { type Said, said } from '../../../../platform/words.ts'

export const settingWords = {
  title: said('文书设置', 'Document settings'),
  lead: said(
    '文号格式、机关代字、文书正文、依据和救济途径。每次修改都是新版本，已出具的文书不变。',
    'Number format, letters of the offices, wordings, basis and remedy. Every change is a version; what was issued stays as it is.',
  ),
  format: said('文号', 'Numbers'),
  texts: said('正文', 'Wordings'),
  laws: said('依据与救济', 'Basis and remedy'),
  organs: said('机关代字', 'Letters of offices'),
  views: said('文书设置分类', 'Kinds of settings'),
  pattern: said('文号格式', 'Format of a number'),
  patternHint: said(
    '{word} 机关代字、{kind} 文种字、{year} 年份、{seq} 序号',
    '{word} letters of the office, {kind} of the kind, {year}, {seq} count',
  ),
  example: said('例如', 'Such as'),
  kindLetters: said('文种字：', 'Letters of: '),
  text: said('正文', 'Text'),
  textHint: said(
    '一行一段，【】里的内容自动填入；没有内容的整行不印。',
    'A line is a paragraph; blanks 【】 are filled in; a line without its content is not printed.',
  ),
  basis: said('依据', 'Basis'),
  remedy: said('不服怎么办', 'If one disagrees'),
  none: said('未填写，出具时须由承办人填写', 'Not written; whoever issues must write it'),
  word: said('机关代字', 'Letters'),
  office: said('机关', 'Office'),
  edit: said('修改', 'Change'),
  save: said('保存为新版本', 'Save as a new version'),
  saved: said('已保存，从下一份文书起使用', 'Saved; it holds from the next document on'),
  history: said('历史版本', 'History'),
  version: said('版本', 'Version'),
  original: said('初始内容', 'What came with the system'),
  draftKept: said('草稿保存在本机，未生效', 'The draft is kept on this device and holds for nothing yet'),
} as const satisfies Record<string, Said>
