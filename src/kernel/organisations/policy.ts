import type { StaffId } from '../people/model.ts'
import type { Capacity, HeldPost, OrganisationRefusal, StaffWho, UnitId } from './model.ts'

/** What the scope rules look at in anything that belongs to a unit: a case, a post, a line of a log. */
export type Scoped = {
  readonly district: string
  readonly unit: UnitId | null
  readonly holder: StaffId | null
  readonly createdBy: string | null
  readonly grid: string | null
}

/** Whether a list of button rights holds one: by name, by house ('orders.*'), or by '*'. */
export const grants = (rights: readonly string[], right: string): boolean =>
  rights.some((held) => held === right || held === '*' || (held.endsWith('.*') && right.startsWith(held.slice(0, -1))))

/** Whether some post of his carries the button at all; which things it may be pressed on is `covers`. */
export const hasRight = (who: StaffWho, right: string): boolean => who.posts.some((post) => grants(post.rights, right))

/** His posts that carry the right: what `covers` asks one by one and `scopeFilter` asks in SQL. */
export const postsWith = (who: StaffWho, right: string): readonly HeldPost[] =>
  who.posts.filter((post) => grants(post.rights, right))

/** Himself, and whom he stands in for by this post. */
export const ownersOf = (who: StaffWho, post: HeldPost): readonly StaffId[] =>
  post.actingFor ? [who.id, post.actingFor] : [who.id]

/** Whether the data scope of one post takes in the thing. Nothing of another district is ever taken in. */
export function scopeCovers(who: StaffWho, post: HeldPost, thing: Scoped): boolean {
  if (thing.district !== who.district) return false
  if (post.reach === 'all') return true
  if (post.scope === 'own') {
    const owners: readonly (string | null)[] = ownersOf(who, post)
    return owners.includes(thing.holder) || owners.includes(thing.createdBy)
  }
  if (post.scope === 'grid') return thing.grid !== null && post.grids.includes(thing.grid)
  return thing.unit !== null && post.reach.includes(thing.unit)
}

/** Whether one post of his both carries the right and reaches the thing. Reads and writes ask the same question. */
export const covers = (who: StaffWho, right: string, thing: Scoped): boolean =>
  postsWith(who, right).some((post) => scopeCovers(who, post, thing))

type Reach = (who: StaffWho, post: HeldPost, thing: Scoped) => boolean

const inItsUnit: Reach = (who, post, thing) => thing.district === who.district && post.unit === thing.unit
const aboveIt: Reach = (who, post, thing) =>
  thing.district === who.district && thing.unit !== null && post.below.includes(thing.unit)

/** How near somebody must stand to a thing for a capacity to count. */
const nearness = {
  handler: inItsUnit,
  'section-head': inItsUnit,
  'leader-in-charge': aboveIt,
  'top-leader': aboveIt,
  intake: scopeCovers,
  'intake-head': scopeCovers,
  dispatcher: scopeCovers,
  'outside-leader': scopeCovers,
  'ruling-office': scopeCovers,
  approver: scopeCovers,
  verifier: scopeCovers,
  'visit-steward': scopeCovers,
  supervisor: scopeCovers,
  'grid-worker': scopeCovers,
  auditor: scopeCovers,
  administrator: scopeCovers,
} satisfies Record<Capacity, Reach>

/** What somebody is to this thing, over all his posts. Empty: nothing, whatever he is elsewhere. */
export function capacitiesOver(who: StaffWho, thing: Scoped): ReadonlySet<Capacity> {
  const held = new Set<Capacity>()
  for (const post of who.posts)
    for (const capacity of post.capacities) if (nearness[capacity](who, post, thing)) held.add(capacity)
  return held
}

/** Whether he may give these rights away: nobody can grant what he lacks. */
export const mayGrant = (who: StaffWho, rights: readonly string[]): boolean =>
  rights.every((right) => hasRight(who, right))

/**
 * Whether `who` may give somebody this post: the right to manage people must reach the post's unit and everything
 * the post would reach, and no button may be given away that he lacks himself.
 */
export function whyNotAppoint(who: StaffWho, right: string, post: HeldPost): OrganisationRefusal | null {
  const managing = who.posts.filter((own) => grants(own.rights, right))
  const reaches = managing.some(({ reach }) => {
    if (reach === 'all') return true
    const wanted = post.reach === 'all' ? null : [post.unit, ...post.reach, ...post.below]
    return wanted?.every((unit) => reach.includes(unit)) ?? false
  })
  if (!reaches) return 'outside-your-scope'
  return mayGrant(who, post.rights) ? null : 'right-you-lack'
}
