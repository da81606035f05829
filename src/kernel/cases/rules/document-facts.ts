import type { Json } from '../../../platform/canonical.ts'
import type { Instant } from '../../../platform/time.ts'
import { type CaseKind, caseKinds, type Values } from '../../documents/model.ts'
import { dueWithin } from '../../documents/words/texts.ts'
import type { Matter } from '../../matters/model.ts'
import { formatDay, formatTerm, localDay } from '../../worktime/rules.ts'
import type { ClockFact, MovedBody } from '../model/case.ts'
import { outcomeWords } from '../words/fields.ts'
import { fieldWordsOf, type ProcedureWords } from '../words.ts'
import { answerIn } from './answers.ts'
import { isFiled } from './evolve.ts'
import { maskPersonal } from './personal/mask.ts'
import { contactOf, formOf, type OpenedEvent, writtenIn } from './present-timeline.ts'
import type { AnyProcedure } from './procedure.ts'
import { STAGE_CLOCK } from './step.ts'

/** What a document of one kind would tell, and the event of the case it tells of. */
export type Occasion = { readonly seq: number; readonly values: Values }
export type Occasions = Readonly<Partial<Record<CaseKind, Occasion>>>

export type OccasionParts = {
  readonly procedure: AnyProcedure
  readonly words: ProcedureWords
  readonly matter: Pick<Matter, 'promises'> | null
  /** Where to turn for a ground on which something is not taken on. */
  turnTo(ground: string): string | null
}

type Moved = OpenedEvent & { readonly event: { readonly type: string; readonly at: Instant; readonly body: MovedBody } }

/** Pure: the documents that the life of a case gives occasion for, each with what is known for it. */
export function occasionsIn(parts: OccasionParts, opened: readonly OpenedEvent[]): Occasions {
  const moved = opened.filter((one): one is Moved => !isFiled(one.event))
  return Object.fromEntries(
    caseKinds.flatMap((kind) => {
      const found = finders[kind](parts, moved, opened)
      return found ? [[kind, found]] : []
    }),
  )
}

type Find = (parts: OccasionParts, moved: readonly Moved[], opened: readonly OpenedEvent[]) => Occasion | null

const finders: Readonly<Record<CaseKind, Find>> = {
  accepted: ({ procedure, matter }, moved) => {
    const found = moved.findLast(({ event }) => procedure.moves[event.body.move]?.stamps?.acceptedAt !== undefined)
    if (!found) return null
    const main = lastDue(moved, 'main')
    return { seq: found.event.seq, values: { due: main ? dayBefore(main) : (termOf(procedure, matter) ?? '') } }
  },
  supplement: (_, moved) => {
    const found = moved.findLast(({ event }) => event.type === 'SupplementAsked')
    if (!found) return null
    const due = dueIn(found.event.body.clocks?.[STAGE_CLOCK])
    return { seq: found.event.seq, values: { missing: textIn(found, 'missing'), until: due ? daySaid(due) : '' } }
  },
  declined: ({ words, turnTo }, moved) => {
    const found = moved.findLast(({ event }) => event.type === 'Declined')
    if (!found) return null
    const proposed = moved.findLast(({ event }) => event.type === 'DeclineProposed')
    const ground = proposed ? textIn(proposed, 'ground') : ''
    const label = fieldWordsOf(words, 'proposeDecline', 'ground').choices?.[ground]?.zh
    const reason = [label && `${label}。`, textIn(found, 'explanation')].filter(Boolean).join('\n')
    return { seq: found.event.seq, values: { reason, turnTo: turnTo(ground) ?? '' } }
  },
  extended: (_, moved) => {
    const at = moved.findLastIndex(({ event }) => event.type === 'Extended')
    const found = moved[at]
    if (!found) return null
    const asked = moved.slice(0, at).findLast(({ event }) => event.type === 'ExtensionAsked')
    const old = lastDue(moved.slice(0, at), 'main')
    const fresh = dueIn(found.event.body.clocks?.main)
    const reason = asked ? textIn(asked, 'reason') : ''
    return {
      seq: found.event.seq,
      values: { reason, oldDue: old ? daySaid(old) : '', newDue: fresh ? daySaid(fresh) : '' },
    }
  },
  answer: ({ procedure }, moved, opened) => {
    const told = answerIn(procedure, opened)
    if (!told) return null
    const outcome = moved
      .map(({ event: { seq, body } }) => (seq <= told.seq ? outcomeOf(procedure, body) : undefined))
      .findLast((one) => one !== undefined)
    return {
      seq: told.seq,
      values: {
        answer: told.text,
        outcome: outcome ? outcomeWords[outcome].zh : '',
        ...(told.legalBasis && { basis: told.legalBasis }),
      },
    }
  },
}

type Outcome = keyof typeof outcomeWords

function outcomeOf(procedure: AnyProcedure, { move, fields }: MovedBody): Outcome | undefined {
  const found = fields?.outcome ?? procedure.moves[move]?.states?.outcome
  return typeof found === 'string' && found in outcomeWords ? (found as Outcome) : undefined
}

const dueIn = (fact: ClockFact | undefined): Instant | null => (fact?.is === 'running' ? fact.account.due : null)

const lastDue = (moved: readonly Moved[], clock: string): Instant | null =>
  moved.map(({ event }) => dueIn(event.body.clocks?.[clock])).findLast((due) => due !== null) ?? null

const daySaid = (at: Instant): string => formatDay(localDay(at)).zh
const dayBefore = (at: Instant): string => `${daySaid(at)}前`

/** While the main clock has not begun, the promise itself is told. */
function termOf(procedure: AnyProcedure, matter: OccasionParts['matter']): string | null {
  const promise = matter?.promises.find(({ key }) => key === procedure.clocks.main?.promise)
  return promise ? dueWithin(formatTerm(promise.term).zh) : null
}

function textIn(one: OpenedEvent, field: string): string {
  const value: Json | undefined = writtenIn(one)[field]
  return typeof value === 'string' ? value : ''
}

/** Whom a document speaks to: the name he left, unless he asked to stay hidden; null where none is known. */
export function nameIn(filed: OpenedEvent | undefined): string | null {
  const told = filed?.secret
  if (!told || told === 'destroyed' || formOf(told).anonymous === true) return null
  return contactOf(told).name
}

/** Whether he asked to stay hidden from the unit. */
export function staysHidden(filed: OpenedEvent | undefined): boolean {
  const told = filed?.secret
  return told !== null && told !== undefined && told !== 'destroyed' && formOf(told).anonymous === true
}

/** What it was about, as a paper that is shown around may say it. */
export function titleIn(filed: OpenedEvent | undefined): string {
  const told = filed?.secret
  return told && told !== 'destroyed' && typeof told.title === 'string' ? maskPersonal(told.title) : ''
}
