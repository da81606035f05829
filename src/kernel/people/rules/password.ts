import type { PeopleRefusal } from '../model.ts'

export const SHORTEST = 10
/** argon2 would take more, but nobody types it and a megabyte of password is an attack. */
export const LONGEST = 128

/** What guessers try first, reduced as `plain` reduces: letters only once, digits and signs gone. */
const COMMON = new Set(
  `password passwd passw0rd admin administrator letmein welcome qwerty qwertyuiop asdfghjkl zxcvbnm iloveyou woaini
   dragon monkey football baseball superman batman master sunshine princess shadow abc abcabc abcd abcde test
   tester testtest guest root login user changeme default secret woaizhongguo zhongguo shanghai beijing anhui
   nihao wodemima mima hello helloworld aini tianxia china government`.split(/\s+/),
)

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '')

/** '1234567890', 'aaaaaaaaaa', '1212121212': at most three different signs, or every sign one step from the last. */
function isMonotonous(password: string): boolean {
  const signs = [...password.toLowerCase()]
  if (new Set(signs).size <= 3) return true
  const steps = signs
    .slice(1)
    .map((sign, at) => Math.abs((sign.codePointAt(0) ?? 0) - (signs[at]?.codePointAt(0) ?? 0)))
  return steps.filter((step) => step === 1 || step === 9).length === steps.length
}

/**
 * Why a password is not good enough, or null. Length is what counts (NIST SP 800-63B 5.1.1.2): no demand for signs of
 * four kinds, which only makes people write it down.
 */
export function whyNotPassword(password: string, account: string): PeopleRefusal | null {
  if ([...password].length < SHORTEST) return 'password-too-short'
  if (password.length > LONGEST) return 'password-too-long'
  if (account !== '' && password.toLowerCase().includes(account.toLowerCase())) return 'password-contains-account'
  const letters = plain(password)
  const mostlyCommon = [...COMMON].some((word) => letters === word || letters === word + word)
  return mostlyCommon || isMonotonous(password) ? 'password-too-common' : null
}
