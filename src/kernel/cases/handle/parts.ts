import type { Crypto } from '../../../platform/crypto/crypto.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Clock, Instant } from '../../../platform/time.ts'
import type { Vault } from '../../ledger/handle/vault.ts'
import type { Matter } from '../../matters/model.ts'
import type { UnitId } from '../../organisations/model.ts'
import type { CaseEvent, CaseState } from '../model/case.ts'
import type { Facts } from '../rules/clocks.ts'
import type { Measuring } from '../rules/figures.ts'
import type { AnyProcedure } from '../rules/procedure.ts'

/** What happened, for those who listen in this process after the commit. Never personal. */
export type News = {
  readonly state: CaseState
  /** As it stood until now; null for a case filed just now. */
  readonly before: CaseState | null
  readonly events: readonly CaseEvent[]
  /** Whether a job became due by it that should not wait for the next poll. */
  readonly wakes: boolean
}

export type Asked = Pick<CaseState, 'unit'> & {
  readonly district: string
  /** The instant whose promises count: when the case came under the matter. */
  readonly since: Instant
  readonly category: string
  readonly area: string | null
  readonly owner?: UnitId
}

/** Everything the engine of cases is given. */
export type CaseParts = {
  readonly db: Db
  readonly clock: Clock
  readonly crypto: Crypto
  /** Secret of this city for codes by which a visitor follows a case. */
  readonly codeKey: Buffer
  readonly vault: Vault
  readonly procedures: Readonly<Record<string, AnyProcedure>>
  /** A version of a matter; for ever the same. */
  matter(district: string, id: string, version: number): Promise<Matter>
  /** The matter in force to which a category belongs, for a case that is reclassified; null where none covers it. */
  matterOfCategory(state: CaseState, category: string): Promise<Matter | null>
  /** Calendar, office hours and duty list as they are now, and the promises of this version of the matter. */
  facts(matter: Matter, asked: Asked): Promise<Facts>
  readonly measuring: Measuring
  /** The words a message can be found by. */
  cut(text: string): readonly string[]
  /** Whether somebody outside has subscribed to this district's news. */
  hasSubscribers(district: string): boolean
  /** Whether somebody learns from where people send cases. */
  readonly tellsSorting: boolean
  readonly afterCommit: (news: News) => void
}
