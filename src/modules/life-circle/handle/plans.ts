import type { Static } from 'typebox'
import { decodeCursor, type Page, pageOf } from '../../../platform/http/paging.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import type {
  EditBody,
  GroundQuery,
  GroundView,
  OutcomeView,
  PlanBody,
  PlanView,
  SitingBody,
  SitingView,
  WhatIfBody,
} from '../model/plan-view.ts'
import type { Edit, PlanChange, PlanOutcome } from '../model/plans.ts'
import { planOver } from '../rules/plan/plan.ts'
import type { Stroke } from '../store/facilities.ts'
import { plansBy, putPlan } from '../store/plans.ts'
import { siteAside } from './aside.ts'
import { type Circle, pointOfHome } from './circles.ts'
import { askedCircle, type CoverageParts, leftOutIn } from './coverage.ts'
import type { Told } from './runs.ts'

/** Tries edits one after the other and answers what they bring; names the first that cannot be tried. */
export async function whatIf(
  parts: CoverageParts,
  district: string,
  { edits, ...query }: WhatIfBody,
): Promise<({ ok: true } & { outcome: OutcomeView }) | (Refused & { at?: number })> {
  const asked = await askedCircle(parts, district, query)
  if (!asked.ok) return asked
  const { circle } = asked
  const began = performance.now()
  const plan = planOver({ reach: circle.reach, needs: circle.needs, snapper: circle.ground.snapper })
  for (const edit of edits) {
    const named = editOf(circle, edit)
    if (!named) return refused('no-such-place')
    const tried = plan.try(named)
    if (!tried.ok) return refused(tried.refusal)
  }
  const outcome = plan.outcome()
  return { ok: true, outcome: outcomeView(circle, outcome, performance.now() - began) }
}

/** An edit as the engine knows it; null where it names a facility that does not count. */
function editOf({ places }: Circle, edit: EditBody): Edit | null {
  if (edit.edit === 'add') {
    const { kind, name, at } = edit
    const place = { id: 'new', kind, name, at: pair(at), doors: [], capacity: null, level: null }
    return { edit: 'add', place }
  }
  if (edit.edit === 'open-gate') return edit
  if (edit.edit === 'build-crossing') return { ...edit, from: pair(edit.from), to: pair(edit.to) }
  const place = places.told.findIndex(({ id }) => id === edit.place)
  if (place < 0) return null
  return edit.edit === 'close' ? { edit: 'close', place } : { edit: 'move', place, to: pair(edit.to) }
}

const MOST_GATES = 3_000

/** What of the ground a planner may touch in a plan. */
export async function groundView(
  parts: CoverageParts,
  district: string,
  { kind, ...query }: Static<typeof GroundQuery>,
): Promise<GroundView | Refused> {
  const asked = await askedCircle(parts, district, query)
  if (!asked.ok) return asked
  const { places, ground } = asked.circle
  const found = places.told.filter((place) => place.kind === kind)
  const gates = ground.data.network.gates.slice(0, MOST_GATES)
  return {
    ok: true,
    places: found.map(({ id, name, at: [lng, lat] }) => ({ id, name, lng, lat })),
    gates: gates.map(({ state, at: [lng, lat] }, gate) => ({ gate, state, lng, lat })),
  }
}

const pair = ({ lng, lat }: { readonly lng: number; readonly lat: number }) => [lng, lat] as const
const MOST_HOMES = 500

function outcomeView(circle: Circle, { before, after, gained, lost }: PlanOutcome, milliseconds: number): OutcomeView {
  const changed = before.kinds.flatMap(({ kind, people }, at) => {
    const then = after.kinds[at]?.people ?? people
    return then.covered === people.covered ? [] : [{ kind, before: people, after: then }]
  })
  return {
    reckoned: circle.reckoned,
    before: { all: before.all.people, score: before.score },
    after: { all: after.all.people, score: after.score },
    kinds: changed,
    gained: peopleOf(gained),
    lost: peopleOf(lost),
    homes: [...homesOf(circle, gained, true), ...homesOf(circle, lost, false)].slice(0, MOST_HOMES),
    milliseconds: Math.round(milliseconds * 10) / 10,
  }
}

/** Everybody once, however many kinds he gains. */
const peopleOf = (changes: readonly PlanChange[]): number =>
  [...new Map(changes.map(({ home, people }) => [home, people])).values()].reduce((sum, people) => sum + people, 0)

const homesOf = ({ ground }: Circle, changes: readonly PlanChange[], gain: boolean) =>
  [...new Map(changes.map(({ home, people }) => [home, people]))].map(([home, people]) => {
    const [lng, lat] = pointOfHome(ground, home)
    return { lng, lat, people, gain }
  })

/** A search in its own thread that takes longer than this is given up, in milliseconds. */
const LONGEST_SEARCH = 60_000

/** Where the next ones of a kind would help most people; called off by `told.stop`. */
export async function siting(
  parts: CoverageParts,
  district: string,
  { kind, count, equity, sites, ...query }: SitingBody,
  told: Told,
): Promise<SitingView | Refused> {
  const asked = await askedCircle(parts, district, query)
  if (!asked.ok) return asked
  const { circle } = asked
  const need = circle.needs.find((one) => one.kind === kind)
  const left = leftOutIn(asked, kind)
  if (!need || !left) return refused('kind-not-in-profile', 404)
  const began = performance.now()
  const { reach, needs } = circle
  const onStep = (tried: number) => {
    told.onStep(tried)
    return performance.now() - began < LONGEST_SEARCH
  }
  const question = { kind, limit: need.limit, count, sites: sites?.map(pair) ?? null, equity }
  const found = await siteAside({ reach, needs, question }, { onStep, stop: told.stop })
  if (!found) return refused(told.stop.aborted ? 'siting-called-off' : 'siting-too-long')
  return {
    ok: true,
    reckoned: circle.reckoned,
    uncovered: left.reduce((sum, { people }) => sum + people, 0),
    sites: found.map(({ at: [lng, lat], people, total }) => ({ lng, lat, people, total })),
    milliseconds: Math.round(performance.now() - began),
  }
}

/** Keeps edits with what they bring, reckoned now. */
export async function savePlan(
  parts: CoverageParts,
  district: string,
  { name, note, ...tried }: PlanBody,
  stroke: Stroke,
): Promise<{ ok: true; plan: PlanView } | Refused> {
  const done = await whatIf(parts, district, tried)
  if (!done.ok) return done
  const plan = { id: `plan_${sortableId(stroke.at)}`, name, note, edits: tried.edits, outcome: done.outcome }
  await putPlan(parts.db, district, plan, stroke)
  return { ok: true, plan: { ...plan, savedAt: stroke.at, savedBy: stroke.by } }
}

/** One page of saved plans, the newest first. */
export async function listPlans(
  { db }: Pick<CoverageParts, 'db'>,
  district: string,
  { after, limit, q }: { after: string | undefined; limit: number; q: string | undefined },
): Promise<Page<PlanView> | Refused> {
  const place = after === undefined ? null : decodeCursor(after, 2)
  if (place && !place.ok) return place
  const key = place && ([String(place.key[0]), String(place.key[1])] as const)
  if (key && Number.isNaN(Date.parse(key[0]))) return refused('bad-cursor')
  return pageOf(await plansBy(db, { district, q, after: key, limit }), limit, (row) => [row.savedAt, row.id])
}
