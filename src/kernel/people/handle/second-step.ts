import { randomBytes } from 'node:crypto'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { randomLetters } from '../../../platform/ids.ts'
import type { Signed } from '../model.ts'
import { acceptedStep, base32, totpAddress } from '../rules/totp.ts'
import { findSecretsById, proposeTotp, removeTotp, type StaffSecrets, startTotp } from '../store/staff.ts'
import { type Operator, operate } from './operations.ts'
import type { PeopleParts } from './parts.ts'
import { isPassword } from './passwords.ts'
import { hashOfRecovery, isSecondStep } from './staff-sign-in.ts'

type Parts = Pick<PeopleParts, 'db' | 'clock' | 'vault'>
type StaffSigned = Extract<Signed, { kind: 'staff' }>
/** What the screen shows once: the address as QR code, the secret to type. */
export type Enrolment = { readonly ok: true; readonly secret: string; readonly address: string }

const RECOVERY_CODES = 8

/** Makes a secret that waits for its first code; asked again before that, a new one takes its place. */
export async function enrolTotp(parts: Parts, who: StaffSigned, issuer: string): Promise<Enrolment | Refused> {
  const staff = await findSecretsById(parts.db, who.district, who.id)
  if (staff === null) return refused('no-such-account', 404)
  const secret = randomBytes(20)
  const sealed = await parts.vault.seal(who.district, who.id, secret.toString('hex'))
  if (!(await proposeTotp(parts.db, who.district, who.id, sealed))) return refused('totp-already-on')
  return { ok: true, secret: base32(secret), address: totpAddress(issuer, staff.account, secret) }
}

/** Turns the second step on by a first right code; answers the recovery codes, which are never shown again. */
export async function confirmTotp(
  parts: Parts,
  by: Operator,
  who: StaffSigned,
  code: string,
): Promise<{ ok: true; recoveryCodes: string[] } | Refused> {
  const staff = await findSecretsById(parts.db, who.district, who.id)
  if (staff?.totp) return refused('totp-already-on')
  if (!staff?.totpSecret) return refused('totp-not-started')
  const secret = await parts.vault.open(who.district, staff.totpSecret)
  const step = typeof secret === 'string' ? acceptedStep(Buffer.from(secret, 'hex'), code, by.at, null) : null
  if (step === null) return refused('totp-code-wrong')
  const codes = Array.from({ length: RECOVERY_CODES }, () => `${randomLetters(5)}-${randomLetters(5)}`)
  const start = { at: by.at, step, recoveryHashes: codes.map(hashOfRecovery) }
  return operate(parts.db, by, { what: 'people.totp.on', target: who.id }, async (tx) => {
    await startTotp(tx, who.district, who.id, start)
    return { ok: true, recoveryCodes: codes } as const
  })
}

/** Turns it off again; asks for password and code, so that a screen left open is not enough. */
export async function dropTotp(
  parts: Parts,
  by: Operator,
  who: StaffSigned,
  proof: { readonly password: string; readonly code: string },
): Promise<{ ok: true } | Refused> {
  const staff = await findSecretsById(parts.db, who.district, who.id)
  if (!staff?.totp) return refused('totp-not-started')
  if (!(await proves(parts, staff, by, proof))) return refused('totp-code-wrong')
  return operate(parts.db, by, { what: 'people.totp.off', target: who.id }, async (tx) => {
    await removeTotp(tx, who.district, who.id)
    return { ok: true } as const
  })
}

async function proves(parts: Parts, staff: StaffSecrets, { at }: Operator, proof: { password: string; code: string }) {
  if (!(await isPassword(proof.password, staff.passwordHash))) return false
  return isSecondStep(parts, { staff, code: proof.code, at })
}
