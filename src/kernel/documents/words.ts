import { type Said, said } from '../../platform/words.ts'
import type {
  BlankName,
  DocumentKind,
  DocumentRefusal,
  FieldName,
  FormatFault,
  Regime,
  Standing,
  TextFault,
} from './model.ts'

export const kindWords = {
  accepted: said('受理通知书', 'Notice of acceptance'),
  supplement: said('补正告知书', 'Notice of what is missing'),
  declined: said('不予受理告知书', 'Notice of non-acceptance'),
  extended: said('延期告知书', 'Notice of extension'),
  answer: said('答复意见书', 'Written answer'),
  revocation: said('撤销告知书', 'Notice of revocation'),
} as const satisfies Record<DocumentKind, Said>

export const standingWords = {
  'in-force': said('有效', 'In force'),
  revoked: said('已撤销', 'Revoked'),
  replaced: said('已更正', 'Replaced'),
} as const satisfies Record<Standing, Said>

export const regimeWords = {
  order: said('热线诉求', 'Hotline request'),
  petition: said('信访事项', 'Petition'),
  licence: said('行政许可', 'Administrative licence'),
} as const satisfies Record<Regime, Said>

export const fieldWords = {
  facts: said('事实和理由', 'Facts and reasons'),
  missing: said('需要补正的全部内容', 'Everything that is missing'),
  until: said('补正期限', 'To be supplied by'),
  due: said('办理期限', 'To be handled by'),
  oldDue: said('原办理期限', 'Due before'),
  newDue: said('延长后的期限', 'Due now'),
  reason: said('理由', 'Reason'),
  turnTo: said('应当通过什么途径提出', 'Where to turn instead'),
  answer: said('答复内容', 'Answer'),
  outcome: said('办理结果', 'Outcome'),
  basis: said('依据', 'Basis'),
  remedy: said('不服怎么办', 'If one disagrees'),
  contact: said('联系方式', 'Contact'),
} as const satisfies Record<FieldName, Said>

/** Blanks as they stand in a wording: 【标题】. */
export const blankWords = {
  applicant: '申请人',
  title: '标题',
  case: '编号',
  matter: '事项',
  filedOn: '登记日期',
  unit: '承办单位',
  issuer: '出具机关',
  today: '今天',
  facts: '事实和理由',
  missing: '补正内容',
  until: '补正期限',
  due: '办理期限',
  oldDue: '原期限',
  newDue: '新期限',
  reason: '理由',
  turnTo: '提出途径',
  answer: '答复内容',
  outcome: '办理结果',
  basis: '依据',
  remedy: '救济途径',
  contact: '联系方式',
  aboutName: '原文书',
  aboutNumber: '原文号',
  aboutDay: '原日期',
} as const satisfies Record<BlankName, string>

export const documentRefusals = {
  'no-such-document': said('没有这份文书', 'There is no such document'),
  'issued-already': said(
    '这件事已经出具过这份文书；有误请更正或撤销后重新出具',
    'This document has been issued for it already; correct or revoke that one',
  ),
  'nothing-to-issue': said('办件还没有走到可以出具这份文书的一步', 'The case has not come to where this can be issued'),
  'document-ended': said('这份文书已经撤销或更正', 'This document was revoked or replaced already'),
  'number-taken': said(
    '文号与已有文书相同，请检查文号格式和机关代字',
    'Another document has that number; check the format and the letters of the unit',
  ),
  'no-such-setting': said('没有这项设置', 'There is no such setting'),
  'setting-unusable': said('这样设置无法使用，请按提示修改', 'This cannot be used; see what is said beside it'),
} as const satisfies Record<DocumentRefusal, Said>

export const formatFaultWords = {
  'blank-missing': said(
    '格式须含 {word} 机关代字、{kind} 文种字、{year} 年份、{seq} 序号，否则文号会重复',
    'It needs {word}, {kind}, {year} and {seq}, or numbers would repeat',
  ),
  'blank-unknown': said('只能用 {word} {kind} {year} {seq}', 'Only {word} {kind} {year} {seq} can stand in it'),
  'kind-letters-shared': said('两种文书的文种字相同', 'Two kinds have the same letters'),
  'kind-letters-missing': said('每种文书都要有文种字', 'Every kind needs letters'),
} as const satisfies Record<FormatFault, Said>

export const textFaultWords = {
  'blank-missing': (blank: string): Said =>
    said(`缺少法定内容【${blank}】`, `The law asks for 【${blank}】, which is missing`),
  'blank-unknown': (blank: string): Said => said(`没有【${blank}】这一项`, `There is no blank 【${blank}】`),
} as const satisfies Record<TextFault['fault'], (blank: string) => Said>

/** Operations as the log names them. */
export const documentOperations: Readonly<Record<string, Said>> = {
  'documents.issue': said('出具文书', 'Issued a document'),
  'documents.open': said('打开文书', 'Opened a document'),
  'documents.revoke': said('撤销文书', 'Revoked a document'),
  'documents.replace': said('更正文书', 'Replaced a document'),
  'documents.setting': said('修改文书设置', 'Changed how documents are made'),
  'documents.export': said('导出文书台账', 'Exported the register of documents'),
}

/** The columns of the register as a file. */
export const registerColumns = {
  sheet: '文书台账',
  number: '文号',
  kind: '文种',
  unit: '出具机关',
  issuedOn: '出具日期',
  case: '办件编号',
  standing: '状态',
  endedBy: '撤销或更正文号',
  check: '校验码',
} as const
