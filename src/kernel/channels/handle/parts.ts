import type { OutboundGuard } from '../../../platform/mail/guard.ts'
import type { PostOut } from '../../../platform/mail/outbound.ts'
import type { Recorded } from '../../../platform/mail/recorder.ts'
import type { SendMail, SendSms } from '../../../platform/mail/sent.ts'
import type { Vault } from '../../ledger/handle/vault.ts'
import type { Ground } from '../../module.ts'
import type { ReachOf, TemplateWords } from '../model/notices.ts'

/** What the channels house is given to work with. */
export type ChannelsParts = Ground & {
  /** The notices this city knows: `templateWords`, and what its modules add. */
  readonly templates: Readonly<Record<string, TemplateWords>>
  /** Null: the city has no such door, and nothing goes out by it. */
  readonly sendSms: SendSms | null
  readonly sendMail: SendMail | null
  readonly reach: ReachOf
  readonly vault: Pick<Vault, 'seal' | 'open'>
  /** Where webhooks may go, and what carries them there under the same guard. */
  readonly guard: OutboundGuard
  readonly post: PostOut
  /** The address under which the city knows this house, `https://yiwang.yunxi.example`. */
  readonly publicUrl: string
  /** Who is told when a subscription stops by itself. */
  readonly administrators: (district: string) => Promise<readonly string[]>
  /** What the recording fakes of the demo have taken; null in a city. */
  readonly recorded: (() => readonly Recorded[]) | null
}
