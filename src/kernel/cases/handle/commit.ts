import type { Json } from '../../../platform/canonical.ts'
import { sortableId } from '../../../platform/ids.ts'
import { quadOf } from '../../../platform/tiles/tile-grid.ts'
import { later } from '../../../platform/time.ts'
import type { Head } from '../../ledger/model.ts'
import { chain } from '../../ledger/rules/chain.ts'
import { localDay } from '../../worktime/rules.ts'
import { type CaseEvent, type CaseState, type DecidedEvent, districtOf, livesUnder, type Told } from '../model/case.ts'
import type { Stage } from '../model/procedure.ts'
import { nextDue, warnOf } from '../rules/clocks.ts'
import { evolve, isFiled } from '../rules/evolve.ts'
import { difference } from '../rules/figures.ts'
import { noticesOf } from '../rules/notices.ts'
import type { CaseParts } from './parts.ts'
import { messagesOf } from './reactions.ts'
import type { Read } from './recent.ts'
import { sealEvents } from './sealing.ts'
import { sortedMessages } from './sorted.ts'
import type { Write } from './writing.ts'

export type Commit = {
  readonly before: CaseState | null
  readonly head: Head | null
  readonly id: CaseState['id']
  readonly events: readonly DecidedEvent[]
  /** Key of the request and a digest of what it asks, so that the same request is answered once. */
  readonly key: string | null
  readonly asked: string | null
  readonly told?: Told
}

/**
 * Appends the facts and everything that follows from them, all or nothing.
 * Throws PostgreSQL's unique violation when somebody wrote first or the request was answered before.
 */
export async function commit(parts: CaseParts & { readonly write: Write }, work: Commit): Promise<Read> {
  const { before, head, id, key, asked, told } = work
  const district = districtOf(id)
  const events = await sealEvents(parts, work)
  let after = before
  for (const event of events) after = evolve(after, event, id)
  if (!after) throw new Error(`${id}: nothing to write`)
  const rows = chain(head, { district, stream: id, crypto: parts.crypto }, events as unknown as readonly Fact[])
  const last = rows.at(-1)
  if (!last) throw new Error(`${id}: nothing to write`)
  const procedure = parts.procedures[after.filing.procedure]
  const stage = procedure?.stages[after.stage]
  if (!procedure || !stage) throw new Error(`${id}: no stage ${after.stage} in ${after.filing.procedure}`)

  const due = nextDue(after)
  const dueBefore = before ? nextDue(before) : null
  const messages = [...messagesOf(parts, after, events), ...sortedMessages(parts, after, events)]
  await parts.write({
    id,
    at: after.lastAt,
    version: after.version,
    first: before === null,
    row: {
      ...cardOf(after, stage),
      ...(before ? { hand: handIn(events) } : filingValues(parts, after, told)),
      due,
      warnAt: warnOf(after, due),
      timer: due !== null && due !== dueBefore ? later(due, 1) : null,
      timerOff: due === null && dueBefore !== null,
      head: last.hash.toString('hex'),
      key,
      asked,
    },
    facts: rows.map(({ hash, ...fact }) => ({ ...fact, hash: hash.toString('hex') })),
    figures: difference(before ? parts.measuring(before) : [], parts.measuring(after)),
    notices: noticeRows(parts, before, after, events, due),
    messages,
  })
  parts.afterCommit({ state: after, before, events, wakes: messages.length > 0 })
  return { state: after, head: { seq: last.seq, hash: last.hash } }
}

/** What every list reads of a case. */
const cardOf = (after: CaseState, stage: Stage) => ({
  id: after.id,
  stage: after.stage,
  phase: stage.phase,
  settled: stage.settled ?? false,
  ended: stage.end !== undefined,
  unit: after.unit,
  holder: after.holder,
  category: after.marks.category ?? after.filing.category,
  at: after.lastAt,
  overdue: after.marks.overdue ?? false,
  supervision: after.registers.supervision ?? 0,
  outcome: after.marks.outcome ?? null,
  stars: after.marks.stars ?? null,
  version: after.version,
  state: after,
  matter: livesUnder(after).matter,
})

/** Who joined the handlers by these facts; one move has one mover. */
function handIn(events: readonly CaseEvent[]): string | null {
  for (const { body } of events) if ('joined' in body && body.joined) return body.joined
  return null
}

type Fact = { readonly type: string; readonly at: CaseEvent['at']; readonly by: string | null; readonly body: Json }

function filingValues({ cut }: CaseParts, { filing, filedAt }: CaseState, told: Told | undefined) {
  const { number, procedure, matter, kind, channel, applicant, enteredBy, parent, area, grid } = filing
  const words = told ? cut(`${told.title} ${told.text} ${told.place ?? ''}`) : null
  const spot = told?.point ?? filing.spot
  return {
    ...{ number, procedure, matter, kind, channel, applicant, enteredBy, parent, area, grid, words },
    title: told?.title ?? null,
    // What was told lies sealed in the ledger; where it is may be looked up on a map by whoever may see the case.
    ...(spot && { quad: quadOf([spot.lng, spot.lat]), lng: spot.lng, lat: spot.lat, filedOn: localDay(filedAt) }),
  }
}

function noticeRows(
  { procedures }: CaseParts,
  before: CaseState | null,
  after: CaseState,
  events: readonly CaseEvent[],
  due: string | null,
) {
  const procedure = procedures[after.filing.procedure]
  if (!procedure) return []
  return events.flatMap((event) => {
    const move = isFiled(event) ? filedMove : procedure.moves['move' in event.body ? event.body.move : '']
    if (!move || (isFiled(event) && before)) return []
    return noticesOf(procedure, move, after, due).map((notice) => ({
      ...notice,
      id: `notice_${sortableId(event.at)}`,
      due: notice.toKind === 'resident' ? event.at : null,
    }))
  })
}

/** Filing is no move of the table, yet the applicant hears of it and the first owner sees it on his desk. */
const filedMove = {
  from: [],
  to: 'stay',
  by: [],
  event: 'Filed',
  notices: [{ to: 'applicant', template: 'filed' }],
} as const
