import { decodeCursor, type Page, pageOf } from '../../platform/http/paging.ts'
import { type Refused, refused } from '../../platform/http/problem.ts'
import type { Day, Instant } from '../../platform/time.ts'
import type { CaseDoorParts } from '../cases/handle/door-parts.ts'
import { namesFor } from '../cases/handle/naming.ts'
import { openedEvents } from '../cases/handle/opening.ts'
import { caseSeenBy } from '../cases/handle/viewing.ts'
import { type CaseId, type CaseState, livesUnder } from '../cases/model/case.ts'
import type { CaseLine } from '../cases/model/views.ts'
import { isRatingOut, ratingsSeenBy, seesRatingsWhole } from '../cases/policy/rating-sight.ts'
import { sightOf } from '../cases/policy/sight.ts'
import { lineOf } from '../cases/rules/present.ts'
import { cardsOf } from '../cases/store/lists.ts'
import { reachFilter } from '../cases/store/sight.ts'
import { matterVersion } from '../matters/store/versions.ts'
import type { StaffWho } from '../organisations/model.ts'
import { type Level, levels, type RatingFact, type RatingView, type Signal } from './model.ts'
import { isCalledBack, keptBy, mayCallBack, ratingOf, rectificationOf, signalsIn } from './rules.ts'
import { ratedCases, ratingSums } from './store.ts'
import { levelWords } from './words.ts'

/** The names under which the modules count ratings and answers (`cases.delta`). */
export type RatingMeasures = {
  readonly stars: Readonly<Record<Level, string>>
  readonly answered: readonly string[]
}

export type RatingParts = CaseDoorParts & { readonly ratingMeasures: RatingMeasures }

type Days = { readonly from: Day; readonly to: Day }

export type UnitRatings = { readonly answered: number; readonly levels: Record<Level, number> }

/** Ratings by unit over the days of the answer: every level for itself, and how many answers nobody rated. */
export async function ratingsByUnit(
  { db, ratingMeasures: { stars, answered } }: RatingParts,
  question: Days & { readonly district: string; readonly units: readonly string[] | null },
): Promise<Map<string, UnitRatings>> {
  const measures = [...Object.values(stars), ...answered]
  const found = new Map<string, UnitRatings>()
  for (const { unit, measure, n } of await ratingSums(db, { ...question, measures })) {
    const before = found.get(unit) ?? { answered: 0, levels: { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 } }
    const level = levels.find((one) => stars[one] === measure)
    found.set(
      unit,
      level === undefined
        ? { ...before, answered: before.answered + n }
        : { ...before, levels: { ...before.levels, [level]: before.levels[level] + n } },
    )
  }
  return found
}

type ListQuestion = Days & {
  readonly who: StaffWho
  readonly levels: readonly Level[]
  readonly after: string | undefined
  readonly limit: number
}
type RatedLine = { readonly day: Day; readonly case: CaseLine; readonly rating: RatingView }

/** Ratings the viewer may know of, newest answers first; what the rated may not know yet is not in his list. */
export async function ratingList(parts: RatingParts, question: ListQuestion): Promise<Page<RatedLine> | Refused> {
  const { who, after, limit, from, to } = question
  const cursor = after === undefined ? null : decodeCursor(after, 2)
  if (cursor && !cursor.ok) return cursor
  const [day, id] = cursor?.key ?? []
  if (cursor && !(typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day))) return refused('bad-cursor')
  const found = await ratedCases(parts.db, {
    district: who.district,
    measures: question.levels.map((level) => parts.ratingMeasures.stars[level]),
    from,
    to,
    units: null,
    visible: reachFilter(sightOf(who)),
    after: cursor ? { day: String(day), id: String(id) } : null,
    limit: limit + 1,
  })
  const page = pageOf(found, limit, (row) => [row.day, row.id])
  const known = page.rows.filter(
    ({ state }) => seesRatingsWhole(who, state) || isRatingOut(state, parts.engine.cases.procedureOf(state)),
  )
  const lines = await linesOf(
    parts,
    who,
    known.map(({ state }) => state),
  )
  return {
    rows: known.flatMap(({ day: on, id: one, state }) => {
      const line = lines.get(one)
      return line ? [{ day: on, case: line, rating: briefOf(who, state) }] : []
    }),
    next: page.next,
  }
}

/** In a list: the level alone; words are opened one case at a time. */
function briefOf(who: StaffWho, { marks, ...state }: CaseState): RatingView {
  const level = levels.find((one) => one === marks.stars) ?? null
  const whole = seesRatingsWhole(who, { marks, ...state })
  const at = whole && typeof marks.ratedAt === 'string' ? marks.ratedAt : null
  return { kind: 'rated', level, said: level && levelWords[level], text: null, at }
}

