import type { Db } from '../../../platform/db/db.ts'
import { sortableId } from '../../../platform/ids.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Head } from '../../ledger/model.ts'
import type { Matter } from '../../matters/model.ts'
import {
  type CaseCommand,
  type CaseId,
  type CaseState,
  type DecidedEvent,
  districtOf,
  type Filing,
  livesUnder,
  type Told,
} from '../model/case.ts'
import type { Facts } from '../rules/clocks.ts'
import { decide, decideFiling, decideTick } from '../rules/decide.ts'
import type { AnyProcedure } from '../rules/procedure.ts'
import { readAnswered, readCard } from '../store/commit.ts'
import { commit } from './commit.ts'
import { numbering } from './numbers.ts'
import type { CaseParts } from './parts.ts'

/** What is filed; the engine adds number, procedure and clocks. `at` lies in the past only when a past is imported. */
export type NewCase = Omit<
  Filing,
  'number' | 'matter' | 'matterVersion' | 'procedure' | 'procedureVersion' | 'kind'
> & {
  readonly district: string
  readonly matter: Matter
  readonly told: Told
  readonly at: Instant
  readonly by: string | null
  readonly key: string | null
  /** Given where the id was promised before (a child case). */
  readonly id?: CaseId
}

export type Filed = { readonly ok: true; readonly state: CaseState; readonly code: string }
export type Done = { readonly ok: true; readonly state: CaseState; readonly repeated: boolean }
export type No = { readonly ok: false; readonly refusal: string }

/** The only road into the life of a case: read, decide, append, project. */
export type Cases = {
  file(filing: NewCase): Promise<Filed | No>
  /** `read`: the case as `find` has just answered it, which saves reading it again; a case that moved on is read anew. */
  move(id: CaseId, command: CaseCommand, key?: string | null, read?: CaseState): Promise<Done | No>
  /** Lets time pass for one case; safe to ask early, late or twice. */
  tick(id: CaseId, now: Instant): Promise<Done | No>
  find(id: CaseId): Promise<CaseState | null>
  /** The six digits that open a case to whoever knows its number as well. */
  codeOf(id: CaseId): string
  procedureOf(state: CaseState): AnyProcedure
  /** The same engine inside somebody else's transaction: all or nothing with what he does. */
  within(tx: Db): Cases
}

const TRIES = 5

export function createCases(parts: CaseParts): Cases {
  const numberFor = numbering(parts.db)
  const procedureOf = (state: CaseState) => procedureNamed(parts, state.filing.procedure)
  const heads = new WeakMap<CaseState, Head>()
  const find = async (id: CaseId) => {
    const found = await read(parts, id)
    if (found) heads.set(found.state, found.head)
    return found?.state ?? null
  }
  const known = (state: CaseState | undefined): Read | null => {
    const head = state && heads.get(state)
    return state && head ? { state, head } : null
  }
  return {
    find,
    procedureOf,
    within: (tx) => createCases({ ...parts, db: tx }),
    codeOf: (id) => codeOf(parts, id),
    file: (filing) => file(parts, filing, numberFor),
    move: (id, command, key = null, state) => {
      const rule: Rule = (now, facts) => decide(procedureOf(now), now, command, facts)
      const anew = (now: CaseState) => matterAnew(parts, now, command, procedureOf(now))
      return liveOn(parts, { id, key, rule, known: known(state), anew })
    },
    tick: (id, now) => {
      const rule: Rule = (state, facts) => decideTick(procedureOf(state), state, now, facts)
      return liveOn(parts, { id, key: null, rule, known: null })
    },
  }
}

type Rule = (state: CaseState, facts: Facts) => ReturnType<typeof decide>
type Read = { readonly state: CaseState; readonly head: Head }
type Living = {
  readonly id: CaseId
  readonly key: string | null
  readonly rule: Rule
  readonly known: Read | null
  /** The other matter under which the case would come. */
  readonly anew?: (state: CaseState) => Promise<Matter | null>
}

