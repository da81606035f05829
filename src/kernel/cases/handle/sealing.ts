import type { Json } from '../../../platform/canonical.ts'
import { type CaseEvent, type CaseState, type DecidedEvent, districtOf } from '../model/case.ts'
import { isFiled } from '../rules/evolve.ts'
import type { CaseParts } from './parts.ts'

type Unsealed = {
  readonly before: CaseState | null
  readonly id: CaseState['id']
  readonly events: readonly DecidedEvent[]
}

/** Puts every secret of these facts under the applicant's key, or under the case's own where nobody is named. */
export async function sealEvents({ vault }: CaseParts, { before, id, events }: Unsealed): Promise<CaseEvent[]> {
  if (!events.some((event) => event.secret)) return events.map(({ secret: _none, ...event }) => event as CaseEvent)
  const first = events[0]
  const applicant = before?.filing.applicant ?? (first && isFiled(first) ? first.body.applicant : null)
  const district = districtOf(id)
  const wanted = await vault.keyFor(district, applicant ?? id)
  // A person whose key is destroyed may still have an open case: what is written from then on is the case's own.
  const key = wanted === 'destroyed' ? await vault.keyFor(district, id) : wanted
  if (key === 'destroyed') throw new Error(`${id}: its own key is destroyed, nothing more can be written`)
  return events.map(({ secret, ...event }) =>
    secret
      ? ({ ...event, body: { ...event.body, sealed: vault.sealWith(key, secret as Json) } } as unknown as CaseEvent)
      : (event as CaseEvent),
  )
}
