import type { Day } from '../../../platform/time.ts'
import type { StaffId } from '../../people/model.ts'
import type { HeldPost, OrganisationRefusal, Post, Role, Scope, Substitution, UnitId } from '../model.ts'
import { holdsOn } from './days.ts'
import { beneath, type Tree } from './tree.ts'

/**
 * The units a post's scope covers on the day of the tree; 'own' and 'grid' cover by other marks than the unit. Below the
 * unit at the top lies everything, also what lies with no unit yet.
 */
export function reachOf(scope: Scope, post: Pick<Post, 'unit' | 'chosenUnits'>, tree: Tree): 'all' | readonly UnitId[] {
  const reaches = {
    all: () => 'all' as const,
    'chosen-units': () => post.chosenUnits,
    'unit-and-below': () => allOrSome(beneath(tree, post.unit), tree),
    unit: () => [post.unit],
    own: () => [],
    grid: () => [],
  } satisfies Record<Scope, () => 'all' | readonly UnitId[]>
  return reaches[scope]()
}

const allOrSome = (units: readonly UnitId[], tree: Tree): 'all' | readonly UnitId[] =>
  units.length > 0 && units.length === tree.size ? 'all' : units

/** A post as its holder carries it that day, or as the substitute carries it. */
export const heldPost = (post: Post, role: Role, tree: Tree, actingFor?: StaffId): HeldPost => ({
  id: post.id,
  unit: post.unit,
  role: role.id,
  capacities: role.capacities,
  rights: role.rights,
  scope: role.scope,
  reach: reachOf(role.scope, post, tree),
  below: beneath(tree, post.unit),
  grids: post.grids,
  partTime: post.partTime,
  ...(actingFor ? { actingFor } : {}),
})

/** Whether somebody may stand in for the holder of a post on these days (A/B 角). */
export function whyNotSubstitute(post: Post, wanted: Omit<Substitution, 'id' | 'reason'>): OrganisationRefusal | null {
  if (wanted.substitute === post.staff) return 'same-person'
  if (wanted.to <= wanted.from) return 'days-upside-down'
  if (!holdsOn(post, wanted.from)) return 'post-ended'
  return null
}

/** What is left to do before somebody may go. Nothing may stay with a leaver. */
export type HandOver = {
  readonly from: StaffId
  readonly to: StaffId
  readonly day: Day
  readonly posts: readonly Post[]
  readonly substitutions: readonly Substitution[]
  readonly cases: readonly string[]
}

/** Whether the hand-over can begin: two different people, and somebody to take things who works here that day. */
export function whyNotHandOver(
  from: StaffId,
  to: StaffId,
  takerPosts: readonly Post[],
  day: Day,
): OrganisationRefusal | null {
  if (from === to) return 'same-person'
  return takerPosts.some((post) => holdsOn(post, day)) ? null : 'no-such-post'
}
