import { canonical, type Json } from '../../../platform/canonical.ts'
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
  type Thing,
  type Told,
  thingOf,
} from '../model/case.ts'
import type { Facts } from '../rules/clocks.ts'
import { decide, decideFiling, decideTick } from '../rules/decide.ts'
import { gridOf } from '../rules/ground.ts'
import type { AnyProcedure } from '../rules/procedure.ts'
import type { Given } from '../rules/step.ts'
import { readAnswered, readCard } from '../store/commit.ts'
import { commit } from './commit.ts'
import { componentMeant } from './component-meant.ts'
import { type NumberFor, numbering } from './numbers.ts'
import type { CaseParts } from './parts.ts'
import { type Read, type RecentCases, recentCases } from './recent.ts'
import { type Write, writingAlone, writingTogether } from './writing.ts'

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
  /** Registers that the way of filing sets. */
  readonly given?: Given
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
  /**
   * The case as this process wrote it last, if it still knows: without asking, and perhaps behind. A move decided on it
   * is tried once; a yes holds, since the ledger takes it only as the next version. A no must be asked again with `find`.
   */
  recall(id: CaseId): CaseState | null
  /** The six digits that open a case to whoever knows its number as well. */
  codeOf(id: CaseId): string
  procedureOf(state: CaseState): AnyProcedure
  /** The same engine inside somebody else's transaction: all or nothing with what he does. */
  within(tx: Db): Cases
}

const TRIES = 5

export function createCases(
  given: CaseParts,
  numberFor: NumberFor = numbering(given.db),
  write: Write = writingTogether(given.db),
): Cases {
  const parts = { ...given, write }
  const procedureOf = (state: CaseState) => procedureNamed(parts, state.filing.procedure)
  const heads = new WeakMap<CaseState, Head>()
  const recent = recentCases()
  const knowing = (read: Read | null): CaseState | null => {
    if (read) heads.set(read.state, read.head)
    return read?.state ?? null
  }
  return {
    find: async (id) => knowing(await read(parts, id)),
    recall: (id) => knowing(recent.get(id)),
    procedureOf,
    within: (tx) => createCases({ ...given, db: tx }, numberFor.within(tx), writingAlone(tx)),
    codeOf: (id) => codeOf(parts, id),
    file: (filing) => file(parts, recent, filing, numberFor),
    move: (id, command, key = null, state) => {
      const rule: Rule = (now, facts) => decide(procedureOf(now), now, command, facts)
      const anew = (now: CaseState) => matterAnew(parts, now, command, procedureOf(now))
      const asked = digestOf(parts, key, { move: command.move, fields: command.fields })
      const head = state && heads.get(state)
      const known = state && head ? { state, head } : null
      const tries = known && recent.get(id)?.state === state ? 1 : TRIES
      return liveOn(parts, recent, { id, key, asked, rule, known, tries, anew })
    },
    tick: (id, now) => {
      const rule: Rule = (state, facts) => decideTick(procedureOf(state), state, now, facts)
      return liveOn(parts, recent, { id, key: null, asked: null, rule, known: null, tries: TRIES })
    },
  }
}

type Writers = CaseParts & { readonly write: Write }
type Rule = (state: CaseState, facts: Facts) => ReturnType<typeof decide>
type Request = { readonly key: string | null; readonly asked: string | null }
type Living = Request & {
  readonly id: CaseId
  readonly rule: Rule
  readonly known: Read | null
  readonly tries: number
  /** The other matter under which the case would come. */
  readonly anew?: (state: CaseState) => Promise<Matter | null>
}

