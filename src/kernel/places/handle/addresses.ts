import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'

import { type Address, type AddressDraft, type AddressLevel, type NewAddress, standsIn } from '../model/addresses.ts'
import type { PlacesRefusal } from '../model/layers.ts'
import { type Called, gramsOf, plainAddress, waysToWrite } from '../rules/address-text.ts'
import { addressChange, tidyName } from '../rules/addresses.ts'
import { noteChanges } from '../store/address-changes.ts'
import { addressCalled, addressesLike, findAddress, type WrittenAddress, writeAddresses } from '../store/addresses.ts'
import type { Stroke } from '../store/layers.ts'
import { areasOf } from '../store.ts'
import type { Atlas } from './atlas.ts'

const no = (refusal: PlacesRefusal, status?: 404): Refused => refused(refusal, status)
const DEEPEST = 6

/** An address and all it stands in, the widest first. */
export async function chainOf(db: Db, district: string, id: string): Promise<Address[]> {
  const chain: Address[] = []
  for (let at: string | null = id; at !== null && chain.length < DEEPEST; ) {
    const one: Address | null = await findAddress(db, district, at)
    if (one === null) break
    chain.unshift(one)
    at = one.parent
  }
  return chain
}

export type Entering = { readonly district: string; readonly atlas: Pick<Atlas, 'at'>; readonly draft: AddressDraft }

/** Enters an address; its point tells street, community and grid, else it has those of what it stands in. */
export async function enterAddress(
  tx: Db,
  asked: Entering,
  stroke: Stroke,
): Promise<{ ok: true; address: Address } | Refused> {
  const { district, atlas, draft } = asked
  const { level, parent = null, aliases = [], point } = draft
  const chain = parent === null ? [] : await chainOf(tx, district, parent)
  const within = chain.at(-1)
  if (parent !== null && !within) return no('no-such-address', 404)
  const allowed: readonly (AddressLevel | null)[] = standsIn[level]
  if (!allowed.includes(within?.level ?? null)) return no('address-level-wrong')
  const name = tidyName(draft.name)
  if (await addressCalled(tx, district, parent, name)) return no('address-there-already')
  const where = point ? atlas.at([point.lng, point.lat]) : null
  const address: NewAddress = {
    id: `addr_${sortableId(stroke.at)}`,
    level,
    name,
    parent,
    aliases: aliases.map((alias) => alias.normalize('NFKC').trim()),
    path: `${within?.path ?? ''}${name}`,
    lng: point?.lng ?? within?.lng ?? null,
    lat: point?.lat ?? within?.lat ?? null,
    street: where?.street?.code ?? within?.street ?? null,
    community: where?.community?.code ?? within?.community ?? null,
    grid: where?.['social-grid']?.code ?? within?.grid ?? null,
    active: true,
  }
  await writeAddresses(tx, district, [searchable(address, chain)], stroke)
  const line = { id: address.id, seq: 1, kind: 'entered' as const, reason: '', change: addressChange(null, address) }
  await noteChanges(tx, district, [line], stroke)
  return { ok: true, address: { ...address, seq: 1, changedAt: stroke.at } }
}

/** An address with every way in which it may be written. */
export function searchable(address: NewAddress, chain: readonly Called[]): WrittenAddress {
  const search = waysToWrite([...chain, address]).join('|')
  return { ...address, search, grams: gramsOf(search) }
}

export type Hit = {
  readonly kind: AddressLevel | 'street' | 'community' | 'grid'
  readonly id: string
  readonly name: string
  readonly path: string
  readonly at: [number, number] | null
  readonly street: string | null
  readonly community: string | null
  readonly grid: string | null
}

/** What somebody may mean by what he has typed so far: streets, communities and grids first, then addresses. */
export async function placesLike(db: Db, district: string, typed: string, limit: number): Promise<readonly Hit[]> {
  const text = plainAddress(typed)
  if (text === '') return []
  const [areas, addresses] = await Promise.all([
    areasOf(db, district),
    addressesLike(db, district, { text, grams: gramsOf(text), limit }),
  ])
  const named = areas.filter(({ name, aliases }) =>
    [name, ...aliases].some((called) => plainAddress(called).includes(text)),
  )
  const own = named.slice(0, Math.ceil(limit / 2)).map(({ code, level, name }): Hit => {
    const plain = code.slice(code.indexOf('_') + 1)
    const [street, community] = [plain.slice(0, 9), level === 'street' ? null : plain.slice(0, 12)]
    return {
      kind: level,
      id: code,
      name,
      path: name,
      at: null,
      street,
      community,
      grid: level === 'grid' ? plain : null,
    }
  })
  const found = addresses.map(({ id, level, name, path, lng, lat, street, community, grid }): Hit => {
    return {
      kind: level,
      id,
      name,
      path,
      at: lng === null || lat === null ? null : [lng, lat],
      street,
      community,
      grid,
    }
  })
  return [...own, ...found].slice(0, limit)
}
