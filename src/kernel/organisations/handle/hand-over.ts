import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Day } from '../../../platform/time.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { StaffId } from '../../people/model.ts'
import { findStaff, setState } from '../../people/store/staff.ts'
import type { StaffWho } from '../model.ts'
import { covers } from '../policy.ts'
import { type HandOver, whyNotHandOver } from '../rules/posts.ts'
import { endLeavesOf } from '../store/leaves.ts'
import { endPost, endSubstitution, postsFrom, substitutionsOf } from '../store/posts.ts'
import { takeTurn } from '../store/units.ts'
import type { OrganisationParts } from './parts.ts'
import { PEOPLE_RIGHT } from './posts.ts'

export type HandOverOrder = { readonly from: StaffId; readonly to: StaffId; readonly day: Day }
type Done = ({ readonly ok: true } & HandOver) | Refused

/** What a hand-over would do, without doing it: for the screen on which somebody decides. */
export async function planHandOver(parts: OrganisationParts, who: StaffWho, order: HandOverOrder): Promise<Done> {
  return plan(parts, parts.db, who, order)
}

async function plan(parts: OrganisationParts, db: Db, who: StaffWho, { from, to, day }: HandOverOrder): Promise<Done> {
  const { district } = who
  const [leaver, taker] = [await findStaff(db, district, from), await findStaff(db, district, to)]
  if (leaver === null || taker?.state !== 'active') return refused('no-such-staff', 404)
  const nobodys = { district, createdBy: null, grid: null }
  const isMine = [leaver, taker].every(({ unit, id }) => covers(who, PEOPLE_RIGHT, { ...nobodys, unit, holder: id }))
  if (!isMine) return refused('outside-your-scope', 403)
  const no = whyNotHandOver(from, to, await postsFrom(db, district, to, day), day)
  if (no) return refused(no)
  const posts = await postsFrom(db, district, from, day)
  const substitutions = await substitutionsOf(db, district, from, day)
  const cases = await parts.cases.casesHeldBy(db, district, from)
  return { ok: true, from, to, day, posts, substitutions, cases }
}

/**
 * Somebody leaves today: his posts and substitutions end, every case he holds goes to the one who takes over, his
 * account is closed and his sessions end. All of it or none: nothing may stay with a leaver. Not for a later day,
 * because until that day more would come to him.
 */
export async function handOver(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  order: HandOverOrder,
): Promise<Done> {
  const { district } = who
  if (order.day !== parts.directory.today()) return refused('only-today')
  try {
    return await operate<Done>(
      parts.db,
      by,
      { what: 'organisations.hand-over', target: order.from },
      async (tx, tell) => {
        await takeTurn(tx, district)
        const planned = await plan(parts, tx, who, order)
        if (!planned.ok) return planned
        for (const post of planned.posts) await endPost(tx, district, post.id, order.day)
        for (const sub of planned.substitutions) await endSubstitution(tx, district, sub.id, order.day)
        for (const id of planned.cases)
          if (!(await parts.cases.moveCase(tx, district, id, order.to))) throw new StaysBehind()
        if ((await parts.cases.casesHeldBy(tx, district, order.from)).length > 0) throw new StaysBehind()
        await endLeavesOf(tx, district, order.from, order.day)
        await setState(tx, district, order.from, 'left')
        tell({ field: 'holder', before: order.from, after: order.to })
        await parts.sessions.endAll(tx, district, order.from)
        return planned
      },
    )
  } catch (error) {
    if (error instanceof StaysBehind) return refused('cases-not-moved')
    throw error
  } finally {
    parts.sessions.forget(district, order.from)
    parts.directory.forget()
  }
}

/** Undoes the transaction: half a hand-over is none. */
class StaysBehind extends Error {}
