import type { TSchema } from 'typebox'
import { checkOf, malformed } from '../../../platform/http/malformed.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { StaffWho } from '../../organisations/model.ts'
import type { Actor, CaseId, CaseState } from '../model/case.ts'
import { actorFor } from '../policy.ts'
import { cleanFields, moveBody } from '../rules/asked-fields.ts'
import { stageLabel } from '../rules/present.ts'
import type { AnyProcedure } from '../rules/procedure.ts'
import { alarmedWords } from '../words/alarm.ts'
import { newCaseId } from './cases.ts'
import { whyNotMove } from './checks.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { caseSeenBy, isSeenBy } from './viewing.ts'

/** A move as it comes in at a door. */
export type Wanted = {
  readonly move: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly seen: number | undefined
  readonly key: string | null
}

export type Moved = {
  readonly ok: true
  readonly state: CaseState
  readonly repeated: boolean
  readonly child: CaseId | null
}

/** A move by somebody who works here, on a case that he may see; first on the case as it was just written here. */
export async function moveAsStaff(
  parts: CaseDoorParts,
  who: StaffWho,
  id: CaseId,
  wanted: Wanted,
): Promise<Moved | Refused> {
  const { cases } = parts.engine
  const moveOn = (state: CaseState) =>
    moveAs(parts, state, actorFor(who, cases.procedureOf(state), state, wanted.move), wanted)
  const recalled = cases.recall(id)
  if (recalled && isSeenBy(who, recalled)) {
    const done = await moveOn(recalled)
    if (done.ok) return done
  }
  const state = await caseSeenBy(parts, who, id)
  return state ? moveOn(state) : refused('no-such-case', 404)
}

/**
 * Cleans and checks what was filled in, asks the city about it, and hands the command to the engine.
 * Throws what the error page calls malformed when the fields are not those of the table.
 */
export async function moveAs(
  parts: CaseDoorParts,
  state: CaseState,
  by: Actor,
  wanted: Wanted,
): Promise<Moved | Refused> {
  const { engine, clock } = parts
  const procedure = engine.cases.procedureOf(state)
  const move = procedure.moves[wanted.move]
  if (!move) return refused('no-such-move', 404)
  if (by.roles.size === 0) return refused('not-your-move', 403)
  const fields = cleanFields(wanted.fields)
  assertFields(parts, procedure, wanted.move, fields)
  const no = await whyNotMove(parts, { procedure, state, move: wanted.move, fields, by: by.id })
  if (no) return no
  const at = clock.now()
  const opens = move.effects?.some((effect) => 'child' in effect && effect.child === 'opens') ?? false
  const childId = opens ? newCaseId(state.id.split('_')[1] ?? '', at) : null
  const { seen, key } = wanted
  const done = await engine.cases.move(
    state.id,
    { move: wanted.move, at, by, fields, ...(seen !== undefined && { seen }), ...(childId && { childId }) },
    key,
    state,
  )
  if (!done.ok) return refused(done.refusal, statusOf(done.refusal))
  const after = await alarmed(parts, done.state, wanted, by)
  return { ...done, state: after, child: opens ? lastChild(after) : null }
}

/** What was judged urgent by this move is marked as such at once; asked twice, it is marked once. */
async function alarmed({ engine, clock }: CaseDoorParts, state: CaseState, wanted: Wanted, by: Actor) {
  const field = engine.cases.procedureOf(state).moves[wanted.move]?.alarms
  if (field === undefined || wanted.fields[field] !== 'yes') return state
  const fields = { reason: alarmedWords.zh }
  const raised = await engine.cases.move(state.id, { move: 'raiseAlarm', at: clock.now(), by, fields })
  return raised.ok ? raised.state : state
}

const statusOf = (refusal: string): Refused['status'] =>
  refusal === 'not-your-move' || refusal === 'not-your-level' ? 403 : refusal === 'no-such-case' ? 404 : undefined

const lastChild = ({ children }: CaseState): CaseId | null => (Object.keys(children) as CaseId[]).sort().at(-1) ?? null

/** The body of one move of one procedure; made once per process. */
const bodies = new WeakMap<object, Map<string, TSchema>>()

export function bodyOf({ words }: Pick<CaseDoorParts, 'words'>, procedure: AnyProcedure, move: string): TSchema {
  const known = bodies.get(procedure) ?? new Map<string, TSchema>()
  bodies.set(procedure, known)
  const kept = known.get(move)
  if (kept) return kept
  const asked = procedure.moves[move]
  const own = words[procedure.name]
  if (!asked || !own) throw new Error(`${procedure.name} has no ${move}, or no words`)
  const body = moveBody(own, move, asked)
  known.set(move, body)
  return body
}

const checks = new WeakMap<TSchema, ReturnType<typeof checkOf>>()

/** Throws what the error page calls malformed. */
export function assertFields(
  parts: Pick<CaseDoorParts, 'words'>,
  procedure: AnyProcedure,
  move: string,
  fields: object,
): void {
  const schema = bodyOf(parts, procedure, move)
  const check = checks.get(schema) ?? checkOf(schema, 'body')
  checks.set(schema, check)
  const checked = check({ fields })
  if ('error' in checked) throw malformed(checked.error.fields)
}

/** What the mover is told. */
export const moveDone = (parts: Pick<CaseDoorParts, 'words'>, { state, repeated, child }: Moved) => ({
  ok: true as const,
  id: state.id,
  version: state.version,
  stage: state.stage,
  stageLabel: stageLabel(parts.words, state.filing.procedure, state.stage),
  repeated,
  child,
})