async function file(parts: Writers, recent: RecentCases, filed: NewCase, numberFor: NumberFor): Promise<Filed | No> {
  const { district, matter, told, at, by, key, id = newCaseId(district, at), given: own = {}, ...rest } = filed
  const procedure = procedureNamed(parts, matter.procedure)
  const filing: Filing = {
    ...rest,
    grid: gridOf(procedure, { district, area: rest.area, grid: rest.grid }),
    number: await numberFor(district, at),
    matter: matter.id,
    matterVersion: matter.version,
    procedure: procedure.name,
    procedureVersion: procedure.version,
    kind: matter.kind,
  }
  const { category, area, unit, owner, evidence, channel } = filing
  const facts = await parts.facts(matter, { district, unit, since: at, category, area, ...(owner && { owner }) })
  const event = decideFiling(procedure, { at, by, filing, told, given: { ...givenBy(matter), ...own } }, facts)
  const asked = digestOf(parts, key, { told, matter: matter.id, category, area, evidence, channel })
  try {
    const events = [event as unknown as DecidedEvent]
    const written = await commit(parts, { before: null, head: null, id, events, key, asked, told })
    recent.put(written)
    return { ok: true, state: written.state, code: codeOf(parts, id) }
  } catch (error) {
    if (!isTaken(error)) throw error
    const earlier =
      (await answered(parts, district, { key, asked })) ?? (filed.id ? await foundAs(parts, filed.id) : null)
    if (earlier === null) throw error
    return earlier.ok ? { ok: true, state: earlier.state, code: codeOf(parts, earlier.state.id) } : earlier
  }
}

/** What a matter sets in a procedure that has these registers. */
const givenBy = ({ refusalLadder, milestones = [] }: Matter): Given => ({
  refusalDemand: refusalLadder.confirmAt,
  milestones: Math.max(1, milestones.length),
})

/** Two writers: one wins, the other decides again. A request that was answered gets its answer again. */
async function liveOn(parts: Writers, recent: RecentCases, living: Living): Promise<Done | No> {
  const { id, key, asked, rule, known, tries, anew } = living
  for (let tried = 0; tried < tries; tried++) {
    const found = (tried === 0 && known) || (await read(parts, id))
    if (!found) return { ok: false, refusal: 'no-such-case' }
    const { state, head } = found
    const decision = rule(state, await factsOf(parts, state, (await anew?.(state)) ?? null))
    if (!decision.ok) {
      return (await answered(parts, districtOf(id), { key, asked })) ?? decision
    }
    try {
      const written = await commit(parts, { before: state, head, id, events: decision.events, key, asked })
      recent.put(written)
      return { ok: true, state: written.state, repeated: false }
    } catch (error) {
      recent.drop(id)
      if (!isTaken(error)) throw error
      const earlier = await answered(parts, districtOf(id), { key, asked })
      if (earlier) return earlier
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
  const { area } = filing
  const thing = anew ? await thingUnder(parts, state, anew) : thingOf(state)
  const { owner } = thing
  const facts = await parts.facts(matter, { district, unit, since, category, area, ...(owner && { owner }) })
  if (!anew) return facts
  // Laid over and not copied: the facts look the responsible unit up only when asked.
  const under = { matter: anew.id, matterVersion: anew.version, ...thing }
  return Object.assign(facts, { anew: { under, given: givenBy(anew) } })
}

/** The thing that a case would be about under another matter: the one it has, where that fits, else the nearest. */
async function thingUnder({ db }: CaseParts, state: CaseState, matter: Matter): Promise<Thing> {
  const asked = { matter, point: state.filing.spot ?? null }
  const district = districtOf(state.id)
  const { component: code } = thingOf(state)
  const same = code === undefined ? null : await componentMeant(db, district, { ...asked, code })
  return same ?? (await componentMeant(db, district, asked)) ?? {}
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

/** What a key was answered with; another request under the same key is told so. Null while the key is new. */
async function answered(parts: CaseParts, district: string, { key, asked }: Request): Promise<Done | No | null> {
  if (key === null) return null
  const [row] = await parts.db.prepared<{ caseId: CaseId; asked: string | null }>(readAnswered, [district, key])
  if (!row) return null
  return row.asked === asked ? foundAs(parts, row.caseId) : { ok: false, refusal: 'key-of-another-request' }
}

async function foundAs(parts: CaseParts, id: CaseId): Promise<Done | null> {
  const found = await read(parts, id)
  return found && { ok: true, state: found.state, repeated: true }
}

/** Keyed, because what was asked is personal and the digest is kept in the open. */
const digestOf = ({ crypto, codeKey }: CaseParts, key: string | null, asked: object): string | null =>
  key === null ? null : crypto.mac(codeKey, canonical(asked as Json)).toString('base64url')

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
