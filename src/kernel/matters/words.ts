import { type TableRefusal, tableRefusals } from '../../platform/tables/words.ts'
import { type Said, said } from '../../platform/words.ts'
import type { Term } from '../worktime/model.ts'
import { amountWords } from '../worktime/words.ts'
import type { Audience, Mark, MatterKind, MatterRefusal, MatterStatus, ServicePromise } from './model.ts'

export const kindWords = {
  consult: said('咨询', 'question'),
  help: said('求助', 'call for help'),
  complaint: said('投诉', 'complaint'),
  report: said('举报', 'report of an offence'),
  suggestion: said('建议', 'suggestion'),
  praise: said('表扬', 'praise'),
} as const satisfies Record<MatterKind, Said>

export const statusWords = {
  draft: said('草稿', 'draft'),
  published: said('已发布', 'published'),
  retired: said('已停用', 'retired'),
} as const satisfies Record<MatterStatus, Said>

export const audienceWords = {
  person: said('个人', 'residents'),
  enterprise: said('企业', 'enterprises'),
} as const satisfies Record<Audience, Said>

export const markWords = {
  '●': said('依据法律法规原文', 'read in the text of the law'),
  '○': said('依据公开文件摘录', 'read in an excerpt of a public document'),
  '△': said('待确认', 'to be confirmed'),
} as const satisfies Record<Mark, Said>

/** What a promise is about, for the keys the procedures of this platform use; an unknown key stands for itself. */
const promiseWords: Readonly<Record<string, Said>> = {
  intake: said('受理', 'taking it in'),
  'decline-decision': said('不予受理审核', 'deciding on declining it'),
  supplement: said('补正', 'giving what is missing'),
  dispatch: said('派单', 'dispatching'),
  sign: said('签收', 'signing for it'),
  contact: said('先行联系', 'first contact'),
  handle: said('办理', 'handling'),
  'milestone-2': said('第二阶段', 'the second milestone'),
  'milestone-3': said('第三阶段', 'the third milestone'),
  rework: said('重办', 'handling it again'),
  register: said('立案审核', 'deciding on registration'),
  'site-check': said('现场核实', 'looking at the spot'),
  'rejection-decision': said('不予立案审核', 'deciding on rejecting it'),
  'site-verify': said('现场核查', 'verifying on the spot'),
  'close-decision': said('结案', 'closing'),
  evaluation: said('评价', 'evaluation'),
  ruling: said('退单裁定', 'ruling on a return'),
  'extension-decision': said('延期审批', 'deciding on an extension'),
  extension: said('延期', 'an extension'),
  'hold-decision': said('挂账审批', 'deciding on a hold'),
  hold: said('挂账', 'a hold'),
  'refusal-level': said('说“不”提级每级答复', 'each level of a refusal'),
  'refusal-answer': said('说“不”最终答复', 'the final answer to a refusal'),
  'reply-review': said('答复审核', 'reviewing the reply'),
  verify: said('核查', 'verifying'),
  visit: said('回访', 'the call-back'),
  objection: said('对结果提出异议', 'objecting to the outcome'),
  'reopen-decision': said('重办审核', 'deciding on reopening'),
  alarm: said('紧急复核', 'judging an alarm'),
  supervise: said('督办', 'supervision'),
  'rectify-contact': said('差评整改联系', 'first contact after a bad rating'),
  rectify: said('差评整改', 'putting a bad rating right'),
}

export const promiseWord = (key: string): Said => promiseWords[key] ?? said(key, key)

export const termWords = ({ amount, unit }: Term): Said => amountWords(amount, unit)

/** The sentence a resident reads: `办理：5 个工作日内，可延长 1 次`. */
export function promiseSentence(promise: ServicePromise): Said {
  const [what, term, extended] = [promiseWord(promise.key), termWords(promise.term), promise.maxExtensions ?? 0]
  const by = promise.extension ? termWords(promise.extension) : null
  const zh = extended > 0 && by ? `，经批准可延长 ${extended} 次，每次 ${by.zh}` : ''
  const en = extended > 0 && by ? `; may be extended ${extended} time(s) by ${by.en} with approval` : ''
  return said(`${what.zh}：${term.zh}内${zh}`, `${what.en}: within ${term.en}${en}`)
}