async function file(parts: CaseParts, given: NewCase, numberFor: ReturnType<typeof numbering>): Promise<Filed | No> {
  const { district, matter, told, at, by, key, id = newCaseId(district, at), ...rest } = given
  const procedure = procedureNamed(parts, matter.procedure)
  const filing: Filing = {
    ...rest,
    number: await numberFor(district, at),
    matter: matter.id,
    matterVersion: matter.version,
    procedure: procedure.name,
    procedureVersion: procedure.version,
    kind: matter.kind,
  }
  const asked = { district, unit: filing.unit, since: at, category: filing.category, area: filing.area }
  const facts = await parts.facts(matter, asked)
  const event = decideFiling(procedure, { at, by, filing, told, given: givenBy(matter) }, facts)
  try {
    const events = [event as unknown as DecidedEvent]
    const state = await commit(parts, { before: null, head: null, id, events, key, told })
    return { ok: true, state, code: codeOf(parts, id) }
  } catch (error) {
    if (!isTaken(error)) throw error
    const earlier = await answered(parts, district, key, given.id)
    if (earlier) return { ok: true, state: earlier, code: codeOf(parts, earlier.id) }
    throw error
  }
}

const givenBy = ({ refusalLadder }: Matter) => ({ refusalDemand: refusalLadder.confirmAt })

/** Two writers: one wins, the other decides again. A request that was answered gets its answer again. */
async function liveOn(parts: CaseParts, { id, key, rule, known, anew }: Living): Promise<Done | No> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = (tries === 0 && known) || (await read(parts, id))
    if (!found) return { ok: false, refusal: 'no-such-case' }
    const { state, head } = found
    const decision = rule(state, await factsOf(parts, state, (await anew?.(state)) ?? null))
    if (!decision.ok) {
      const earlier = await answered(parts, districtOf(id), key)
      return earlier ? { ok: true, state: earlier, repeated: true } : decision
    }
    try {
      const after = await commit(parts, { before: state, head, id, events: decision.events, key })
      return { ok: true, state: after, repeated: false }
    } catch (error) {
      if (!isTaken(error)) throw error
      const earlier = await answered(parts, districtOf(id), key)
      if (earlier) return { ok: true, state: earlier, repeated: true }
    }
  }
  return { ok: false, refusal: 'somebody-was-first' }
}

async function read({ db }: CaseParts, id: CaseId): Promise<Read | null> {
  const [row] = await db.prepared<{ state: CaseState; head: Buffer }>(readCard, [districtOf(id), id])
  return row ? { state: row.state, head: { seq: row.state.version, hash: row.head } } : null
}

async function factsOf(parts: CaseParts, state: CaseState, anew: Matter | null): Promise<Facts> {
  const { id, filing, unit, marks } = state
  const district = districtOf(id)
  const now = livesUnder(state)
  const matter = anew ?? (await parts.matter(district, now.matter, now.matterVersion))
  const category = typeof marks.category === 'string' ? marks.category : filing.category
  const since = anew ? parts.clock.now() : now.since
  const facts = await parts.facts(matter, { district, unit, since, category, area: filing.area })
  if (!anew) return facts
  // Laid over and not copied: the facts look the responsible unit up only when asked.
  const under = { matter: anew.id, matterVersion: anew.version }
  return Object.assign(facts, { anew: { under, given: givenBy(anew) } })
}

/** A move that may change the matter does so where the category it names is new and belongs to another matter. */
async function matterAnew(
  parts: CaseParts,
  state: CaseState,
  { move, fields }: CaseCommand,
  { moves }: AnyProcedure,
): Promise<Matter | null> {
  const { category } = fields ?? {}
  if (typeof category !== 'string' || category === (state.marks.category ?? state.filing.category)) return null
  if (!moves[move]?.effects?.some((effect) => 'matter' in effect)) return null
  const found = await parts.matterOfCategory(state, category)
  return found && found.id !== livesUnder(state).matter ? found : null
}

async function answered(
  parts: CaseParts,
  district: string,
  key: string | null,
  id?: CaseId,
): Promise<CaseState | null> {
  if (key !== null) {
    const [row] = await parts.db.prepared<{ caseId: CaseId }>(readAnswered, [district, key])
    if (row) return (await read(parts, row.caseId))?.state ?? null
  }
  return id ? ((await read(parts, id))?.state ?? null) : null
}

function procedureNamed({ procedures }: CaseParts, name: string): AnyProcedure {
  const procedure = procedures[name]
  if (!procedure) throw new Error(`no procedure ${name}`)
  return procedure
}

export const newCaseId = (district: string, at: Instant): CaseId => `case_${district}_${sortableId(at)}`

const codeOf = ({ crypto, codeKey }: CaseParts, id: CaseId): string =>
  String(crypto.mac(codeKey, id).readUInt32BE(0) % 1_000_000).padStart(6, '0')

/** PostgreSQL 23505: somebody else wrote this version, or this request, first. */
const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505'
