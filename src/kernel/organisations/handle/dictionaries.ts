import type { Db } from '../../../platform/db/db.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { Change } from '../../people/store/logs.ts'
import type { DictionaryEntry, DictionaryId, StaffWho } from '../model.ts'
import { postsWith } from '../policy.ts'
import { entriesOf, writeEntry } from '../store/dictionaries.ts'
import { firstEntries } from '../words/dictionaries.ts'
import type { OrganisationParts } from './parts.ts'

type Done = { readonly ok: true } | Refused
export const DICTIONARIES_RIGHT = 'organisations.dictionaries'

/** A dictionary as it stands: what every district begins with, and over it what this one has written itself. */
export async function dictionaryOf(db: Db, district: string, id: DictionaryId): Promise<readonly DictionaryEntry[]> {
  const own = await entriesOf(db, district, id)
  const first = Object.entries(firstEntries[id]).map(
    ([code, name], at): DictionaryEntry => ({ code, name, ordinal: (at + 1) * 10, retired: false, revision: 0 }),
  )
  const written = new Set(own.map(({ code }) => code))
  const all = [...own, ...first.filter(({ code }) => !written.has(code))]
  return all.sort((a, b) => a.ordinal - b.ordinal || (a.code < b.code ? -1 : 1))
}

export type EntryOrder = {
  readonly dictionary: DictionaryId
  readonly entry: Omit<DictionaryEntry, 'revision'>
  /** The revision that whoever writes has read; 0 for a new entry. */
  readonly seen: number
}

/** Adds an entry, renames it, moves it or retires it. Nothing is deleted, or old records would lose their word. */
export async function saveEntry(
  parts: OrganisationParts,
  who: StaffWho,
  by: Operator,
  { dictionary, entry, seen }: EntryOrder,
): Promise<Done> {
  if (!postsWith(who, DICTIONARIES_RIGHT).some(({ reach }) => reach === 'all'))
    return refused('outside-your-scope', 403)
  const deed = { what: 'organisations.dictionary.save', target: dictionary }
  return operate<Done>(parts.db, by, deed, async (tx, tell) => {
    const entries = await dictionaryOf(tx, who.district, dictionary)
    const before = entries.find(({ code }) => code === entry.code) ?? null
    const namesake = entries.find(
      ({ code, name, retired }) => code !== entry.code && name.zh === entry.name.zh && !retired,
    )
    if (namesake && !entry.retired) return refused('entry-twice')
    if ((before?.revision ?? 0) !== seen) return refused('entry-changed')
    const hand = { at: by.at, by: by.who }
    if (!(await writeEntry(tx, { district: who.district, dictionary, seen }, entry, hand)))
      return refused('entry-changed')
    tell(...changesOf(before, entry))
    return { ok: true }
  })
}

function changesOf(before: DictionaryEntry | null, after: Omit<DictionaryEntry, 'revision'>): readonly Change[] {
  const state = (one: Pick<DictionaryEntry, 'retired'> | null) => one && (one.retired ? 'retired' : 'in-use')
  const pairs = [
    ['entry', before?.name.zh ?? null, after.name.zh],
    ['entry-english', before?.name.en ?? null, after.name.en],
    ['ordinal', before ? String(before.ordinal) : null, String(after.ordinal)],
    ['entryState', state(before), state(after)],
  ] as const
  return pairs.flatMap(([field, old, now]) => (old === now ? [] : [{ field, before: old, after: now }]))
}