/** Why a matter cannot be published, or what somebody should look at first. */
export type ProblemCode =
  | 'name-missing'
  | 'source-missing'
  | 'audience-missing'
  | 'category-missing'
  | 'category-unknown'
  | 'unit-missing'
  | 'span-reversed'
  | 'unknown-procedure'
  | 'promise-missing'
  | 'milestone-unknown'
  | 'promise-overlaps'
  | 'promise-span-reversed'
  | 'promise-longer-than-law'
  | 'promise-beside-law'
  | 'promise-unconfirmed'
  | 'term-not-whole'
  | 'warning-outside-term'
  | 'extension-without-term'
  | 'catch-all'
  | 'paper-repeated'
  | 'paper-without-when'
  | 'rectify-without-rating'
  | 'form-wrong'

export const problemWords = {
  'name-missing': () => said('事项名称须有中文和英文', 'The matter needs a name in Chinese and in English'),
  'source-missing': () => said('须写明依据文件', 'The document the matter rests on must be named'),
  'audience-missing': () => said('须选择服务对象', 'Whom the matter serves must be chosen'),
  'category-missing': () => said('须选择事项分类', 'A category must be chosen'),
  'category-unknown': (x) => said(`分类目录中没有“${x}”`, `The tree of categories does not have ${x}`),
  'unit-missing': () => said('指定承办单位时须写明单位', 'The responsible unit must be named'),
  'span-reversed': () => said('失效日期早于生效日期', 'The last day lies before the first'),
  'unknown-procedure': (x) => said(`没有名为“${x}”的程序`, `There is no procedure named ${x}`),
  'promise-missing': (x) =>
    said(
      `生效之日没有“${promiseWord(x).zh}”（${x}）的时限`,
      `No promise for ${promiseWord(x).en} (${x}) holds on the first day`,
    ),
  'milestone-unknown': (x) =>
    said(
      `程序在这一阶段没有“${promiseWord(x).zh}”（${x}）的时限`,
      `The procedure has no promise ${promiseWord(x).en} (${x}) at this milestone`,
    ),
  'promise-overlaps': (x) =>
    said(
      `“${promiseWord(x).zh}”（${x}）的时限生效日期重叠`,
      `Promises for ${promiseWord(x).en} (${x}) overlap in time`,
    ),
  'promise-span-reversed': (x) =>
    said(
      `“${promiseWord(x).zh}”（${x}）的失效日期早于生效日期`,
      `The promise for ${promiseWord(x).en} (${x}) ends before it begins`,
    ),
  'promise-longer-than-law': (x) =>
    said(
      `“${promiseWord(x).zh}”（${x}）的承诺时限长于法定时限`,
      `The promise for ${promiseWord(x).en} (${x}) is longer than the law allows`,
    ),
  'promise-beside-law': (x) =>
    said(
      `“${promiseWord(x).zh}”（${x}）的承诺时限与法定时限单位不同，请人工核对`,
      `The promise for ${promiseWord(x).en} (${x}) and the limit in law have different units; compare them by hand`,
    ),
  'promise-unconfirmed': (x) =>
    said(
      `“${promiseWord(x).zh}”（${x}）的时限来源待确认`,
      `The source of the promise for ${promiseWord(x).en} (${x}) is to be confirmed`,
    ),
  'term-not-whole': (x) =>
    said(
      `“${promiseWord(x).zh}”（${x}）按日计的时限须为整数，最多 3660`,
      `A promise for ${promiseWord(x).en} (${x}) in days must be a whole number of at most 3,660`,
    ),
  'warning-outside-term': (x) =>
    said(
      `“${promiseWord(x).zh}”（${x}）的预警提前量应短于时限`,
      `The warning for ${promiseWord(x).en} (${x}) must be shorter than its term`,
    ),
  'extension-without-term': (x) =>
    said(
      `“${promiseWord(x).zh}”（${x}）允许延期，须写明每次延长多久`,
      `The promise for ${promiseWord(x).en} (${x}) may be extended but does not say by how much`,
    ),
  'catch-all': (x) => said(`含有兜底条款：“${x}”`, `Holds a catch-all: ${x}`),
  'paper-repeated': (x) => said(`材料代码“${x}”重复`, `The paper ${x} stands there twice`),
  'paper-without-when': (x) => said(`材料“${x}”须写明何时需要`, `It must say when the paper ${x} is needed`),
  'rectify-without-rating': () =>
    said('不请评价的事项不能要求差评整改', 'A matter without rating cannot ask for rectification'),
  'form-wrong': (x) => said(`表单定义有误：${x}`, `The form is wrong: ${x}`),
} as const satisfies Record<ProblemCode, (what: string) => Said>

