import type { CodeRule, Layer } from '../model/layers.ts'

/** Digits of a code of an area of the administrative division: district 6, street 9, community 12. */
const leadDigits = { district: 6, street: 9, community: 12 } as const
const digitsOf = (layer: Layer | null): number =>
  layer === 'district' || layer === 'street' || layer === 'community' ? leadDigits[layer] : 0

/** The pattern of a code, as a regular expression without flags. */
export const codePattern = ({ lead, separator, serial }: CodeRule): string =>
  `^\\d{${digitsOf(lead)}}${separator.replace(/[^0-9A-Za-z]/g, '\\$&')}\\d{${serial}}$`

/** Whether a code is one of this rule and of this district. */
export const isCodeOf = (rule: CodeRule, district: string, code: string): boolean =>
  new RegExp(codePattern(rule)).test(code) && code.startsWith(district)

/** The code of the area in which it lies, as the code itself says; null where it says none. */
export const leadOf = (rule: CodeRule, code: string): string | null =>
  rule.lead === null ? null : code.slice(0, digitsOf(rule.lead))

/** The n-th code under a lead. */
export const codeOf = ({ separator, serial }: CodeRule, lead: string, n: number): string =>
  `${lead}${separator}${String(n).padStart(serial, '0')}`
