import { searchable } from '../src/kernel/places/handle/addresses.ts'
import type { AddressLevel, NewAddress } from '../src/kernel/places/model/addresses.ts'
import { writeAddresses } from '../src/kernel/places/store/addresses.ts'
import type { Db } from '../src/platform/db/db.ts'
import type { Instant } from '../src/platform/time.ts'
import { pointOf } from './map/town-map.ts'
import { type Corner, cornerIn, townAreas } from './places.ts'

const HOUSES = 6
const isRoad = (name: string): boolean => /(路|街|巷|大道|村道)$/.test(name)
const isEstate = (name: string): boolean => /(里|苑|小区|花园|新村|宿舍|家属院|一号|人家|园|名邸|国际)$/.test(name)

type Making = Pick<NewAddress, 'id' | 'level' | 'name'> & {
  readonly within: NewAddress | null
  readonly corner: Corner
}

function made(district: string, { id, level, name, within, corner }: Making): NewAddress {
  const path = `${within?.path ?? ''}${name}`
  const point = pointOf(path, corner)
  const { area, grid } = cornerIn(district, corner)
  const [street = null, community = null] = area.split('/')
  const at = { lng: point?.[0] ?? within?.lng ?? null, lat: point?.[1] ?? within?.lat ?? null }
  return {
    id,
    level,
    name,
    parent: within?.id ?? null,
    aliases: [],
    path,
    ...at,
    street,
    community,
    grid,
    active: true,
  }
}

/** Roads and estates as people call them, and in every estate six houses of two entrances. Planted again, they stay. */
export async function plantAddresses(db: Db, district: string, at: Instant): Promise<void> {
  const chains = townAreas(district).flatMap(({ code, level, aliases }) => {
    const corner = cornerOf(district, code)
    if (level === 'street' || corner === null) return []
    const inside = code.slice(code.indexOf('_') + 1)
    return aliases.flatMap((name, n) => {
      const level: AddressLevel | null = isRoad(name) ? 'road' : isEstate(name) ? 'estate' : null
      if (level === null) return []
      const one = made(district, { id: `addr_${inside}-${n}`, level, name, within: null, corner })
      return level === 'road' ? [[one]] : [[one], ...housesOf(district, one, corner)]
    })
  })
  const written = chains.flatMap((chain) => {
    const last = chain.at(-1)
    return last ? [searchable(last, chain.slice(0, -1))] : []
  })
  await writeAddresses(db, district, written, { at, by: 'seed' })
}

function housesOf(district: string, estate: NewAddress, corner: Corner): NewAddress[][] {
  return Array.from({ length: HOUSES }, (_, n) => {
    const house = made(district, {
      id: `${estate.id}-${n + 1}`,
      level: 'building',
      name: `${n + 1}栋`,
      within: estate,
      corner,
    })
    const entrances = [1, 2].map((door) =>
      made(district, { id: `${house.id}-${door}`, level: 'entrance', name: `${door}单元`, within: house, corner }),
    )
    return [[estate, house], ...entrances.map((entrance) => [estate, house, entrance])]
  }).flat()
}

/** The corner of the story that a code of an area stands for. */
function cornerOf(district: string, code: string): Corner | null {
  const plain = code.slice(code.indexOf('_') + 1)
  const keys = ['qiaotou', 'zhaohua', 'dukou', 'lianchi', 'songlin', 'shuiku', 'hubin', 'xincheng'] as const
  for (const key of keys) {
    if (cornerIn(district, key).area.endsWith(`/${plain}`)) return key
    for (const grid of [1, 2, 3, 4] as const) {
      const corner: Corner = `${key}-${grid}`
      if (cornerIn(district, corner).grid === plain) return corner
    }
  }
  return null
}
