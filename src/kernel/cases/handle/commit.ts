import type { Json } from '../../../platform/canonical.ts'
import { sortableId } from '../../../platform/ids.ts'
import { quadOf } from '../../../platform/tiles/tile-grid.ts'
import { type Instant, later } from '../../../platform/time.ts'
import type { Head } from '../../ledger/model.ts'
import { chain } from '../../ledger/rules/chain.ts'
import { localDay } from '../../worktime/rules.ts'
import { type CaseEvent, type CaseState, type DecidedEvent, districtOf, livesUnder, type Told } from '../model/case.ts'
import { nextDue, warnOf } from '../rules/clocks.ts'
import { evolve, isFiled } from '../rules/evolve.ts'
import { difference } from '../rules/figures.ts'
import { noticesOf } from '../rules/notices.ts'
import { commitFiling, commitMove } from '../store/commit.ts'
import type { CaseParts } from './parts.ts'
import { messagesOf } from './reactions.ts'
import type { Read } from './recent.ts'
import { sealEvents } from './sealing.ts'
import { sortedMessages } from './sorted.ts'

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
 * Appends the facts and everything that follows from them, in one statement.
 * Throws PostgreSQL's unique violation when somebody wrote first or the request was answered before.
 */
export async function commit(parts: CaseParts, work: Commit): Promise<Read> {
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
  const figures = difference(before ? parts.measuring(before) : [], parts.measuring(after))
  const messages = [...messagesOf(parts, after, events), ...sortedMessages(parts, after, events)]
  const values: unknown[] = [
    district,
    id,
    inLedger(rows),
    after.stage,
    stage.phase,
    stage.settled ?? false,
    stage.end !== undefined,
    after.unit,
    after.holder,
    after.marks.category ?? after.filing.category,
    after.lastAt,
    due,
    warnOf(after, due),
    after.marks.overdue ?? false,
    after.registers.supervision ?? 0,
    after.marks.outcome ?? null,
    after.marks.stars ?? null,
    after.version,
    last.hash,
    JSON.stringify(after),
    due !== null && due !== dueBefore ? later(due, 1) : null,
    due === null && dueBefore !== null,
    JSON.stringify(figures),
    JSON.stringify(noticeRows(parts, before, after, events, due)),
    JSON.stringify(messages),
    key,
    asked,
  ]
  if (before) await parts.db.prepared(commitMove, [...values, handIn(events), livesUnder(after).matter])
  else await parts.db.prepared(commitFiling, [...values, ...filingValues(parts, after, told)])
  parts.afterCommit({ state: after, before, events, wakes: messages.length > 0 })
  return { state: after, head: { seq: last.seq, hash: last.hash } }
}

const inLedger = (rows: ReturnType<typeof chain>): string =>
  JSON.stringify(
    rows.map(({ seq, type, at, by, body, hash }) => ({ seq, type, at, by, body, hash: hash.toString('hex') })),
  )

/** Who joined the handlers by these facts; one move has one mover. */
function handIn(events: readonly CaseEvent[]): string | null {
  for (const { body } of events) if ('joined' in body && body.joined) return body.joined
  return null
}

type Fact = { readonly type: string; readonly at: CaseEvent['at']; readonly by: string | null; readonly body: Json }

function filingValues({ cut }: CaseParts, { filing, filedAt }: CaseState, told: Told | undefined): unknown[] {
  const words = told ? cut(`${told.title} ${told.text} ${told.place ?? ''}`) : null
  return [
    filing.number,
    filing.procedure,
    filing.matter,
    filing.kind,
    filing.channel,
    filing.applicant,
    filing.enteredBy,
    filing.parent,
    filing.area,
    filing.grid,
    told?.title ?? null,
    words,
    ...spotValues(told?.point ?? filing.spot, filedAt),
  ]
}

/** What was told lies sealed in the ledger; where it is may be looked up on a map by whoever may see the case. */
const spotValues = (spot: { readonly lng: number; readonly lat: number } | undefined, filedAt: Instant): unknown[] =>
  spot ? [quadOf([spot.lng, spot.lat]), spot.lng, spot.lat, localDay(filedAt)] : [null, null, null, null]

/** The light turns yellow with the clock that ends first. */
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
