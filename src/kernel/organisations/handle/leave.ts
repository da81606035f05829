import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import type { Day } from '../../../platform/time.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { StaffAccount, StaffId } from '../../people/model.ts'
import { findStaff } from '../../people/store/staff.ts'
import type { Leave, OrganisationRefusal, StaffWho, Substitution } from '../model.ts'
import { covers, whyNotAppoint } from '../policy.ts'
import { coverOf, whyNotLeave } from '../rules/leave.ts'
import { endLeave, findLeave, insertLeave, leavesOf } from '../store/leaves.ts'
import { namesOf } from '../store/names.ts'
import { insertSubstitution, postsFrom, substitutionsOf } from '../store/posts.ts'
import { takeTurn } from '../store/units.ts'
import { dictionaryOf } from './dictionaries.ts'
import type { OrganisationParts } from './parts.ts'
import { imagined, PEOPLE_RIGHT } from './posts.ts'

export type LeaveOrder = Omit<Leave, 'id'> & {
  /** Whether the open cases go to the deputy for good; else he acts on them while the leave lasts. */
  readonly moveCases: boolean
}

export type LeavePlan = {
  readonly ok: true
  readonly refusal: OrganisationRefusal | null
  /** What the deputy would carry, and for which days. */
  readonly posts: readonly {
    readonly id: string
    readonly unitName: string
    readonly roleName: string
    readonly from: Day
    readonly to: Day
  }[]
  readonly cases: readonly string[]
  /** Posts of others that the one who goes carries on these days: they must be arranged anew first. */
  readonly standsIn: readonly { readonly id: string; readonly name: string; readonly from: Day; readonly to: Day }[]
}

type Two = { readonly ok: true; readonly staff: StaffAccount; readonly deputy: StaffAccount }

/** Both people, if the one who asks may manage them. */
async function bothOf(
  db: Db,
  who: StaffWho,
  { staff, deputy }: Pick<Leave, 'staff' | 'deputy'>,
): Promise<Two | Refused> {
  const [one, other] = [await findStaff(db, who.district, staff), await findStaff(db, who.district, deputy)]
  if (one === null || one.state === 'left' || other?.state !== 'active') return refused('no-such-staff', 404)
  const reaches = ({ unit, id }: StaffAccount) =>
    covers(who, PEOPLE_RIGHT, { district: who.district, unit, holder: id, createdBy: null, grid: null })
  return reaches(one) && reaches(other) ? { ok: true, staff: one, deputy: other } : refused('outside-your-scope', 403)
}

async function factsOf(parts: OrganisationParts, db: Db, district: string, order: LeaveOrder) {
  const { staff, deputy, from } = order
  const substitutions = await substitutionsOf(db, district, staff, from)
  return {
    today: parts.directory.today(),
    posts: await postsFrom(db, district, staff, from),
    leaves: await leavesOf(db, district, [staff, deputy], from),
    standsIn: substitutions.filter((sub) => sub.substitute === staff),
  }
}

/** Nobody hands on, as a deputy, what he could not give himself. */
async function mayGive(db: Db, who: StaffWho, posts: Awaited<ReturnType<typeof postsFrom>>, day: Day) {
  for (const post of posts) {
    const found = await imagined(db, who.district, post, post.from > day ? post.from : day)
    if (!found.ok) return null
    const no = whyNotAppoint(who, PEOPLE_RIGHT, found.held)
    if (no) return no
  }
  return null
}

/** What a leave would do, without doing it. */
export async function planLeave(
  parts: OrganisationParts,
  who: StaffWho,
  order: LeaveOrder,
): Promise<LeavePlan | Refused> {
  const { db } = parts
  const two = await bothOf(db, who, order)
  if (!two.ok) return two
  const facts = await factsOf(parts, db, who.district, order)
  const cover = coverOf(order, facts.posts)
  const names = await namesOf(db, who.district, [
    ...facts.posts.flatMap(({ unit, role }) => [unit, role]),
    ...facts.standsIn.map(({ post }) => post),
  ])
  const named = (id: string | undefined) => names.get(id ?? '') ?? id ?? ''
  return {
    ok: true,
    refusal: whyNotLeave(order, facts) ?? (await mayGive(db, who, facts.posts, order.from)),
    posts: cover.map(({ post, from, to }) => {
      const found = facts.posts.find(({ id }) => id === post)
      return { id: post, unitName: named(found?.unit), roleName: named(found?.role), from, to }
    }),
    cases: await parts.cases.casesHeldBy(db, who.district, order.staff),
    standsIn: facts.standsIn
      .filter((sub) => sub.from < order.to && sub.to > order.from)
      .map(({ id, post, from, to }) => ({ id, name: named(post), from, to })),
  }
}

