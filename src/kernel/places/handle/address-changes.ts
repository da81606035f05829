import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Address, AddressPatch, NewAddress } from '../model/addresses.ts'
import type { PlacesRefusal } from '../model/layers.ts'
import { addressChange, tidyName } from '../rules/addresses.ts'
import { addressesUnder, noteChanges, rewriteAddresses } from '../store/address-changes.ts'
import { addressCalled, findAddress } from '../store/addresses.ts'
import type { Stroke } from '../store/layers.ts'
import { chainOf, searchable } from './addresses.ts'
import type { Atlas } from './atlas.ts'

const no = (refusal: PlacesRefusal, status?: 404): Refused => refused(refusal, status)

type Changing = {
  readonly district: string
  readonly atlas: Pick<Atlas, 'at'>
  readonly id: string
  readonly patch: AddressPatch
}

/**
 * Changes what is said of an address and keeps what it was. What stands in it is written anew with it, for its name is
 * part of theirs; an address that others in use stand in cannot be set aside.
 */
export async function changeAddress(
  tx: Db,
  { district, atlas, id, patch }: Changing,
  stroke: Stroke,
): Promise<{ ok: true; address: Address } | Refused> {
  const before = await findAddress(tx, district, id)
  if (before === null) return no('no-such-address', 404)
  if (before.seq !== patch.seq) return refused('somebody-was-first')
  const chain = before.parent === null ? [] : await chainOf(tx, district, before.parent)
  const after = patched({ before, chain, patch, atlas })
  const change = addressChange(before, after)
  if (Object.keys(change).length === 0) return no('nothing-changed')
  const named = after.active && (after.name !== before.name || !before.active)
  const other = named ? await addressCalled(tx, district, before.parent, after.name) : null
  if (other && other.id !== id) return no('address-there-already')
  const under = await addressesUnder(tx, district, id)
  if (!after.active && under.some(({ active }) => active)) return no('address-holds-others')
  const seq = before.seq + 1
  const own = { ...searchable(after, chain), seq }
  await rewriteAddresses(tx, district, [own, ...below(under, [...chain, after])], stroke)
  await noteChanges(tx, district, [{ id, seq, kind: 'changed', reason: patch.reason, change }], stroke)
  return { ok: true, address: { ...before, ...after, seq, changedAt: stroke.at } }
}

type Patched = Pick<Changing, 'patch' | 'atlas'> & {
  readonly before: Address
  readonly chain: readonly Address[]
}

function patched({ before, chain, patch, atlas }: Patched): NewAddress {
  const { name, aliases, point, active } = patch
  const called = name === undefined ? before.name : tidyName(name)
  const where = point ? atlas.at([point.lng, point.lat]) : null
  const { seq: _, changedAt: __, ...kept } = before
  return {
    ...kept,
    name: called,
    path: `${chain.at(-1)?.path ?? ''}${called}`,
    aliases: aliases ? aliases.map((alias) => alias.normalize('NFKC').trim()) : before.aliases,
    ...(point && { lng: point.lng, lat: point.lat }),
    ...(where?.street && { street: where.street.code }),
    ...(where?.community && { community: where.community.code }),
    ...(where?.['social-grid'] && { grid: where['social-grid'].code }),
    active: active ?? before.active,
  }
}

/** What stands in an address under its new name: only how it is written changes, so it counts as no change of its own. */
export function below(under: readonly Address[], above: readonly NewAddress[]) {
  const chains = new Map<string, readonly NewAddress[]>([[above.at(-1)?.id ?? '', above]])
  return under.flatMap((one) => {
    const chain = chains.get(one.parent ?? '')
    if (!chain) return []
    const renamed = { ...one, path: `${chain.at(-1)?.path ?? ''}${one.name}` }
    chains.set(one.id, [...chain, renamed])
    return [{ ...searchable(renamed, chain), seq: one.seq }]
  })
}
