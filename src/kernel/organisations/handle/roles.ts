import { type Refused, refused } from '../../../platform/http/problem.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { Role, RoleId, StaffWho } from '../model.ts'
import { mayGrant, postsWith } from '../policy.ts'
import { deleteRole, findRole, isRoleUsed, writeRole } from '../store/roles.ts'
import { takeTurn } from '../store/units.ts'
import type { OrganisationParts } from './parts.ts'

type Done = { readonly ok: true } | Refused
export const ROLES_RIGHT = 'organisations.roles'

/** A role is the same in the whole district, so only who reaches all of it may change one; the rights must be his. */
const mayShape = (who: StaffWho, ...rights: readonly (readonly string[])[]): Refused | null => {
  if (!postsWith(who, ROLES_RIGHT).some(({ reach }) => reach === 'all')) return refused('outside-your-scope', 403)
  return rights.every((some) => mayGrant(who, some)) ? null : refused('right-you-lack', 403)
}

/** Makes a role or changes it; whoever holds it has the new buttons at once. */
export async function saveRole(parts: OrganisationParts, who: StaffWho, by: Operator, role: Role): Promise<Done> {
  const done = await operate<Done>(parts.db, by, { what: 'organisations.role.save', target: role.id }, async (tx) => {
    await takeTurn(tx, who.district)
    const before = await findRole(tx, who.district, role.id)
    const no = mayShape(who, role.rights, before?.rights ?? [])
    if (no) return no
    await writeRole(tx, who.district, role)
    return { ok: true }
  })
  parts.directory.forget()
  return done
}

/** Takes a role away that was never given to anybody. */
export async function removeRole(parts: OrganisationParts, who: StaffWho, by: Operator, id: RoleId): Promise<Done> {
  const done = await operate<Done>(parts.db, by, { what: 'organisations.role.remove', target: id }, async (tx) => {
    await takeTurn(tx, who.district)
    const role = await findRole(tx, who.district, id)
    if (role === null) return refused('no-such-role', 404)
    const no = mayShape(who, role.rights)
    if (no) return no
    if (await isRoleUsed(tx, who.district, id)) return refused('role-in-use')
    await deleteRole(tx, who.district, id)
    return { ok: true }
  })
  parts.directory.forget()
  return done
}
