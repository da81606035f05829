import { searchable } from '../src/kernel/places/handle/addresses.ts'
import type { NewAddress } from '../src/kernel/places/model/addresses.ts'
import { writeAddresses } from '../src/kernel/places/store/addresses.ts'
import { saveAreas } from '../src/kernel/places/store.ts'
import { DISTRICT, type Town } from './town.ts'

/** An estate of the addresses, known to no area by name; its fifth house lies in the next grid. */
export async function plantEstate(here: Pick<Town, 'db' | 'clock'>): Promise<void> {
  const [street, community] = ['349901001', '349901001001']
  await saveAreas(here.db, DISTRICT, [
    { code: `street_${street}`, level: 'street', name: '云溪街道', parent: null, aliases: [] },
    { code: `community_${community}`, level: 'community', name: '锦绣社区', parent: `street_${street}`, aliases: [] },
    ...[1, 2].map((n) => ({
      code: `grid_${community}-0${n}`,
      level: 'grid' as const,
      name: `锦绣社区第${n}网格`,
      parent: `community_${community}`,
      aliases: [],
    })),
  ])
  const there = { lng: null, lat: null, aliases: [], street, community, active: true }
  const estate: NewAddress = {
    ...there,
    id: 'addr_estate',
    level: 'estate',
    name: '锦绣花园',
    parent: null,
    path: '锦绣花园',
    grid: `${community}-01`,
  }
  const house: NewAddress = {
    ...estate,
    id: 'addr_house',
    level: 'building',
    name: '5号楼',
    parent: estate.id,
    path: '锦绣花园5号楼',
    grid: `${community}-02`,
  }
  const written = [searchable(estate, []), searchable(house, [estate])]
  await writeAddresses(here.db, DISTRICT, written, { at: here.clock.now(), by: 'staff_admin' })
}
