import { canonical, type Json } from '../../../platform/canonical.ts'
import type { Db } from '../../../platform/db/db.ts'
import { type Instant, later, MINUTE } from '../../../platform/time.ts'
import { walkedCodes } from '../../organisations/store/walked.ts'
import { localDay } from '../../worktime/rules.ts'
import { type CaseId, type CaseState, districtOf, livesUnder } from '../model/case.ts'
import { type Disagreement, type LostFigure, type LostKind, lostKinds } from '../model/nothing-lost.ts'
import type { Procedure, Role } from '../model/procedure.ts'
import { nextDue } from '../rules/clocks.ts'
import { caseOf } from '../rules/evolve.ts'
import type { Measuring } from '../rules/figures.ts'
import {
  behindLedger,
  bookTotals,
  countLost,
  everySnapshot,
  headOf,
  type LostQuestion,
  lostCases,
  snapshotOf,
} from '../store/audit.ts'
import { timelineOf } from '../store/timeline.ts'
import type { CaseParts } from './parts.ts'

export type AuditParts = Pick<CaseParts, 'db' | 'procedures'>

/** Timers and messages between cases need a moment; what is older than this and not done is lost. */
const GRACE = 10 * MINUTE

async function question({ db, procedures }: AuditParts, district: string, at: Instant): Promise<LostQuestion> {
  const stagesOf = (roles: readonly Role[]) => Object.values(procedures).flatMap((one) => stagesOwnedBy(one, roles))
  return {
    district,
    before: later(at, -GRACE),
    unitStages: stagesOf(inTheUnit),
    walkedStages: stagesOf(['grid-worker']),
    walked: await walkedCodes(db, district, localDay(at)),
  }
}

const inTheUnit: readonly Role[] = ['handler', 'section-head', 'leader-in-charge', 'top-leader']

/** `procedure/stage` of every open stage that one of these roles owns. */
function stagesOwnedBy({ name, stages }: Procedure, among: readonly Role[]): string[] {
  return Object.entries(stages).flatMap(([stage, { owner, end }]) => {
    const roles = owner === undefined || end ? [] : typeof owner === 'string' ? [owner] : owner.roles
    return roles.some((role) => among.includes(role)) ? [`${name}/${stage}`] : []
  })
}

/** The audit "nothing is lost" over real data, as of `at`: every figure has the target 0. */
export async function nothingLost(parts: AuditParts, district: string, at: Instant): Promise<LostFigure[]> {
  const asked = await question(parts, district, at)
  return Promise.all(lostKinds.map(async (kind) => ({ kind, count: await countLost(parts.db, kind, asked) })))
}

/** The cases behind one figure of the audit, in the order of their ids. */
export const lostBehind = async (
  parts: AuditParts,
  { district, at, kind }: { readonly district: string; readonly at: Instant; readonly kind: LostKind },
  page: { readonly after?: string; readonly limit: number },
): Promise<CaseId[]> => lostCases(parts.db, kind, await question(parts, district, at), page)

/** Lives one case again from its ledger and names what its snapshot says otherwise; empty when all agrees. */
export async function rebuildCase(db: Db, id: CaseId): Promise<Disagreement[]> {
  const district = districtOf(id)
  const [snapshot, events, head] = await Promise.all([
    snapshotOf(db, district, id),
    timelineOf(db, id),
    headOf(db, district, id),
  ])
  const state = caseOf(id, events)
  if (!state) return snapshot ? ['no-ledger'] : []
  if (!snapshot) return ['no-snapshot']
  const found: Disagreement[] = []
  if (snapshot.version !== events.length) found.push('version')
  if (snapshot.head !== head) found.push('head')
  if (textOf(snapshot.state) !== textOf(state)) found.push('state')
  const { stage, unit, holder, matter, due } = snapshot
  const { matter: own } = livesUnder(state)
  if ([stage, unit, holder, matter, due].join() !== [state.stage, state.unit, state.holder, own, nextDue(state)].join())
    found.push('columns')
  return found
}

const textOf = (state: CaseState): string => canonical(state as unknown as Json)

export type CasesAudit = {
  readonly cases: number
  readonly lost: readonly LostFigure[]
  /** Snapshots that are not of the last fact in the ledger. */
  readonly behind: readonly CaseId[]
  /** Cases of the sample whose snapshot the ledger does not tell. */
  readonly untrue: readonly { readonly id: CaseId; readonly says: readonly Disagreement[] }[]
  /** `measure|day|unit` where the books of figures and the snapshots do not agree. */
  readonly figures: readonly string[]
}

export type AuditOptions = {
  readonly district: string
  readonly at: Instant
  readonly measuring: Measuring
  /** Every how many-th case is lived again from its ledger; 1 for all of them. */
  readonly every?: number
  readonly onProgress?: (cases: number) => void
}

/**
 * Everything at once, for the command line and the night: also what is too dear for a screen.
 * `figures` compares two readings; while the city is at work, what moved between them shows there.
 */
export async function auditCases(parts: AuditParts, options: AuditOptions): Promise<CasesAudit> {
  const { district, at, measuring, every = 1, onProgress } = options
  const behind: CaseId[] = []
  for (let after: CaseId | null | '' = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof behindLedger>> = await behindLedger(parts.db, district, {
      after,
      size: 5_000,
    })
    behind.push(...page.ids)
    after = page.last
  }
  const untrue: { id: CaseId; says: readonly Disagreement[] }[] = []
  const expected = new Map<string, number>()
  let cases = 0
  for await (const states of everySnapshot(parts.db, district)) {
    for (const state of states) {
      count(expected, measuring(state))
      if (cases++ % every !== 0) continue
      const says = await rebuildCase(parts.db, state.id)
      if (says.length > 0) untrue.push({ id: state.id, says })
    }
    onProgress?.(cases)
  }
  const figures = disagreeing(expected, await bookTotals(parts.db, district))
  return { cases, lost: await nothingLost(parts, district, at), behind, untrue, figures }
}

function count(sums: Map<string, number>, figures: ReturnType<Measuring>): void {
  for (const { measure, day, unit, n } of figures) {
    const key = `${measure}|${day}|${unit}`
    sums.set(key, (sums.get(key) ?? 0) + n)
  }
}

function disagreeing(expected: Map<string, number>, books: readonly { key: string; n: number }[]): string[] {
  const left = new Map(expected)
  const wrong: string[] = []
  for (const { key, n } of books) {
    if (left.get(key) !== n) wrong.push(key)
    left.delete(key)
  }
  return [...wrong, ...left.keys()]
}
