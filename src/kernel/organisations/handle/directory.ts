import type { Db } from '../../../platform/db/db.ts'
import type { Clock, Day, Instant } from '../../../platform/time.ts'
import type { Signed, StaffId } from '../../people/model.ts'
import { findStaff } from '../../people/store/staff.ts'
import type { Duty, Role, StaffWho, UnitVersion, Who } from '../model.ts'
import { heldPost } from '../rules/posts.ts'
import { type Tree, treeOn } from '../rules/tree.ts'
import { dutiesOn } from '../store/duties.ts'
import { holdingsOn } from '../store/posts.ts'
import { rolesOf } from '../store/roles.ts'
import { unitVersions } from '../store/units.ts'

/** How long an answer is believed without asking the database, in milliseconds of the machine. */
export const BELIEVED = 2_000
const REMEMBERED = 5_000

export type DirectoryParts = {
  readonly db: Db
  readonly clock: Clock
  /** The day of the city an instant lies in. */
  readonly dayOf: (at: Instant) => Day
  readonly ticks?: () => number
}

/** The units, posts and duties as they are today (or were on a day), remembered for two seconds. */
export type Directory = {
  /** The signed-in one with his posts of today; null when his account is no longer in use. */
  who(signed: Signed): Promise<Who | null>
  staff(district: string, id: StaffId): Promise<StaffWho | null>
  versions(district: string): Promise<readonly UnitVersion[]>
  tree(district: string, day?: Day): Promise<Tree>
  roles(district: string): Promise<readonly Role[]>
  /** The duty list of the day with the fallback desk at its end. */
  duties(district: string, day?: Day): Promise<readonly Duty[]>
  today(): Day
  /** Believes nothing any more; called after every change in this process. */
  forget(): void
}

export function createDirectory(parts: DirectoryParts): Directory {
  const { db, clock, dayOf } = parts
  const remember = memory(parts.ticks ?? (() => performance.now()))
  const today = () => dayOf(clock.now())

  const versions = (district: string) => remember(`units ${district}`, () => unitVersions(db, district))
  const tree = (district: string, day = today()) =>
    remember(`tree ${district} ${day}`, async () => treeOn(await versions(district), day))

  async function readStaff(district: string, id: StaffId, day: Day): Promise<StaffWho | null> {
    const account = await findStaff(db, district, id)
    if (account === null || account.state !== 'active') return null
    const [held, units] = await Promise.all([holdingsOn(db, district, id, day), tree(district, day)])
    const posts = held.map(({ roleIs, actingFor, ...post }) => heldPost(post, roleIs, units, actingFor ?? undefined))
    return { kind: 'staff', id, name: account.name, district, unit: account.unit, posts }
  }

  const staff = (district: string, id: StaffId) => {
    const day = today()
    return remember(`staff ${district} ${id} ${day}`, () => readStaff(district, id, day))
  }

  return {
    who: async (signed) => {
      if (signed.kind === 'resident') return { kind: 'resident', id: signed.id, district: signed.district }
      return staff(signed.district, signed.id)
    },
    staff,
    versions,
    tree,
    roles: (district) => remember(`roles ${district}`, () => rolesOf(db, district)),
    duties: (district, day = today()) => remember(`duties ${district} ${day}`, () => dutiesOn(db, district, day)),
    today,
    forget: remember.forget,
  }
}

/** Remembers promises, so that ten requests at once ask once; a failed one is asked again. */
function memory(ticks: () => number) {
  const kept = new Map<string, { readonly answer: Promise<unknown>; readonly until: number }>()
  const remember = <T>(name: string, ask: () => Promise<T>): Promise<T> => {
    const known = kept.get(name)
    if (known && ticks() < known.until) return known.answer as Promise<T>
    if (kept.size >= REMEMBERED) kept.clear()
    const answer = ask()
    const entry = { answer, until: ticks() + BELIEVED }
    kept.set(name, entry)
    answer.catch(() => kept.get(name) === entry && kept.delete(name))
    return answer
  }
  return Object.assign(remember, { forget: () => kept.clear() })
}
