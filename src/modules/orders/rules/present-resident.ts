import type { CaseState } from '../../../kernel/cases/model/case.ts'
import type { Move } from '../../../kernel/cases/model/procedure.ts'
import type { DueView, MoveView, PhotoView } from '../../../kernel/cases/model/views.ts'
import { answerIn } from '../../../kernel/cases/rules/answers.ts'
import { isFiled } from '../../../kernel/cases/rules/evolve.ts'
import { dueOf } from '../../../kernel/cases/rules/present.ts'
import { type Approval, accountExtras } from '../../../kernel/cases/rules/present-accounts.ts'
import { moveView } from '../../../kernel/cases/rules/present-moves.ts'
import { evidenceIn, type OpenedEvent, writtenIn } from '../../../kernel/cases/rules/present-timeline.ts'
import type { AnyProcedure } from '../../../kernel/cases/rules/procedure.ts'
import { STAGE_CLOCK } from '../../../kernel/cases/rules/step.ts'
import { filedSaid, filedWords } from '../../../kernel/cases/words/doors.ts'
import { doneSaid, type ProcedureWords, roleWords } from '../../../kernel/cases/words.ts'
import type { Json } from '../../../platform/canonical.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Said } from '../../../platform/words.ts'
import type { CaseForResident, ResidentEntry } from '../model/views.ts'
import { type DeclineGround, declineGrounds } from '../model.ts'

/** The one field of a move that is written to the applicant; everything else in it is the house's own. */
const toldBy: Readonly<Record<string, string>> = {
  askSupplement: 'missing',
  askSupplementInWork: 'missing',
  confirmDecline: 'explanation',
  refuseReopen: 'reason',
}

type Made = { readonly name: string; readonly move: Move; readonly as: string | null }

function madeIn(procedure: AnyProcedure, { event }: OpenedEvent): Made | null {
  const { body } = event
  if (isFiled(event) || !('move' in body)) return null
  const move = procedure.moves[body.move]
  return move ? { name: body.move, move, as: body.acted?.as ?? null } : null
}

/**
 * Whether the applicant hears of a step: of his own, of what he is told, and of what takes his case to another phase.
 * What goes up and down the ladder of a no, and what is escalated, stays inside until it is said.
 */
export function isForApplicant(procedure: AnyProcedure, opened: OpenedEvent): boolean {
  const { event } = opened
  if (isFiled(event)) return true
  const made = madeIn(procedure, opened)
  if (!made || !('from' in event.body)) return false
  const { move, as } = made
  if (as === 'applicant' || move.notices?.some(({ to }) => to === 'applicant')) return true
  const inside = move.nature?.some((nature) => ['proposes-no', 'decides-no', 'escalates'].includes(nature))
  const phase = (stage: string) => procedure.stages[stage]?.phase
  return !inside && phase(event.body.from) !== phase(event.body.to)
}

/** The ground on which it was not taken on; null for every other case, and while somebody only proposes it. */
export const declinedFor = ({ stage, marks }: Pick<CaseState, 'stage' | 'marks'>): DeclineGround | null =>
  stage === 'diverted' ? (declineGrounds.find((ground) => ground === marks.ground) ?? null) : null

export type ResidentParts = {
  readonly procedure: AnyProcedure
  readonly words: ProcedureWords
  unit(id: string): string
  photo(hash: string): PhotoView
}

/** The timeline as the applicant reads it: sentences and what was written to or by him; no names, nothing internal. */
export const residentTimeline = (parts: ResidentParts, opened: readonly OpenedEvent[]): ResidentEntry[] =>
  opened.filter((one) => isForApplicant(parts.procedure, one)).map((one) => entryOf(parts, one))

function entryOf({ procedure, words, unit, photo }: ResidentParts, opened: OpenedEvent): ResidentEntry {
  const { event } = opened
  const made = madeIn(procedure, opened)
  const isOwn = made?.as === 'applicant'
  const about = 'unit' in event.body && !isFiled(event) ? (event.body.unit ?? null) : null
  const sentence = made ? doneSaid(words.moves[made.name], about && unit(about)) : openingOf(opened)
  const text = made && (isOwn ? ownText(writtenIn(opened)) : textOf(writtenIn(opened)[toldBy[made.name] ?? '']))
  const photos = made && !isOwn ? [] : evidenceIn(opened)
  return { seq: event.seq, at: event.at, sentence, ...(text && { text }), photos: photos.map(photo) }
}

