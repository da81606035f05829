import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { listPage } from '../../../kernel/cases/handle/listing.ts'
import { mattersNow } from '../../../kernel/cases/handle/offers.ts'
import type { StaffWho } from '../../../kernel/organisations/model.ts'
import type { Operator } from '../../../kernel/people/handle/operations.ts'
import { atlasOf } from '../../../kernel/places/handle/atlas.ts'
import type { AreaCode } from '../../../kernel/places/model.ts'
import { findArea } from '../../../kernel/places/store.ts'
import { isDay } from '../../../kernel/worktime/rules/days.ts'
import { endOfDay, localDay, startOfDay } from '../../../kernel/worktime/rules.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { DAY, type Day, HOUR, type Instant, later } from '../../../platform/time.ts'
import {
  DUTY_HOURS,
  type GridView,
  type PatrolView,
  type TaskView,
  TRACK_DAYS,
  type TrackPoint,
  type TypeView,
} from '../model/patrol.ts'
import { PROACTIVE_MATTER } from '../model/proactive.ts'
import { gridsOf } from '../policy.ts'
import { gridProcedure } from '../rules/grid-event.ts'
import { isOnDuty, onDutyOnly } from '../rules/patrol.ts'
import {
  beginDuty,
  dutiesSince,
  endDuty,
  keepTrack,
  oftenIn,
  placesOf,
  reportedSince,
  trackOf,
} from '../store/patrol.ts'

/** Stages in which somebody has to go and look. */
const toGo = { 'site-check': 'check', verifying: 'verify' } as const
/** So many tasks stand on a telephone. */
const MOST_TASKS = 60
const LATELY = 60 * DAY

/** Everything a grid worker sees when he sets out: his grids, what he may report, where he has to go. */
export async function patrolOf(parts: CaseDoorParts, who: StaffWho, by: Operator): Promise<PatrolView | Refused> {
  const { db, clock } = parts
  const walker = { district: who.district, staff: who.id }
  const now = clock.now()
  const tasks = await tasksOf(parts, who, by)
  if ('ok' in tasks) return tasks
  const [grids, onDutySince, types, reportedToday] = await Promise.all([
    gridViews(parts, who),
    dutyNow(parts, who),
    typesOf(parts, who),
    reportedSince(db, walker, startOfDay(localDay(now))),
  ])
  return { grids, onDutySince, types, tasks, reportedToday, trackDays: TRACK_DAYS }
}

/** Since when somebody is on duty; null while he is not. */
async function dutyNow({ db, clock }: CaseDoorParts, who: StaffWho): Promise<Instant | null> {
  const now = clock.now()
  const [last] = await dutiesSince(db, { district: who.district, staff: who.id }, later(now, -DUTY_HOURS * HOUR))
  return last && last.ended === null && isOnDuty(last, now) ? last.began : null
}

async function gridViews({ db, clock }: CaseDoorParts, who: StaffWho): Promise<GridView[]> {
  const atlas = await atlasOf(db, who.district, localDay(clock.now()))
  return Promise.all(
    gridsOf(who).map(async (code): Promise<GridView> => {
      const drawn = atlas.named('social-grid', code)
      const named = drawn ?? (await findArea(db, who.district, `grid_${code}` as AreaCode))
      const border = drawn ? { type: 'MultiPolygon' as const, coordinates: drawn.surface } : null
      return { code, name: named?.name ?? code, border }
    }),
  )
}

async function typesOf({ db, clock }: CaseDoorParts, who: StaffWho): Promise<TypeView[]> {
  const now = clock.now()
  const [matters, often] = await Promise.all([
    mattersNow(db, who.district, localDay(now)),
    oftenIn(db, who.district, gridsOf(who), later(now, -LATELY)),
  ])
  return matters
    .filter(({ id, procedure }) => procedure === gridProcedure.name && id !== PROACTIVE_MATTER)
    .map(({ id, name, category, intakeWords, conditions = [], closing = [], urgent = false, componentTypes = [] }) => ({
      matter: id,
      name,
      group: category.slice(0, 2).join(' · '),
      words: [...intakeWords],
      conditions: [...conditions],
      closing: [...closing],
      urgent,
      components: [...componentTypes],
      often: often.get(id) ?? 0,
    }))
}

async function tasksOf(parts: CaseDoorParts, who: StaffWho, by: Operator): Promise<TaskView[] | Refused> {
  const filters = { view: 'work', procedure: gridProcedure.name, sort: 'due' } as const
  const page = await listPage(parts, who, by, { filters, after: undefined, limit: MOST_TASKS })
  if ('ok' in page) return page
  const lines = page.rows.filter(({ stage }) => stage in toGo)
  const places = await placesOf(
    parts.db,
    who.district,
    lines.map(({ id }) => id),
  )
  return lines.map((line): TaskView => {
    const { spot = null, grid = null } = places.get(line.id) ?? {}
    const at = spot && { lng: spot.lng, lat: spot.lat }
    return { kind: toGo[line.stage as keyof typeof toGo], line, spot: at, grid, place: null }
  })
}

/** Signs in or out; pressed twice, it is done once. */
export async function changeDuty(parts: CaseDoorParts, who: StaffWho, on: boolean): Promise<Instant | null> {
  const walker = { district: who.district, staff: who.id }
  const now = parts.clock.now()
  const since = await dutyNow(parts, who)
  if (on && since === null) {
    // What was forgotten yesterday ends before today begins.
    await endDuty(parts.db, walker, now)
    await beginDuty(parts.db, walker, now)
  }
  if (!on) await endDuty(parts.db, walker, now)
  return dutyNow(parts, who)
}

/** Keeps what was walked on duty; the rest is dropped unseen. Answers how many points were kept. */
export async function walked(parts: CaseDoorParts, who: StaffWho, points: readonly TrackPoint[]): Promise<number> {
  const walker = { district: who.district, staff: who.id }
  const now = parts.clock.now()
  const kept = onDutyOnly(points, await dutiesSince(parts.db, walker, later(now, -TRACK_DAYS * DAY)), now)
  if (kept.length > 0) await keepTrack(parts.db, walker, kept)
  return kept.length
}

/** His own track of one day; nobody has another's, so there is no name to ask by. */
export async function myTrack(parts: CaseDoorParts, who: StaffWho, day: string | undefined) {
  const asked = day ?? localDay(parts.clock.now())
  if (!isDay(asked)) return refused('no-such-day')
  const [from, until] = [startOfDay(asked as Day), endOfDay(asked as Day)]
  return { points: await trackOf(parts.db, { district: who.district, staff: who.id, from, until }) }
}
