import type { FileStore } from '../../../platform/files/store.ts'
import type { Vault } from '../../ledger/handle/vault.ts'
import type { MatterId } from '../../matters/model.ts'
import type { Ground } from '../../module.ts'
import type { Directory } from '../../organisations/handle/directory.ts'
import type { Sessions } from '../../people/handle/sessions.ts'
import type { Told } from '../model/case.ts'
import type { PrecedentsOf, ReadWords } from '../model/reading.ts'
import type { Words } from '../rules/present.ts'
import type { AnyProcedure } from '../rules/procedure.ts'
import type { Cases } from './cases.ts'

/** What the doors of the case engine are given. */
export type CaseDoorParts = Ground & {
  /** The district of this door, for whoever is not signed in. */
  readonly district: string
  readonly engine: { readonly cases: Cases }
  readonly directory: Directory
  readonly vault: Vault
  readonly sessions: Pick<Sessions, 'endAll' | 'forget'>
  readonly files: FileStore
  /** Keyed digest as hexadecimal text. */
  readonly mac: (text: string) => string
  readonly procedures: Readonly<Record<string, AnyProcedure>>
  readonly words: Words
  /** Procedures whose matters anybody may come with. */
  readonly offered: readonly string[]
  /** Why a message cannot wait, as one line; null when it can. Without it nothing is read for that. */
  readonly alarmOf?: (district: string, words: Pick<Told, 'title' | 'text'>) => Promise<string | null>
  /** What the words of a message say about its category; without it the category it stands under is the only guess. */
  readonly readWords?: ReadWords
  /** A ruling on a dispute about the same category in the same place; it goes before the duty list. */
  readonly precedentsOf?: PrecedentsOf
  /** The matter of whatever no word of any other speaks of. */
  readonly fallbackMatter: MatterId
}
