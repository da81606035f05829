import { clientOf, takeCall } from '../../../kernel/channels/handle/clients.ts'
import type { KnownClient } from '../../../kernel/channels/model/clients.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import type { Faults } from '../model/georeport.ts'
import { faultsOf } from '../rules/question.ts'
import { countUse } from '../store/requests.ts'
import { georeportWords as words } from '../words/georeport.ts'
import type { ExchangeParts } from './parts.ts'

type Let = { readonly ok: true; readonly client: KnownClient } | (Faults & { readonly wait?: number })

/** Whoever may create requests by this key, as often as its quota allows; `wait` in seconds where it is used up. */
export async function letIn(parts: Pick<ExchangeParts, 'db' | 'clock'>, key: string | null): Promise<Let> {
  if (key === null) return faultsOf(403, words.noKey)
  const client = await clientOf(parts, key)
  if (client === null) return faultsOf(403, words.wrongKey)
  if (!client.rights.includes('intake.write')) return faultsOf(403, words.keyLacksRight)
  const now = parts.clock.now()
  const wait = await takeCall(parts, client, now)
  if (wait > 0) return { ...faultsOf(429, words.quota(wait)), wait }
  await countUse(parts.db, { district: client.district, client: client.id }, localDay(now), 'call')
  const { district, id, name, rights } = client
  return { ok: true, client: { district, id, name, rights } }
}