type Done = { readonly ok: true; readonly id: string; readonly moved: number } | Refused

/** Undoes the transaction: a case that stayed behind would have nobody. */
class StaysBehind extends Error {}

/** Arranges a leave: every post is covered, and what is to move is moved; all of it or none. */
export async function takeLeave(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  order: LeaveOrder,
): Promise<Done> {
  const { district } = who
  const { moveCases, ...wanted } = order
  const leave: Leave = { ...wanted, id: `leave_${sortableId(by.at)}` }
  try {
    return await operate<Done>(parts.db, by, { what: 'organisations.leave', target: leave.staff }, async (tx, tell) => {
      await takeTurn(tx, district)
      const two = await bothOf(tx, who, order)
      if (!two.ok) return two
      const facts = await factsOf(parts, tx, district, order)
      const no = whyNotLeave(order, facts)
      if (no) return refused(no)
      const reasons = await dictionaryOf(tx, district, 'dict_leave-reasons')
      const reason = reasons.find(({ code, retired }) => code === leave.reason && !retired)
      if (reason === undefined) return refused('no-such-reason')
      const notGiven = await mayGive(tx, who, facts.posts, order.from)
      if (notGiven) return refused(notGiven, 403)
      await insertLeave(tx, district, leave, { at: by.at, by: by.who })
      for (const [at, cover] of coverOf(order, facts.posts).entries()) {
        const sub: Substitution = { ...cover, id: `sub_${sortableId(by.at)}${at}`, reason: reason.name.zh }
        await insertSubstitution(tx, district, sub, leave.id)
      }
      const moved = moveCases ? await moveAll(parts, tx, district, order.staff, order.deputy) : 0
      tell(
        { field: 'deputy', before: null, after: leave.deputy },
        { field: 'from', before: null, after: leave.from },
        { field: 'to', before: null, after: leave.to },
      )
      return { ok: true, id: leave.id, moved }
    })
  } catch (error) {
    if (error instanceof StaysBehind) return refused('cases-not-moved')
    throw error
  } finally {
    parts.directory.forget()
  }
}

async function moveAll(parts: OrganisationParts, tx: Db, district: string, from: StaffId, to: StaffId) {
  const cases = await parts.cases.casesHeldBy(tx, district, from)
  for (const id of cases) if (!(await parts.cases.moveCase(tx, district, id, to))) throw new StaysBehind()
  return cases.length
}

/** He is back sooner (销假): from that day on nobody stands in for him. */
export async function endLeaveOn(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  end: { readonly id: string; readonly day: Day },
): Promise<Done> {
  const { district } = who
  const done = await operate<Done>(
    parts.db,
    by,
    { what: 'organisations.leave.end', target: end.id },
    async (tx, tell) => {
      await takeTurn(tx, district)
      const leave = await findLeave(tx, district, end.id)
      if (leave === null) return refused('no-such-leave', 404)
      const two = await bothOf(tx, who, leave)
      if (!two.ok) return two.status === 403 ? refused('no-such-leave', 404) : two
      if (leave.to <= parts.directory.today() || leave.to <= leave.from) return refused('leave-over')
      if (end.day < parts.directory.today()) return refused('days-behind')
      await endLeave(tx, district, end.id, end.day)
      tell({ field: 'to', before: leave.to, after: end.day })
      return { ok: true, id: end.id, moved: 0 }
    },
  )
  parts.directory.forget()
  return done
}

/** Open cases go to a colleague, while their former holder stays at work. All of them or none. */
export async function handCasesOver(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  order: { readonly from: StaffId; readonly to: StaffId },
): Promise<Done> {
  try {
    const deed = { what: 'organisations.cases.hand-over', target: order.from }
    return await operate<Done>(parts.db, by, deed, async (tx, tell) => {
      if (order.from === order.to) return refused('same-person')
      const two = await bothOf(tx, who, { staff: order.from, deputy: order.to })
      if (!two.ok) return two
      const moved = await moveAll(parts, tx, who.district, order.from, order.to)
      tell(
        { field: 'holder', before: order.from, after: order.to },
        { field: 'cases', before: null, after: `${moved}` },
      )
      return { ok: true, id: order.to, moved }
    })
  } catch (error) {
    if (error instanceof StaysBehind) return refused('cases-not-moved')
    throw error
  }
}
