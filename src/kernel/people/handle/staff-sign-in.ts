import { createHash } from 'node:crypto'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Instant } from '../../../platform/time.ts'
import type { SignInWay } from '../model.ts'
import { whyNotPassword } from '../rules/password.ts'
import { acceptedStep } from '../rules/totp.ts'
import { type BrakeKey, pressBrake, releaseBrake, unpressBrake } from '../store/brakes.ts'
import { logLogin } from '../store/logs.ts'
import { findSecretsByAccount, type StaffSecrets, setPassword, spendRecovery, spendStep } from '../store/staff.ts'
import type { From, PeopleParts } from './parts.ts'
import { hashPassword, isPassword } from './passwords.ts'
import type { Begun, Sessions } from './sessions.ts'

export type PasswordSignIn = {
  readonly district: string
  readonly account: string
  readonly password: string
  /** Six digits of the authenticator, or a recovery code. */
  readonly totp?: string
  /** Asked for when an administrator has set the present one. */
  readonly newPassword?: string
}
type Parts = Pick<PeopleParts, 'db' | 'clock' | 'vault'> & { readonly sessions: Sessions }
export type StaffSignedIn = Begun & { readonly ok: true; readonly staff: StaffSecrets }

/**
 * Signs staff in. A wrong account, a wrong password and a locked account answer alike and take as long;
 * tries are counted before they are made, by account (known or not) and by address.
 */
export async function signInStaff(parts: Parts, given: PasswordSignIn, from: From): Promise<StaffSignedIn | Refused> {
  const at = parts.clock.now()
  const account = given.account.trim().toLowerCase()
  const { district } = given
  const byAccount: BrakeKey = { district, name: 'sign-in-account', of: account.slice(0, 100) }
  const staff = await findSecretsByAccount(parts.db, district, account)
  const checked = await check(parts, { given, staff, byAccount, from, at })
  const line = { district, at, kind: 'staff', who: staff?.id ?? null, unit: staff?.unit ?? null, ...from } as const
  const way: SignInWay = staff?.totp ? 'password-and-totp' : 'password'
  // What nobody is called may be a password in the wrong field.
  const named = { ...line, account: staff?.account ?? '?', way }
  if (!checked.ok) {
    await logLogin(parts.db, { ...named, outcome: checked.refusal })
    return checked
  }
  await releaseBrake(parts.db, byAccount)
  await unpressBrake(parts.db, { district, name: 'sign-in-ip', of: from.ip })
  const begun = await parts.sessions.begin(parts.db, district, checked.staff.id, way, from)
  await logLogin(parts.db, { ...named, outcome: 'done' })
  return { ok: true, staff: checked.staff, ...begun }
}

type Try = { given: PasswordSignIn; staff: StaffSecrets | null; byAccount: BrakeKey; from: From; at: Instant }
type Checked = { ok: true; staff: StaffSecrets } | Refused

async function check(parts: Parts, { given, staff, byAccount, from, at }: Try): Promise<Checked> {
  const byIp = await pressBrake(parts.db, { district: given.district, name: 'sign-in-ip', of: from.ip }, at)
  const pressed = byIp.ok ? await pressBrake(parts.db, byAccount, at) : byIp
  if (!pressed.ok) return refused('too-many-tries', 429)
  const isRight = await isPassword(given.password, staff?.passwordHash ?? null)
  if (!isRight || staff?.state !== 'active') return refused('sign-in-refused', 401)
  const fault = newPasswordFault(given, staff)
  if (fault) return fault
  const second = await secondStep(parts, { staff, code: given.totp, at })
  if (second) return second
  if (given.newPassword !== undefined)
    await setPassword(parts.db, staff.district, staff.id, await hashPassword(given.newPassword), false)
  return { ok: true, staff }
}

function newPasswordFault({ password, newPassword }: PasswordSignIn, staff: StaffSecrets): Refused | null {
  if (newPassword === undefined) return staff.mustChangePassword ? refused('password-must-change', 403) : null
  if (newPassword === password) return refused('password-unchanged')
  const fault = whyNotPassword(newPassword, staff.account)
  return fault && refused(fault)
}

type Step = { staff: StaffSecrets; code: string | undefined; at: Instant }

async function secondStep(parts: Pick<Parts, 'db' | 'vault'>, { staff, code, at }: Step): Promise<Refused | null> {
  if (!staff.totp) return null
  if (code === undefined || code === '') return refused('second-step-needed', 401)
  return (await isSecondStep(parts, { staff, code, at })) ? null : refused('totp-code-wrong', 401)
}

/** Whether the code is the authenticator's, or a recovery code not used so far. Either is used up. */
export async function isSecondStep(
  { db, vault }: Pick<Parts, 'db' | 'vault'>,
  { staff, code, at }: { staff: StaffSecrets; code: string; at: Instant },
): Promise<boolean> {
  if (staff.totpSecret === null) return false
  if (!/^\d{6}$/.test(code)) return spendRecovery(db, staff.district, staff.id, hashOfRecovery(code))
  const secret = await vault.open(staff.district, staff.totpSecret)
  if (typeof secret !== 'string' || secret === 'destroyed') return false
  const step = acceptedStep(Buffer.from(secret, 'hex'), code, at, staff.totpLastStep)
  return step !== null && spendStep(db, staff.district, staff.id, step)
}

/** Recovery codes are 50 bits of chance, so a plain digest is enough. Blanks and dashes do not count. */
export const hashOfRecovery = (code: string): string =>
  createHash('sha256').update(code.toLowerCase().replace(/[\s-]/g, '')).digest('hex')
