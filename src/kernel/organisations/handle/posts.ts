import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import { findStaff } from '../../people/store/staff.ts'
import type { HeldPost, Post, PostId, StaffWho, Substitution } from '../model.ts'
import { whyNotAppoint } from '../policy.ts'
import { heldPost, whyNotSubstitute } from '../rules/posts.ts'
import { treeOn } from '../rules/tree.ts'
import {
  endPost,
  endSubstitution,
  findPost,
  insertPost,
  insertSubstitution,
  postsFrom,
  substitutionsOf,
} from '../store/posts.ts'
import { findRole } from '../store/roles.ts'
import { takeTurn, unitVersions } from '../store/units.ts'
import type { OrganisationParts } from './parts.ts'

type Done = { readonly ok: true; readonly id: string } | Refused
export const PEOPLE_RIGHT = 'people.manage'

/** A post as it would be held on the day, or why it cannot be: its unit, role or holder is not there. */
export async function imagined(
  tx: Db,
  district: string,
  post: Post,
  day: Day,
): Promise<{ ok: true; held: HeldPost } | Refused> {
  const tree = treeOn(await unitVersions(tx, district), day)
  if (![post.unit, ...post.chosenUnits].every((unit) => tree.has(unit))) return refused('no-such-unit')
  const role = await findRole(tx, district, post.role)
  if (role === null) return refused('no-such-role')
  const staff = await findStaff(tx, district, post.staff)
  if (staff === null || staff.state === 'left') return refused('no-such-staff')
  return { ok: true, held: heldPost(post, role, tree) }
}

/** Gives somebody a post from a day on, within the scope and the rights of the one who gives it. */
export async function appoint(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  wanted: Omit<Post, 'id'>,
): Promise<Done> {
  const post: Post = { ...wanted, id: `post_${sortableId(by.at)}` }
  if (post.to !== null && post.to <= post.from) return refused('days-upside-down')
  const done = await operate<Done>(
    parts.db,
    by,
    { what: 'organisations.post.appoint', target: post.staff },
    async (tx, tell) => {
      await takeTurn(tx, who.district)
      const found = await imagined(tx, who.district, post, post.from)
      if (!found.ok) return found
      const no = whyNotAppoint(who, PEOPLE_RIGHT, found.held)
      if (no) return refused(no, 403)
      await insertPost(tx, who.district, post)
      tell(
        { field: 'role', before: null, after: post.role },
        { field: 'unit', before: null, after: post.unit },
        { field: 'from', before: null, after: post.from },
      )
      return { ok: true, id: post.id }
    },
  )
  parts.directory.forget()
  return done
}

/** Ends a post on a day: its first day without holder. */
export async function dismiss(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  end: { id: PostId; day: Day },
): Promise<Done> {
  const done = await operate<Done>(
    parts.db,
    by,
    { what: 'organisations.post.end', target: end.id },
    async (tx, tell) => {
      await takeTurn(tx, who.district)
      const post = await reachable(parts, tx, who, end.id)
      if (!post.ok) return post
      if (post.post.to !== null && post.post.to <= end.day) return refused('post-ended')
      const others = await postsFrom(tx, who.district, post.post.staff, end.day)
      const isLast = others.every(({ id }) => id === end.id)
      // Without a post nobody could touch what he holds, himself included.
      if (isLast && (await parts.cases.casesHeldBy(tx, who.district, post.post.staff)).length > 0)
        return refused('hand-over-first')
      await endPost(tx, who.district, end.id, end.day)
      tell({ field: 'to', before: post.post.to, after: end.day })
      return { ok: true, id: end.id }
    },
  )
  parts.directory.forget()
  return done
}

/** Leave and substitute (A/B 角): for these days a colleague holds the post too, marked as standing in. */
export async function substitute(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  wanted: Omit<Substitution, 'id'>,
): Promise<Done> {
  const sub: Substitution = { ...wanted, id: `sub_${sortableId(by.at)}` }
  const done = await operate<Done>(
    parts.db,
    by,
    { what: 'organisations.substitute', target: wanted.post },
    async (tx) => {
      await takeTurn(tx, who.district)
      const found = await reachable(parts, tx, who, wanted.post)
      if (!found.ok) return found
      const no = whyNotSubstitute(found.post, wanted)
      if (no) return refused(no)
      const colleague = await findStaff(tx, who.district, wanted.substitute)
      if (colleague?.state !== 'active') return refused('no-such-staff')
      await insertSubstitution(tx, who.district, sub)
      return { ok: true, id: sub.id }
    },
  )
  parts.directory.forget()
  return done
}

/** The leave is over sooner: the substitution ends on that day. */
export async function recallSubstitute(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  end: { readonly staff: Substitution['substitute']; readonly id: Substitution['id']; readonly day: Day },
): Promise<Done> {
  const done = await operate<Done>(
    parts.db,
    by,
    { what: 'organisations.substitute.end', target: end.id },
    async (tx) => {
      const known = (await substitutionsOf(tx, who.district, end.staff, end.day)).find(({ id }) => id === end.id)
      if (known === undefined) return refused('no-such-substitution', 404)
      const found = await reachable(parts, tx, who, known.post)
      if (!found.ok) return found
      await endSubstitution(tx, who.district, end.id, end.day)
      return { ok: true, id: end.id }
    },
  )
  parts.directory.forget()
  return done
}

/** The post, if the one who asks may give posts like it; out of scope it is as unknown as none. */
async function reachable(
  parts: OrganisationParts,
  tx: Db,
  who: StaffWho,
  id: PostId,
): Promise<{ ok: true; post: Post } | Refused> {
  const post = await findPost(tx, who.district, id)
  if (post === null) return refused('no-such-post', 404)
  const today = parts.directory.today()
  const found = await imagined(tx, who.district, post, post.from > today ? post.from : today)
  if (!found.ok) return found
  const no = whyNotAppoint(who, PEOPLE_RIGHT, found.held)
  return no ? refused(no, 403) : { ok: true, post }
}
