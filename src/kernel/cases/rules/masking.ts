import { maskPhone, phoneOf } from '../../people/rules/phone.ts'

/** 李* — the family name only; a name of one letter shows nothing. */
export const maskName = (name: string): string => {
  const [first = ''] = [...name.trim()]
  return [...name.trim()].length < 2 ? '*' : `${first}${'*'.repeat(Math.min([...name.trim()].length - 1, 3))}`
}

/** A mobile number in its usual mask; anything else keeps its last two digits. */
export const maskNumber = (phone: string): string => {
  const mobile = phoneOf(phone)
  return mobile ? maskPhone(mobile) : `${'*'.repeat(Math.max(phone.length - 2, 0))}${phone.slice(-2)}`
}

/** Mobile and identity numbers that somebody wrote into a text are covered as well. */
export const maskText = (text: string): string =>
  text
    .replace(/(?<!\d)([1-9]\d{5})\d{8}(\d{3}[\dXx])(?!\d)/g, '$1********$2')
    .replace(/(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g, '$1****$2')
