import type { Said } from '../../../platform/words.ts'
import type { Vault } from '../../ledger/handle/vault.ts'
import type { Ground } from '../../module.ts'
import type { SendCode } from '../model.ts'

/** The city's own identity server, when it has one. */
export type OidcOffer = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | null
  /** Where the provider sends people back to: `<public address>/api/people/oidc/callback`. */
  readonly redirectUri: string
  /** The claim that holds the account name here. */
  readonly claim: string
}

/** What the people house is given to work with. */
export type PeopleParts = Ground & {
  /** The district of this door; somebody may name another when he signs in. */
  readonly district: string
  /** Keyed digest as hexadecimal text; the key is made from the master key and stays there. */
  readonly mac: (text: string) => string
  readonly vault: Pick<Vault, 'seal' | 'open' | 'openMany'>
  readonly sendCode: SendCode
  /** In the demo the answer to "send me a code" carries the code. */
  readonly demo: boolean
  readonly oidc: OidcOffer | null
  /** What a code of the operation log says, whichever house wrote it. */
  readonly operationSaid: (code: string) => Said | undefined
  readonly refusalSaid: (code: string) => Said | undefined
}

/** Where a request came from, for the logs and the brakes. */
export type From = { readonly ip: string; readonly agent: string }
