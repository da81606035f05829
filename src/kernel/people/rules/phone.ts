/** A mainland mobile number as eleven digits, or null when the text is none. Blanks, dashes and +86 are forgiven. */
export function phoneOf(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}

/** Enough to recognise one's own number by, too little to call it. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
