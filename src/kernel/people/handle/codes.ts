import { type Refused, refused } from '../../../platform/http/problem.ts'
import { randomDigits } from '../../../platform/ids.ts'
import { later, MINUTE } from '../../../platform/time.ts'
import type { CodePurpose } from '../model.ts'
import { phoneOf } from '../rules/phone.ts'
import { sameText } from '../rules/totp.ts'
import { pressBrake, unpressBrake } from '../store/brakes.ts'
import { spendCode, tryCode, writeCode } from '../store/codes.ts'
import type { From, PeopleParts } from './parts.ts'

export const CODE_LASTS = 5 * MINUTE
const DIGITS = 6
const MOST_TRIES = 5

export type CodeRequest = { readonly district: string; readonly phone: string; readonly purpose: CodePurpose }
type Parts = Pick<PeopleParts, 'db' | 'clock' | 'mac' | 'sendCode'>

/** The digest under which a telephone is looked up; another district gives another, so rows cannot be joined. */
export const macOfPhone = (parts: Pick<PeopleParts, 'mac'>, district: string, phone: string): string =>
  parts.mac(`phone:${district}:${phone}`)

/** Sends a fresh code; a phone that nobody here has gets one too, or the answer would tell who lives here. */
export async function sendCode(
  parts: Parts,
  asked: CodeRequest,
  from: From,
): Promise<{ ok: true; code: string } | Refused> {
  const { db, clock, mac } = parts
  const phone = phoneOf(asked.phone)
  if (phone === null) return refused('phone-wrong')
  const { district, purpose } = asked
  const phoneMac = macOfPhone(parts, district, phone)
  const at = clock.now()
  const byPhone = await pressBrake(db, { district, name: 'code-phone', of: phoneMac }, at)
  if (!byPhone.ok) return refused('ask-again-later', 429)
  const byIp = await pressBrake(db, { district, name: 'code-ip', of: from.ip }, at)
  if (!byIp.ok) return refused('ask-again-later', 429)
  const code = randomDigits(DIGITS)
  await writeCode(
    db,
    { district, phoneMac, purpose },
    mac(`code:${phoneMac}:${purpose}:${code}`),
    later(at, CODE_LASTS),
  )
  await parts.sendCode(phone, code, purpose)
  return { ok: true, code }
}

/** Whether the code is the one sent to this phone for this purpose; a right code is used up by asking. */
export async function redeemCode(
  parts: Pick<Parts, 'db' | 'clock' | 'mac'>,
  given: CodeRequest & { readonly code: string },
  from: From,
): Promise<{ ok: true; phone: string; phoneMac: string } | Refused> {
  const { db, clock, mac } = parts
  const { district, purpose } = given
  const phone = phoneOf(given.phone)
  if (phone === null) return refused('phone-wrong')
  const at = clock.now()
  const byIp = { district, name: 'code-try-ip', of: from.ip } as const
  const pressed = await pressBrake(db, byIp, at)
  if (!pressed.ok) return refused('too-many-tries', 429)
  const phoneMac = macOfPhone(parts, district, phone)
  const key = { district, phoneMac, purpose }
  const known = await tryCode(db, key, at, MOST_TRIES)
  const right = known !== null && sameText(known, mac(`code:${phoneMac}:${purpose}:${given.code}`))
  if (!right || !(await spendCode(db, key, known))) return refused('code-wrong-or-over')
  await unpressBrake(db, byIp)
  return { ok: true, phone, phoneMac }
}
