/** Digits of the weights and the check letters of an identity number: GB 11643-1999. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkLetters = '10X98765432'

/** First two digits of the provinces and of Hong Kong, Macao and Taiwan residents: GB/T 2260. */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

function isBirthday(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ]
  return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** Whether eighteen places look like an identity number: a province, a day that exists. The check letter is not looked at. */
export const looksLikeIdentity = (text: string): boolean =>
  /^\d{17}[\dXx]$/.test(text) && provinces.test(text) && isBirthday(text.slice(6, 14))

/** Whether eighteen places are an identity number: province, birthday and check letter are right. */
export function isIdentity(text: string): boolean {
  if (!looksLikeIdentity(text)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return checkLetters[sum % 11] === text[17]?.toUpperCase()
}

/** Whether fifteen digits are an identity number of the first generation: province and a birthday of 19xx. */
export const isOldIdentity = (text: string): boolean =>
  /^\d{15}$/.test(text) && provinces.test(text) && isBirthday(`19${text.slice(6, 12)}`)

/** Luhn's sum (ISO/IEC 7812-1), which the number of every bank card keeps. */
export function keepsLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
