import { decodeCursor, encodeCursor, type Page } from '../../../platform/http/paging.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { cutForQuestion } from '../../../platform/text/cut.ts'
import type { StaffWho } from '../../organisations/model.ts'
import { macOfPhone } from '../../people/handle/codes.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import { phoneOf } from '../../people/rules/phone.ts'
import { findByPhone } from '../../people/store/residents.ts'
import type { CardRow } from '../model/card.ts'
import type { Counts, Filters, Sort, View } from '../model/lists.ts'
import type { CaseLine } from '../model/views.ts'
import { READ_RIGHT, sightOf, unitsOf, type Waiting, watchOf, workOf } from '../policy/sight.ts'
import { spansOutside } from '../rules/far.ts'
import { lineOf } from '../rules/present.ts'
import { type Asked, conditionsOf, openOnly, overdueOnly, supervisedOnly } from '../store/filters.ts'
import { casesIn, countIn, countsOf, type Place } from '../store/lists.ts'
import { type Condition, reachFilter, waitingFilter, waysOf } from '../store/sight.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { groundBox } from './ground-box.ts'
import { namesFor } from './naming.ts'

type Parts = Pick<CaseDoorParts, 'db' | 'clock' | 'directory' | 'words' | 'procedures' | 'mac'>

/** What a view shows, before any filter. */
type Seen = { readonly filters: readonly Condition[]; readonly ways: readonly Condition[] }

/** The five views of somebody's desk, each within what he may see. */
export function viewsOf({ procedures }: Pick<Parts, 'procedures'>, who: StaffWho): Record<View, Seen> {
  const sight = waysOf(sightOf(who))
  const work = workOf(who, Object.values(procedures)).flatMap(stageByStage)
  return {
    work: { filters: [openOnly], ways: work.map(waitingFilter) },
    unit: { filters: [openOnly], ways: waysOf(unitsOf(who)) },
    watching: { filters: [supervisedOnly], ways: waysOf(watchOf(who)) },
    overdue: { filters: [overdueOnly], ways: sight },
    all: { filters: [], ways: sight },
  }
}

/** Over the whole district each stage is walked in its own order. */
const stageByStage = (waiting: Waiting): Waiting[] =>
  waiting.reach.all ? waiting.stages.map((stage) => ({ ...waiting, stages: [stage] })) : [waiting]

export const countsFor = (parts: Parts, who: StaffWho): Promise<Counts> => {
  const views = viewsOf(parts, who)
  return countsOf(parts.db, who.district, { ...views, all: { ...views.all, filters: [openOnly] } })
}

/** The view within what another right than reading reaches as well. */
function viewUnder(parts: Parts, who: StaffWho, filters: Filters, right = READ_RIGHT): Seen {
  const { filters: own, ways } = viewsOf(parts, who)[filters.view ?? 'all']
  return right === READ_RIGHT ? { filters: own, ways } : { filters: [...own, reachFilter(sightOf(who, right))], ways }
}

/** How many rows a question has, counted no further than `most`. */
export async function countOf(
  parts: Parts,
  who: StaffWho,
  by: Operator,
  { filters, right, most }: Pick<Question, 'filters' | 'right'> & { readonly most: number },
): Promise<number | Refused> {
  const asked = await askedOf(parts, who, by, filters)
  if ('ok' in asked) return asked
  const view = viewUnder(parts, who, filters, right)
  const open = sortOf(filters) === 'due' ? [openOnly] : []
  const all = [...view.filters, ...open, ...conditionsOf(filters, asked)]
  return countIn(parts.db, who.district, { filters: all, ways: view.ways }, most)
}

export type Question = {
  readonly filters: Filters
  readonly after: string | undefined
  readonly limit: number
  /** The right under which the list is asked for; to read where nothing else is said. */
  readonly right?: string
}

/** One page of a list as it leaves the house. */
export async function listPage(
  parts: Parts,
  who: StaffWho,
  by: Operator,
  question: Question,
): Promise<Page<CaseLine> | Refused> {
  const found = await pageOfCards(parts, who, by, question)
  if ('ok' in found) return found
  const names = await namesFor(parts, who.district, {
    matters: found.rows,
    staff: found.rows.map(({ holder }) => holder),
  })
  const now = parts.clock.now()
  return { rows: found.rows.map((row) => lineOf(row, names, now)), next: found.next }
}

export async function pageOfCards(
  parts: Parts,
  who: StaffWho,
  by: Operator,
  { filters, after, limit, right }: Question,
): Promise<Page<CardRow> | Refused> {
  const sort = sortOf(filters)
  const place = placeOf(after, sort)
  if (place !== null && 'ok' in place) return place
  const asked = await askedOf(parts, who, by, filters)
  if ('ok' in asked) return asked
  const view = viewUnder(parts, who, filters, right)
  const rows = await casesIn(parts.db, {
    district: who.district,
    filters: [...view.filters, ...conditionsOf(filters, asked)],
    ways: view.ways,
    sort,
    after: place,
    limit,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? cursorOf(last, sort) : null }
}

/** What burns comes first, where what burns is asked for; else the newest. */
const sortOf = ({ sort, view = 'all', light = 'none' }: Filters): Sort =>
  sort ?? (view === 'all' && light === 'none' ? 'filed' : 'due')

function placeOf(after: string | undefined, sort: Sort): Place | null | Refused {
  if (after === undefined) return null
  const read = decodeCursor(after, 2)
  if (!read.ok) return read
  const [key, id] = read.key
  const isKey = sort === 'filed' ? key === null : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(key))
  return isKey && typeof id === 'string' ? { key: key === null ? null : String(key), id } : refused('bad-cursor')
}

const cursorOf = (row: CardRow, sort: Sort): string =>
  encodeCursor([sort === 'due' ? row.due : sort === 'changed' ? row.changedAt : null, row.id])

/** A search by telephone is itself recorded: under whose cases were looked for, never the number. */
async function askedOf(
  parts: Parts,
  who: StaffWho,
  by: Operator,
  { words, phone, far }: Filters,
): Promise<Asked | Refused> {
  const { district } = who
  const shared = {
    district,
    now: parts.clock.now(),
    words: words === undefined ? null : cutForQuestion(words),
    far: far ? spansOutside(await groundBox(parts, district)) : null,
  }
  if (phone === undefined) return { ...shared, applicant: null }
  const number = phoneOf(phone)
  if (number === null) return refused('phone-wrong')
  const person = (await findByPhone(parts.db, district, macOfPhone(parts, district, number))) ?? 'nobody'
  await operate(parts.db, by, { what: 'cases.search-phone', target: person }, async () => ({ ok: true }))
  return { ...shared, applicant: person }
}
