import { type Refused, refused } from '../../../platform/http/problem.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { Change } from '../../people/store/logs.ts'
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
  const done = await operate<Done>(
    parts.db,
    by,
    { what: 'organisations.role.save', target: role.id },
    async (tx, tell) => {
      await takeTurn(tx, who.district)
      const before = await findRole(tx, who.district, role.id)
      const no = mayShape(who, role.rights, before?.rights ?? [])
      if (no) return no
      await writeRole(tx, who.district, role)
      tell(...changesOf(before, role))
      return { ok: true }
    },
  )
  parts.directory.forget()
  return done
}

/** Rights and capacities one by one, so that the history reads who could do what from when. */
function changesOf(before: Role | null, after: Role): readonly Change[] {
  const moved = (field: string, old: readonly string[], now: readonly string[]): Change[] => [
    ...now.filter((one) => !old.includes(one)).map((one) => ({ field, before: null, after: one })),
    ...old.filter((one) => !now.includes(one)).map((one) => ({ field, before: one, after: null })),
  ]
  const facts = (['name', 'scope'] as const).filter((field) => before?.[field] !== after[field])
  return [
    ...facts.map((field): Change => ({ field, before: before?.[field] ?? null, after: after[field] })),
    ...moved('right', before?.rights ?? [], after.rights),
    ...moved('capacity', before?.capacities ?? [], after.capacities),
  ]
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
