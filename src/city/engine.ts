import { type Cases, createCases } from '../kernel/cases/handle/cases.ts'
import { createLookups } from '../kernel/cases/handle/lookups.ts'
import type { News } from '../kernel/cases/handle/parts.ts'
import { caseClockwork } from '../kernel/cases/jobs.ts'
import { type CaseState, districtOf, livesUnder } from '../kernel/cases/model/case.ts'
import type { CountedMeasures } from '../kernel/cases/model/map.ts'
import type { Measuring } from '../kernel/cases/rules/figures.ts'
import { knownProcedure } from '../kernel/cases/rules/needs.ts'
import { createVault, type Vault } from '../kernel/ledger/handle/vault.ts'
import type { KnownProcedure, MatterId } from '../kernel/matters/model.ts'
import { createDirectory, type Directory } from '../kernel/organisations/handle/directory.ts'
import { localDay } from '../kernel/worktime/rules.ts'
import { gridProcedure } from '../modules/grid/rules/grid-event.ts'
import { gridMeasures } from '../modules/grid/rules/measures.ts'
import { gridWords } from '../modules/grid/words.ts'
import { taskProcedure } from '../modules/life-circle/rules/task.ts'
import { taskWords } from '../modules/life-circle/words/task.ts'
import { ASSIST_MATTER } from '../modules/orders/model.ts'
import { assistProcedure } from '../modules/orders/rules/assist.ts'
import { orderMeasures } from '../modules/orders/rules/measures.ts'
import { orderProcedure } from '../modules/orders/rules/order.ts'
import { assistWords, orderWords } from '../modules/orders/words.ts'
import type { Crypto } from '../platform/crypto/crypto.ts'
import type { Db } from '../platform/db/db.ts'
import { cutForIndex } from '../platform/text/cut.ts'
import type { Clock } from '../platform/time.ts'

/** Every procedure of the city by its name. */
export const procedures = {
  orders: orderProcedure,
  assist: assistProcedure,
  grid: gridProcedure,
  task: taskProcedure,
} as const

/** What they say. */
export const caseWords = { orders: orderWords, assist: assistWords, grid: gridWords, task: taskWords } as const

/** Those whose matters anybody may come with; the others are opened by cases themselves, or by whoever goes on patrol. */
export const offeredProcedures: readonly string[] = [orderProcedure.name]

/** The matter of whatever no other speaks of. */
export const FALLBACK_MATTER: MatterId = 'matter_anything-else'

/** What the catalogue must know of them to judge a matter. */
export const knownProcedures: readonly KnownProcedure[] = Object.values(procedures).map(knownProcedure)

/** What every case adds to the city's figures, whichever house it lives in. */
export const measuring: Measuring = (state) => [...orderMeasures(state), ...gridMeasures(state)]

/** What the map of cases counts, in the measures of the houses. */
export const counted: CountedMeasures = {
  filed: ['filed', 'grid-reported'],
  open: ['open', 'grid-open'],
  overdue: ['overdue', 'grid-overdue'],
}

export type EngineParts = {
  readonly db: Db
  readonly clock: Clock
  readonly crypto: Crypto
  readonly master: Buffer
  readonly hasSubscribers?: (district: string) => boolean
  /** Whether the runner beside this engine carries `case.sorted`. */
  readonly tellsSorting?: boolean
  readonly afterCommit?: (news: News) => void
}

export type Engine = {
  readonly cases: Cases
  readonly directory: Directory
  readonly vault: Vault
  readonly clockwork: ReturnType<typeof caseClockwork>
  /** The unit that category, place and duty list name for this case, at worst the fallback desk. */
  responsibleFor(state: CaseState): Promise<string>
  /** Believes nothing looked up any more: after an import of calendars, hours or duties in this process. */
  forget(): void
}

/** The parts of the kernel that live cases, put together once for the server, the commands and the tests. */
export function createEngine(parts: EngineParts): Engine {
  const { db, clock, crypto, master } = parts
  const vault = createVault({ db, crypto, master })
  const directory = createDirectory({ db, clock, dayOf: localDay })
  const lookups = createLookups({ db, clock, directory })
  const cases = createCases({
    db,
    clock,
    crypto,
    codeKey: crypto.mac(master, 'codes by which a visitor follows a case'),
    vault,
    procedures,
    matter: lookups.matter,
    matterOfCategory: lookups.matterOfCategory,
    facts: lookups.facts,
    measuring,
    cut: cutForIndex,
    hasSubscribers: parts.hasSubscribers ?? (() => false),
    tellsSorting: parts.tellsSorting ?? false,
    afterCommit: parts.afterCommit ?? (() => {}),
  })
  const clockwork = caseClockwork({ db, clock, vault, cases, assistMatter: ASSIST_MATTER, procedures })
  const forget = () => {
    lookups.forget()
    directory.forget()
  }
  const responsibleFor = async (state: CaseState) => {
    const district = districtOf(state.id)
    const { matter: id, matterVersion, since } = livesUnder(state)
    const matter = await lookups.matter(district, id, matterVersion)
    const category = String(state.marks.category ?? state.filing.category)
    const { area, owner } = state.filing
    const asked = { district, category, area, unit: state.unit, since, ...(owner && { owner }) }
    return (await lookups.facts(matter, asked)).responsibleUnit
  }
  return { cases, directory, vault, clockwork, responsibleFor, forget }
}
