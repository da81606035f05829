import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { OrganisationRefusal, Post, PostId, Role, StaffWho, UnitId } from '../model.ts'
import { pressed, rightsShift, type Shift } from '../policy/rights.ts'
import { mayGrant, postsWith, whyNotAppoint } from '../policy.ts'
import { reachShifts } from '../rules/reach.ts'
import { applyUnitEvents, decideUnit, treeOn, type UnitCommand } from '../rules/tree.ts'
import { everyHolding } from '../store/holdings.ts'
import { namesOf } from '../store/names.ts'
import { findRole } from '../store/roles.ts'
import { unitVersions, usesOf } from '../store/units.ts'
import type { OrganisationParts } from './parts.ts'
import { imagined, PEOPLE_RIGHT } from './posts.ts'
import { ROLES_RIGHT } from './roles.ts'
import { outOfScope } from './units.ts'

export type UnitPreview = {
  readonly ok: true
  /** Why it could not be done as it stands; null when it can. */
  readonly refusal: OrganisationRefusal | null
  readonly posts: number
  readonly duties: number
  readonly openCases: number
  readonly isFallback: boolean
  readonly children: readonly { readonly id: string; readonly name: string }[]
  readonly matters: readonly { readonly id: string; readonly name: string }[]
  /** Whose sight changes with the tree. */
  readonly shifts: readonly {
    readonly staffName: string
    readonly roleName: string
    readonly gains: readonly string[]
    readonly loses: readonly string[]
  }[]
}

/** What a change of the tree would do, without doing it: what hangs on the unit, and who would see more or less. */
export async function previewUnit(
  parts: OrganisationParts,
  who: StaffWho,
  command: UnitCommand,
): Promise<UnitPreview | Refused> {
  const { db, cases } = parts
  const { district } = who
  if (outOfScope(who, command)) return refused('outside-your-scope', 403)
  const [versions, uses, openCases, matters] = [
    await unitVersions(db, district),
    await usesOf(db, district, command.id, command.from),
    await cases.openCasesAt(db, district, command.id),
    await cases.mattersNaming(db, district, command.id),
  ]
  const decided = decideUnit(versions, command, { ...uses, openCases })
  const before = treeOn(versions, command.from)
  const children = [...before.values()].filter(({ parent }) => parent === command.id)
  const after = decided.ok ? treeOn(applyUnitEvents(versions, decided.events), command.from) : before
  const shifts = reachShifts(await everyHolding(db, district, command.from), before, after)
  const names = await namesOf(
    db,
    district,
    shifts.flatMap(({ post, gains, loses }) => [post.staff, post.role, ...gains, ...loses]),
  )
  const named = (id: string) =>
    names.get(id) ?? ('traits' in command && command.id === id ? String(command.traits.name) : id)
  return {
    ok: true,
    refusal: decided.ok ? null : decided.refusal,
    ...uses,
    openCases,
    matters,
    children: children.map(({ id, name }) => ({ id, name })),
    shifts: shifts.map(({ post, gains, loses }) => ({
      staffName: named(post.staff),
      roleName: named(post.role),
      gains: gains.map(named),
      loses: loses.map(named),
    })),
  }
}

export type RolePreview = Omit<Shift, 'holders'> & {
  readonly ok: true
  readonly refusal: OrganisationRefusal | null
  readonly scopeBefore: Role['scope'] | null
  readonly capacitiesGained: readonly string[]
  readonly capacitiesLost: readonly string[]
  readonly holders: readonly (Shift['holders'][number] & { readonly name: string; readonly unitName: string })[]
}

/** Who would gain or lose which buttons, were the role saved like this. */
export async function previewRole(parts: OrganisationParts, who: StaffWho, role: Role): Promise<RolePreview> {
  const { db, knownRights, directory } = parts
  const before = await findRole(db, who.district, role.id)
  const all = await everyHolding(db, who.district, directory.today())
  const mine = new Map(all.filter(({ post }) => post.role === role.id).map(({ post }) => [post.staff, post.unit]))
  const holders = [...mine.keys()].map((staff) => ({
    staff,
    otherRights: all
      .filter(({ post }) => post.staff === staff && post.role !== role.id)
      .flatMap(({ rights }) => rights),
  }))
  const known = knownRights.map(({ right }) => right)
  const shift = rightsShift(before, role, holders, known)
  const names = await namesOf(db, who.district, [...mine.keys(), ...mine.values()])
  const missing = (these: readonly string[], those: readonly string[]) => these.filter((one) => !those.includes(one))
  return {
    ok: true,
    refusal: whyNotShape(who, role, before),
    gained: shift.gained,
    lost: shift.lost,
    scopeBefore: before?.scope ?? null,
    capacitiesGained: missing(role.capacities, before?.capacities ?? []),
    capacitiesLost: missing(before?.capacities ?? [], role.capacities),
    holders: shift.holders.map((one) => ({
      ...one,
      name: names.get(one.staff) ?? one.staff,
      unitName: names.get(mine.get(one.staff) ?? '') ?? '',
    })),
  }
}

function whyNotShape(who: StaffWho, role: Role, before: Role | null): OrganisationRefusal | null {
  if (!postsWith(who, ROLES_RIGHT).some(({ reach }) => reach === 'all')) return 'outside-your-scope'
  return mayGrant(who, role.rights) && mayGrant(who, before?.rights ?? []) ? null : 'right-you-lack'
}

export type PostPreview = {
  readonly ok: true
  readonly refusal: OrganisationRefusal | null
  readonly gains: readonly string[]
  /** The units whose things the post takes in; null for the whole district. */
  readonly reach: readonly { readonly id: UnitId; readonly name: string }[] | null
  /** What the person holds already on that day. */
  readonly holds: readonly { readonly id: PostId; readonly unitName: string; readonly roleName: string }[]
}

/** What a post would give to somebody who may hold others already. */
export async function previewPost(
  parts: OrganisationParts,
  who: StaffWho,
  wanted: Omit<Post, 'id'>,
): Promise<PostPreview | Refused> {
  const { db, knownRights } = parts
  const found = await imagined(db, who.district, { ...wanted, id: 'post_preview' }, wanted.from)
  if (!found.ok) return found
  const held = (await everyHolding(db, who.district, wanted.from)).filter(({ post }) => post.staff === wanted.staff)
  const known = knownRights.map(({ right }) => right)
  const has = pressed(
    held.flatMap(({ rights }) => rights),
    known,
  )
  const { reach } = found.held
  const names = await namesOf(db, who.district, [
    ...(reach === 'all' ? [] : reach),
    ...held.flatMap(({ post }) => [post.unit, post.role]),
  ])
  const upsideDown = wanted.to !== null && wanted.to <= wanted.from
  return {
    ok: true,
    refusal: upsideDown ? 'days-upside-down' : whyNotAppoint(who, PEOPLE_RIGHT, found.held),
    gains: pressed(found.held.rights, known).filter((right) => !has.includes(right)),
    reach: reach === 'all' ? null : reach.map((id) => ({ id, name: names.get(id) ?? id })),
    holds: held.map(({ post }) => ({
      id: post.id,
      unitName: names.get(post.unit) ?? post.unit,
      roleName: names.get(post.role) ?? post.role,
    })),
  }
}
