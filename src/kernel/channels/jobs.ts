import type { Job, Message } from '../../platform/jobs/model.ts'
import { DAY, HOUR, later, SECOND } from '../../platform/time.ts'
import { deliver, fanOut, type HookParts } from './handle/hooks.ts'
import { type SenderParts, type SendTrouble, sendDueNotices } from './handle/sending.ts'
import { REVIVE_FOR_MS } from './rules/hooks.ts'
import { forgetMinutes } from './store/clients.ts'
import { forgetDeliveries, reviveDeliveries } from './store/hooks.ts'

/** How long the list of deliveries reaches back. */
const KEEP_DELIVERIES_MS = 30 * DAY

export type ChannelsJobParts = SenderParts & HookParts & { readonly onTrouble?: (trouble: SendTrouble) => void }

/** What the runner carries for this house out of the outbox, by topic. */
export const channelsOutbox = (parts: HookParts): Readonly<Record<string, (message: Message) => Promise<void>>> => ({
  webhook: fanOut(parts),
  'webhook-delivery': deliver(parts),
})

/** What comes round again. */
export const channelsJobs = (parts: ChannelsJobParts): readonly Job[] => [
  {
    name: 'channels.send',
    every: 5 * SECOND,
    async run() {
      await sendDueNotices(parts, parts.onTrouble === undefined ? {} : { onTrouble: parts.onTrouble })
    },
  },
  {
    // A receiver that is away for an afternoon must not cost a person's attention: young events get another round.
    name: 'channels.revive',
    every: HOUR,
    async run(at) {
      await reviveDeliveries(parts.db, later(at, -REVIVE_FOR_MS))
    },
  },
  {
    name: 'channels.forget',
    every: DAY,
    async run(at) {
      await forgetDeliveries(parts.db, later(at, -KEEP_DELIVERIES_MS))
      await forgetMinutes(parts.db, later(at, -HOUR))
    },
  },
]
