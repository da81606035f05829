import type { Capacity, HeldPost, StaffWho, UnitId } from '../../organisations/model.ts'
import { ownersOf, postsWith, type Scoped } from '../../organisations/policy.ts'
import type { CaseState } from '../model/case.ts'
import type { Role } from '../model/procedure.ts'
import { scopedOf } from '../policy.ts'
import type { AnyProcedure } from '../rules/procedure.ts'

export const READ_RIGHT = 'cases.read'

/** What the rules of sight look at in a case. */
export type Sighted = Scoped & {
  readonly leadUnit: UnitId | null
  readonly handlers: readonly string[]
}

export const sightedOf = (state: CaseState): Sighted => ({
  ...scopedOf(state),
  leadUnit: state.filing.leadUnit,
  handlers: state.handlers,
})

/**
 * The ways to a case, each a plain set; one of them is enough, and none leads into another district.
 * They are data, so that the answer about one case (`reaches`) and the condition on a list (`reachFilter`) say the same.
 */
export type Reach = {
  readonly district: string
  readonly all: boolean
  readonly units: readonly string[]
  /** Of whom it is held or was typed in. */
  readonly owners: readonly string[]
  readonly grids: readonly string[]
  /** Who had a hand in it. */
  readonly hands: readonly string[]
  /** Units that lead the parent case. */
  readonly leads: readonly string[]
}

const among = (value: string | null, values: readonly string[]): boolean => value !== null && values.includes(value)

export const reaches = (reach: Reach, thing: Sighted): boolean =>
  thing.district === reach.district &&
  (reach.all ||
    among(thing.unit, reach.units) ||
    among(thing.holder, reach.owners) ||
    among(thing.createdBy, reach.owners) ||
    among(thing.grid, reach.grids) ||
    thing.handlers.some((hand) => reach.hands.includes(hand)) ||
    among(thing.leadUnit, reach.leads))

const nowhere = (who: StaffWho): Reach => ({
  district: who.district,
  all: false,
  units: [],
  owners: [],
  grids: [],
  hands: [],
  leads: [],
})

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

/** What the data scopes of these posts take in. */
function scopesOf(who: StaffWho, posts: readonly HeldPost[]): Reach {
  const byUnit = posts.filter(({ scope }) => scope !== 'own' && scope !== 'grid')
  return {
    ...nowhere(who),
    all: posts.some(({ reach }) => reach === 'all'),
    units: distinct(byUnit.flatMap(({ reach }) => (reach === 'all' ? [] : reach))),
    owners: distinct(posts.flatMap((post) => (post.scope === 'own' ? ownersOf(who, post) : []))),
    grids: distinct(posts.flatMap((post) => (post.scope === 'grid' ? post.grids : []))),
  }
}

const inItsUnit: readonly Capacity[] = ['handler', 'section-head']
const aboveIt: readonly Capacity[] = ['leader-in-charge', 'top-leader']

/** Over which cases somebody has this capacity; the same nearness as `capacitiesOver`, as sets. */
export function reachOf(who: StaffWho, capacity: Capacity, right = READ_RIGHT): Reach {
  const posts = postsWith(who, right).filter(({ capacities }) => capacities.includes(capacity))
  if (inItsUnit.includes(capacity)) return { ...nowhere(who), units: distinct(posts.map(({ unit }) => unit)) }
  if (aboveIt.includes(capacity)) return { ...nowhere(who), units: distinct(posts.flatMap(({ below }) => below)) }
  return scopesOf(who, posts)
}

/**
 * Everything somebody may see: what the scopes of his reading posts take in, where a capacity makes him owner or
 * superior, what his unit leads, and every case he has had a hand in. Without the right to read: nothing.
 */
