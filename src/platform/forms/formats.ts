/** Chinese identifiers and numbers as forms ask for them. Pure; the browser runs them too. */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const ID_CHECKS = '10X98765432'
const CREDIT_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A mobile number of the Chinese mainland: 11 digits, with or without +86 before them. */
export const isMobile = (text: string): boolean => /^(\+86)?1[3-9]\d{9}$/.test(text)

/** A mobile number, a fixed one with its area code (0571-8765432), or a 400/800 one. */
export const isPhone = (text: string): boolean =>
  isMobile(text) || /^0\d{2,3}-?[2-9]\d{6,7}(-\d{1,6})?$/.test(text) || /^[48]00-?\d{3}-?\d{4}$/.test(text)

/** 居民身份证号: region, a birthday that exists, and the check digit of GB 11643-1999 (ISO 7064, MOD 11-2). */
export function isIdNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(text)) return false
  if (!isBirthday(text.slice(6, 14))) return false
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return ID_CHECKS[sum % 11] === text[17]?.toUpperCase()
}

function isBirthday(digits: string): boolean {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const ms = Date.parse(`${day}T00:00:00Z`)
  return digits >= '18500101' && !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day)
}

/** 统一社会信用代码: 18 letters without I, O, S, V, Z, the last one a check digit (GB 32100-2015, MOD 31). */
export function isCreditCode(text: string): boolean {
  if (!/^[1-9A-HJ-NP-RTUWXY][0-9A-HJ-NP-RTUWXY]\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(text)) return false
  let [sum, weight] = [0, 1]
  for (const letter of text.slice(0, 17)) {
    sum += CREDIT_LETTERS.indexOf(letter) * weight
    weight = (weight * 3) % 31
  }
  return CREDIT_LETTERS[(31 - (sum % 31)) % 31] === text[17]
}

/** A day that exists in the calendar, `2024-02-29`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** Formats a form may name, each with its check. */
export const formats = {
  mobile: isMobile,
  phone: isPhone,
  'id-number': isIdNumber,
  'credit-code': isCreditCode,
  day: isDay,
  date: isDay,
  time: (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
  'date-time': (text: string): boolean => /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)),
  email: (text: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text),
  uri: (text: string): boolean => /^https?:\/\/\S+$/.test(text),
} as const satisfies Record<string, (text: string) => boolean>

export type FormatName = keyof typeof formats

export const isFormatName = (name: string): name is FormatName => Object.hasOwn(formats, name)
