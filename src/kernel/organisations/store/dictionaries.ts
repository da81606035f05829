import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { DictionaryEntry, DictionaryId } from '../model.ts'

/** What the district has written into a dictionary itself, in its order. */
export async function entriesOf(
  db: Db,
  district: string,
  dictionary: DictionaryId,
): Promise<readonly DictionaryEntry[]> {
  const { rows } = await sql<DictionaryEntry>`
    select code, json_build_object('zh', name_zh, 'en', name_en) as name, ordinal, retired, revision
    from organisations.dictionary_entry where district = ${district} and dictionary = ${dictionary}
    order by ordinal, code`.execute(db.kysely)
  return rows
}

/** Writes an entry as its next revision; false when somebody else has changed it since `seen` was read. */
export async function writeEntry(
  tx: Db,
  where: { readonly district: string; readonly dictionary: DictionaryId; readonly seen: number },
  entry: Omit<DictionaryEntry, 'revision'>,
  hand: { readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into organisations.dictionary_entry
      (district, dictionary, code, name_zh, name_en, ordinal, retired, revision, changed_at, changed_by) values
      (${where.district}, ${where.dictionary}, ${entry.code}, ${entry.name.zh}, ${entry.name.en}, ${entry.ordinal},
       ${entry.retired}, ${where.seen + 1}, ${hand.at}, ${hand.by})
    on conflict (district, dictionary, code) do update set
      name_zh = excluded.name_zh, name_en = excluded.name_en, ordinal = excluded.ordinal, retired = excluded.retired,
      revision = excluded.revision, changed_at = excluded.changed_at, changed_by = excluded.changed_by
    where organisations.dictionary_entry.revision = ${where.seen} returning code`.execute(tx.kysely)
  return rows.length > 0
}

type Used = { readonly code: string; readonly used: number }

/** How many records speak of each entry; they show its new name as soon as it has one. */
export async function usedEntries(
  db: Db,
  district: string,
  dictionary: DictionaryId,
): Promise<ReadonlyMap<string, number>> {
  const asked = {
    'dict_leave-reasons': sql<Used>`
      select reason as code, count(*)::int as used from organisations.leave where district = ${district} group by reason`,
    'dict_lock-reasons': sql<Used>`
      select c->>'after' as code, count(*)::int as used
      from people.operation_log l, jsonb_array_elements(l.changes) c
      where l.district = ${district} and l.what = 'people.staff.lock' and c->>'field' = 'reason' group by 1`,
  } as const satisfies Record<DictionaryId, unknown>
  const { rows } = await asked[dictionary].execute(db.kysely)
  return new Map(rows.map(({ code, used }) => [code, used]))
}
