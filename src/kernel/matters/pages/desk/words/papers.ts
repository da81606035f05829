import { type Said, said } from '../../../../../platform/words.ts'
import type { Paper } from '../../../model.ts'

/** 申请材料 of a matter, as they are written and as they are read. */
export const paperWords = {
  lead: said(
    '按办事人看得懂的话写清楚：要什么、几份、什么样才算合格。不得写“其他材料”之类的兜底条款。',
    'Say plainly what is asked for, how many, and what is acceptable. No catch-all such as "other papers".',
  ),
  none: said('这个事项不要求材料', 'This matter asks for no papers'),
  add: said('增加一种材料', 'Add a paper'),
  remove: said('删除这种材料', 'Remove this paper'),
  up: said('上移', 'Move up'),
  down: said('下移', 'Move down'),
  nameZh: said('材料名称', 'Name in Chinese'),
  nameEn: said('英文名称', 'Name in English'),
  key: said('材料代码', 'Code'),
  keyHint: said('小写字母、数字、横线；定了就不要改', 'Lower-case letters, digits, dashes; keep it once given'),
  need: said('是否必要', 'Needed'),
  whenZh: said('什么情况下需要', 'When it is needed'),
  whenEn: said('什么情况下需要（英文）', 'When it is needed, in English'),
  form: said('材料形式', 'Form'),
  copies: said('份数', 'Copies'),
  issuedBy: said('来源渠道', 'Who makes it out'),
  notSaid: said('不说明', 'Not said'),
  standardZh: said('受理标准', 'What makes it acceptable'),
  standardEn: said('受理标准（英文）', 'What makes it acceptable, in English'),
  basis: said('依据', 'Basis'),
  unnamed: said('未命名材料', 'A paper without a name'),
} as const satisfies Record<string, Said>

export const needWords = {
  must: said('必要', 'always'),
  may: said('非必要', 'not needed, but of use'),
  sometimes: said('视情况', 'in some cases'),
} as const satisfies Record<Paper['need'], Said>

export const paperFormWords = {
  original: said('原件', 'original'),
  copy: said('复印件', 'copy'),
  electronic: said('电子', 'electronic'),
} as const satisfies Record<Paper['form'], Said>

export const issuerWords = {
  applicant: said('申请人自备', 'the applicant'),
  government: said('政府部门核发', 'a public office'),
  intermediary: said('中介机构出具', 'an agency'),
  other: said('其他单位出具', 'somebody else'),
} as const satisfies Record<NonNullable<Paper['issuedBy']>, Said>
