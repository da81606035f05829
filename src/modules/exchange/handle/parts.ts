import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import type { OutboundGuard } from '../../../platform/mail/guard.ts'
import type { AskOut } from '../../../platform/mail/outbound.ts'
import type { Said } from '../../../platform/words.ts'
import type { TellPublicly } from '../model/public.ts'

/** What the exchange house is given to work with. */
export type ExchangeParts = CaseDoorParts & {
  /** The address under which the city is known, without a path. */
  readonly publicUrl: string
  readonly config: { readonly cityName: string; readonly demo: boolean }
  readonly tellPublicly: TellPublicly
  /** The sentence of a refusal, whichever house it comes from. */
  readonly refusalSaid: (code: string) => Said | undefined
  /** Where our own requests may go, and what carries them under that guard. */
  readonly guard: OutboundGuard
  readonly ask: AskOut
}
