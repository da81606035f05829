import { isIdentity, isOldIdentity, keepsLuhn, looksLikeIdentity } from './checks.ts'

/** What a text may give away of somebody. */
export const personalKinds = ['identity', 'bank-card', 'mobile', 'landline', 'plate', 'email'] as const
export type PersonalKind = (typeof personalKinds)[number]

/** A stretch of a text, in UTF-16 units: `text.slice(start, end)` is what was found. */
export type Personal = { readonly kind: PersonalKind; readonly start: number; readonly end: number }

/** Full-width digits, letters and signs as their narrow ones; every unit keeps its place, so offsets stay true. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000\u2010-\u2015\u2212]/g, (wide) =>
    wide === '\u3000' ? ' ' : wide < '\uff00' ? '-' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  )

/** Words right before a number that make it the number of a paper, not of a person. */
const paperBefore =
  /(?:编号|单号|工单|案号|文号|流水号|票号|票据号|批号|房号|户号|凭证号|证书号|登记号|条形码|序列号)(?:为|是)?[:： ]*$/
const identityBefore = /(?:身份证|身份号码|公民身份|证件号)(?:号码|号)?(?:为|是)?[:： ]*$/
const phoneBefore = /(?:电话|座机|热线|手机|传真|联系方式|致电|拨打|[Tt][Ee][Ll])(?:号码|号)?(?:为|是)?[:：. ]*$/
const cardBefore = /(?:银行卡|卡号|账号|帐号|账户|帐户|储蓄卡|信用卡)(?:号码|号)?(?:为|是)?[:： ]*$/

type Finder = {
  readonly kind: PersonalKind
  readonly pattern: RegExp
  /** The digits alone, and what stands right before them. */
  holds(digits: string, before: string): boolean
}

/** The first finder that holds has the stretch; those that check most stand first. */
const finders: readonly Finder[] = [
  {
    kind: 'email',
    pattern:
      /(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,4}[A-Za-z]{2,12}(?![\w-])/g,
    holds: () => true,
  },
  {
    kind: 'identity',
    pattern: /(?<![\dA-Za-z.])\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?![\dA-Za-z])/g,
    holds: (digits, before) => isIdentity(digits) || (identityBefore.test(before) && looksLikeIdentity(digits)),
  },
  {
    kind: 'identity',
    pattern: /(?<![\dA-Za-z.])\d{15}(?![\dA-Za-z])/g,
    holds: (digits, before) => isOldIdentity(digits) && !paperBefore.test(before) && !cardBefore.test(before),
  },
  {
    kind: 'bank-card',
    pattern: /(?<![\dA-Za-z.])[3-6]\d{3}(?:[ -]?\d{4}){2,3}[ -]?\d{1,4}(?![\dA-Za-z])/g,
    holds: (digits, before) =>
      digits.length >= 15 &&
      digits.length <= 19 &&
      keepsLuhn(digits) &&
      !/^(\d)\1+$/.test(digits) &&
      !paperBefore.test(before),
  },
  {
    kind: 'mobile',
    pattern: /(?<![\dA-Za-z.])(?:(?:\+|00)?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![\dA-Za-z]|\.\d)/g,
    holds: (_, before) => !paperBefore.test(before),
  },
  {
    kind: 'landline',
    pattern:
      /(?<![\dA-Za-z.])(?:\((?:0[1-9]\d{1,2})\)|0[1-9]\d{1,2})[ -]{0,2}[2-8]\d{2,3}[ -]?\d{4}(?![\dA-Za-z]|\.\d)/g,
    holds: (_, before) => !paperBefore.test(before),
  },
  {
    kind: 'landline',
    pattern: /(?<![\dA-Za-z.-])[2-8]\d{2,3}[ -]?\d{4}(?![\dA-Za-z-]|\.\d)/g,
    holds: (_, before) => phoneBefore.test(before),
  },
  {
    kind: 'plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• -]?(?=[A-HJ-NP-Z]{0,5}\d)(?:[A-HJ-NP-Z\d]{4}[A-HJ-NP-Z\d挂学警港澳]|(?:[DF][A-HJ-NP-Z\d]\d{4}|\d{5}[DF]))(?![A-Za-z\d])/g,
    holds: () => true,
  },
]

const BEFORE = 12

/**
 * Everything in a text that names or reaches one person, in order and without overlap. Numbers must keep their own
 * check (GB 11643, Luhn, the numbering plan) or stand behind a word that says what they are; a number behind a word
 * such as 单号 is a paper's.
 */
export function findPersonal(text: string): Personal[] {
  const plain = narrow(text)
  const found: Personal[] = []
  for (const { kind, pattern, holds } of finders) {
    for (const match of plain.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((other) => start < other.end && other.start < end)) continue
      const digits = match[0].replace(/[^\dXx]/g, '')
      if (holds(digits, plain.slice(Math.max(0, start - BEFORE), start))) found.push({ kind, start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
