import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { Audience, MatterCard, MatterId, MatterKind, MatterStatus } from '../model.ts'

const like = (text: string) => sql`lower(${text})`

/** Which published matters a resident may be shown: in force that day, for that audience, under that category. */
export type PublicQuestion = {
  readonly district: string
  readonly day: Day
  readonly words: string | null
  readonly category: string | null
  readonly kind: MatterKind | null
  readonly audience: Audience | null
  /** Name and id of the last one seen; ignored with `words`, whose best matches come first and end there. */
  readonly after: readonly [string, string] | null
  readonly limit: number
}

/**
 * Matters in force, by name; with words, the best match first. A whole message may stand for the words: an intake
 * word inside the message counts, and so does a word inside a name.
 */
export async function publicMatters(db: Db, asked: PublicQuestion): Promise<readonly MatterCard[]> {
  const { district, day, words, category, kind, audience, after } = asked
  const [name, id] = after ?? [null, null]
  const text = like(words ?? '')
  const { rows } = await sql<MatterCard>`
    with standing as (
      select distinct on (v.id) v.id, v.version, v.last_day,
        v.card->'name'->>'zh' as name_zh, v.card->'name'->>'en' as name_en, v.card->'category' as path,
        v.card->>'kind' as kind, coalesce((v.card->>'urgent')::boolean, false) as urgent,
        coalesce((v.card->>'internal')::boolean, false) as internal,
        v.card->'audience' as audience, v.card->'intakeWords' as words
      from matters.version v where v.district = ${district} and v.from_day <= ${day}::date
      order by v.id, v.version desc
    ), matched as (
      select s.*, array_to_string(array(select jsonb_array_elements_text(s.path)), '/') as category,
        (case when position(lower(s.name_zh) in ${text}) > 0 or position(${text} in lower(s.name_zh)) > 0
              or position(${text} in lower(s.name_en)) > 0 then 3 else 0 end)
        + 2 * (select count(*) from jsonb_array_elements_text(s.words) w
            where position(lower(w) in ${text}) > 0 or (length(${text}) > 1 and position(${text} in lower(w)) > 0))
        + (select count(*) from jsonb_array_elements_text(s.path) c
            where position(lower(c) in ${text}) > 0 or position(${text} in lower(c)) > 0) as score
      from standing s join matters.matter m on m.district = ${district} and m.id = s.id
      where not s.internal and (s.last_day is null or s.last_day >= ${day})
        and (m.status <> 'retired' or m.last_day >= ${day})
    )
    select id, version, json_build_object('zh', name_zh, 'en', name_en) as name, path as category, kind, urgent,
      audience, words as "intakeWords"
    from matched
    where (${words}::text is null or score > 0)
      and (${kind}::text is null or kind = ${kind})
      and (${audience}::text is null or ${audience} in (select jsonb_array_elements_text(matched.audience)))
      and (${category}::text is null or category = ${category} or starts_with(category, ${category} || '/'))
      and (${name}::text is null or ${words}::text is not null or (name_zh collate "C", id) > (${name}, ${id}))
    order by (case when ${words}::text is null then 0 else score end) desc, name_zh collate "C", id
    limit ${asked.limit + 1}`.execute(db.kysely)
  return rows
}

export type MatterLine = {
  readonly id: MatterId
  readonly status: MatterStatus
  readonly version: number
  readonly name: { readonly zh: string; readonly en: string }
  readonly category: string
  readonly kind: MatterKind
  readonly procedure: string
  readonly urgent: boolean
  readonly effectiveFrom: Day
  readonly lastDay: Day | null
  readonly hasDraft: boolean
  readonly changedAt: Instant
  readonly changedBy: string
}

/** How the administrators' list may be sorted; the id settles what is equal. */
export const matterSorts = ['category', 'name', 'changed'] as const
export type MatterSort = (typeof matterSorts)[number]

export type ListQuestion = {
  readonly district: string
  readonly words: string | null
  readonly category: string | null
  readonly kind: MatterKind | null
  readonly status: MatterStatus | null
  readonly procedure: string | null
  readonly hasDraft: boolean | null
  readonly sort: MatterSort
  readonly descending: boolean
  readonly after: readonly [string, string] | null
  readonly limit: number
}

const sortColumns = {
  category: sql`category collate "C"`,
  name: sql`name_zh collate "C"`,
  changed: sql`to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') collate "C"`,
} as const satisfies Record<MatterSort, unknown>

/** The sort value of a line, for the cursor: the same text the database sorts by. */
export const sortKeyOf = (line: MatterLine, sort: MatterSort): readonly [string, string] => {
  const values = { category: line.category, name: line.name.zh, changed: line.changedAt }
  return [values[sort], line.id]
}

/** The administrators' list, a page at a time: one line more than asked for, to know whether there is a next. */
export async function matterLines(db: Db, asked: ListQuestion): Promise<readonly MatterLine[]> {
  const { district, words, category, kind, status, procedure, hasDraft, sort, descending, after } = asked
  const by = sortColumns[sort]
  const [value, id] = after ?? [null, null]
  const [beyond, order] = descending ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`]
  const { rows } = await sql<MatterLine>`
    select id, status, version, json_build_object('zh', name_zh, 'en', name_en) as name, category, kind, procedure,
      urgent, from_day as "effectiveFrom", last_day as "lastDay", draft is not null as "hasDraft",
      changed_at as "changedAt", changed_by as "changedBy"
    from matters.matter
    where district = ${district}
      and (${words}::text is null or position(lower(${words}) in lower(name_zh || ' ' || name_en || ' ' || id)) > 0
           or lower(${words}) = any (words))
      and (${category}::text is null or category = ${category} or starts_with(category, ${category} || '/'))
      and (${kind}::text is null or kind = ${kind})
      and (${status}::text is null or status = ${status})
      and (${procedure}::text is null or procedure = ${procedure})
      and (${hasDraft}::boolean is null or (draft is not null) = ${hasDraft})
      and (${value}::text is null or (${by}, id) ${beyond} (${value}, ${id}))
    order by ${by} ${order}, id ${order} limit ${asked.limit + 1}`.execute(db.kysely)
  return rows
}
