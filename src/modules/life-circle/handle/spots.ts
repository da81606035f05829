import { photoViews } from '../../../kernel/cases/handle/photos.ts'
import type { CasesRouteParts } from '../../../kernel/cases/routes/parts.ts'
import { maskPersonal } from '../../../kernel/cases/rules/personal/mask.ts'
import { staffNames } from '../../../kernel/cases/store/names.ts'
import { wereSentBy } from '../../../kernel/cases/store/photos.ts'
import type { UnitId } from '../../../kernel/organisations/model.ts'
import type { PersonId } from '../../../kernel/people/model.ts'
import { haversine, planeAt } from '../../../platform/geo/measure.ts'
import type { LngLat } from '../../../platform/geo/shapes.ts'
import { decodeCursor, type Page, pageOf } from '../../../platform/http/paging.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { randomLetters, sortableId } from '../../../platform/ids.ts'
import type { FromDoorView } from '../model/circle.ts'
import {
  AROUND_METRES,
  ON_SPOT_METRES,
  type SpotBody,
  type SpotView,
  type WishCount,
  type WishHere,
} from '../model/spot.ts'
import type { Stroke } from '../store/facilities.ts'
import {
  findSpot,
  opinionOf,
  opinionsOf,
  putOpinion,
  putSpot,
  putUpkeep,
  type SpotQuestion,
  type SpotRow,
  spotsBy,
  upkeepsOf,
  wishesIn,
} from '../store/spots.ts'
import type { CoverageParts } from './coverage.ts'
import { nearestFrom } from './from-door.ts'

export type SpotParts = Pick<CasesRouteParts, 'db' | 'clock' | 'files' | 'mac' | 'directory'>
/** The whole of a spot knows what the map says around it as well. */
export type WholeSpotParts = SpotParts & CoverageParts
/** Whoever looks: an id, or 'visitor'. */
export type Looker = { readonly district: string; readonly id: string; readonly isStaff: boolean }

/** Short enough to be read out from the sign at the spot. */
export const newSpotCode = (): string => randomLetters(8)

async function viewsOf(parts: SpotParts, looker: Looker, rows: readonly SpotRow[]): Promise<SpotView[]> {
  const hashes = rows.flatMap(({ photos }) => photos)
  const [photo, tree] = await Promise.all([photoViews(parts, looker, hashes), parts.directory.tree(looker.district)])
  const now = parts.clock.now()
  return rows.map(({ upkeepDue, changedAt: _, photos, ...row }) => {
    const due = row.status === 'in-use' ? upkeepDue : null
    return {
      ...row,
      photos: photos.map(photo),
      unitName: row.unit === null ? null : (tree.get(row.unit as UnitId)?.name ?? row.unit),
      upkeepDue: due,
      overdue: due !== null && due < now,
    }
  })
}

export type SpotList = Omit<SpotQuestion, 'district' | 'after' | 'dueBefore'> & {
  readonly after: string | undefined
  readonly overdue: boolean
}

/** One page of the ledger of small places. */
export async function listSpots(parts: SpotParts, looker: Looker, list: SpotList): Promise<Page<SpotView> | Refused> {
  const { after, overdue, ...question } = list
  const place = after === undefined ? null : decodeCursor(after, 2)
  if (place && !place.ok) return place
  const key = place && ([String(place.key[0]), String(place.key[1])] as const)
  if (key && list.sort !== 'name' && Number.isNaN(Date.parse(key[0]))) return refused('bad-cursor')
  const dueBefore = overdue ? parts.clock.now() : undefined
  const rows = await spotsBy(parts.db, { ...question, district: looker.district, dueBefore, after: key })
  const keyOf = { changed: 'changedAt', name: 'name', upkeep: 'upkeepDue' } as const
  const { next, rows: shown } = pageOf(rows, list.limit, (row) => [row[keyOf[list.sort]], row.code])
  return { rows: await viewsOf(parts, looker, shown), next }
}

