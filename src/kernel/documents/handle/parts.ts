import type { Crypto } from '../../../platform/crypto/crypto.ts'
import type { Vault } from '../../ledger/handle/vault.ts'
import type { Ground } from '../../module.ts'
import type { Directory } from '../../organisations/handle/directory.ts'

/** What the making of documents is given. */
export type DocumentParts = Ground & {
  readonly directory: Pick<Directory, 'tree'>
  readonly vault: Vault
  readonly crypto: Crypto
}
