import { type Said, said } from '../words.ts'
import type { FormatName } from './formats.ts'

/** Why a field is not right. */
export type FieldProblemCode =
  | 'missing'
  | 'wrong-type'
  | 'too-short'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'not-a-multiple'
  | 'not-a-choice'
  | 'wrong-format'
  | 'wrong-pattern'
  | 'too-few'
  | 'too-many'
  | 'repeated'
  | 'unknown-field'
  | 'not-allowed'

type Sentence = (title: Said, limit: string) => Said

/** One sentence for each reason: which field, and what it wants. */
export const fieldWords = {
  missing: (t) => said(`请填写“${t.zh}”`, `${t.en} is required`),
  'wrong-type': (t, type) => said(`“${t.zh}”${typeWord(type).zh}`, `${t.en} must be ${typeWord(type).en}`),
  'too-short': (t, n) => said(`“${t.zh}”至少 ${n} 个字`, `${t.en} needs at least ${n} characters`),
  'too-long': (t, n) => said(`“${t.zh}”最多 ${n} 个字`, `${t.en} may have at most ${n} characters`),
  'too-small': (t, n) => said(`“${t.zh}”不能小于 ${n}`, `${t.en} may not be less than ${n}`),
  'too-large': (t, n) => said(`“${t.zh}”不能大于 ${n}`, `${t.en} may not be more than ${n}`),
  'not-a-multiple': (t, n) => said(`“${t.zh}”应为 ${n} 的倍数`, `${t.en} must be a multiple of ${n}`),
  'not-a-choice': (t, list) =>
    said(`“${t.zh}”不在可选范围内（${list}）`, `${t.en} is not one of the choices (${list})`),
  'wrong-format': (t, name) => said(`“${t.zh}”应是${formatWord(name).zh}`, `${t.en} must be ${formatWord(name).en}`),
  'wrong-pattern': (t) => said(`“${t.zh}”写得不对，请检查`, `${t.en} is not written as it should be`),
  'too-few': (t, n) => said(`“${t.zh}”至少 ${n} 项`, `${t.en} needs at least ${n} entries`),
  'too-many': (t, n) => said(`“${t.zh}”最多 ${n} 项`, `${t.en} may have at most ${n} entries`),
  repeated: (t) => said(`“${t.zh}”有重复项`, `${t.en} holds the same entry twice`),
  'unknown-field': (t) => said(`表单中没有“${t.zh}”这一项`, `The form has no field ${t.en}`),
  'not-allowed': (t) => said(`“${t.zh}”的内容不符合要求`, `${t.en} does not meet the conditions`),
} as const satisfies Record<FieldProblemCode, Sentence>

const typeWords: Readonly<Record<string, Said>> = {
  string: said('要填文字', 'text'),
  number: said('要填数字', 'a number'),
  integer: said('要填整数', 'a whole number'),
  boolean: said('只能选“是”或“否”', 'yes or no'),
  array: said('要一项一项地列出', 'a list'),
  object: said('要分项填写', 'a group of fields'),
}

const typeWord = (name: string): Said => typeWords[name] ?? said(name, name)

const formatWords = {
  mobile: said('11 位手机号码', 'a mobile number of 11 digits'),
  phone: said('手机号码或带区号的固定电话', 'a mobile number, or a fixed one with its area code'),
  'id-number': said('18 位居民身份证号码（请核对各位数字）', 'an 18-digit resident identity number; check every digit'),
  'credit-code': said(
    '18 位统一社会信用代码（请核对各位）',
    'an 18-letter unified social credit code; check every letter',
  ),
  day: said('真实存在的日期，如 2026-11-23', 'a day that exists, such as 2026-11-23'),
  date: said('真实存在的日期，如 2026-11-23', 'a day that exists, such as 2026-11-23'),
  time: said('时间，如 09:30', 'a time, such as 09:30'),
  'date-time': said('日期和时间', 'a day and a time'),
  email: said('电子邮箱地址', 'an e-mail address'),
  uri: said('以 http:// 或 https:// 开头的网址', 'an address beginning with http:// or https://'),
} as const satisfies Record<FormatName, Said>

const formatWord = (name: string): Said =>
  Object.entries(formatWords).find(([known]) => known === name)?.[1] ?? said(name, name)

/** Why a form itself cannot be used. */
export type SchemaProblemCode =
  | 'not-an-object'
  | 'root-not-object'
  | 'wrong-shape'
  | 'unknown-keyword'
  | 'unknown-type'
  | 'unknown-format'
  | 'bad-pattern'
  | 'slow-pattern'
  | 'bad-field-name'
  | 'required-unknown'
  | 'no-choices'
  | 'labels-differ'
  | 'condition-unknown'
  | 'option-unknown'
  | 'limits-crossed'
  | 'no-title'
  | 'too-deep'
  | 'too-big'

export const schemaWords = {
  'not-an-object': () => said('此处应为一个表单定义对象', 'A form definition is expected here'),
  'root-not-object': () => said('表单最外层的类型应为 object', 'The outermost type of a form must be object'),
  'wrong-shape': (x) => said(`此处的值类型不对，应为${typeWord(x).zh}`, `The value here must be ${typeWord(x).en}`),
  'unknown-keyword': (x) => said(`不支持的关键字“${x}”`, `The keyword ${x} is not supported`),
  'unknown-type': (x) => said(`不支持的类型“${x}”`, `The type ${x} is not supported`),
  'unknown-format': (x) => said(`不支持的格式“${x}”`, `The format ${x} is not supported`),
  'bad-pattern': (x) => said(`正则表达式“${x}”有误`, `The pattern ${x} is not a regular expression`),
  'slow-pattern': (x) =>
    said(`正则表达式“${x}”过长或含嵌套重复，可能拖慢校验`, `The pattern ${x} is too long or repeats a repetition`),
  'bad-field-name': (x) =>
    said(
      `字段名“${x}”应以小写字母开头，只含字母、数字、下划线和连字符，不超过 40 个字符`,
      `The field name ${x} must begin with a small letter and hold only letters, digits, _ and -, at most 40`,
    ),
  'required-unknown': (x) => said(`必填项“${x}”不在字段中`, `The required field ${x} is not among the fields`),
  'no-choices': () => said('选项不能为空', 'The choices may not be empty'),
  'labels-differ': () => said('选项与选项名称的数目不同', 'There are not as many labels as choices'),
  'condition-unknown': (x) =>
    said(`条件引用了不存在的字段或字段本身“${x}”`, `A condition names ${x}, which is no other field of the form`),
  'option-unknown': (x) => said(`选项规则中的“${x}”不在选项里`, `A rule names ${x}, which is no option`),
  'limits-crossed': (x) => said(`下限大于上限（${x}）`, `The lower limit is above the upper one (${x})`),
  'no-title': (x) => said(`字段“${x}”缺少标题`, `The field ${x} has no title`),
  'too-deep': () => said('表单嵌套不能超过 6 层', 'A form may be at most 6 levels deep'),
  'too-big': () => said('表单字段不能超过 200 个', 'A form may have at most 200 fields'),
} as const satisfies Record<SchemaProblemCode, (what: string) => Said>
