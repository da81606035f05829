import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { listPage } from '../../../kernel/cases/handle/listing.ts'
import { openedEvents } from '../../../kernel/cases/handle/opening.ts'
import { proposalFor } from '../../../kernel/cases/handle/proposing.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import type { CaseLine } from '../../../kernel/cases/model/views.ts'
import { toldView } from '../../../kernel/cases/rules/present-timeline.ts'
import { figuresBy } from '../../../kernel/indicators/handle.ts'
import type { Figured } from '../../../kernel/indicators/model.ts'
import type { StaffWho } from '../../../kernel/organisations/model.ts'
import type { Operator } from '../../../kernel/people/handle/operations.ts'
import { isDay } from '../../../kernel/worktime/rules/days.ts'
import { localDay, startOfDay } from '../../../kernel/worktime/rules.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { DAY, later } from '../../../platform/time.ts'
import type { DriftView, PaceView, QueueRow, QueueView } from '../model/board.ts'
import { mayDispatch, sendingStages } from '../policy.ts'
import { driftByTheme, driftCounts, type Fared } from '../rules/propose/drift.ts'
import { correctedRate, lowRate } from '../rules/propose/indicators.ts'
import { mostUrgentFirst } from '../rules/propose/queue.ts'
import { paceSince } from '../store/sortings.ts'

/** So many stand on the board; the next ones come as these are gone. */
const ON_THE_BOARD = 30
const DRIFT_DAYS = 30

/** What waits to be sent to a unit, the most urgent first, each with the route proposed for it. */
export async function queueFor(parts: CaseDoorParts, who: StaffWho, by: Operator): Promise<QueueView | Refused> {
  const stages = sendingStages(parts.procedures)
  if (!mayDispatch(who, stages)) return refused('not-yours', 403)
  const lines: CaseLine[] = []
  let more = false
  for (const stage of new Set(stages.map((one) => one.stage))) {
    const filters = { view: 'work', stage, sort: 'due' } as const
    const page = await listPage(parts, who, by, { filters, after: undefined, limit: ON_THE_BOARD })
    if ('ok' in page) return page
    lines.push(...page.rows)
    more ||= page.next !== null
  }
  const first = mostUrgentFirst(lines).slice(0, ON_THE_BOARD)
  const rows = await Promise.all(first.map((line) => withRoute(parts, who, line)))
  return { rows, more: more || lines.length > ON_THE_BOARD }
}

async function withRoute(parts: CaseDoorParts, who: StaffWho, line: CaseLine): Promise<QueueRow> {
  const id = line.id as CaseId
  const [state, opened] = await Promise.all([parts.engine.cases.find(id), openedEvents(parts, id)])
  const told = toldView(opened[0], () => nameless)
  const proposal = state && told.state === 'open' ? await proposalFor(parts, who, state, told) : null
  if (proposal === null) return { line, route: null }
  const { category, label, unitName, confidence, sure } = proposal
  return { line, route: { category, label, unitName, confidence, sure } }
}

/** The labels of a form do not stand on the board. */
const nameless = { zh: '', en: '' }

type PaceParts = Pick<CaseDoorParts, 'db' | 'clock' | 'procedures'>

export async function paceOf({ db, clock, procedures }: PaceParts, who: StaffWho): Promise<PaceView | Refused> {
  if (!mayDispatch(who, sendingStages(procedures))) return refused('not-yours', 403)
  const day = localDay(clock.now())
  const hours = await paceSince(db, who.district, who.id, startOfDay(day))
  return { day, count: hours.reduce((sum, { count }) => sum + count, 0), hours }
}

type Asked = { readonly from?: string | undefined; readonly to?: string | undefined }

/** How the proposals fare from one day to another, both included; the last thirty where none is named. */
export async function driftOf(
  { db, clock }: Pick<CaseDoorParts, 'db' | 'clock'>,
  district: string,
  asked: Asked,
): Promise<DriftView | Refused> {
  const to = asked.to ?? localDay(clock.now())
  if (!isDay(to)) return refused('no-such-day')
  const from = asked.from ?? localDay(later(startOfDay(to), -(DRIFT_DAYS - 1) * DAY))
  if (!isDay(from)) return refused('no-such-day')
  if (from > to) return refused('days-reversed')
  const question = { district, from, to, today: localDay(clock.now()), by: 'category' } as const
  const { whole, by } = await figuresBy(db, [lowRate, correctedRate], question)
  const fared = new Map([...by].map(([category, part]) => [category, faredOf(part)]))
  return { from, to, all: driftCounts(faredOf(whole)), rows: driftByTheme(fared) }
}

function faredOf([low, corrected]: readonly Figured[]): Fared {
  if (!low || !corrected) throw new Error('a figure without its definition')
  return [low, corrected]
}
