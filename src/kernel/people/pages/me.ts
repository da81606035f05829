import { useAct } from '../../../ui/api/acts.ts'
import { type Read, useReadOf } from '../../../ui/api/reads.ts'
import { forgetAll } from '../../../ui/kept.ts'
import { fileShelf } from '../../../ui/outbox/files.ts'
import type { PersonId, StaffId } from '../model.ts'

/** Who is signed in, as `GET /api/people/me` tells him. */
export type Me =
  | {
      readonly kind: 'staff'
      readonly id: StaffId
      readonly district: string
      readonly account: string
      readonly name: string
      readonly unit: string
      readonly unitName: string
      readonly totp: boolean
      readonly rights: readonly string[]
      readonly capacities: readonly string[]
      readonly posts: readonly Post[]
    }
  | {
      readonly kind: 'resident'
      readonly id: PersonId
      readonly district: string
      readonly phone: string | null
      readonly name: string | null
    }

export type StaffMe = Extract<Me, { kind: 'staff' }>

export type Post = {
  readonly id: string
  readonly unit: string
  readonly unitName: string
  readonly role: string
  readonly roleName: string
  readonly scope: string
  readonly partTime: boolean
  readonly actingFor: string | null
}

/** Answers for everybody, so that a visitor's page meets no refusal. */
export const ME = '/api/people/session'

/** Who is signed in on this device; null for nobody. */
export const useMe = (): Read<Me | null> =>
  useReadOf<{ me: Me | null }, Me | null>(ME, ({ me }) => me, { topics: ['me'] })

/** Ends this session, then opens the page anew: neither memory nor drafts keep anything for whoever sits down next. */
export const useSignOut = () =>
  useAct<Record<string, never>>('/api/people/sign-out', {
    onDone: () => {
      forgetAll('draft.')
      forgetAll('patrol.')
      void fileShelf.forget().finally(() => location.reload())
    },
  })

/** A way back that stays on this face: `next` comes out of the address bar, where anybody may have written. */
export const wayBack = (next: string | undefined): string =>
  next !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) ? next : '/'
