import { mattersNow } from '../../../kernel/cases/handle/offers.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { attributesOf } from '../rules/definition.ts'
import { matterOf, type Service } from '../rules/present.ts'
import { offersOf } from '../store/requests.ts'
import type { ExchangeParts } from './parts.ts'

type Parts = Pick<ExchangeParts, 'db' | 'clock' | 'offered'>

/** Every matter that anybody may come with today and that is not kept from other systems, by its code. */
export async function servicesNow({ db, clock, offered }: Parts, district: string): Promise<readonly Service[]> {
  const [matters, offers] = await Promise.all([mattersNow(db, district, localDay(clock.now())), offersOf(db, district)])
  const told = new Map(offers.map((offer) => [offer.matter, offer]))
  return matters
    .filter(
      ({ id, procedure, internal }) => offered.includes(procedure) && !internal && told.get(id)?.offered !== false,
    )
    .map((matter) => ({
      matter,
      type: told.get(matter.id)?.type ?? ('realtime' as const),
      attributes: attributesOf(matter.form),
    }))
    .toSorted((a, b) => (a.matter.id < b.matter.id ? -1 : 1))
}

export async function serviceOf(parts: Parts, district: string, code: string): Promise<Service | null> {
  const id = matterOf(code)
  return (await servicesNow(parts, district)).find(({ matter }) => matter.id === id) ?? null
}
