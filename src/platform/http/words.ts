import { type Said, said } from '../words.ts'

export type Trouble =
  | 'malformed'
  | 'refused'
  | 'no-such-address'
  | 'too-large'
  | 'wrong-media-type'
  | 'unreadable'
  | 'bad-character'
  | 'too-many-requests'
  | 'overloaded'
  | 'closing'
  | 'failure'

export const troubleWords = {
  malformed: said('提交的内容有误，请按提示修改', 'Something in the request needs correcting'),
  refused: said('现在不能这样办理', 'This cannot be done now'),
  'no-such-address': said('没有这个地址', 'There is nothing at this address'),
  'too-large': said('内容太大，请减少后再试', 'The request is too large'),
  'wrong-media-type': said('不接受这种格式的内容', 'This kind of content is not accepted here'),
  unreadable: said('内容无法读取，请检查格式', 'The request could not be read'),
  'bad-character': said(
    '内容中有无法保存的字符（空字符或残缺字符），请删去后再试',
    'The request contains a character that cannot be kept (NUL or half a character)',
  ),
  'too-many-requests': said('操作过于频繁，请稍后再试', 'Too many requests; please try again shortly'),
  overloaded: said(
    '系统繁忙，请稍后再试；已受理的事项不受影响',
    'The system is busy; please try again. Nothing is lost',
  ),
  closing: said('系统正在重启，请稍后再试', 'The system is restarting; please try again'),
  failure: said('系统出错，已记录，请稍后再试', 'Something failed on our side; it has been recorded'),
} as const satisfies Record<Trouble, Said>

/** Refusals that any house may answer; a house's own words for the same code come first. */
export const plainRefusals = {
  'not-signed-in': said('请先登录', 'Please sign in first'),
  'cross-site': said('请求来自其他网站，已拒绝', 'Requests from other sites are refused'),
  'not-yours': said('您没有办理此事的权限', 'You are not entitled to do this'),
  'too-many-listeners': said('实时连接过多，请稍后再试', 'Too many live connections; please try again later'),
  'not-found': said('没有找到', 'Not found'),
  'bad-cursor': said('翻页位置无效，请从第一页开始', 'The page position is not valid; start from the first page'),
  'key-of-another-request': said(
    '这个请求标识已用于另一份内容，请换一个标识再提交',
    'This Idempotency-Key was used for another request; send this one under a new key',
  ),
  'bad-idempotency-key': said(
    '请求标识须为 8 至 128 个字母、数字或 -_.:',
    'An Idempotency-Key has 8 to 128 of a-z 0-9 - _ . :',
  ),
} as const satisfies Record<string, Said>

type Facts = Readonly<Record<string, unknown>>

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
const list = (value: unknown, comma: string): string =>
  Array.isArray(value) ? value.map(show).join(comma) : show(value)

/** One sentence per rule of JSON Schema that a value can break. `label` is the field as a person knows it. */
export const fieldWords: Readonly<Record<string, (label: Said, facts: Facts) => Said>> = {
  required: (label) => said(`请填写${label.zh}`, `${label.en} is required`),
  additionalProperties: (label) =>
    said(`这里没有${label.zh}这一项，请去掉`, `There is no ${label.en} here; please leave it out`),
  type: (label, { type }) => {
    const { zh, en } = kindOf(type)
    return said(`${label.zh}${zh}`, `${label.en} ${en}`)
  },
  enum: (label, { allowedValues }) =>
    said(`${label.zh}只能是：${list(allowedValues, '、')}`, `${label.en} must be one of: ${list(allowedValues, ', ')}`),
  const: (label, { allowedValue }) =>
    said(`${label.zh}只能是${show(allowedValue)}`, `${label.en} must be ${show(allowedValue)}`),
  format: (label, { format }) => {
    const { zh, en } = formatWords[String(format)] ?? said('写得不对，请检查', 'is not written as it should be')
    return said(`${label.zh}${zh}`, `${label.en} ${en}`)
  },
  pattern: (label) => said(`${label.zh}写得不对，请检查`, `${label.en} is not written as it should be`),
  minLength: (label, { limit }) =>
    limit === 1
      ? said(`请填写${label.zh}`, `${label.en} must not be empty`)
      : said(`${label.zh}至少要 ${limit} 个字`, `${label.en} needs at least ${limit} characters`),
  maxLength: (label, { limit }) =>
    said(`${label.zh}最多 ${limit} 个字`, `${label.en} may have at most ${limit} characters`),
  minItems: (label, { limit }) => said(`${label.zh}至少要 ${limit} 项`, `${label.en} needs at least ${limit} items`),
  maxItems: (label, { limit }) => said(`${label.zh}最多 ${limit} 项`, `${label.en} may have at most ${limit} items`),
  uniqueItems: (label) => said(`${label.zh}中有重复`, `${label.en} has an entry twice`),
  minimum: (label, { limit }) => said(`${label.zh}不能小于 ${limit}`, `${label.en} must be at least ${limit}`),
  maximum: (label, { limit }) => said(`${label.zh}不能大于 ${limit}`, `${label.en} must be at most ${limit}`),
  exclusiveMinimum: (label, { limit }) => said(`${label.zh}要大于 ${limit}`, `${label.en} must be more than ${limit}`),
  exclusiveMaximum: (label, { limit }) => said(`${label.zh}要小于 ${limit}`, `${label.en} must be less than ${limit}`),
  multipleOf: (label, { multipleOf }) =>
    said(`${label.zh}须是 ${multipleOf} 的倍数`, `${label.en} must be a multiple of ${multipleOf}`),
}

export const unknownFilter = (label: Said): Said =>
  said(`没有${label.zh}这个查询条件，请去掉或改正`, `There is no filter ${label.en}; leave it out or correct it`)
export const otherField = (label: Said): Said => said(`${label.zh}填得不对，请检查`, `${label.en} is not right`)
export const wholeRequest: Said = said('提交的内容', 'The request')

/** What a value should have been, as the end of a sentence about its field. */
const kinds: Readonly<Record<string, Said>> = {
  string: said('要填文字', 'must be text'),
  number: said('要填数字', 'must be a number'),
  integer: said('要填整数', 'must be a whole number'),
  boolean: said('只能填“是”或“否”', 'must be yes or no (true or false)'),
  array: said('要一项一项地列出', 'must be a list'),
  object: said('不完整，请按要求分项填写', 'must be given as an object with its fields'),
  null: said('要留空', 'must be left empty'),
}

/** The kind that tells a person most: what may also be empty is asked for as what it is. */
function kindOf(type: unknown): Said {
  const names = (Array.isArray(type) ? type : [type]).map(String)
  const name = names.find((one) => one !== 'null') ?? 'null'
  return kinds[name] ?? said('填得不对，请检查', 'is not right')
}

const formatWords: Readonly<Record<string, Said>> = {
  date: said('要写成日期，如 2026-03-01', 'must be a date such as 2026-03-01'),
  'date-time': said(
    '要写成日期和时间，如 2026-03-01T09:00:00+08:00',
    'must be a time such as 2026-03-01T09:00:00+08:00',
  ),
  email: said('要写成电子邮箱，如 name@example.cn', 'must be a mail address such as name@example.cn'),
  uri: said('要写成网址，如 https://example.cn', 'must be an address such as https://example.cn'),
}
