import type { StaffId } from '../../people/model.ts'
import type { Role } from '../model.ts'
import { grants } from '../policy.ts'

/** Every button of the city that these rights press, wildcards spelled out. */
export const pressed = (rights: readonly string[], known: readonly string[]): readonly string[] =>
  known.filter((right) => grants(rights, right))

/** Somebody who holds the role, with the rights of whatever else he holds. */
export type Holder = { readonly staff: StaffId; readonly otherRights: readonly string[] }

export type Shift = {
  readonly gained: readonly string[]
  readonly lost: readonly string[]
  readonly holders: readonly {
    readonly staff: StaffId
    readonly gains: readonly string[]
    readonly loses: readonly string[]
  }[]
}

const without = (these: readonly string[], those: readonly string[]) => these.filter((one) => !those.includes(one))

/**
 * Which buttons a change of a role gives and takes, and from whom: who has a button by another post neither gains nor
 * loses it.
 */
export function rightsShift(
  before: Pick<Role, 'rights'> | null,
  after: Pick<Role, 'rights'>,
  holders: readonly Holder[],
  known: readonly string[],
): Shift {
  const [old, next] = [pressed(before?.rights ?? [], known), pressed(after.rights, known)]
  const gained = without(next, old)
  const lost = without(old, next)
  return {
    gained,
    lost,
    holders: holders.map(({ staff, otherRights }) => {
      const has = pressed(otherRights, known)
      return { staff, gains: without(gained, has), loses: without(lost, has) }
    }),
  }
}