const openingOf = ({ event }: OpenedEvent): Said => (isFiled(event) ? filedSaid(event.body) : filedWords.done)

const ownText = ({ text, reason, words }: Readonly<Record<string, Json>>): string | null =>
  textOf(text) ?? textOf(reason) ?? textOf(words)

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

type Answer = NonNullable<CaseForResident['answer']>

/** The answer that has been told, with its pictures as this reader may open them. */
export function answerTold({ procedure, photo }: ResidentParts, opened: readonly OpenedEvent[]): Answer | null {
  const told = answerIn(procedure, opened)
  return told && { text: told.text, at: told.at, photos: told.photos.map(photo) }
}

/** What is still missing, while the applicant is asked for it. */
export const missingNow = (opened: readonly OpenedEvent[], { stage }: CaseState): string | null => {
  if (stage !== 'supplement') return null
  const asked = opened.findLast(({ event }) => event.type === 'SupplementAsked')
  return asked ? textOf(writtenIn(asked).missing) : null
}

/** The due date a resident waits for: the handling, or the present step before and after it. Null when nothing runs. */
export function residentDue(
  { procedure, words }: Pick<ResidentParts, 'procedure' | 'words'>,
  { clocks, stage }: CaseState,
  opened: readonly OpenedEvent[],
  now: Instant,
): DueView | null {
  const waits = residentClock(procedure, { clocks, stage })
  // The applicant hears in which office it was decided, not by whom, and what was decided, not what was written.
  const told: Approval = {
    by: ({ body }) => (body.acted ? roleWords[body.acted.as].zh : ''),
    reason: ({ body }) => words.moves[body.move]?.name.zh ?? '',
  }
  if (waits === null) return null
  const name = waits === clocks.main ? 'main' : STAGE_CLOCK
  return dueOf(waits.account, waits.warnAt, now, accountExtras(name, opened, told))
}

/** The clock that counts for the applicant: the whole until it is answered, then the stage; null where none runs. */
export function residentClock(procedure: AnyProcedure, { clocks, stage }: Pick<CaseState, 'clocks' | 'stage'>) {
  const { main, [STAGE_CLOCK]: here } = clocks
  const phase = procedure.stages[stage]?.phase
  if (phase === 'ended') return null
  const isMain = phase !== 'answered' && main && main.status !== 'paused' && main.status !== 'off'
  const waits = isMain ? main : here
  return waits && waits.status !== 'off' && waits.status !== 'paused' ? waits : null
}

/** The moves of an applicant as he meets them: one rating of five levels, whatever follows from a bad one. */
export function residentMoveViews(
  { procedure, words }: Pick<ResidentParts, 'procedure' | 'words'>,
  open: readonly string[],
): MoveView[] {
  return open.flatMap((name): MoveView[] => {
    const move = procedure.moves[name]
    if (!move || name === 'rateBadly') return []
    const view = moveView(words, name, move)
    return name === 'rate' ? [{ ...view, fields: view.fields.map((field) => withAllStars(words, field)) }] : [view]
  })
}

function withAllStars(words: ProcedureWords, field: MoveView['fields'][number]): MoveView['fields'][number] {
  if (field.name !== 'stars') return field
  const said = (stars: number): Said => words.fields.stars?.choices?.[stars] ?? { zh: `${stars}`, en: `${stars}` }
  const choices = [5, 4, 3, 2, 1].map((stars) => ({ value: String(stars), label: said(stars) }))
  return { ...field, minimum: 1, maximum: 5, choices }
}

/** Whether something waits for the applicant: a supplement, or his word on the answer. */
export const isYourTurn = (open: readonly string[]): boolean => open.includes('supply') || open.includes('rate')
