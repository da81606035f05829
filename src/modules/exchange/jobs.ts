import type { Job, Message } from '../../platform/jobs/model.ts'
import { DAY, HOUR, later, MINUTE } from '../../platform/time.ts'
import type { ExchangeParts } from './handle/parts.ts'
import { consider, PASS_TOPIC, passOn } from './handle/passing.ts'
import { pollPartners } from './handle/polling.ts'
import { sweepPromises } from './store/requests.ts'

type Carry = (message: Message) => Promise<void>

/** What the runner carries for this house; `webhook` is also carried by others, and each may do it twice. */
export const exchangeOutbox = (parts: ExchangeParts, webhook: Carry): Readonly<Record<string, Carry>> => {
  const considered = consider(parts)
  return {
    [PASS_TOPIC]: passOn(parts),
    webhook: async (message) => {
      await webhook(message)
      await considered(message)
    },
  }
}

export const exchangeJobs = (parts: ExchangeParts): readonly Job[] => [
  {
    name: 'exchange.poll',
    district: parts.district,
    every: 5 * MINUTE,
    run: () => pollPartners(parts, parts.district),
  },
  { name: 'exchange.sweep', every: HOUR, run: (at) => sweepPromises(parts.db, later(at, -DAY)) },
]
