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