export const refusalWords = {
  ...tableRefusals,
  'no-such-matter': said('没有这个事项', 'There is no such matter'),
  'no-such-version': said('没有这个版本', 'There is no such version'),
  'no-draft': said('该事项没有草稿', 'This matter has no draft'),
  'draft-exists': said('同一编号的事项已存在', 'A matter with this id exists already'),
  'changed-meanwhile': said(
    '您打开之后草稿已被他人修改，请查看最新内容后再保存',
    'Somebody changed the draft after you opened it; look at it again before you save',
  ),
  'matter-has-problems': said('事项内容有问题，不能发布', 'The matter has problems and cannot be published'),
  'starts-before-last': said('新版本的生效日期不能早于上一版本', 'A new version may not begin before the last one'),
  'already-retired': said('该事项已停用', 'This matter is retired already'),
  'other-district': said('该文件属于其他区划', 'This file belongs to another district'),
  'unreadable-file': said('文件无法读取，请检查格式', 'The file could not be read; check its form'),
  'unknown-file-format': said('只接受 YAML、JSON 和 Excel 文件', 'Only YAML, JSON and Excel files are taken'),
  'too-many-entries': said(
    '文件过大，一次最多导入 5000 个事项',
    'The file is too large; at most 5,000 matters at a time',
  ),
  'import-has-errors': said('文件有错误，未导入任何内容', 'The file has errors; nothing was imported'),
  'tree-has-problems': said('分类目录有错误，未保存', 'The tree of categories has errors and was not saved'),
  'draft-of-somebody-else': said('他人正在修改该事项的草稿', 'Somebody else is working on a draft of this matter'),
} as const satisfies Record<MatterRefusal | TableRefusal, Said>

/** What keeps a list of categories from being a tree. */
export type TreeProblemCode = 'repeated-id' | 'unknown-parent' | 'circle' | 'repeated-name' | 'bad-name'

export const treeWords = {
  'repeated-id': said('分类编号重复', 'This id stands there twice'),
  'unknown-parent': said('没有这个上级分类', 'There is no such category above'),
  circle: said('分类的上下级成环', 'The category stands beneath itself'),
  'repeated-name': said('同级分类重名', 'Two categories side by side have one name'),
  'bad-name': said('分类名称不能为空，也不能含“/”', 'A name may not be empty or hold a /'),
} as const satisfies Record<TreeProblemCode, Said>

/** The parts of a matter as a preview of changes names them. */
export const partWords: Readonly<Record<string, Said>> = {
  name: said('名称', 'name'),
  code: said('实施编码', 'code'),
  category: said('分类', 'category'),
  kind: said('类型', 'kind'),
  procedure: said('程序', 'procedure'),
  form: said('表单', 'form'),
  papers: said('申请材料', 'papers'),
  conditions: said('受理条件', 'conditions'),
  closing: said('结案条件', 'closing conditions'),
  promises: said('时限承诺', 'promises'),
  milestones: said('阶段', 'milestones'),
  duty: said('责任单位', 'duty'),
  componentTypes: said('部件类型', 'types of components'),
  refusalLadder: said('说“不”提级', 'refusal ladder'),
  rating: said('评价', 'rating'),
  urgent: said('紧急', 'urgent'),
  internal: said('仅内部使用', 'internal'),
  audience: said('服务对象', 'audience'),
  intakeWords: said('识别词', 'intake words'),
  effectiveFrom: said('生效日期', 'first day'),
  effectiveTo: said('失效日期', 'last day'),
  sourceDoc: said('依据文件', 'source document'),
}

/** How the responsible unit is found. */
export const dutyWords = {
  'duty-list': said('按职责清单', 'By the duty list'),
  'owner-first': said('先属主后属地', 'Owner first, then territory'),
  'territory-first': said('先属地后属主', 'Territory first, then owner'),
  unit: said('指定单位', 'One unit'),
} as const

/** Who has to confirm a no, by level. */
export const confirmWords = {
  1: said('首问负责人', 'the first asked'),
  2: said('科室负责人', 'the section head'),
  3: said('分管领导', 'the leader in charge'),
  4: said('主要领导', 'the top leader'),
} as const

/** Units of a term, as one chooses them. */
export const unitWords = {
  workday: said('工作日', 'workdays'),
  day: said('自然日', 'days'),
  workhour: said('工作小时', 'working hours'),
  hour: said('小时', 'hours'),
} as const
