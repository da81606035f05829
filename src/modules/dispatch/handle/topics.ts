import { setImmediate } from 'node:timers/promises'
import { moveAsStaff } from '../../../kernel/cases/handle/moving.ts'
import { namesFor } from '../../../kernel/cases/handle/naming.ts'
import { sightOf } from '../../../kernel/cases/policy/sight.ts'
import { maskPersonal } from '../../../kernel/cases/rules/personal/mask.ts'
import { lightOf, stageLabel } from '../../../kernel/cases/rules/present.ts'
import { cardsOf } from '../../../kernel/cases/store/lists.ts'
import type { StaffWho } from '../../../kernel/organisations/model.ts'
import type { Db } from '../../../platform/db/db.ts'
import { decodeCursor, type Page, pageOf } from '../../../platform/http/paging.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import { cutForIndex } from '../../../platform/text/cut.ts'
import { type Clock, DAY, type Day, type Instant, later } from '../../../platform/time.ts'
import type { Mentions, TopicId, TopicSort, TopicView, TopicWhole } from '../model/topics.ts'
import { createTier, inOrder, type Topic, type TopicText, topicsFrom } from '../rules/topics/topics.ts'
import { mentionsOf } from '../store/mentions.ts'
import {
  casesOfTopic,
  openTopic,
  putTopics,
  type ToldText,
  textsSince,
  topicsBy,
  topicsOfCases,
} from '../store/topics.ts'
import type { DispatchParts } from './similar.ts'

/** Topics are looked for among what was told in so many days, the newest so many of it. */
const SPAN = 90
const MOST = 20_000
/** So many texts are compared before others have their turn. */
const AT_ONCE = 100

type FindParts = { readonly db: Db; readonly clock: Clock }

/** Finds the topics of a district anew, knows those again that share cases with earlier ones, and writes them down. */
export async function refreshTopics({ db, clock }: FindParts, district: string): Promise<number> {
  const at = clock.now()
  const texts = (await textsSince(db, district, later(at, -SPAN * DAY), MOST)).map(topicText)
  const tier = createTier(texts)
  const ties = []
  for (const [turn, place] of inOrder(texts).entries()) {
    ties.push(...tier.tiesOf(place))
    if (turn % AT_ONCE === 0) await setImmediate()
  }
  const found = topicsFrom(texts, ties)
  const known = await topicsOfCases(
    db,
    district,
    found.flatMap(({ members }) => members),
  )
  const taken = new Set<TopicId>()
  const rows = found.map((topic) => {
    const id = earlierOf(topic, known, taken) ?? (`topic_${sortableId(at)}` as const)
    taken.add(id)
    const { from, to, ...rest } = topic
    return { ...rest, id, firstDay: dayText(from), lastDay: dayText(to) }
  })
  await putTopics(db, district, rows, at)
  return rows.length
}

/** The earlier topic that most of these cases belonged to, if nobody hotter has taken its place. */
function earlierOf(
  { members }: Topic,
  known: ReadonlyMap<string, TopicId>,
  taken: ReadonlySet<TopicId>,
): TopicId | null {
  const votes = new Map<TopicId, number>()
  for (const member of members) {
    const id = known.get(member)
    if (id && !taken.has(id)) votes.set(id, (votes.get(id) ?? 0) + 1)
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return best?.[0] ?? null
}

const topicText = ({ id, title, words, filedAt, area, applicant }: ToldText): TopicText => ({
  id,
  author: applicant ?? id,
  title: maskPersonal(title),
  titleWords: cutForIndex(title),
  words,
  day: Math.floor(Date.parse(filedAt) / DAY),
  area: area ?? '',
  likes: 0,
})

const dayText = (day: number): Day => new Date(day * DAY).toISOString().slice(0, 10) as Day

export type TopicList = {
  readonly sort: TopicSort
  readonly opened: boolean | undefined
  readonly least: number | undefined
  readonly after: string | undefined
  readonly limit: number
}

/** One page of topics. */
export async function listTopics(
  { db }: Pick<FindParts, 'db'>,
  district: string,
  { after, ...list }: TopicList,
): Promise<Page<TopicView> | Refused> {
  const place = after === undefined ? null : decodeCursor(after, 2)
  if (place && !place.ok) return place
  const [key, id] = place?.key ?? []
  const from = place ? { key: key ?? '', id: String(id) } : null
  if (from && !isKey(list.sort, from.key)) return refused('bad-cursor')
  const rows = await topicsBy(db, { district, ...list, after: from })
  const page = pageOf(rows, list.limit, (row) => [row.key, row.id])
  return { ...page, rows: page.rows.map(({ key: _key, ...row }) => row) }
}

const isKey = (sort: TopicSort, key: string | number): boolean =>
  sort === 'last' ? /^\d{4}-\d{2}-\d{2}$/.test(String(key)) : typeof key === 'number'

/** More points than this say no more on a map. */
const MOST_MENTIONS = 2_000

/** Where hot topics, or one of them, were spoken of, within what the viewer may see. */
export async function topicMentions(
  { db }: Pick<FindParts, 'db'>,
  who: StaffWho,
  asked: { readonly opened: boolean | undefined; readonly topic: string | undefined },
): Promise<Mentions> {
  const found = await mentionsOf(db, { ...asked, reach: sightOf(who), limit: MOST_MENTIONS })
  return { rows: found.slice(0, MOST_MENTIONS), more: found.length > MOST_MENTIONS }
}

/** A topic with its cases. */
export async function wholeTopic(parts: DispatchParts, who: StaffWho, id: string): Promise<TopicWhole | Refused> {
  const { db, words, clock } = parts
  const [found] = await topicsBy(db, { district: who.district, sort: 'heat', id, after: null, limit: 1 })
  if (!found) return refused('no-such-topic', 404)
  const { key: _key, ...topic } = found
  const ids = await casesOfTopic(db, who.district, id)
  const cards = await cardsOf(db, who.district, ids)
  const names = await namesFor(parts, who.district, { matters: [], staff: [] })
  const cases = cards
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((card) => ({
      id: card.id,
      number: card.number,
      title: card.title === null ? null : maskPersonal(card.title),
      stage: card.stage,
      stageLabel: stageLabel(words, card.procedure, card.stage),
      unitName: card.unit === null ? null : names.unit(card.unit),
      ended: card.ended,
      due: card.due,
      light: lightOf(card, clock.now()),
    }))
  return { topic, cases }
}

/** Puts the oldest open case of the topic under supervision for all of it; cases that come later join the topic. */
export async function openAsTask(
  parts: DispatchParts,
  who: StaffWho,
  id: string,
  instruction: string,
): Promise<TopicWhole | Refused> {
  const whole = await wholeTopic(parts, who, id)
  if ('refusal' in whole) return whole
  if (whole.topic.openedAt !== null) return refused('topic-is-open')
  const cards = await cardsOf(
    parts.db,
    who.district,
    whole.cases.map((one) => one.id),
  )
  const [lead] = cards.filter(({ settled }) => !settled).sort((a, b) => (a.id < b.id ? -1 : 1))
  if (!lead) return refused('topic-has-no-open-case')
  const wanted = { move: 'supervise', fields: { instruction }, seen: undefined, key: `${who.id}:topic:${id}` }
  const moved = await moveAsStaff(parts, who, lead.id, wanted)
  if (!moved.ok) return moved
  const at: Instant = parts.clock.now()
  if (!(await openTopic(parts.db, who.district, id, { lead: lead.id, at, by: who.id }))) return refused('topic-is-open')
  return wholeTopic(parts, who, id)
}
