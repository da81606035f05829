import { beforeAll, expect, test } from 'vitest'
import { createEngine } from '../src/city/engine.ts'
import { plantDistrict } from '../src/city/plant.ts'
import type { CaseState } from '../src/kernel/cases/model/case.ts'
import { mattersInForce } from '../src/kernel/matters/store/versions.ts'
import { loadCalendar } from '../src/kernel/worktime/store.ts'
import { assist } from '../src/modules/orders/rules/assist.ts'
import { order } from '../src/modules/orders/rules/order.ts'
import { createCrypto } from '../src/platform/crypto/crypto.ts'
import { DAY, HOUR, type Instant, instant, later, turnableClock } from '../src/platform/time.ts'
import { freshDatabase } from '../tests/database.ts'
import { staffOf } from './live-on.ts'
import { liveOnPaper, type Paper } from './paper-town.spec.ts'
import { stories } from './stories.ts'
import type { Story } from './story.ts'

const district = '349901'
let paper: Paper

beforeAll(async () => {
  const now = instant('2026-03-02T10:00:00+08:00')
  const { db, close } = await freshDatabase()
  await plantDistrict(db, district, now)
  const engine = createEngine({ db, clock: turnableClock(now), crypto: createCrypto(), master: Buffer.alloc(32, 7) })
  paper = {
    matters: await mattersInForce(db, district, '2026-03-02'),
    staff: await staffOf(db, district, engine),
    calendar: await loadCalendar(db),
  }
  await close()
})

/** Holidays, the last minute of a year, the Monday morning after, a year whose calendar nobody has published. */
const moments = [
  '2026-02-17T00:05:00+08:00',
  '2026-10-01T08:00:00+08:00',
  '2026-10-04T15:00:00+08:00',
  '2026-10-08T09:01:00+08:00',
  '2026-12-31T23:59:00+08:00',
  '2026-11-20T17:40:00+08:00',
  '2026-11-22T23:30:00+08:00',
  '2026-11-23T00:01:00+08:00',
  '2026-11-23T08:31:00+08:00',
  '2027-01-01T12:00:00+08:00',
  '2027-03-10T10:10:00+08:00',
  '2027-10-04T16:20:00+08:00',
].map((text) => instant(text))
/** And days through two years, each at another hour. */
const others = Array.from(
  { length: 40 },
  (_, at): Instant => later(instant('2026-01-05T00:10:00+08:00'), at * (34 * DAY + 7 * HOUR)),
)

const isOfToday = ({ stands, when, waitsFor }: Story): boolean => !!stands || 'light' in when || !!waitsFor
const isEnd = (place: string): boolean => /archived|diverted|linked|withdrawn|completed|cancelled/.test(place)

const places = [
  ...Object.keys(order.stages).map((stage) => `orders/${stage}`),
  ...Object.keys(assist.stages).map((stage) => `assist/${stage}`),
].filter((place) => !isEnd(place))
const placeOf = ({ filing, stage }: CaseState) => `${filing.procedure}/${stage}`

test.each([...moments, ...others])('started at %s, the town has something standing at every stage', async (now) => {
  const { cases, ids, life } = await liveOnPaper(paper, stories.filter(isOfToday), now)
  expect(life.refusals).toEqual({})
  const stand = new Set(cases.map(placeOf))
  expect(places.filter((place) => !stand.has(place))).toEqual([])

  const byId = new Map(cases.map((state) => [state.id, state]))
  const wrong = stories.filter(isOfToday).flatMap((story) => {
    const id = ids.get(story.id)
    const state = id && byId.get(id)
    const fault = state ? faultOf(story, state, cases, now) : 'is gone'
    return fault === null ? [] : [`${story.id} ${fault}`]
  })
  expect(wrong).toEqual([])
})

/** How a case differs from what its story says of today; null where it does not. */
function faultOf(
  { stands, level, when }: Story,
  state: CaseState,
  cases: readonly CaseState[],
  now: Instant,
): string | null {
  const place = placeOf(
    stands?.startsWith('assist') ? (cases.find(({ filing }) => filing.parent === state.id) ?? state) : state,
  )
  if (stands && place !== stands) return `stands at ${place}`
  if (level && state.registers.refusalLevel !== level) return `is at level ${state.registers.refusalLevel}`
  if (!('light' in when)) return null
  const { main } = state.clocks
  if (when.light === 'yellow')
    return main?.status === 'running' && main.warnAt <= now && now <= main.account.due ? null : 'is not yellow'
  const wanted = { overdue: 1, supervised: 2, 'supervised-at-the-top': 3 }[when.light]
  return state.marks.overdue === true && state.registers.supervision === wanted
    ? null
    : `is supervised at ${state.registers.supervision}`
}
