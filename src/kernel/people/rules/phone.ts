/** A mainland mobile number as eleven digits, or null when the text is none. Blanks, dashes and +86 are forgiven. */
export function phoneOf(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}

/** Area code (three digits for the great cities, four elsewhere), seven or eight digits, an extension. */
const FIXED = /^(0(?:10|2\d|[3-9]\d{2}))[\s-]*([2-8]\d{6,7})(?:(?:[\s-]*(?:转|ext\.?)\s*|-)(\d{1,6}))?$/i

/**
 * A number somebody can be called back on: a mobile one as eleven digits, or a fixed one with its area code as
 * `0551-62345678`, an extension behind another dash; null when the text is neither. Nobody is sent an SMS on a fixed one.
 */
export function callNumberOf(text: string): string | null {
  const fixed = FIXED.exec(text.replace(/[()（）]/g, ' ').trim())
  if (fixed === null) return phoneOf(text)
  const [, area = '', line = '', extension] = fixed
  return [area, line, ...(extension ? [extension] : [])].join('-')
}

/** Enough to recognise one's own number by, too little to call it. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
