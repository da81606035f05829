import type { Day } from '../../../platform/time.ts'
import type { StaffId } from '../../people/model.ts'
import type { Leave, OrganisationRefusal, Post, Substitution } from '../model.ts'

type Wanted = Pick<Leave, 'staff' | 'deputy' | 'from' | 'to'>
type Span = { readonly from: Day; readonly to: Day | null }

const meets = (one: Span, { from, to }: { readonly from: Day; readonly to: Day }): boolean =>
  one.from < to && (one.to === null || one.to > from)

export type LeaveFacts = {
  readonly today: Day
  /** Posts of the one who goes that hold on some day from the first on. */
  readonly posts: readonly Post[]
  /** Leaves of either of the two that reach past the first day. */
  readonly leaves: readonly Leave[]
  /** Posts of others that the one who goes carries for them. */
  readonly standsIn: readonly Substitution[]
}

/** Whether somebody may go on these days, so that no post is left without anybody who is there. */
export function whyNotLeave(wanted: Wanted, facts: LeaveFacts): OrganisationRefusal | null {
  if (wanted.staff === wanted.deputy) return 'same-person'
  if (wanted.to <= wanted.from) return 'days-upside-down'
  if (wanted.from < facts.today) return 'days-behind'
  const on = facts.leaves.filter((leave) => meets(leave, wanted))
  if (on.some(({ staff }) => staff === wanted.staff)) return 'leave-overlaps'
  if (on.some(({ staff }) => staff === wanted.deputy)) return 'deputy-away'
  if (facts.standsIn.some((sub) => meets(sub, wanted))) return 'stands-in-for-others'
  return facts.posts.some((post) => meets(post, wanted)) ? null : 'no-post-to-cover'
}

/** What the deputy carries and for which days: each post for the part of the leave in which it holds. */
export const coverOf = (
  { deputy, from, to }: { readonly deputy: StaffId; readonly from: Day; readonly to: Day },
  posts: readonly Post[],
): readonly Pick<Substitution, 'post' | 'substitute' | 'from' | 'to'>[] =>
  posts
    .filter((post) => meets(post, { from, to }))
    .map((post) => ({
      post: post.id,
      substitute: deputy,
      from: post.from > from ? post.from : from,
      to: post.to !== null && post.to < to ? post.to : to,
    }))