/** How one case was rated, as this person may see it, and what became of a bad rating. */
export async function ratingOfCase(parts: RatingParts, who: StaffWho, id: CaseId) {
  const state = await caseSeenBy(parts, who, id)
  if (!state) return refused('no-such-rating', 404)
  const under = livesUnder(state)
  const procedure = parts.engine.cases.procedureOf(state)
  const [opened, matter] = await Promise.all([
    openedEvents(parts, id),
    matterVersion(parts.db, who.district, under.matter, under.matterVersion),
  ])
  const rule = matter?.rating ?? { asked: false, rectify: false }
  const rating = ratingOf(
    { state, procedure, rule },
    opened.map(({ event }) => event),
  )
  const seen = ratingsSeenBy(who, { state, procedure, rule }, opened)
  const known = rating.kind === 'rated' ? seen.find(({ event }) => event.seq === rating.seq) : undefined
  const isKnown = rating.kind !== 'rated' || known !== undefined
  const words = known?.secret && known.secret !== 'destroyed' ? known.secret.text : null
  const view: RatingView = {
    kind: isKnown ? rating.kind : 'hidden',
    level: rating.kind === 'rated' && isKnown ? rating.level : null,
    said: rating.kind === 'rated' && isKnown ? levelWords[rating.level] : null,
    text: typeof words === 'string' ? words : null,
    at: rating.kind === 'rated' && seesRatingsWhole(who, state) ? rating.at : null,
  }
  const put = isKnown ? rectificationOf(opened.map(({ event }) => event)) : null
  const now = parts.clock.now()
  const rectification = put && {
    ...put,
    contactInTime: keptBy(put.contactDue, put.contactedAt, now),
    inTime: keptBy(put.due, put.doneAt, now),
  }
  return { ok: true as const, rating: view, rectification }
}

/** Most ratings that one look for signals takes in. */
const LOOKED_AT = 5_000

/** Reasons to look for faked praise among the ratings of these days. */
export async function ratingSignals(parts: RatingParts, who: StaffWho, days: Days): Promise<Signal[]> {
  const found = await ratedCases(parts.db, {
    ...days,
    district: who.district,
    measures: [parts.ratingMeasures.stars[5]],
    units: null,
    visible: reachFilter(sightOf(who)),
    after: null,
    limit: LOOKED_AT,
  })
  return signalsIn(found.flatMap(({ state }) => factOf(state) ?? []))
}

function factOf({ id, filing, marks, unit, handlers }: CaseState): RatingFact | null {
  const level = levels.find((one) => one === marks.stars)
  if (level === undefined || typeof marks.ratedAt !== 'string') return null
  const answeredAt = typeof marks.answeredAt === 'string' ? (marks.answeredAt as Instant) : null
  const { applicant: rater, enteredBy, channel } = filing
  return { id, level, at: marks.ratedAt as Instant, answeredAt, unit, rater, enteredBy, channel, handlers }
}

/** One case in five is called back, besides every bad rating. */
const SHARE = 0.2

/** The call-back sample of a day's answers that this steward may take: reproducible, unforeseeable, never his own work. */
export async function callBackSample(parts: RatingParts, who: StaffWho, day: Day): Promise<readonly CaseLine[]> {
  const seed = parts.mac(`call-back ${who.district} ${day}`)
  const found = await ratedCases(parts.db, {
    district: who.district,
    measures: parts.ratingMeasures.answered,
    from: day,
    to: day,
    units: null,
    visible: reachFilter(sightOf(who)),
    after: null,
    limit: LOOKED_AT,
  })
  const drawn = found.filter(({ state }) => {
    const stars = typeof state.marks.stars === 'number' ? state.marks.stars : null
    return isCalledBack({ id: state.id, stars }, seed, SHARE) && mayCallBack(who.id, state)
  })
  const lines = await linesOf(
    parts,
    who,
    drawn.map(({ state }) => state),
  )
  return [...lines.values()]
}

async function linesOf(
  parts: RatingParts,
  who: StaffWho,
  states: readonly CaseState[],
): Promise<Map<CaseId, CaseLine>> {
  const cards = await cardsOf(
    parts.db,
    who.district,
    states.map(({ id }) => id),
  )
  const names = await namesFor(parts, who.district, { matters: cards, staff: cards.map(({ holder }) => holder) })
  const now = parts.clock.now()
  return new Map(cards.map((card) => [card.id, lineOf(card, names, now)]))
}