/** A spot with who looked after it, what people think of it, and what those around it asked for. */
export async function wholeSpot(parts: WholeSpotParts, looker: Looker, code: string) {
  const { db } = parts
  const { district, id, isStaff } = looker
  const row = await findSpot(db, district, code)
  if (!row) return refused('no-such-spot', 404)
  const [[spot], upkeeps, opinions, wishes, mine] = await Promise.all([
    viewsOf(parts, looker, [row]),
    upkeepsOf(db, district, code),
    opinionsOf(db, district, code),
    wishesIn(db, district, boxAround([row.lng, row.lat], AROUND_METRES)),
    opinionOf(db, district, code, id),
  ])
  if (!spot) return refused('no-such-spot', 404)
  const hashes = upkeeps.flatMap(({ photos }) => photos)
  const names = await staffNames(
    db,
    district,
    upkeeps.map(({ by }) => by),
  )
  const photo = await photoViews(parts, looker, hashes)
  return {
    ok: true as const,
    spot,
    upkeeps: upkeeps.map(({ by, photos, ...one }) => ({
      ...one,
      by: isStaff ? (names.get(by) ?? '') : null,
      photos: photos.map(photo),
    })),
    opinions: opinions.map(({ person: _, note, ...one }) => ({ ...one, note: maskPersonal(note) })),
    wishes: besideTheMap(wishes, wishes.length > 0 ? await nearestFrom(parts, district, [row.lng, row.lat]) : []),
    mine: mine && { stars: mine.stars, note: mine.note },
  }
}

const besideTheMap = (wishes: readonly WishCount[], nearest: FromDoorView['kinds']): WishHere[] =>
  wishes.map((wish) => {
    const found = nearest.find(({ kind }) => kind === wish.kind)
    return { ...wish, minutes: found?.minutes ?? null, enough: found?.enough ?? null }
  })

/** The box that reaches so many metres to every side. */
function boxAround([lng, lat]: LngLat, metres: number) {
  const plane = planeAt([lng, lat])
  const [west, south] = plane.toLngLat([-metres, -metres])
  const [east, north] = plane.toLngLat([metres, metres])
  return { west, south, east, north }
}

export type SpotEdit = { readonly code: string; readonly seen: number | null; readonly body: SpotBody }

/** Writes a spot; photographs that it does not have yet must have been sent in by whoever writes. */
export async function keepSpot({ db }: Pick<SpotParts, 'db'>, district: string, edit: SpotEdit, stroke: Stroke) {
  const now = await findSpot(db, district, edit.code)
  if (!now && edit.seen !== null) return refused('no-such-spot', 404)
  const added = edit.body.photos.filter((hash) => !now?.photos.includes(hash))
  if (!(await wereSentBy(db, district, stroke.by, added))) return refused('no-such-photo')
  return (await putSpot(db, district, edit, stroke))
    ? { ok: true as const, code: edit.code }
    : refused('changed-meanwhile')
}

/** Somebody looked after a spot. */
export async function lookAfter(
  { db }: Pick<SpotParts, 'db'>,
  district: string,
  upkeep: { readonly spot: string; readonly note: string; readonly photos: readonly string[] },
  stroke: Stroke,
) {
  if (!(await findSpot(db, district, upkeep.spot))) return refused('no-such-spot', 404)
  if (!(await wereSentBy(db, district, stroke.by, upkeep.photos))) return refused('no-such-photo')
  await putUpkeep(db, district, { ...upkeep, id: sortableId(stroke.at) }, stroke)
  return { ok: true as const }
}

type Rating = { readonly spot: string; readonly stars: number; readonly note: string; readonly at: LngLat | null }

/** What a resident thinks of a spot. Where he stood is asked only for whether he stood there, and is not kept. */
export async function rateSpot({ db, clock }: SpotParts, who: { district: string; id: PersonId }, rating: Rating) {
  const { district, id: person } = who
  const spot = await findSpot(db, district, rating.spot)
  if (!spot) return refused('no-such-spot', 404)
  if (spot.status !== 'in-use') return refused('spot-not-in-use')
  const onSpot = rating.at !== null && haversine(rating.at, [spot.lng, spot.lat]) <= ON_SPOT_METRES
  const { stars, note } = rating
  await putOpinion(db, district, rating.spot, { person, stars, note, onSpot, at: clock.now() })
  return { ok: true as const, onSpot }
}
