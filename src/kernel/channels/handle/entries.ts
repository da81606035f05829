import qrcode from 'qrcode-generator'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { randomLetters } from '../../../platform/ids.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { Entry, EntryKind, EntryPlace } from '../model/entries.ts'
import { entrySheet, entryUrl, needsTarget } from '../rules/entries.ts'
import { cleanLine } from '../rules/text.ts'
import { addEntry, endEntry, entryFor } from '../store/entries.ts'
import { scanWords } from '../words/channels.ts'
import type { ChannelsParts } from './parts.ts'

type Parts = Pick<ChannelsParts, 'db'>

export type NewEntry = {
  readonly kind: EntryKind
  readonly title: string
  readonly place: EntryPlace
  readonly target: string | null
}

/** Makes a code; a case or a station that has one keeps it, because it may hang on a wall already. */
export async function openEntry(
  { db }: Parts,
  by: Operator,
  asked: NewEntry,
): Promise<{ ok: true; code: string } | Refused> {
  const title = cleanLine(asked.title)
  if (!title.ok) return refused(title.refusal)
  if (needsTarget(asked.kind) && asked.target === null) return refused('entry-target-needed')
  const code = randomLetters(10)
  return operate(db, by, { what: 'channels.entry.open', target: code }, async (tx) => {
    const entry: Entry = {
      ...asked,
      title: title.text,
      district: by.district,
      code,
      active: true,
      createdBy: by.who,
      createdAt: by.at,
      endedAt: null,
    }
    if (await addEntry(tx, entry)) return { ok: true, code }
    const there = asked.target === null ? null : await entryFor(tx, by.district, asked.kind, asked.target)
    return there === null ? refused('no-such-entry') : { ok: true, code: there.code }
  })
}

export async function closeEntry({ db }: Parts, by: Operator, code: string): Promise<{ ok: true } | Refused> {
  return operate(db, by, { what: 'channels.entry.end', target: code }, async (tx) =>
    (await endEntry(tx, by.district, code, by.at)) ? { ok: true } : refused('no-such-entry', 404),
  )
}

/** The printable sheet. Medium correction (15 %): a sticker in the street loses a corner now and then. */
export function entrySvg(publicUrl: string, entry: Entry): string {
  const made = qrcode(0, 'M')
  made.addData(entryUrl(publicUrl, entry))
  made.make()
  const count = made.getModuleCount()
  const squares = Array.from({ length: count }, (_, y) => Array.from({ length: count }, (_, x) => made.isDark(y, x)))
  return entrySheet(squares, { title: entry.title, hint: scanWords[entry.kind].zh, code: entry.code })
}
