import { namesFor } from '../../../kernel/cases/handle/naming.ts'
import { lostBehind } from '../../../kernel/cases/handle/nothing-lost.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import type { LostKind } from '../../../kernel/cases/model/nothing-lost.ts'
import type { CaseLine } from '../../../kernel/cases/model/views.ts'
import { sightOf } from '../../../kernel/cases/policy/sight.ts'
import { lineOf } from '../../../kernel/cases/rules/present.ts'
import { cardsOf } from '../../../kernel/cases/store/lists.ts'
import { reachFilter } from '../../../kernel/cases/store/sight.ts'
import { listBehind } from '../../../kernel/indicators/handle.ts'
import type { FigureQuestion, IndicatorDefinition, Part } from '../../../kernel/indicators/model.ts'
import type { StaffWho } from '../../../kernel/organisations/model.ts'
import { decodeCursor, type Page, pageOf } from '../../../platform/http/paging.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Day } from '../../../platform/time.ts'
import type { BoardLight, ReplaySpots } from '../model.ts'
import { casesLit, casesSeen, spotsSeen } from '../store.ts'
import type { ScreenParts } from './parts.ts'

export type BehindRow = { readonly day: Day; readonly n: number; readonly case: CaseLine }

type Asking = { readonly who: StaffWho; readonly after: string | undefined; readonly limit: number }

/** The cases behind a part of a figure that the viewer may himself see, newest first. */
export async function figureList(
  parts: ScreenParts,
  definition: IndicatorDefinition,
  question: FigureQuestion & Asking & { readonly part: Part },
): Promise<Page<BehindRow> | Refused> {
  const { who, after, limit, ...asked } = question
  if (asked.part === 'denominator' && definition.denominator === null) return refused('no-denominator')
  const cursor = after === undefined ? null : decodeCursor(after, 2)
  if (cursor && !cursor.ok) return cursor
  const place = cursor && placeOf(cursor.key)
  if (cursor && !place) return refused('bad-cursor')
  const found = await listBehind(parts.db, definition, {
    ...asked,
    visible: () => reachFilter(sightOf(who)),
    ...(place ? { after: place } : {}),
    limit: limit + 1,
  })
  const page = pageOf(found, limit, ({ day, id }) => [day, id])
  const lines = await linesOf(
    parts,
    who,
    page.rows.map(({ id }) => id),
  )
  const rows = page.rows.flatMap(({ day, n, id }) => {
    const line = lines.get(id)
    return line ? [{ day, n, case: line }] : []
  })
  return { rows, next: page.next }
}

function placeOf([day, id]: readonly unknown[]): { day: Day; id: CaseId } | null {
  const isDay = typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day)
  return isDay && typeof id === 'string' && id.startsWith('case_') ? { day: day as Day, id: id as CaseId } : null
}

type LitAsking = Asking & {
  readonly light: BoardLight
  readonly units: readonly string[] | null
  readonly unit?: string | undefined
  readonly area?: string | undefined
}

/** The open cases that show a light, newest first. */
export async function litList(parts: ScreenParts, question: LitAsking): Promise<Page<CaseLine> | Refused> {
  const { who, after, limit, ...asked } = question
  const place = idAfter(after)
  if (!place.ok) return place
  const found = await casesLit(parts.db, {
    ...asked,
    district: who.district,
    now: parts.clock.now(),
    visible: reachFilter(sightOf(who)),
    after: place.id,
    limit: limit + 1,
  })
  return linePage(parts, who, found, limit)
}

/** Those of the cases given that the viewer may see, newest first. */
export async function seenList(
  parts: ScreenParts,
  { who, after, limit, ids }: Asking & { readonly ids: readonly CaseId[] },
): Promise<Page<CaseLine> | Refused> {
  const place = idAfter(after)
  if (!place.ok) return place
  const question = { district: who.district, ids, visible: reachFilter(sightOf(who)) }
  return linePage(parts, who, await casesSeen(parts.db, { ...question, after: place.id, limit: limit + 1 }), limit)
}

/** So many points are drawn of one moment. */
const MOST_SPOTS = 3_000

/** Where the cases given were, as far as the viewer may see them. */
export async function litSpots(
  parts: ScreenParts,
  who: StaffWho,
  lit: ReadonlyMap<CaseId, BoardLight>,
): Promise<Omit<ReplaySpots, 'asOf'>> {
  const question = { district: who.district, ids: [...lit.keys()], visible: reachFilter(sightOf(who)) }
  const found = await spotsSeen(parts.db, { ...question, limit: MOST_SPOTS + 1 })
  const rows = found.slice(0, MOST_SPOTS).flatMap((spot) => {
    const light = lit.get(spot.id)
    return light ? [{ ...spot, light }] : []
  })
  return { cut: found.length > MOST_SPOTS, rows }
}

/** The cases behind a figure of the audit, in the order of their ids. */
export async function lostList(
  parts: ScreenParts,
  { who, after, limit, kind }: Asking & { readonly kind: LostKind },
): Promise<Page<CaseLine> | Refused> {
  const place = idAfter(after)
  if (!place.ok) return place
  const question = { district: who.district, at: parts.clock.now(), kind }
  const found = await lostBehind(parts, question, { after: place.id ?? '', limit: limit + 1 })
  return linePage(parts, who, found, limit)
}

function idAfter(after: string | undefined): { ok: true; id: string | null } | Refused {
  if (after === undefined) return { ok: true, id: null }
  const cursor = decodeCursor(after, 1)
  if (!cursor.ok) return cursor
  const [id] = cursor.key
  return typeof id === 'string' ? { ok: true, id } : refused('bad-cursor')
}

async function linePage(
  parts: ScreenParts,
  who: StaffWho,
  found: readonly CaseId[],
  limit: number,
): Promise<Page<CaseLine>> {
  const page = pageOf(found, limit, (id) => [id])
  const lines = await linesOf(parts, who, page.rows)
  return { rows: page.rows.flatMap((id) => lines.get(id) ?? []), next: page.next }
}

async function linesOf(parts: ScreenParts, { district }: StaffWho, ids: readonly CaseId[]) {
  const cards = await cardsOf(parts.db, district, ids)
  const names = await namesFor(parts, district, { matters: cards, staff: cards.map(({ holder }) => holder) })
  const now = parts.clock.now()
  return new Map<CaseId, CaseLine>(cards.map((card) => [card.id, lineOf(card, names, now)]))
}
