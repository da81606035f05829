import type { Json } from '../../../platform/canonical.ts'
import { sortableId } from '../../../platform/ids.ts'
import { type CaseEvent, type CaseState, districtOf, type MovedBody } from '../model/case.ts'
import { isFiled } from '../rules/evolve.ts'
import { referredBy } from '../rules/referral.ts'
import type { CaseParts } from './parts.ts'

/** A message to another case or to the outside, written with the fact that causes it. */
export type CaseMessage = {
  readonly id: string
  readonly topic: string
  readonly payload: Readonly<Record<string, Json>>
}

/**
 * What one case tells another. Each transaction touches one case; what follows in another goes through the outbox
 * and arrives as a command, which may arrive twice and changes something once.
 */
export function messagesOf(parts: CaseParts, after: CaseState, events: readonly CaseEvent[]): CaseMessage[] {
  const found: CaseMessage[] = []
  const say = (at: string, topic: string, payload: CaseMessage['payload']) =>
    found.push({ id: `message_${sortableId(at)}`, topic, payload })
  const ends = parts.procedures[after.filing.procedure]?.stages[after.stage]?.end
  for (const [index, event] of events.entries()) {
    const seq = after.version - events.length + index + 1
    if (parts.hasSubscribers(districtOf(after.id)))
      say(event.at, 'webhook', {
        case: after.id,
        number: after.filing.number,
        type: event.type,
        seq,
        at: event.at,
        stage: after.stage,
        unit: after.unit,
        procedure: after.filing.procedure,
      })
    if (isFiled(event) || !('move' in event.body)) continue
    const { child, recalled, marks, fields } = event.body
    if (child?.is === 'open')
      say(event.at, 'case.open-child', {
        parent: after.id,
        child: child.id,
        seq,
        unit: fields?.unit ?? null,
        ...referredIn(parts, after, event.body),
      })
    for (const id of recalled ?? []) say(event.at, 'case.parent-ended', { child: id, parent: after.id })
    if (after.marks.repeated === true && tellsResult(parts, after, event.body.move))
      say(event.at, 'case.answered', { original: after.id, move: event.body.move, seq })
    if (marks?.original !== undefined) say(event.at, 'case.repeated', { original: marks.original, repeat: after.id })
  }
  if (ends && after.filing.parent)
    say(after.lastAt, 'case.child-ended', { parent: after.filing.parent, child: after.id, end: ends })
  return found
}

/** The category under which a child is referred; nothing for a joint task. */
function referredIn({ procedures }: CaseParts, { filing }: CaseState, { move, fields }: MovedBody) {
  const field = referredBy(procedures[filing.procedure]?.moves[move])
  const category = field === null ? undefined : fields?.[field]
  return typeof category === 'string' ? { category } : {}
}

/** Notices by which an applicant hears how it came out; whoever joined hears it too. */
const results: readonly string[] = ['answered', 'declined', 'closed']

const tellsResult = ({ procedures }: CaseParts, { filing }: CaseState, move: string): boolean =>
  (procedures[filing.procedure]?.moves[move]?.notices ?? []).some(
    ({ to, template }) => to === 'applicant' && results.includes(template),
  )