export function sightOf(who: StaffWho, right = READ_RIGHT): Reach {
  const posts = postsWith(who, right)
  if (posts.length === 0) return nowhere(who)
  const scopes = scopesOf(who, posts)
  const near = [...inItsUnit, ...aboveIt].flatMap((capacity) => reachOf(who, capacity, right).units)
  return {
    ...scopes,
    units: distinct([...scopes.units, ...near]),
    hands: [who.id],
    leads: reachOf(who, 'handler', right).units,
  }
}

export const sees = (who: StaffWho, state: CaseState): boolean => reaches(sightOf(who), sightedOf(state))

/** A kind of work that waits for somebody: cases of a procedure at these stages, over which he has the owner's role. */
export type Waiting = {
  readonly procedure: string
  readonly stages: readonly string[]
  /** A ladder waits for one level only. */
  readonly level: { readonly register: string; readonly is: number } | null
  readonly reach: Reach
  /** A case that a colleague holds in person is the colleague's work. */
  readonly holders: readonly string[] | null
}

/** What needs this person now, over all procedures. */
export const workOf = (who: StaffWho, procedures: readonly AnyProcedure[]): readonly Waiting[] =>
  procedures.flatMap((procedure) => [...rolesOf(procedure)].flatMap((role) => waitingFor(who, procedure, role)))

const rolesOf = ({ stages }: AnyProcedure): ReadonlySet<Role> =>
  new Set(
    Object.values(stages).flatMap(({ owner }) =>
      owner === undefined ? [] : typeof owner === 'string' ? [owner] : owner.roles,
    ),
  )

function waitingFor(who: StaffWho, { name, stages }: AnyProcedure, role: Role): Waiting[] {
  const reach = roleReach(who, role)
  if (reach === null) return []
  const holders =
    role === 'handler' ? distinct(postsWith(who, READ_RIGHT).flatMap((post) => ownersOf(who, post))) : null
  const open = Object.entries(stages).filter(([, stage]) => !stage.settled && !stage.end)
  const plain = open.filter(([, { owner }]) => owner === role).map(([stage]) => stage)
  const ladders = open.flatMap(([stage, { owner }]) =>
    typeof owner === 'object' && owner.roles.includes(role)
      ? [{ stage, level: { register: owner.byLevel, is: owner.roles.indexOf(role) + 1 } }]
      : [],
  )
  return [
    ...(plain.length > 0 ? [{ procedure: name, stages: plain, level: null, reach, holders }] : []),
    ...ladders.map(({ stage, level }) => ({ procedure: name, stages: [stage], level, reach, holders })),
  ]
}

function roleReach(who: StaffWho, role: Role): Reach | null {
  if (role === 'applicant' || role === 'system' || role === 'clock') return null
  if (role === 'lead') return { ...nowhere(who), leads: reachOf(who, 'handler').units }
  return reachOf(who, role)
}

/** Whether one of these kinds of work is this case. */
export const needs = (work: readonly Waiting[], state: CaseState): boolean =>
  work.some(
    ({ procedure, stages, level, reach, holders }) =>
      procedure === state.filing.procedure &&
      stages.includes(state.stage) &&
      (level === null || state.registers[level.register] === level.is) &&
      (holders === null || state.holder === null || holders.includes(state.holder)) &&
      reaches(reach, sightedOf(state)),
  )

const watchers: readonly Capacity[] = ['supervisor', 'leader-in-charge', 'top-leader', 'outside-leader', 'auditor']

/** Over which cases somebody keeps watch: what is under supervision there stands on his list. */
export function watchOf(who: StaffWho): Reach {
  const each = watchers.map((capacity) => reachOf(who, capacity))
  return {
    ...nowhere(who),
    all: each.some(({ all }) => all),
    units: distinct(each.flatMap(({ units }) => units)),
    owners: distinct(each.flatMap(({ owners }) => owners)),
    grids: distinct(each.flatMap(({ grids }) => grids)),
  }
}

/** The units somebody works in. */
export const unitsOf = (who: StaffWho): Reach => ({
  ...nowhere(who),
  units: distinct(postsWith(who, READ_RIGHT).map(({ unit }) => unit)),
})
