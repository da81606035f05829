import { type Refused, refused } from '../../../platform/http/problem.ts'
import { randomLetters, sortableId } from '../../../platform/ids.ts'
import type { Signed, StaffAccount, StaffId } from '../model.ts'
import { whyNotPassword } from '../rules/password.ts'
import { pressBrake, releaseBrake } from '../store/brakes.ts'
import {
  findSecretsById,
  findStaff,
  insertStaff,
  removeTotp,
  setPassword,
  setStaffFacts,
  setState,
} from '../store/staff.ts'
import { type Operator, operate } from './operations.ts'
import type { PeopleParts } from './parts.ts'
import { hashPassword, isPassword } from './passwords.ts'
import type { Sessions } from './sessions.ts'

type Parts = Pick<PeopleParts, 'db' | 'clock'> & { readonly sessions: Sessions }
type Done = { readonly ok: true } | Refused
/** The password is shown to the administrator once, and has to be changed at the first sign-in. */
export type Handed = { readonly ok: true; readonly id: StaffId; readonly password: string }

/** A first password, three groups of letters that can be read out over a telephone. */
export const handedPassword = (): string => `${randomLetters(5)}-${randomLetters(5)}-${randomLetters(5)}`

export async function createAccount(
  parts: Parts,
  by: Operator,
  account: Pick<StaffAccount, 'account' | 'name' | 'unit'>,
): Promise<Handed | Refused> {
  const id: StaffId = `staff_${sortableId(by.at)}`
  const password = handedPassword()
  const passwordHash = await hashPassword(password)
  const staff = { ...account, account: account.account.trim().toLowerCase(), id, district: by.district }
  return operate(parts.db, by, { what: 'people.staff.create', target: id }, async (tx) => {
    const isNew = await insertStaff(tx, [{ ...staff, passwordHash, mustChangePassword: true, createdAt: by.at }])
    return isNew ? { ok: true, id, password } : refused('account-taken')
  })
}

/** A new password from the administrator; every session ends, and a lost authenticator is let go if asked. */
export async function resetAccount(
  parts: Parts,
  by: Operator,
  id: StaffId,
  andTotp: boolean,
): Promise<Handed | Refused> {
  const password = handedPassword()
  const passwordHash = await hashPassword(password)
  const handed = await operate<Handed | Refused>(
    parts.db,
    by,
    { what: 'people.staff.reset', target: id },
    async (tx) => {
      const staff = await findStaff(tx, by.district, id)
      if (staff === null) return refused('no-such-account', 404)
      await setPassword(tx, by.district, id, passwordHash, true)
      if (andTotp) await removeTotp(tx, by.district, id)
      await releaseBrake(tx, { district: by.district, name: 'sign-in-account', of: staff.account })
      await parts.sessions.endAll(tx, by.district, id)
      return { ok: true, id, password }
    },
  )
  parts.sessions.forget(by.district, id)
  return handed
}

/** Locks an account or unlocks it, wrong tries forgotten; locked, no session survives. Closing one is a hand-over, as things must not stay. */
export async function setAccountState(
  parts: Parts,
  by: Operator,
  id: StaffId,
  { state, reason }: { readonly state: 'active' | 'locked'; readonly reason?: string },
): Promise<Done> {
  const what = state === 'active' ? 'people.staff.unlock' : 'people.staff.lock'
  const done = await operate<Done>(parts.db, by, { what, target: id }, async (tx, tell) => {
    const staff = await findStaff(tx, by.district, id)
    if (staff === null) return refused('no-such-account', 404)
    if (staff.state === 'left') return refused('account-left')
    await setState(tx, by.district, id, state)
    if (state === 'active')
      await releaseBrake(tx, { district: by.district, name: 'sign-in-account', of: staff.account })
    else await parts.sessions.endAll(tx, by.district, id)
    tell({ field: 'state', before: staff.state, after: state })
    if (reason !== undefined) tell({ field: 'reason', before: null, after: reason })
    return { ok: true }
  })
  parts.sessions.forget(by.district, id)
  return done
}

/** Another name or another home unit. The log keeps that the name changed, and not what it was. */
export async function changeAccount(
  parts: Parts,
  by: Operator,
  id: StaffId,
  facts: Pick<StaffAccount, 'name' | 'unit'>,
): Promise<Done> {
  return operate<Done>(parts.db, by, { what: 'people.staff.change', target: id }, async (tx, tell) => {
    const before = await findStaff(tx, by.district, id)
    if (before === null) return refused('no-such-account', 404)
    await setStaffFacts(tx, by.district, id, facts)
    if (before.name !== facts.name) tell({ field: 'name', before: null, after: null })
    if (before.unit !== facts.unit) tell({ field: 'unit', before: before.unit, after: facts.unit })
    return { ok: true }
  })
}

/** A lost authenticator is let go; the password stays, and every session ends. */
export async function forgetSecondStep(parts: Parts, by: Operator, id: StaffId): Promise<Done> {
  const done = await operate<Done>(parts.db, by, { what: 'people.staff.totp', target: id }, async (tx) => {
    const staff = await findStaff(tx, by.district, id)
    if (staff === null) return refused('no-such-account', 404)
    if (!staff.totp) return refused('totp-not-started')
    await removeTotp(tx, by.district, id)
    await parts.sessions.endAll(tx, by.district, id)
    return { ok: true }
  })
  parts.sessions.forget(by.district, id)
  return done
}

export async function endSessionsOf(parts: Parts, by: Operator, id: StaffId): Promise<Done> {
  const done = await operate<Done>(parts.db, by, { what: 'people.staff.end-sessions', target: id }, async (tx) => {
    await parts.sessions.endAll(tx, by.district, id)
    return { ok: true }
  })
  parts.sessions.forget(by.district, id)
  return done
}

/** Somebody changes his own password; his other sessions end, the one he is using stays. */
export async function changePassword(
  parts: Parts,
  by: Operator,
  who: Extract<Signed, { kind: 'staff' }>,
  change: { readonly password: string; readonly newPassword: string },
): Promise<Done> {
  const staff = await findSecretsById(parts.db, who.district, who.id)
  if (staff === null) return refused('no-such-account', 404)
  const brake = { district: who.district, name: 'sign-in-account', of: staff.account } as const
  if (!(await pressBrake(parts.db, brake, by.at)).ok) return refused('too-many-tries', 429)
  if (!(await isPassword(change.password, staff.passwordHash))) return refused('sign-in-refused', 403)
  if (change.password === change.newPassword) return refused('password-unchanged')
  const fault = whyNotPassword(change.newPassword, staff.account)
  if (fault) return refused(fault)
  const passwordHash = await hashPassword(change.newPassword)
  const done = await operate<Done>(parts.db, by, { what: 'people.password.change', target: who.id }, async (tx) => {
    await setPassword(tx, who.district, who.id, passwordHash, false)
    await releaseBrake(tx, brake)
    await parts.sessions.endAll(tx, who.district, who.id, who.session)
    return { ok: true }
  })
  parts.sessions.forget(who.district, who.id)
  return done
}
