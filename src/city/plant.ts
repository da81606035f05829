import { plantMatters } from '../kernel/matters/seed/plant.ts'
import { type SeededOrganisations, seedOrganisations } from '../kernel/organisations/seed/organisations.ts'
import { localDay } from '../kernel/worktime/rules.ts'
import { plantGridMatters } from '../modules/grid/seed/plant.ts'
import { plantGapMatter } from '../modules/life-circle/seed.ts'
import { plantAssistMatter } from '../modules/orders/seed.ts'
import type { Db } from '../platform/db/db.ts'
import type { Instant } from '../platform/time.ts'
import { knownProcedures } from './engine.ts'

/** Units, people and catalogue of the invented district; what stands already is left alone, so it may run twice. */
export async function plantDistrict(db: Db, district: string, at: Instant): Promise<SeededOrganisations> {
  const seeded = await seedOrganisations(db, { district, today: localDay(at) })
  const stroke = { at, by: 'seed' }
  await plantMatters(db, district, knownProcedures, stroke)
  await plantAssistMatter(db, district, knownProcedures, stroke)
  await plantGridMatters(db, district, knownProcedures, stroke)
  await plantGapMatter(db, district, knownProcedures, stroke)
  return seeded
}
