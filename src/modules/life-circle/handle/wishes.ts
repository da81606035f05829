import { atlasOf } from '../../../kernel/places/handle/atlas.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { LngLat } from '../../../platform/geo/shapes.ts'
import type { Clock } from '../../../platform/time.ts'
import type { WishCount } from '../model/spot.ts'
import { putWish, wishesUnder } from '../store/spots.ts'

type Parts = { readonly db: Db; readonly clock: Clock }
type Wish = { readonly kind: string; readonly note: string; readonly at: LngLat }

/**
 * What a resident asks for around a place (问需). Kept to a hundred metres, so that no door can be told from it, with
 * the community in which it lies, or the street where the map knows no community.
 */
export async function askFor({ db, clock }: Parts, who: { district: string; id: string }, wish: Wish) {
  const now = clock.now()
  const { community, street } = (await atlasOf(db, who.district, localDay(now))).at(wish.at)
  const at = wish.at.map((degrees) => Math.round(degrees * 1_000) / 1_000) as [number, number]
  await putWish(db, who.district, { ...wish, person: who.id, at, area: community?.code ?? street?.code ?? null }, now)
  return { ok: true as const }
}

/** How many people asked for each kind in a street or community; null for the whole district. */
export async function wishesOf({ db, clock }: Parts, district: string, area: string | null): Promise<WishCount[]> {
  if (area === null) return wishesUnder(db, district, null)
  const communities = (await atlasOf(db, district, localDay(clock.now()))).all('community')
  const below = communities.filter(({ parent }) => parent === area).map(({ code }) => code)
  return wishesUnder(db, district, [area, ...below])
}
